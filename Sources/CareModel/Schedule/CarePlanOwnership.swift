package import Quantities

/// Who answers for the care plan of a running episode (R33).
package struct CarePlanOwnership: Hashable, Sendable {
  package let episode: EpisodeID
  package let person: PersonID
  package let agreedOn: CivilDate
  /// As it is recorded.
  package let owner: WorkerID?
  /// What is wrong with that; nil for a registered professional of the service.
  package let flaw: Flaw?

  package init(episode: EpisodeID, person: PersonID, agreedOn: CivilDate, owner: WorkerID?, flaw: Flaw?) {
    self.episode = episode
    self.person = person
    self.agreedOn = agreedOn
    self.owner = owner
    self.flaw = flaw
  }

  package enum Flaw: String, CaseIterable, Hashable, Sendable {
    /// Nobody is named.
    case noOwner
    /// Whoever is named is no registered professional.
    case notRegistered
    /// Whoever is named is not on the staff list, or not employed any more.
    case left
  }
}
