package import CareModel

/// Who comes to one person on a day, in raw numbers: continuity (R34; `Documentation/rota-report.md`).
package struct PersonMeasure: Hashable, Sendable {
  package let person: PersonID
  /// Calls of the day that have a place.
  package let calls: Int
  /// Comings of a worker: two for a call of two workers. First visits are not counted, since nobody can be known at one.
  package let comings: Int
  /// Of these, by somebody of the core team.
  package let byCoreTeam: Int
  /// Of these, by somebody of the core team or who has been in the last 28 days.
  package let byKnown: Int
  /// Different workers today, first visits included.
  package let workers: Int
  /// Different workers of the last 28 days and today.
  package let workersOfFourWeeks: Int
  /// Has a core team, or had calls in the last 28 days: somebody could be known.
  package let hasHistory: Bool

  /// - Parameter placed: the person's calls with the worker of each demand.
  init(of person: Person, _ placed: [(visit: Visit, worker: WorkerID)]) {
    self.person = person.id
    let repeated = placed.filter { $0.visit.kind != .firstResponse }.map { Acquaintance(of: $0.worker, person) }
    let today = Set(placed.map(\.worker))
    let before = person.recentVisits.filter { $0.value > 0 }.keys
    calls = Set(placed.map(\.visit.id)).count
    comings = repeated.count
    byCoreTeam = repeated.count { $0 == .coreTeam }
    byKnown = repeated.count { $0 != .stranger }
    workers = today.count
    workersOfFourWeeks = today.union(before).count
    hasHistory = !person.coreTeam.isEmpty || !before.isEmpty
  }
}
