import BenchmarkCases
import Foundation
import Testing

/// The guard on doctored records: what is committed is one, what is measured another.
@Suite("The benchmark guard")
struct GuardTests {
  /// A record like those of a whole day, cut short.
  private func record(
    work: Int = 5000, labels: Int = 90_000, rounds: Int = 300, critical: Int = 0, lateness: Int = 400,
    cost: Int = 72_019, proven: Int = 1, calls: Int = 92, memory: Int = 30_000
  ) -> String {
    """
    {"case": "day-x", "summary": "a day", "counters": [
    {"name": "size.calls", "words": "calls", "kind": "size", "value": \(calls)},
    {"name": "work.units", "words": "work units", "kind": "work", "value": \(work)},
    {"name": "work.labels", "words": "labels", "kind": "work", "value": \(labels)},
    {"name": "work.search.iterations", "words": "rounds", "kind": "reach", "value": \(rounds)},
    {"name": "level.timeCritical", "words": "time-critical calls", "kind": "level", "value": \(critical)},
    {"name": "level.responseLateness", "words": "lateness", "kind": "level", "value": \(lateness)},
    {"name": "level.cost", "words": "cost", "kind": "level", "value": \(cost)},
    {"name": "bound.proven", "words": "levels proven", "kind": "bound", "value": \(proven)}],
    "peakMemoryKilobytes": \(memory)}
    """
  }

  /// Commits one record with a reason, measures another, and asks the guard.
  private func answer(to measured: String, milliseconds: Int = 1000) throws -> Guard.Answer {
    let guarding = try Guard()
    defer { guarding.remove() }
    try prepare(guarding)
    try guarding.write(measured, to: "measured/counted/day-x.json")
    try guarding.write(clock(milliseconds: milliseconds), to: "measured/clocked/Target.day-x.p90.json")
    return try guarding.compare()
  }

  private func clock(milliseconds: Int) -> String { "{\"wallClock\": \(milliseconds * 1_000_000)}" }

  private func prepare(_ guarding: Guard) throws {
    try guarding.write(record(), to: "measured/counted/day-x.json")
    try guarding.write(clock(milliseconds: 1000), to: "measured/clocked/Target.day-x.p90.json")
    #expect(try guarding.accept("the first values").code == 0)
  }

  @Test("the same values pass, and so do clock and memory within their slack")
  func same() throws {
    let answer = try answer(to: record(memory: 36_000), milliseconds: 3900)
    #expect(answer.code == 0, "\(answer.text)")
    #expect(answer.text == "Benchmarks: 1 as committed.\n")
  }

  @Test("more work fails, with both values, the difference and the reason of the committed one")
  func slowDown() throws {
    let answer = try answer(to: record(work: 5001, labels: 99_000))
    #expect(answer.code == 1)
    #expect(answer.text.contains("day-x: WORSE"))
    #expect(answer.text.contains("worse   work units: 5,000 committed, 5,001 now (1 more, 0.02 %)"), "\(answer.text)")
    #expect(answer.text.contains("worse   labels: 90,000 committed, 99,000 now (9,000 more, 10 %)"), "\(answer.text)")
    #expect(answer.text.contains("accepted for: the first values"))
    #expect(answer.text.contains("bench-accept"))
  }

  @Test("a dearer rota fails by one penny")
  func dearer() throws {
    let answer = try answer(to: record(cost: 72_020))
    #expect(answer.code == 1)
    #expect(answer.text.contains("worse   cost: 72,019 committed, 72,020 now"), "\(answer.text)")
  }

  @Test("an earlier level decides: what got better after it doesn't make up for it")
  func earlierLevel() throws {
    let worse = try answer(to: record(critical: 1, lateness: 0, cost: 60_000))
    #expect(worse.code == 1)
    #expect(worse.text.contains("worse   with it, cost"), "\(worse.text)")
    let better = try answer(to: record(lateness: 100, cost: 80_000))
    #expect(better.code == 3)
    #expect(better.text.contains("day-x: BETTER"), "\(better.text)")
  }

  @Test("better is told, and is to be accepted")
  func better() throws {
    for measured in [record(work: 4000), record(cost: 70_000), record(proven: 2), record(rounds: 301)] {
      let answer = try answer(to: measured)
      #expect(answer.code == 3, "\(answer.text)")
      #expect(answer.text.contains("day-x: BETTER") && answer.text.contains("Better: accept it"), "\(answer.text)")
    }
  }

  @Test("in a better rota it is the work in all that counts, not how it was spread; dearer work still fails")
  func otherWay() throws {
    #expect(try answer(to: record(labels: 95_000, rounds: 280, cost: 70_000)).code == 3)
    #expect(try answer(to: record(work: 6000, cost: 70_000)).code == 1)
    #expect(try answer(to: record(cost: 70_000), milliseconds: 9000).code == 1)
  }

  @Test("less proven fails, and so do fewer rounds in the same work")
  func lessProven() throws {
    #expect(try answer(to: record(proven: 0)).code == 1)
    #expect(try answer(to: record(rounds: 299)).code == 1)
  }

  @Test("time and memory fail far beyond noise alone")
  func timeAndMemory() throws {
    let slow = try answer(to: record(), milliseconds: 4300)
    #expect(slow.code == 1)
    #expect(slow.text.contains("time: 1.000 s committed, 4.300 s now (4.3 times, 4 are allowed)"), "\(slow.text)")
    let large = try answer(to: record(memory: 60_000))
    #expect(large.code == 1)
    #expect(large.text.contains("peak memory: 29.3 MB committed, 58.6 MB now (100 % more, 25 % are allowed)"))
  }

  @Test("another day, a new case and one that is gone are changes to be accepted")
  func changes() throws {
    let other = try answer(to: record(calls: 93))
    #expect(other.code == 3)
    #expect(other.text.contains("day-x: CHANGED"), "\(other.text)")
    let renamed = try answer(to: record().replacing("\"day-x\"", with: "\"day-y\""))
    #expect(renamed.code == 3)
    #expect(renamed.text.contains("day-x: CHANGED\n  changed committed, and was not run now"), "\(renamed.text)")
    #expect(renamed.text.contains("day-y: CHANGED\n  changed not committed yet"), "\(renamed.text)")
  }

  @Test("accepting writes the values with the reason, without it nothing; what is as committed stays byte for byte")
  func accepting() throws {
    let guarding = try Guard()
    defer { guarding.remove() }
    try prepare(guarding)
    let first = try guarding.read("committed/day-x.json")
    #expect(first.contains("\"reason\": \"the first values\""))

    try guarding.write(record(memory: 31_000), to: "measured/counted/day-x.json")
    #expect(try guarding.accept("noise").text.contains("nothing to accept"))
    #expect(try guarding.read("committed/day-x.json") == first)

    try guarding.write(record(cost: 72_020), to: "measured/counted/day-x.json")
    #expect(try guarding.accept("  ").code == 64)
    #expect(try guarding.compare().code == 1)
    #expect(try guarding.accept("one more rule is kept").code == 0)
    #expect(try guarding.compare().code == 0)
    let second = try guarding.read("committed/day-x.json")
    #expect(second.contains("\"reason\": \"one more rule is kept\"") && second.contains("72020"))
  }

  @Test("nothing measured is nothing to accept: what is committed stays")
  func nothingMeasured() throws {
    let guarding = try Guard()
    defer { guarding.remove() }
    try prepare(guarding)
    let committed = try guarding.read("committed/day-x.json")
    try FileManager.default.removeItem(at: guarding.folder.appendingPathComponent("measured"))
    for _ in 1...2 {
      let answer = try guarding.accept("a slip")
      #expect(answer.code == 65)
      #expect(answer.text.contains("nothing was measured"), "\(answer.text)")
      #expect(try guarding.read("committed/day-x.json") == committed)
      try guarding.write("", to: "measured/counted/gate.expected")
    }
  }

  @Test("a broken file is named")
  func brokenFile() throws {
    let answer = try answer(to: "{\"case\": ")
    #expect(answer.code == 65)
    #expect(answer.text.contains("day-x.json"))
  }

  /// A profile as callgrind writes it: two objects, and a call whose inclusive cost is counted where it was spent.
  private func profile(own: Int) -> String {
    """
    # callgrind format
    positions: line
    events: Ir
    ob=(1) /usr/lib/ld-linux-x86-64.so.2
    fn=(1)
    0 5000
    ob=(2) /work/reable
    fn=(2)
    0 \(own - 100)
    cob=(1)
    cfn=(1)
    calls=3 0
    0 5000
    fn=(3)
    0 100
    """
  }

  @Test(
    "instructions may differ by 2 per cent; more fail, fewer are to be accepted",
    arguments: [
      (1_000_000, 0, "as committed"), (1_019_000, 0, "+1.90 %"), (1_021_000, 1, "WORSE"), (979_000, 3, "BETTER"),
    ])
  func instructions(own: Int, code: Int32, words: String) throws {
    let guarding = try Guard()
    defer { guarding.remove() }
    try guarding.write("reable rota\nSwift version 6, x\n", to: "measured/instructions.txt")
    try guarding.write(profile(own: 1_000_000), to: "measured/callgrind.out")
    try prepare(guarding)
    #expect(try guarding.read("committed/instructions.json").contains("\"instructions\": 1000000,"))
    try guarding.write(profile(own: own), to: "measured/callgrind.out")
    let answer = try guarding.compare()
    #expect(answer.code == code && answer.text.contains(words), "\(answer.text)")
    try guarding.write("reable rota\nSwift version 7, x\n", to: "measured/instructions.txt")
    #expect(try guarding.compare().text.contains("with another compiler"))
  }
}
