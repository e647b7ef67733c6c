import CareModel

/// Run, stop and uncovered list name workers, duties, calls and demands of the document; one run per duty period; the
/// rota is of the document's service day.
struct KnownRecordsRule: RotaRule {
  static let name = RuleName.knownRecords

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    var findings: [Finding] = []
    let (planned, wanted) = (rota.rota.serviceDate, rota.caseload.serviceDate)
    if planned != wanted {
      findings.append(
        finding(
          .choice, measured: "\(planned)", limit: "\(wanted)",
          "The rota is for \(planned), but the day to be checked is \(wanted)."))
    }
    var seen: Set<[String]> = []
    for run in rota.runs {
      let (worker, duty) = (run.run.worker, run.run.duty)
      if run.duty == nil {
        let sentence =
          run.worker == nil
          ? "Worker \(worker) is not known." : "Duty \(duty) is not one of worker \(worker)'s duties."
        findings.append(
          finding(
            .choice, worker: worker, measured: "\(worker) on \(duty)", limit: "a duty of the document", sentence))
      }
      if !seen.insert([worker.text, duty.text]).inserted {
        findings.append(
          finding(
            .choice, worker: worker, measured: "another run", limit: "one run a duty",
            "Worker \(worker) has more than one run for duty \(duty)."))
      }
      findings += run.stops.compactMap(unknown)
    }
    for visit in rota.rota.uncovered where rota.call(visit) == nil {
      findings.append(
        finding(
          .choice, visit: visit, measured: "\(visit)", limit: "a call of the document",
          "Call \(visit) in the list of uncovered calls is not known."))
    }
    return findings
  }

  private func unknown(_ stop: StopUnderCheck) -> Finding? {
    guard stop.demand == nil else { return nil }
    guard let visit = stop.visit else {
      return finding(
        .choice, visit: stop.visitID, worker: stop.worker, measured: "\(stop.visitID)",
        limit: "a call of the document",
        "Call \(stop.visitID) in the run of worker \(stop.worker) is not known.")
    }
    let count = visit.demands.count
    return finding(
      .choice, visit: visit.id, worker: stop.worker, measured: "demand \(stop.demandIndex)",
      limit: count == 1 ? "demand 0" : "demands 0 to \(count - 1)",
      "Call \(visit.id) has no demand \(stop.demandIndex): it needs \(count) \(count == 1 ? "worker" : "workers").")
  }
}
