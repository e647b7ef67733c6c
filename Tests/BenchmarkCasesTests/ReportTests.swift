import BenchmarkCases
import Foundation
import Testing

@Suite("The benchmark report")
struct ReportTests {
  /// A day's record with the given budget.
  private func record(plan: String, units: Int, cost: Int, late: Int) -> String {
    """
    {"case": "day-hamlet-\(plan)", "summary": "a hamlet", "counters": [
    {"name": "size.calls", "words": "calls", "kind": "size", "value": 12},
    {"name": "size.workers", "words": "workers", "kind": "size", "value": 3},
    {"name": "work.units", "words": "work units", "kind": "size", "value": \(units)},
    {"name": "level.late", "words": "lateness", "kind": "level", "value": \(late)},
    {"name": "level.cost", "words": "cost", "kind": "level", "value": \(cost)},
    {"name": "bound.proven", "words": "levels proven", "kind": "bound", "value": \(late > 0 ? 0 : 1)},
    {"name": "bound.open", "words": "bound of the first open level", "kind": "bound", "value": \(late > 0 ? 0 : 31_00)}],
    "spans": [{"name": "reading", "microseconds": 1000}, {"name": "search", "microseconds": \(units)}],
    "peakMemoryKilobytes": 20480}
    """
  }

  @Test("growth, quality against work, stages and machine are on the page, with plots that say what they show")
  func page() throws {
    let guarding = try Guard()
    defer { guarding.remove() }
    let plans = [
      ("greedy", 100, 90_00, 4), ("50k", 50_000, 80_00, 0), ("usual", 100_000, 70_00, 0), ("200k", 200_000, 65_00, 0),
    ]
    for (plan, units, cost, late) in plans {
      try guarding.write(
        record(plan: plan, units: units, cost: cost, late: late), to: "measured/counted/day-hamlet-\(plan).json")
    }
    #expect(try guarding.keep().code == 0)
    let answer = try guarding.report()
    #expect(answer.code == 0, "\(answer.text)")
    let page = try guarding.read("page/Benchmarks.md")
    #expect(page.contains("a compiler"))
    #expect(page.contains("| hamlet | 12 | 3 | usual | 100,000 | 0.10 | 1.01 | 20 |"), "\(page)")
    #expect(page.contains("| 200,000 | 0.20 | 1 of 2 | 0 | 6,500 | 3,100 |"), "\(page)")
    #expect(page.contains("| 100 | 0.00 | 0 of 2 | 4 | 9,000 | - |"), "\(page)")
    for name in ["time", "memory", "quality-hamlet", "stages", "stages-greedy"] {
      #expect(page.contains("(benchmarks/\(name).svg)"))
      let plot = try guarding.read("page/benchmarks/\(name).svg")
      #expect(plot.hasPrefix("<svg ") && plot.hasSuffix("</svg>\n"))
      #expect(plot.contains("<title id=\"t\">") && plot.contains("<desc id=\"d\">") && !plot.contains("nan"))
    }
    // The rota whose earlier level is worse is not in the plot of the cost.
    #expect(!(try guarding.read("page/benchmarks/quality-hamlet.svg")).contains("cost: 100, "))
  }

  @Test("planning stands by the size of the service, with how much of it is proven, and is no single step")
  func plans() throws {
    let guarding = try Guard()
    defer { guarding.remove() }
    for (name, episodes) in [("town", 400), ("hamlet", 30)] {
      let record = """
        {"case": "plan-\(name)", "summary": "a \(name) planned", "counters": [
        {"name": "work.pivots", "words": "steps", "kind": "work", "value": 1234},
        {"name": "size.episodes", "words": "running episodes", "kind": "size", "value": \(episodes)},
        {"name": "size.starts", "words": "people who wait", "kind": "size", "value": 7},
        {"name": "size.calls", "words": "calls", "kind": "size", "value": 9000},
        {"name": "level.late", "words": "late", "kind": "level", "value": 2},
        {"name": "level.wait", "words": "wait", "kind": "level", "value": 5},
        {"name": "bound.late", "words": "late", "kind": "bound", "value": 2},
        {"name": "bound.wait", "words": "wait", "kind": "bound", "value": 4}],
        "spans": [], "wallClockMicroseconds": 1500000, "peakMemoryKilobytes": 20480}
        """
      try guarding.write(record, to: "measured/counted/plan-\(name).json")
    }
    #expect(try guarding.keep().code == 0)
    #expect(try guarding.report().code == 0)
    let page = try guarding.read("page/Benchmarks.md")
    let town = try #require(page.range(of: "| town | 400 | 7 | 9,000 | 1,234 | 1 of 2 |"), "\(page)")
    let hamlet = try #require(page.range(of: "| hamlet | 30 | 7 | 9,000 | 1,234 | 1 of 2 |"))
    #expect(hamlet.lowerBound < town.lowerBound)
    #expect(!page.contains("a town planned"))
    #expect(try guarding.read("page/benchmarks/plan-memory.svg").contains("planning: 400, 20"))
  }

  @Test("a kept result tells what differs from the one before, and drops cases that are gone")
  func kept() throws {
    let guarding = try Guard()
    defer { guarding.remove() }
    try guarding.write(
      record(plan: "usual", units: 100, cost: 5, late: 0), to: "measured/counted/day-hamlet-usual.json")
    #expect(try guarding.keep().code == 0)
    try FileManager.default.removeItem(at: guarding.folder.appendingPathComponent("measured"))
    try guarding.write(record(plan: "9k", units: 100, cost: 5, late: 0), to: "measured/counted/day-hamlet-9k.json")
    let answer = try guarding.keep()
    #expect(answer.code == 0)
    #expect(answer.text.contains("day-hamlet-usual: CHANGED"), "\(answer.text)")
    #expect(throws: (any Error).self) { try guarding.read("results/day-hamlet-usual.json") }
  }

  @Test("without a kept result the report says what to do first")
  func nothingKept() throws {
    let guarding = try Guard()
    defer { guarding.remove() }
    let answer = try guarding.report()
    #expect(answer.code == 65)
    #expect(answer.text.contains("make bench-long"))
  }
}
