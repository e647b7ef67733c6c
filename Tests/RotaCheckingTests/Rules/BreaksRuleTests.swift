import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Breaks")
struct BreaksRuleTests {
  /// A run from 07:50 to 14:10, longer than six hours, with a break of 20 minutes due between 10:00 and 13:00.
  private func day(
    _ breaks: [Break] = [Break(length: Minutes(20), window: span("10:00", "13:00"))], until: String = "13:30"
  ) -> (day: TinyDay, stops: [Stop]) {
    var day = TinyDay([TinyDay.anytime("v1"), TinyDay.anytime("v2", person: "p2"), TinyDay.anytime("v3", person: "p3")])
    day.workers[0] = TinyDay.worker("w1", duties: [TinyDay.duty(breaks: breaks)])
    return (day, [stop("v1", "08:00"), stop("v2", "11:00"), stop("v3", until)])
  }

  @Test(
    "a break lies wholly in its window and in one gap",
    arguments: [
      ("10:00", "10:20", true), ("09:55", "10:15", false), ("12:40", "13:00", true), ("12:45", "13:05", false),
      ("11:30", "11:50", true), ("11:25", "11:45", false), ("10:45", "11:05", false),
    ])
  func place(from: String, until: String, isKept: Bool) {
    let (day, stops) = day()
    let broken = day.broken([run(stops, breaks: [rest(from, until)])])
    #expect(broken == (isKept ? [] : [.breaks]))
  }

  @Test(
    "its length is exact", arguments: [("12:00", "12:20", true), ("12:00", "12:19", false), ("12:00", "12:21", false)])
  func length(from: String, until: String, isKept: Bool) {
    let (day, stops) = day()
    #expect(day.broken([run(stops, breaks: [rest(from, until)])]) == (isKept ? [] : [.breaks]))
  }

  @Test("a run of six hours needs none, one second more does")
  func shortRun() {
    let (day, stops) = day(until: "13:10")
    #expect(day.broken([run(stops)]) == [])
    var longer = day
    longer.policy.timeGrain = Seconds(1)
    let late = Stop(
      visit: VisitID("v3"), demand: 0, start: at("13:10:01"), end: at("13:40:01"))
    let found = longer.check([run(Array(stops.prefix(2)) + [late])]).findings
    #expect(found.map(\.rule) == [.breaks] && found.map(\.measured) == ["none"])
    #expect(
      found.map(\.sentence) == ["Worker w1 works 6 h 1 s and has no break of 20 min within 10:00-13:00."])
  }

  @Test("a break that is taken needs no room")
  func taken() {
    let (day, stops) = day([Break(length: Minutes(20), window: span("10:00", "13:00"), isTaken: true)])
    #expect(day.broken([run(stops)]) == [])
  }

  @Test("two breaks keep their order and don't overlap")
  func order() {
    let (day, stops) = day([
      Break(length: Minutes(20), window: span("09:00", "12:30")),
      Break(length: Minutes(30), window: span("09:30", "13:00")),
    ])
    #expect(day.broken([run(stops, breaks: [rest("09:30", "09:50"), rest("09:50", "10:20")])]) == [])
    #expect(day.broken([run(stops, breaks: [rest("09:30", "10:00"), rest("10:00", "10:20")])]) == [.breaks])
    let overlapping = day.findings(.breaks, [run(stops, breaks: [rest("09:30", "09:50"), rest("09:45", "10:15")])])
    #expect(overlapping.map(\.measured) == ["09:45-10:15"])
  }

  @Test("a break before the first leg and one before the way home will do")
  func ends() {
    let early = day([Break(length: Minutes(20), window: span("07:00", "09:00"))])
    let first = early.day.check([run(early.stops, breaks: [rest("07:30", "07:50")])])
    #expect(first.findings == [] && first.timelines.map(\.departure) == [at("07:30")])
    let late = day([Break(length: Minutes(20), window: span("13:00", "15:00"))])
    let last = late.day.check([run(late.stops, breaks: [rest("14:00", "14:20")])])
    #expect(last.findings == [] && last.timelines.map(\.end) == [at("14:30")])
  }

  @Test("a break that nobody can take any more is a fact")
  func past() {
    var (day, stops) = day()
    day.visits = [
      TinyDay.anytime("v1", state: .done, actual: placement(["w1"], "08:00")),
      TinyDay.anytime("v2", person: "p2", state: .done, actual: placement(["w1"], "11:00")),
      TinyDay.anytime("v3", person: "p3"),
    ]
    day.asOf = at("12:40")
    #expect(day.findings(.breaks, [run(stops)]).map(\.cause) == [.choice])
    day.asOf = at("12:41")
    #expect(day.findings(.breaks, [run(stops)]).map(\.cause) == [.fact])
    #expect(day.check([run(stops)]).isPublishable)
  }
}
