import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("The checker")
struct RotaCheckerTests {
  /// Three workers, six calls: a two-person call, one late, one by telephone, one left out.
  private var threeRuns: (day: TinyDay, rota: Rota) {
    var day = TinyDay([
      TinyDay.visit("v1", timeCritical: true),
      TinyDay.visit("v2", person: "p2", minutes: [30, 45]),
      TinyDay.anytime("v3", person: "p3", kind: .therapy),
      TinyDay.anytime("v4", person: "p4", kind: .review, mode: .telephone, minutes: [15]),
      TinyDay.visit("v5", person: "p3", minutes: [15]),
      TinyDay.anytime("v6", person: "p4", minutes: [60]),
    ])
    day.people[2] = TinyDay.person("p3", coreTeam: ["w2"])
    day.workers[0] = TinyDay.worker(
      "w1", duties: [TinyDay.duty(breaks: [Break(length: Minutes(20), window: span("11:00", "14:00"))])])
    day.workers.append(TinyDay.worker("w3", duties: [TinyDay.duty("d3", "08:00", "12:00", end: nil, mode: .onFoot)]))
    let runs = [
      run(
        [stop("v1", "08:00"), stop("v2", "09:15"), stop("v3", "13:30")], breaks: [rest("12:00", "12:20")]),
      run("w2", "d2", [stop("v2", "09:15", minutes: 45, demand: 1), stop("v4", "10:00", minutes: 15)]),
      run("w3", "d3", [stop("v5", "08:30", minutes: 15)]),
    ]
    return (day, day.rota(runs, uncovered: ["v6"]))
  }

  @Test("a rota of three runs, reckoned by hand")
  func golden() {
    let (day, rota) = threeRuns
    let checked = day.check(rota)
    #expect(checked.isPublishable)
    #expect(
      checked.findings.map(\.sentence) == ["Call v5 takes only 15 min, and worker w3 doesn't know p3."])
    #expect(checked.timelines.map(\.departure) == [at("07:50"), at("09:05"), at("08:20")])
    #expect(checked.timelines.map(\.end) == [at("14:10"), at("10:25"), at("08:45")])
    #expect(checked.timelines.map(\.travel) == [Seconds(3600), Seconds(1200), Seconds(600)])
    #expect(checked.timelines.map(\.contact) == [Seconds(5400), Seconds(3600), Seconds(900)])
    #expect(
      checked.timelines[0].legs.map { "\($0.from)-\($0.to)" } == ["base-h1", "h1-h2", "h2-h3", "h3-base"])
    #expect(checked.timelines[0].legs.map(\.departure) == [at("07:50"), at("08:30"), at("12:20"), at("14:00")])
    #expect(checked.timelines[0].legs.map(\.visit) == ["v1", "v2", "v3"].map(VisitID.init) + [nil])
    // 225 minutes are wanted in 20 hours of duty: w1 and w2 have 90 as their share, w3 has 45.
    #expect(checked.timelines.map(\.cost) == [Pence(2400 + 2700), Pence(800 + 900), Pence(400)])
    // v2 starts 45 minutes late, 15 of them past the agreed time; w1 and w3 are strangers to p3, who has a core team.
    let calls = 45 * 25 + 15 * 60 + 500 + 500
    #expect(
      checked.score.nonZero.map { "\($0.level.name) \($0.value)" }
        == ["essentialMedium 1", "cost \(5100 + 1700 + 400 + calls)"])
  }

  @Test("checking twice gives the same, and the order of the document doesn't matter")
  func deterministic() {
    var (day, rota) = threeRuns
    let checked = day.check(rota)
    #expect(day.check(rota) == checked)
    day.visits.reverse()
    day.workers.reverse()
    #expect(day.check(rota) == checked)
  }

  @Test("an empty rota of an empty day is fine")
  func empty() {
    var day = TinyDay()
    day.workers = []
    day.people = []
    let checked = day.check([])
    #expect(checked.findings == [] && checked.timelines == [] && checked.score.nonZero.isEmpty)
  }
}
