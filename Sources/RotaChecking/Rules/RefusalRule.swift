import CareModel

/// Neither the person, the call nor the worker refuses the other.
struct RefusalRule: RotaRule {
  static let name = RuleName.refusal

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.calls.flatMap(\.stops).compactMap { stop in
      guard let visit = stop.visit, let refusal = refusal(of: stop, visit, rota.caseload) else { return nil }
      return finding(
        Ground(of: [stop], by: .worker), visit: visit.id, worker: stop.worker, measured: "\(stop.worker)",
        limit: "anybody else", "Call \(visit.id) is given to worker \(stop.worker), but \(refusal).")
    }
  }

  private func refusal(of stop: StopUnderCheck, _ visit: Visit, _ caseload: Caseload) -> String? {
    if caseload.person(visit.person)?.refusedWorkers.contains(stop.worker) ?? false {
      return "\(visit.person) refuses this worker"
    }
    if visit.refusedWorkers.contains(stop.worker) { return "the call must not go to this worker" }
    if stop.workerRecord?.refusedPeople.contains(visit.person) ?? false {
      return "this worker must not be sent to \(visit.person)"
    }
    return nil
  }
}
