import BenchmarkCases
import SyntheticCaseloads
import Testing

/// The guard on real runs: wasted work is a run that gets less of the same budget, a loss of quality one without search.
@Suite("The benchmark guard on real runs")
struct GuardOnRealRunsTests {
  private func answers(
    of day: BenchmarkDay, committed plan: DayCase.Plan, measured other: DayCase.Plan
  ) throws -> (same: Guard.Answer, other: Guard.Answer) {
    let guarding = try Guard()
    defer { guarding.remove() }
    let committed = DayCase(day, plan, .gate).benchmark
    try guarding.measure(try committed.prepare()(), as: committed)
    #expect(try guarding.accept("a test's").code == 0)
    try guarding.measure(try committed.prepare()(), as: committed)
    let same = try guarding.compare()
    try guarding.measure(try DayCase(day, other, .gate).benchmark.prepare()(), as: committed)
    return (same, try guarding.compare())
  }

  @Test("the same run passes, and one that wastes a tenth of its work fails by its rounds")
  func slowDown() throws {
    let answers = try answers(
      of: BenchmarkDay(DayPreset.tiny), committed: .all(thousands: 20), measured: .all(thousands: 18))
    #expect(answers.same.code == 0, "\(answers.same.text)")
    #expect(answers.other.code == 1)
    #expect(answers.other.text.contains("worse   iterations of search"), "\(answers.other.text)")
  }

  @Test("the same run passes, and one with a worse rota fails by its first worse level")
  func lossOfQuality() throws {
    let answers = try answers(
      of: BenchmarkDay(DayPreset.smallBorough), committed: .all(thousands: 60), measured: .greedy)
    #expect(answers.same.code == 0, "\(answers.same.text)")
    #expect(answers.other.code == 1)
    #expect(answers.other.text.contains("worse   first-day calls"), "\(answers.other.text)")
  }
}
