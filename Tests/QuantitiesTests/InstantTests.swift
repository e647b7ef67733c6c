import Quantities
import Testing

@Suite("Instants and intervals")
struct InstantTests {
  private func at(_ seconds: Int) -> Instant { Instant(epochSeconds: seconds) }

  private func interval(_ start: Int, _ end: Int) throws -> InstantInterval {
    try #require(InstantInterval(start: at(start), end: at(end)))
  }

  @Test("time is added in seconds and minutes, and the difference of instants is elapsed time")
  func arithmetic() {
    #expect(at(100) + Seconds(20) == at(120))
    #expect(at(100) - Seconds(120) == at(-20))
    #expect(at(100) + Minutes(2) == at(220))
    #expect(at(100) - Minutes(2) == at(-20))
    #expect(at(100) - at(160) == Seconds(-60))
    #expect(at(-1) < at(0))
  }

  @Test("an interval whose end lies before its start is refused; one of a single instant is not")
  func backwards() throws {
    #expect(InstantInterval(start: at(10), end: at(9)) == nil)
    #expect(try interval(10, 10) == InstantInterval(at: at(10)))
    #expect(try interval(10, 10).length == .zero)
    #expect(try interval(10, 70).length == Seconds(60))
  }

  @Test("both ends belong to an interval")
  func bothEnds() throws {
    let interval = try interval(10, 20)
    #expect([9, 10, 15, 20, 21].map { interval.contains(at($0)) } == [false, true, true, true, false])
  }

  @Test("an interval contains itself and what lies within it")
  func nesting() throws {
    let outer = try interval(10, 20)
    #expect(outer.contains(outer))
    #expect(outer.contains(try interval(10, 12)))
    #expect(outer.contains(try interval(12, 20)))
    #expect(!outer.contains(try interval(9, 12)))
    #expect(!outer.contains(try interval(12, 21)))
    #expect(!(try interval(12, 14)).contains(outer))
  }

  @Test("intervals that touch overlap in that instant, and what both share is the same either way")
  func overlap() throws {
    let first = try interval(10, 20)
    #expect(first.overlaps(try interval(20, 30)))
    #expect(first.intersection(try interval(20, 30)) == InstantInterval(at: at(20)))
    #expect(!first.overlaps(try interval(21, 30)))
    #expect(first.intersection(try interval(21, 30)) == nil)
    #expect(first.intersection(try interval(15, 30)) == (try interval(15, 20)))
    for start in 5...25 {
      for end in start...25 {
        let other = try interval(start, end)
        #expect(first.overlaps(other) == other.overlaps(first))
        #expect(first.intersection(other) == other.intersection(first))
        #expect(first.overlaps(other) == (first.intersection(other) != nil))
      }
    }
  }
}
