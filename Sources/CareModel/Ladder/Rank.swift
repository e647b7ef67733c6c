/// A referral's place in the order of who is served first (R15, R16).
package struct Rank: Hashable, Sendable {
  package let referralClass: ReferralClass
  /// Flagged as at risk of admission to a care home, where the scope heeds the flag.
  package let isFlagged: Bool

  package init(_ referralClass: ReferralClass, isFlagged: Bool) {
    self.referralClass = referralClass
    self.isFlagged = isFlagged
  }

  /// Stable name in documents: `hospitalDischarge` or `hospitalDischargeAtRisk`.
  package var name: String { referralClass.rawValue + (isFlagged ? "AtRisk" : "") }

  package var printedName: String { referralClass.printedName + (isFlagged ? " (care-home risk)" : "") }
}

/// How far the care-home flag lifts somebody (R16; `domain.md` finding 5).
package enum CareHomeRiskScope: String, CaseIterable, Hashable, Sendable {
  case withinClass, class3Only, oneClassUp, off

  /// Every rank that this scope knows, first served first.
  package var ranks: [Rank] {
    let (one, two, three) = (
      ReferralClass.hospitalDischarge, ReferralClass.newCommunity, ReferralClass.escalatingExisting
    )
    func plain(_ referralClass: ReferralClass) -> Rank { Rank(referralClass, isFlagged: false) }
    func flagged(_ referralClass: ReferralClass) -> Rank { Rank(referralClass, isFlagged: true) }
    return switch self {
    case .withinClass: [flagged(one), plain(one), flagged(two), plain(two), flagged(three), plain(three)]
    case .class3Only: [plain(one), plain(two), flagged(three), plain(three)]
    case .oneClassUp: [flagged(one), flagged(two), plain(one), flagged(three), plain(two), plain(three)]
    case .off: [plain(one), plain(two), plain(three)]
    }
  }

  /// The rank of a referral; a flag that the scope doesn't heed is dropped.
  package func rank(of referral: Referral) -> Rank {
    let wanted = Rank(referral.referralClass, isFlagged: referral.careHomeRisk != nil)
    return ranks.contains(wanted) ? wanted : Rank(referral.referralClass, isFlagged: false)
  }

  /// The rank served last, for calls that no referral is known for.
  package var lastRank: Rank { Rank(.escalatingExisting, isFlagged: false) }
}
