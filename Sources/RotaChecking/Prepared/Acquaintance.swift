import CareModel

/// How well a worker knows a person.
enum Acquaintance: Hashable {
  /// Of the person's core team.
  case coreTeam
  /// Has visited in the last 28 days.
  case seen
  /// Neither.
  case stranger

  init(of worker: WorkerID, _ person: Person) {
    if person.coreTeam.contains(worker) {
      self = .coreTeam
    } else {
      self = (person.recentVisits[worker] ?? 0) > 0 ? .seen : .stranger
    }
  }
}
