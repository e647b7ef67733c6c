package import Quantities

/// How the first days of a plan were held against real rotas of them.
package struct RotaAgreement: Hashable, Sendable {
  /// The days that were really rostered.
  package let days: [RosteredDay]
  /// How often the plan was made: once, and again after each round of cuts.
  package let rounds: Int
  /// Minutes of travel and waiting for each thousand with people, by role, as those rotas had them.
  package let overhead: [Role: PerMille]
  /// The same of parts of the day in which a role has been with people long enough to say.
  package let overheadByPart: [Role: [PartOfDay: PerMille]]
  /// Calls for which a day's rota had no place though the plan had counted on it; each was planned on another day then.
  package let cuts: [VisitID]
  /// First visits, plans and reviews of those days that no rota could hold in the end.
  package let leftOut: [VisitID]

  package init(
    days: [RosteredDay], rounds: Int, overhead: [Role: PerMille],
    overheadByPart: [Role: [PartOfDay: PerMille]] = [:], cuts: [VisitID], leftOut: [VisitID]
  ) {
    self.days = days
    self.rounds = rounds
    self.overhead = overhead
    self.overheadByPart = overheadByPart
    self.cuts = cuts
    self.leftOut = leftOut
  }

  /// What came of the rota of a day.
  package struct RosteredDay: Hashable, Sendable {
    package let date: CivilDate
    package let calls: Int
    package let uncovered: Int
    /// Of these the essential ones: the day's own rota would end with exit code 1 for them.
    package var uncoveredEssential: Int { withoutPlace.count }
    /// These, in order of id.
    package let withoutPlace: [VisitID]

    /// - Parameter calls: how many the day has, without those of starts that wait or have a later day.
    package init(date: CivilDate, calls: Int, uncovered: Int, withoutPlace: [VisitID]) {
      self.date = date
      self.calls = calls
      self.uncovered = uncovered
      self.withoutPlace = withoutPlace
    }
  }
}
