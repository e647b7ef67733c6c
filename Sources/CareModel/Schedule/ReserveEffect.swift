package import Quantities

/// What keeping a share of each week's starts for the classes behind the first has changed (R17), against the same plan without.
package struct ReserveEffect: Hashable, Sendable {
  /// Thousandths of each week's starts.
  package let share: PerMille
  /// How many starts are kept for classes 2 and 3 in the coming week and in the one after.
  package let kept: [Int]
  /// Everybody whose start has another day, in the order in which they are served.
  package let changes: [Change]

  package init(share: PerMille, kept: [Int], changes: [Change]) {
    self.share = share
    self.kept = kept
    self.changes = changes
  }

  /// Somebody who starts on another day than without the reserve.
  package struct Change: Hashable, Sendable {
    package let referral: ReferralID
    package let person: PersonID
    package let rank: Rank
    /// Without the reserve; nil: no day.
    package let without: CivilDate?
    package let with: CivilDate?

    package init(
      referral: ReferralID, person: PersonID, rank: Rank, without: CivilDate?, with: CivilDate?
    ) {
      self.referral = referral
      self.person = person
      self.rank = rank
      self.without = without
      self.with = with
    }
  }
}
