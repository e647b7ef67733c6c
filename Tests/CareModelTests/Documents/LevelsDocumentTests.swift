import CareModel
import Quantities
import Testing

@Suite("Documentation/levels.md")
struct LevelsDocumentTests {
  private func document() throws -> ProjectDocument { try ProjectDocument("Documentation/levels.md") }

  private func cases(of row: [String: String]) throws -> [LevelCase] {
    LevelCase.combinations(
      kinds: try row.values("kind", of: LevelCase.kinds),
      consequences: try row.values("consequence", of: LevelCase.consequences),
      timeCritical: try row.values("time-critical", of: LevelCase.answers),
      bundle: try row.values("start bundle", of: LevelCase.answers),
      deadlines: try row.values("deadline", of: LevelCase.deadlines),
      clocks: try row.values("clock", of: LevelCase.clocks),
      obstacles: try row.values("obstacle", of: LevelCase.obstacles))
  }

  @Test("each line of the table of levels is what the function says, for every value that the line allows")
  func eachLine() throws {
    let table = try document().table(under: "From a call to its level")
    #expect(table.rows.count == 14)
    for row in table.rows {
      let cell = try #require(row["level"])
      let ofItsRank = cell.hasSuffix(" of its rank")
      let name = ofItsRank ? String(cell.dropLast(" of its rank".count)) : cell
      for rank in CareHomeRiskScope.withinClass.ranks {
        for item in try cases(of: row) {
          let level = try #require(item.facts(rank: rank)).level
          if name == "not wanted" {
            #expect(level == .notWanted(try #require(VisitLevel.Reason(rawValue: item.obstacle))), "\(item)")
          } else {
            let kind = try #require(Level.Kind(rawValue: name), "\(name) is no level")
            #expect(level == .counted(Level(kind, rank: rank)), "\(item)")
            #expect(kind.isPerRank == ofItsRank)
          }
        }
      }
    }
  }

  @Test("the table of levels holds every combination there is exactly once")
  func partition() throws {
    var seen: [LevelCase: Int] = [:]
    for row in try document().table(under: "From a call to its level").rows {
      for item in try cases(of: row) { seen[item, default: 0] += 1 }
    }
    #expect(LevelCase.all.filter { seen[$0] != 1 } == [])
  }

  @Test("the table of the ladder is the default ladder, in order, with the names on screens")
  func ladder() throws {
    var expected: [String] = []
    let ranks = CareHomeRiskScope.withinClass.ranks
    for row in try document().table(under: "The ladder").rows {
      let cell = try #require(row["level"])
      let parts = cell.split(separator: ":").map(String.init)
      let kinds = try parts[0].split(separator: ",").map { word in
        try #require(Level.Kind(rawValue: String(word.drop { $0 == " " })), "\(word) is no level")
      }
      if let kind = kinds.first, kinds.count == 1 {
        #expect(Level(kind).printedName == row["on screens"])
        #expect(kind.isPerRank == (parts.count == 2))
      }
      switch parts.count == 2 ? parts[1] : "" {
      case "": expected += kinds.map(\.rawValue)
      case " each rank": expected += ranks.map { Level(kinds[0], rank: $0).name }
      case " each rank of class 1", " each other rank":
        let isFirst = parts[1] == " each rank of class 1"
        for rank in ranks where (rank.referralClass == .hospitalDischarge) == isFirst {
          expected += kinds.map { Level($0, rank: rank).name }
        }
      default: Issue.record("\(cell) is not understood")
      }
    }
    #expect(expected == Ladder.standard(scope: .withinClass).levels.map(\.name))
  }

  @Test("the names of the four levels of first visits on screens are the model's")
  func namesOfFirstVisits() throws {
    let text = try document().text
    for kind in [Level.Kind.response, .responseAvoidable, .responseLateness, .firstDay] {
      #expect(text.contains("`\(kind.rawValue)` (\(Level(kind).printedName))"), "\(kind)")
    }
  }

  @Test("the table of ranks is what each scope says")
  func ranks() throws {
    let table = try document().table(under: "The ranks")
    #expect(table.rows.count == 6)
    #expect(Array(table.columns.dropFirst(2)) == CareHomeRiskScope.allCases.map(\.rawValue))
    for row in table.rows {
      let referralClass = try #require(ReferralClass(rawValue: row["class"] ?? ""))
      for scope in CareHomeRiskScope.allCases {
        let rank = scope.rank(of: LondonDay.referral(referralClass, isFlagged: row["flag"] == "yes"))
        let place = try #require(scope.ranks.firstIndex(of: rank))
        #expect("\(place + 1)" == row[scope.rawValue], "\(referralClass), flag \(row["flag"] ?? ""), \(scope)")
      }
    }
  }

  @Test("the table of consequences is what a call counts as, set or not, left yesterday or not")
  func consequences() throws {
    for row in try document().table(under: "Consequence, and yesterday").rows {
      let counts = try #require(Consequence(rawValue: row["counts as"] ?? ""))
      let wasLeft = row["left yesterday"] == "yes"
      for word in try row.values("kind", of: LevelCase.kinds) {
        let kind = try #require(Visit.Kind(rawValue: word))
        let visit = LondonDay.visit(kind, consequence: row["set"].flatMap(Consequence.init(rawValue:)))
        let caseload = LondonDay.caseload(visits: [visit], wasLeftYesterday: wasLeft)
        #expect(caseload.consequence(of: visit) == counts, "\(row)")
        #expect(caseload.levelFacts(of: visit).consequence == counts, "\(row)")
      }
    }
  }
}
