import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Links")
struct LinksRuleTests {
  private func day(_ relation: VisitLink.Relation, _ visits: [Visit]? = nil) -> TinyDay {
    var day = TinyDay(visits ?? [TinyDay.anytime("v1"), TinyDay.anytime("v2", person: "p2")])
    day.links = [VisitLink(first: VisitID("v1"), second: VisitID("v2"), relation: relation)]
    return day
  }
  private func rota(_ first: String, _ second: String) -> [Run] {
    [run([stop("v1", first)]), run("w2", "d2", [stop("v2", second)])]
  }

  @Test("the same start", arguments: [("08:00", true), ("08:05", false), ("07:55", false)])
  func sameStart(clock: String, isKept: Bool) {
    #expect(day(.sameStart).broken(rota("08:00", clock)) == (isKept ? [] : [.links]))
  }

  @Test(
    "a gap counts from start to start",
    arguments: [("11:55", false), ("12:00", true), ("13:00", true), ("13:05", false), ("07:30", false)])
  func gap(clock: String, isKept: Bool) {
    let relation = VisitLink.Relation.gap(minimum: Minutes(240), maximum: Minutes(300))
    let found = day(relation).check(rota("08:00", clock)).findings
    #expect(found.map(\.rule) == (isKept ? [] : [.links]))
    #expect(found.allSatisfy { $0.limit == "4 h to 5 h" && $0.visit == VisitID("v2") })
  }

  @Test("a gap without a maximum is open", arguments: [("11:55", false), ("14:10", true)])
  func openGap(clock: String, isKept: Bool) {
    let relation = VisitLink.Relation.gap(minimum: Minutes(240), maximum: nil)
    #expect(day(relation).broken(rota("08:00", clock)) == (isKept ? [] : [.links]))
  }

  @Test("order: the second starts when the first has ended", arguments: [("08:25", false), ("08:30", true)])
  func order(clock: String, isKept: Bool) {
    #expect(day(.order).broken(rota("08:00", clock)) == (isKept ? [] : [.links]))
  }

  @Test("the same worker and different workers")
  func workers() {
    let together = [run([stop("v1", "08:00"), stop("v2", "09:00")])]
    #expect(day(.sameWorker).broken(together) == [])
    #expect(day(.sameWorker).broken(rota("08:00", "09:00")) == [.links])
    #expect(day(.differentWorker).broken(together) == [.links])
    #expect(day(.differentWorker).broken(rota("08:00", "09:00")) == [])
  }

  @Test("the same worker binds the call with fewer workers")
  func fewerWorkers() {
    let day = day(.sameWorker, [TinyDay.anytime("v1"), TinyDay.anytime("v2", person: "p2", minutes: [30, 30])])
    let second = [stop("v2", "09:00", demand: 1)]
    #expect(day.broken([run([stop("v1", "08:00"), stop("v2", "09:00")]), run("w2", "d2", second)]) == [])
    var three = day
    three.workers.append(TinyDay.worker("w3", duties: [TinyDay.duty("d3")]))
    let others = [run([stop("v1", "08:00")]), run("w2", "d2", [stop("v2", "09:00")]), run("w3", "d3", second)]
    #expect(three.broken(others) == [.links])
  }

  @Test("requires binds uncovered calls too, in one direction")
  func requires() {
    let day = day(.requires)
    #expect(day.broken([run([stop("v2", "08:00")])], uncovered: ["v1"]) == [.links])
    #expect(day.broken([run([stop("v1", "08:00")])], uncovered: ["v2"]) == [])
    #expect(day.broken([], uncovered: ["v1", "v2"]) == [])
  }

  @Test("links of uncovered calls don't bind")
  func uncovered() { #expect(day(.sameStart).broken([run([stop("v1", "08:00")])], uncovered: ["v2"]) == []) }

  @Test("two facts and two locks")
  func causes() {
    let locked = [
      TinyDay.anytime("v1", lock: lock(nil, "08:00")), TinyDay.anytime("v2", person: "p2", lock: lock(nil, "09:00")),
    ]
    #expect(day(.sameStart, locked).findings(.links, rota("08:00", "09:00")).map(\.cause) == [.lock])
    var past = day(
      .sameStart,
      [
        TinyDay.anytime("v1", state: .done, actual: placement(["w1"], "08:00")),
        TinyDay.anytime("v2", person: "p2", state: .done, actual: placement(["w2"], "09:00")),
      ])
    past.asOf = at("11:00")
    #expect(past.findings(.links, rota("08:00", "09:00")).map(\.cause) == [.fact])
  }
}
