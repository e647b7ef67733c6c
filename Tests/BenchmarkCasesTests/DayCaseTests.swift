import BenchmarkCases
import CareModel
import SyntheticCaseloads
import Testing

@Suite("Whole days as benchmarks")
struct DayCaseTests {
  private func counters(_ plan: DayCase.Plan) throws -> [String: BenchmarkCounter] {
    let outcome = try DayCase(BenchmarkDay(DayPreset.tiny), plan, .gate).benchmark.prepare()()
    return Dictionary(outcome.counters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("greedy counts its labels and places, and no stage but its own")
  func greedy() throws {
    let counted = try counters(.greedy)
    #expect(try #require(counted["work.labels"]).value > 0)
    #expect(try #require(counted["work.places"]).value > 0)
    #expect(counted["work.greedy.units"] != nil)
    #expect(counted["work.search.units"] == nil)
  }

  @Test("the stages' work adds up to the whole, within a unit a stage and what setting up takes")
  func stagesAddUp() throws {
    let counted = try counters(.all(thousands: 20))
    let whole = try #require(counted["work.units"]).value
    let stages = ["greedy", "search", "columns", "glpk", "polish"].compactMap { counted["work.\($0).units"]?.value }
    #expect(stages.count == 5)
    #expect(abs(whole - stages.reduce(0, +)) <= 10)
    #expect(whole >= 20_000)
    #expect(try #require(counted["work.search.iterations"]).kind == .reach)
  }

  @Test("every level of the ladder is there in its order, with what is proven of it")
  func levels() throws {
    let day = BenchmarkDay(DayPreset.tiny)
    let outcome = try DayCase(day, .greedy, .gate).benchmark.prepare()()
    let levels = outcome.counters.filter { $0.kind == .level }
    let ladder = day.make().policy.ladder.levels
    #expect(levels.map(\.name) == ladder.map { "level.\($0.name)" })
    #expect(levels.map(\.words) == ladder.map(\.printedName))
    let proven = try #require(outcome.counters.first { $0.name == "bound.proven" }).value
    #expect((0...ladder.count).contains(proven))
    #expect((proven < ladder.count) == outcome.counters.contains { $0.name == "bound.open" })
  }

  @Test("the parts of the run follow the data's way, and the shorter of two times is kept")
  func spans() throws {
    let body = try DayCase(BenchmarkDay(DayPreset.tiny), .all(thousands: 5), .gate).benchmark.prepare()
    var outcome = try body()
    let other = try body()
    let parts = ["reading", "greedy", "search", "columns", "glpk", "polish", "proof", "reasons", "writing"]
    #expect(outcome.spans.map(\.name) == parts)
    let shorter = zip(outcome.spans, other.spans).map { min($0.duration, $1.duration) }
    outcome.keepShorterSpans(of: other)
    #expect(outcome.spans.map(\.duration) == shorter)
  }
}
