package import CareModel
import Quantities

extension RotaReport {
  /// What a worker should know of a call besides who, when and how long, weightiest first.
  package func notes(on visit: Visit, for worker: WorkerID) -> [String] {
    var notes: [String] = []
    if let referral = visit.referral.flatMap(caseload.referral), referral.whereabouts == .inHospital,
      referral.homecoming == .expected
    {
      notes.append("RING THE WARD FIRST: the homecoming is not confirmed")
    }
    if let shortfall = shortfall(of: visit.id), !shortfall.isUncovered {
      let delay =
        switch shortfall.matter {
        case .pastDeadline(let delay): "\(delay.spoken) past the deadline"
        case .afterAgreed(let delay): "\(delay.spoken) after the agreed time"
        case .beforeAgreed(let delay): "\(delay.spoken) before the agreed time"
        case .uncovered, .deferred: ""
        }
      notes.append("\(shortfall.label): \(delay)")
    }
    let partners = partners(of: visit.id, besides: worker).map { names[$0] }
    if !partners.isEmpty {
      notes.append("with \(partners.joined(separator: " and "))")
    } else if visit.demands.count > 1 {
      notes.append("NEEDS TWO: no second worker in this rota")
    }
    if visit.isTimeCritical { notes.append("time-critical") }
    if let person = caseload.person(visit.person) {
      let knows = person.coreTeam.contains(worker) || (person.recentVisits[worker] ?? 0) > 0
      if !knows, visit.kind != .firstResponse, !person.coreTeam.isEmpty || !person.recentVisits.isEmpty {
        notes.append("has not been before")
      }
    }
    switch visit.mode {
    case .home: break
    case .clinic: notes.append("at the clinic")
    case .telephone: notes.append("by telephone")
    case .video: notes.append("by video")
    }
    if let lock = visit.lock { notes.append(PrintableText.of("ordered by \(lock.setBy): \(lock.reason)")) }
    switch visit.state {
    case .planned, .published: break
    case .underWay: notes.append("under way")
    case .done: notes.append("done")
    }
    return notes
  }
}
