package import Quantities

/// Somebody who is helped; known here by a pseudonymous id only.
package struct Person: Hashable, Sendable, Identifiable {
  package let id: PersonID
  package let place: PlaceID
  /// Workers who know the person, by plan (R34).
  package let coreTeam: [WorkerID]
  /// Visits over the last 28 days by worker.
  package let recentVisits: [WorkerID: Int]
  package let refusedWorkers: [WorkerID]
  package let preferences: [Preference]
  /// Stretches in which the person is away (in hospital): no visit may fall into one.
  package var suspensions: [InstantInterval]
  /// An essential call of this person was uncovered yesterday: today's calls count one band higher.
  package let hadUncoveredEssentialCallYesterday: Bool

  package init(
    id: PersonID, place: PlaceID, coreTeam: [WorkerID] = [], recentVisits: [WorkerID: Int] = [:],
    refusedWorkers: [WorkerID] = [], preferences: [Preference] = [], suspensions: [InstantInterval] = [],
    hadUncoveredEssentialCallYesterday: Bool = false
  ) {
    self.id = id
    self.place = place
    self.coreTeam = coreTeam.sorted()
    self.recentVisits = recentVisits
    self.refusedWorkers = refusedWorkers.sorted()
    self.preferences = preferences
    self.suspensions = suspensions
    self.hadUncoveredEssentialCallYesterday = hadUncoveredEssentialCallYesterday
  }
}

/// A wish about who comes (R40), and how strong it is.
package struct Preference: Hashable, Sendable {
  package let wish: Wish
  package let strength: Strength

  package init(_ wish: Wish, _ strength: Strength) {
    self.wish = wish
    self.strength = strength
  }

  package enum Wish: Hashable, Sendable {
    case gender(Gender)
    case language(String)
    /// One of these workers.
    case workers([WorkerID])
  }

  package enum Strength: String, CaseIterable, Hashable, Sendable {
    case weak, strong
    /// Not a wish but a rule: a risk flag or dignity (R38).
    case required
  }

  /// Whether a worker fulfils the wish.
  package func isMet(by worker: Worker) -> Bool { isMet(by: worker.id, worker.gender, worker.languages) }

  /// The same of a member of staff on any day.
  package func isMet(by member: StaffMember) -> Bool { isMet(by: member.id, member.gender, member.languages) }

  private func isMet(by id: WorkerID, _ gender: Gender?, _ languages: [String]) -> Bool {
    switch wish {
    case .gender(let wanted): gender == wanted
    case .language(let wanted): languages.contains(wanted)
    case .workers(let wanted): wanted.contains(id)
    }
  }
}
