import CareModel
import Quantities
import Testing

@Suite("Ranks")
struct RankTests {
  private func order(_ scope: CareHomeRiskScope) -> [String] {
    scope.ranks.map { "\($0.referralClass.number)\($0.isFlagged ? "F" : "")" }
  }

  @Test("each scope has its own order of classes and flags")
  func orders() {
    #expect(order(.withinClass) == ["1F", "1", "2F", "2", "3F", "3"])
    #expect(order(.class3Only) == ["1", "2", "3F", "3"])
    #expect(order(.oneClassUp) == ["1F", "2F", "1", "3F", "2", "3"])
    #expect(order(.off) == ["1", "2", "3"])
  }

  @Test("a flag that the scope doesn't heed is dropped, every other one stands")
  func ranksOfReferrals() {
    for scope in CareHomeRiskScope.allCases {
      for referralClass in ReferralClass.allCases {
        let plain = scope.rank(of: LondonDay.referral(referralClass))
        #expect(plain == Rank(referralClass, isFlagged: false))
        let flagged = scope.rank(of: LondonDay.referral(referralClass, isFlagged: true))
        let isHeeded = scope.ranks.contains(Rank(referralClass, isFlagged: true))
        #expect(flagged == Rank(referralClass, isFlagged: isHeeded), "\(scope) \(referralClass)")
        #expect(scope.ranks.contains(flagged) && scope.ranks.contains(plain))
      }
    }
  }

  @Test("a flag never lowers somebody's place, whatever the scope")
  func flagNeverLowers() throws {
    for scope in CareHomeRiskScope.allCases {
      for referralClass in ReferralClass.allCases {
        let plain = try #require(scope.ranks.firstIndex(of: scope.rank(of: LondonDay.referral(referralClass))))
        let flagged = try #require(
          scope.ranks.firstIndex(of: scope.rank(of: LondonDay.referral(referralClass, isFlagged: true))))
        #expect(flagged <= plain)
      }
    }
  }

  @Test("calls that no referral is known for are served last")
  func lastRank() {
    for scope in CareHomeRiskScope.allCases { #expect(scope.ranks.last == scope.lastRank) }
  }

  @Test("names of ranks are stable and different")
  func names() {
    #expect(Rank(.hospitalDischarge, isFlagged: true).name == "hospitalDischargeAtRisk")
    #expect(Rank(.escalatingExisting, isFlagged: false).name == "escalatingExisting")
    #expect(Rank(.newCommunity, isFlagged: true).printedName == "new in the community (care-home risk)")
    #expect(Set(CareHomeRiskScope.withinClass.ranks.map(\.name)).count == 6)
    #expect(Set(CareHomeRiskScope.withinClass.ranks.map(\.printedName)).count == 6)
  }
}
