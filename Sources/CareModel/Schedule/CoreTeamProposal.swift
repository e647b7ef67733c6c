/// Who would mostly go to somebody: a core team that keeps the different workers a week few (R34).
///
/// It is proposed; the document's core team is what rotas go by.
package struct CoreTeamProposal: Hashable, Sendable {
  package let person: PersonID
  /// In the order in which they were found: the core team of the document first.
  package let team: [WorkerID]
  /// How many calls of the coming two weeks somebody of the team could do, each worker of a call for two counted.
  package let covered: Int
  package let calls: Int
  /// Different workers who have come in the last 28 days.
  package let seenLately: Int
  /// Different workers who have come in each week of the running episode; empty where nobody keeps it.
  package let seenByWeek: [Int]
  /// Different workers who have come in all of it.
  package let seenInAll: Int

  package init(
    person: PersonID, team: [WorkerID], covered: Int, calls: Int, seenLately: Int, seenByWeek: [Int] = [],
    seenInAll: Int = 0
  ) {
    self.person = person
    self.team = team
    self.covered = covered
    self.calls = calls
    self.seenLately = seenLately
    self.seenByWeek = seenByWeek
    self.seenInAll = seenInAll
  }

  /// Somebody of the team could do all.
  package var isEnough: Bool { covered == calls }
}
