import CareModel
import Testing

@Suite("The ladder")
struct LadderTests {
  private func perRank(_ rank: String) -> [String] {
    ["response", "responseAvoidable", "responseLateness", "firstDay"].map { "\($0).\(rank)" }
  }

  @Test("the default order is the design's, with the clocks after the ranks of class 1")
  func standardOrder() {
    let expected =
      ["timeCritical", "essentialHigh", "timeCriticalLate", "essentialMedium"]
      + perRank("hospitalDischargeAtRisk") + perRank("hospitalDischarge") + ["clocks"]
      + perRank("newCommunityAtRisk") + perRank("newCommunity")
      + perRank("escalatingExistingAtRisk") + perRank("escalatingExisting")
      + [
        "deferred.hospitalDischargeAtRisk", "deferred.hospitalDischarge", "deferred.newCommunityAtRisk",
        "deferred.newCommunity", "deferred.escalatingExistingAtRisk", "deferred.escalatingExisting",
        "clocksEarly", "stability",
        "other.hospitalDischargeAtRisk", "other.hospitalDischarge", "other.newCommunityAtRisk", "other.newCommunity",
        "other.escalatingExistingAtRisk", "other.escalatingExisting", "cost",
      ]
    #expect(Ladder.standard(scope: .withinClass).levels.map(\.name) == expected)
    #expect(Policy().ladder == Ladder.standard(scope: .withinClass))
  }

  @Test("in every scope the clocks stand right after the last rank of class 1")
  func clocksAfterClassOne() throws {
    let before: [CareHomeRiskScope: String] = [
      .withinClass: "firstDay.hospitalDischarge", .class3Only: "firstDay.hospitalDischarge",
      .oneClassUp: "firstDay.hospitalDischarge", .off: "firstDay.hospitalDischarge",
    ]
    let after: [CareHomeRiskScope: String] = [
      .withinClass: "response.newCommunityAtRisk", .class3Only: "response.newCommunity",
      .oneClassUp: "response.escalatingExistingAtRisk", .off: "response.newCommunity",
    ]
    for scope in CareHomeRiskScope.allCases {
      let names = Ladder.standard(scope: scope).levels.map(\.name)
      let clocks = try #require(names.firstIndex(of: "clocks"))
      #expect(names[clocks - 1] == before[scope])
      #expect(names[clocks + 1] == after[scope])
    }
  }

  @Test("each scope's ladder holds every kind, once or once per rank, and nothing twice")
  func complete() {
    for scope in CareHomeRiskScope.allCases {
      let levels = Ladder.standard(scope: scope).levels
      #expect(Set(levels).count == levels.count)
      #expect(Set(levels.map(\.name)).count == levels.count)
      #expect(Set(levels.map(\.printedName)).count == levels.count)
      for kind in Level.Kind.allCases {
        let count = levels.count { $0.kind == kind }
        #expect(count == (kind.isPerRank ? scope.ranks.count : 1), "\(kind) in \(scope)")
      }
    }
  }

  @Test("a service's own order is taken when it holds each level once and ends with cost")
  func ownOrder() throws {
    for scope in CareHomeRiskScope.allCases {
      var levels = Ladder.standard(scope: scope).levels
      levels.swapAt(0, 1)
      levels.swapAt(3, 7)
      let ladder = try #require(Ladder(levels: levels, scope: scope))
      #expect(ladder.levels == levels)
      #expect(ladder.index(of: Level(.timeCritical)) == 1)
    }
  }

  @Test("an order without one of the levels is refused, whichever it is")
  func missingLevel() {
    let levels = Ladder.standard(scope: .withinClass).levels
    for index in levels.indices {
      var fewer = levels
      fewer.remove(at: index)
      #expect(Ladder(levels: fewer, scope: .withinClass) == nil, "without \(levels[index].name)")
    }
    #expect(Ladder(levels: [], scope: .off) == nil)
  }

  @Test("an order with a level twice is refused, added or in another's place")
  func doubledLevel() {
    let levels = Ladder.standard(scope: .withinClass).levels
    for index in levels.indices {
      #expect(Ladder(levels: [levels[index]] + levels, scope: .withinClass) == nil)
    }
    var replaced = levels
    replaced[3] = replaced[0]
    #expect(Ladder(levels: replaced, scope: .withinClass) == nil)
  }

  @Test("the order of another scope, and one that doesn't end with cost, are refused")
  func wrongScopeAndEnd() {
    let levels = Ladder.standard(scope: .withinClass).levels
    for scope in CareHomeRiskScope.allCases where scope != .withinClass && scope != .oneClassUp {
      #expect(Ladder(levels: levels, scope: scope) == nil)
    }
    #expect(Ladder(levels: levels.reversed(), scope: .withinClass) == nil)
    #expect(Ladder(levels: Array(levels.dropLast()) + [Level(.stability)], scope: .withinClass) == nil)
  }

  @Test("a level that stands once forgets a rank given with it")
  func rankOnlyWhereItBelongs() {
    let rank = Rank(.newCommunity, isFlagged: false)
    #expect(Level(.cost, rank: rank) == Level(.cost))
    #expect(Level(.response, rank: rank).name == "response.newCommunity")
    #expect(Level(.response, rank: rank).printedName == "first visits: new in the community")
    let unknown = Level(.response, rank: Rank(.newCommunity, isFlagged: true))
    #expect(Ladder.standard(scope: .off).index(of: unknown) == nil)
  }
}
