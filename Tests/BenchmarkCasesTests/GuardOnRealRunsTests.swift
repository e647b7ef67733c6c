import BenchmarkCases
import SyntheticCaseloads
import Testing

/// The guard on real runs: the same day with more work than committed, and with so little that the rota is worse.
@Suite("The benchmark guard on real runs")
struct GuardOnRealRunsTests {
  @Test("the same run passes; a run that needs more work for it fails, and so does one that comes out worse")
  func realRuns() throws {
    let guarding = try Guard()
    defer { guarding.remove() }
    let day = BenchmarkDay(.smallBorough)
    let committed = DayCase(day, .all(thousands: 60), .gate).benchmark
    try guarding.measure(try committed.prepare()(), as: committed)
    #expect(try guarding.accept("a test's").code == 0)

    try guarding.measure(try committed.prepare()(), as: committed)
    #expect(try guarding.compare().code == 0)

    let slower = DayCase(day, .all(thousands: 66), .gate).benchmark
    try guarding.measure(try slower.prepare()(), as: committed)
    let slow = try guarding.compare()
    #expect(slow.code == 1)
    #expect(slow.text.contains("worse   work units: 60,"), "\(slow.text)")

    let worse = DayCase(day, .greedy, .gate).benchmark
    try guarding.measure(try worse.prepare()(), as: committed)
    let bad = try guarding.compare()
    #expect(bad.code == 1)
    #expect(bad.text.contains("worse   first-day calls"), "\(bad.text)")
  }
}
