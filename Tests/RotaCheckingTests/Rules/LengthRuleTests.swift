import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Lengths")
struct LengthRuleTests {
  private let day = TinyDay([TinyDay.visit()])

  @Test(
    "a stop takes its demand's length to the second",
    arguments: [(1800, []), (1799, ["29 min 59 s"]), (1801, ["30 min 1 s"])])
  func exact(seconds: Int, measured: [String]) {
    let start = at("08:00")
    let checked = day.check([
      run([Stop(visit: VisitID("v1"), demand: 0, start: start, end: start + Seconds(seconds))])
    ])
    #expect(checked.findings.map(\.measured) == measured)
    #expect(checked.findings.allSatisfy { $0.rule == .length && $0.limit == "30 min" })
  }

  @Test("each demand has its own length")
  func ownLengths() {
    let day = TinyDay([TinyDay.visit(minutes: [30, 45])])
    let first = run([stop("v1", "08:00")])
    #expect(day.broken([first, run("w2", "d2", [stop("v1", "08:00", minutes: 45, demand: 1)])]) == [])
    #expect(day.broken([first, run("w2", "d2", [stop("v1", "08:00", minutes: 30, demand: 1)])]) == [.length])
  }

  @Test("a call that ends before it starts is found")
  func backwards() {
    #expect(day.findings(.length, [run([stop("v1", "08:00", minutes: -5)])]).map(\.measured) == ["-5 min"])
  }
}
