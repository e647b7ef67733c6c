import Foundation
import RotaOptimiser
import Testing

@Suite("Documentation of the optimiser")
struct WorkUnitsDocumentTests {
  /// The rows of the first table under a heading, cell by cell.
  private func rows(of document: String, under heading: String) throws -> [[String]] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appendingPathComponent("Documentation/\(document)"))
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "## " + heading))
    let table = lines[start...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return table.dropFirst(2).map { line in
      line.dropFirst().dropLast().split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test("the published table of work units is the one that counts")
  func table() throws {
    let constants: [(String, Int)] = [
      ("labelsPerUnit", WorkTable.labelsPerUnit), ("placesPerUnit", WorkTable.placesPerUnit),
      ("pivotsTimesRowsPerUnit", WorkTable.pivotsTimesRowsPerUnit), ("unitsPerNode", WorkTable.unitsPerNode),
      ("unitsPerRound", WorkTable.unitsPerRound), ("pricingStepsPerUnit", WorkTable.pricingStepsPerUnit),
    ]
    let rows = try rows(of: "work-units.md", under: "What is counted")
    #expect(rows.map { Array($0.prefix(2)) } == constants.map { ["`\($0)`", "\($1)"] })
  }

  @Test("the default budget follows from the number of calls as the table says")
  func budget() throws {
    let rows = try rows(of: "work-units.md", under: "The default budget")
    #expect(rows.count > 4)
    for row in rows {
      let numbers = row.compactMap { Int($0) }
      try #require(numbers.count == 2)
      #expect(OptimiserSettings.usualBudget(calls: numbers[0]) == numbers[1], "\(row)")
    }
    #expect(OptimiserSettings.largestBudget == 1_000_000_000_000_000)
    let calls = 7
    let day = HandDay(calls: (0..<calls).map { _ in HandDay.Call(windows: []) })
    #expect(
      try DayOptimiser(day.problem, settings: OptimiserSettings(solver: .greedy)).solve().budget
        == OptimiserSettings.usualBudget(calls: calls))
  }

  @Test("the relaxations are those of the page, in its order")
  func relaxations() throws {
    let rows = try rows(of: "optimiser.md", under: "What is proven")
    #expect(rows.map { $0[0] } == Relaxation.allCases.map { "`\($0.rawValue)`" })
  }

  @Test("the stages are those of the page, in its order")
  func stages() throws {
    let rows = try rows(of: "optimiser.md", under: "The stages")
    #expect(rows.map { $0[0] } == OptimiserStage.Kind.allCases.map { "`\($0.rawValue)`" })
  }
}
