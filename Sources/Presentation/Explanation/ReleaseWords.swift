import CareModel
import Explanations
import Quantities

/// Says what would free a call, in a coordinator's words.
struct ReleaseWords {
  let report: RotaReport

  /// `a rehabilitation assistant more 08:00–09:00: then 08:00`.
  func sentence(_ release: Release, for visit: Visit) -> String {
    let workers = release.opening.workers.map { report.names[$0] }.joined(separator: " and ")
    let then = "then \(report.clock.timeAndDay(release.opening.start))\(workers.isEmpty ? "" : " with \(workers)")"
    return PrintableText.of("\(words(release.change, for: visit)): \(then)")
  }

  private func words(_ change: Release.Change, for visit: Visit) -> String {
    switch change {
    case .otherMoved(let other, let placement, let shift): return moved(other, placement, by: shift)
    case .longerDuty(let worker, _, let minutes): return "\(report.names[worker]) stays \(minutes.spoken) longer"
    case .earlierStart(let minutes): return "it may start \(minutes.spoken) earlier"
    case .laterStart(let minutes): return "it may start \(minutes.spoken) later"
    case .lockLifted(let locked, let setBy):
      let which = locked == visit.id ? "its own lock" : "the lock on \(call(locked))"
      return "\(setBy) takes back \(which)"
    case .moreWorkers(let count, let demand, let hours):
      let role = demand.roles.map(\.printedName).joined(separator: " or ")
      let skills = demand.skills.map(\.text).joined(separator: ", ")
      let who = (role.isEmpty ? "worker" : role) + (skills.isEmpty ? "" : " (\(skills))")
      return "\(count == 1 ? "one more" : "two more,") \(who), \(report.clock.interval(hours))"
    }
  }

  private func moved(_ other: VisitID, _ placement: Visit.Placement, by shift: Seconds) -> String {
    let before = report.placements[other] ?? []
    let isSameWorker = before.map(\.worker) == placement.workers
    let to = "to \(report.clock.timeAndDay(placement.start))"
    let who = isSameWorker ? "" : " with \(placement.workers.map { report.names[$0] }.joined(separator: " and "))"
    let by = shift == .zero ? "goes to another worker" : "moves \(shift.spoken) \(to)"
    return "\(call(other)) \(by)\(who)"
  }

  private func call(_ id: VisitID) -> String {
    guard let visit = report.caseload.visit(id) else { return "call \(id)" }
    return "the \(visit.kind.printedName) of \(report.names[visit.person])"
  }
}
