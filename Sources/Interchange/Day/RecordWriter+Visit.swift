import CareModel
import Quantities

extension RecordWriter {
  /// All three windows are written out, so that reading needs none of the policy's tolerances again.
  func visit(_ visit: Visit) -> JSONText {
    .record([
      JSONMember("id", .text(visit.id.text)), JSONMember("person", .text(visit.person.text)),
      JSONMember("kind", .text(visit.kind.rawValue)), visit.episode.map { JSONMember("episode", .text($0.text)) },
      visit.referral.map { JSONMember("referral", .text($0.text)) },
      visit.mode == .home ? nil : JSONMember("mode", .text(visit.mode.rawValue)),
      visit.place.map { JSONMember("place", .text($0.text)) },
      JSONMember("demands", .array(visit.demands.map(demand))),
      JSONMember("windows", .array(visit.windows.map(window))),
      JSONMember("consequence", .text(visit.consequence.rawValue)), truth("timeCritical", visit.isTimeCritical),
      list("preferences", visit.preferences.map(preference)), ids("refusedWorkers", visit.refusedWorkers),
      visit.lastPermittedDay.map { JSONMember("lastPermittedDay", .text($0.description)) },
      visit.lock.map { JSONMember("lock", lock($0)) }, JSONMember("state", .text(visit.state.rawValue)),
      visit.published.map { JSONMember("published", placement($0)) },
      visit.actual.map { JSONMember("actual", placement($0)) },
    ])
  }

  func demand(_ demand: Demand) -> JSONText {
    .record([
      list("roles", demand.roles.map { .text($0.rawValue) }), ids("skills", demand.skills),
      JSONMember("lengthMinutes", .integer(demand.length.value)),
    ])
  }

  private func window(_ window: WindowAlternative) -> JSONText {
    .record([
      JSONMember("preferred", interval(window.preferred)), JSONMember("agreed", interval(window.agreed)),
      JSONMember("safe", interval(window.safe)),
    ])
  }

  private func lock(_ lock: Lock) -> JSONText {
    .record([
      lock.workers.map { JSONMember("workers", .array($0.map { .text($0.text) })) },
      lock.start.map { JSONMember("start", time($0)) }, JSONMember("setBy", .text(lock.setBy)),
      JSONMember("reason", .text(lock.reason)),
    ])
  }

  func placement(_ placement: Visit.Placement) -> JSONText {
    .record([
      JSONMember("workers", .array(placement.workers.map { .text($0.text) })),
      JSONMember("start", time(placement.start)),
    ])
  }
}
