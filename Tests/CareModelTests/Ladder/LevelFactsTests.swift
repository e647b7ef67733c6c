import CareModel
import Quantities
import Testing

@Suite("From a call to its level")
struct LevelFactsTests {
  /// What sort of clock each kind runs against.
  private enum Clock { case response, days, none }

  private static let clocks: [Visit.Kind: Clock] = [
    .firstResponse: .response, .carePlan: .days, .review: .days, .dischargeReview: .days, .assessment: .none,
    .personalCare: .none, .therapy: .none, .equipmentFit: .none, .other: .none,
  ]

  /// The levels for low, medium and high consequence.
  private typealias Line = (low: Level.Kind, medium: Level.Kind, high: Level.Kind)

  /// The same rules in another form: a line of three consequences for each sort of call.
  private func line(_ item: LevelCase, clock: Clock) -> Line {
    switch clock {
    case .response:
      return ["at", "after"].contains(item.deadline)
        ? (.deferred, .deferred, .deferred) : (.response, .response, .response)
    case .days:
      let level: Level.Kind = ["past", "today"].contains(item.clock) ? .clocks : .clocksEarly
      return item.isInStartBundle ? (level, .firstDay, .firstDay) : (level, level, level)
    case .none:
      if item.isInStartBundle { return (.other, .firstDay, .firstDay) }
      return item.isTimeCritical ? (.other, .timeCritical, .timeCritical) : (.other, .essentialMedium, .essentialHigh)
    }
  }

  private func expected(_ item: LevelCase, rank: Rank) -> VisitLevel? {
    if let reason = VisitLevel.Reason(rawValue: item.obstacle) { return .notWanted(reason) }
    guard let kind = Visit.Kind(rawValue: item.kind), let clock = Self.clocks[kind] else { return nil }
    let line = line(item, clock: clock)
    switch item.consequence {
    case "low": return .counted(Level(line.low, rank: rank))
    case "medium": return .counted(Level(line.medium, rank: rank))
    default: return .counted(Level(line.high, rank: rank))
    }
  }

  @Test("the function agrees with a table written apart from it, for every combination there is and every rank")
  func agreesEverywhere() throws {
    #expect(LevelCase.all.count == 9 * 3 * 2 * 2 * 5 * 4 * 4)
    for rank in CareHomeRiskScope.withinClass.ranks {
      var differing: [LevelCase] = []
      for item in LevelCase.all where item.facts(rank: rank)?.level != expected(item, rank: rank) {
        differing.append(item)
      }
      #expect(differing == [], "\(rank.name): \(differing.count) differ")
    }
  }

  @Test("each combination counts at a level that every scope's ladder knows, or isn't wanted")
  func total() {
    for scope in CareHomeRiskScope.allCases {
      let ladder = Ladder.standard(scope: scope)
      for rank in scope.ranks {
        let lost = LevelCase.all.filter { item in
          switch item.facts(rank: rank)?.level {
          case .counted(let level): ladder.index(of: level) == nil || !level.kind.countsUncovered
          case .notWanted(let reason): reason.rawValue != item.obstacle
          case nil: true
          }
        }
        #expect(lost == [], "\(scope), \(rank.name)")
      }
    }
  }

  @Test("every level that counts uncovered calls is some call's level")
  func everyLevelIsReached() {
    let rank = Rank(.hospitalDischarge, isFlagged: false)
    let reached = Set(LevelCase.all.compactMap { $0.facts(rank: rank)?.level.level?.kind })
    #expect(reached == Set(Level.Kind.allCases.filter(\.countsUncovered)))
  }

  @Test("being overdue never lowers a first visit's place")
  func overdueNeverLowers() throws {
    for rank in CareHomeRiskScope.withinClass.ranks {
      let ladder = Ladder.standard(scope: .withinClass)
      var places: [Int] = []
      for deadline in ["overdue", "before", "at", "after"] {
        let item = LevelCase(
          kind: "firstResponse", consequence: "low", isTimeCritical: false, isInStartBundle: false, deadline: deadline,
          clock: "none", obstacle: "none")
        let level = try #require(item.facts(rank: rank)?.level.level)
        places.append(try #require(ladder.index(of: level)))
      }
      #expect(places == places.sorted())
    }
  }

  @Test("an uncovered essential call counts before any first visit not due, and before any call of low consequence")
  func essentialBeforeTheRest() throws {
    let ladder = Ladder.standard(scope: .withinClass)
    for (index, level) in ladder.levels.enumerated() where level.kind.isEssential {
      for later in ladder.levels where [.deferred, .clocksEarly, .stability, .other, .cost].contains(later.kind) {
        #expect(index < (try #require(ladder.index(of: later))))
      }
    }
  }
}
