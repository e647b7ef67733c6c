import CareModel
import RotaChecking
import Testing

@Suite("One call at a time")
struct OneCallAtATimeRuleTests {
  private func day(_ person: String = "p1", linked: Bool = false) -> TinyDay {
    var day = TinyDay([TinyDay.anytime("v1"), TinyDay.anytime("v2", person: person)])
    if linked { day.links = [VisitLink(first: VisitID("v2"), second: VisitID("v1"), relation: .sameStart)] }
    return day
  }
  private func rota(_ clock: String) -> [Run] { [run([stop("v1", "08:00")]), run("w2", "d2", [stop("v2", clock)])] }

  @Test(
    "the next call starts when the last has ended", arguments: [("08:30", true), ("08:25", false), ("07:35", false)])
  func overlap(clock: String, isKept: Bool) {
    #expect(day().broken(rota(clock)) == (isKept ? [] : [.oneCallAtATime]))
    #expect(day("p2").broken(rota(clock)) == [])
  }

  @Test("calls linked by the same start are meant to overlap")
  func linked() {
    #expect(day().broken(rota("08:00")) == [.oneCallAtATime])
    #expect(day(linked: true).broken(rota("08:00")) == [])
  }

  @Test("the longer call of two is the one that counts")
  func earlierLongCall() {
    var day = TinyDay([TinyDay.anytime("v1", minutes: [120]), TinyDay.anytime("v2"), TinyDay.anytime("v3")])
    day.workers.append(TinyDay.worker("w3", duties: [TinyDay.duty("d3")]))
    let rota = [
      run([stop("v1", "08:00", minutes: 120)]), run("w2", "d2", [stop("v2", "08:30")]),
      run("w3", "d3", [stop("v3", "09:30")]),
    ]
    let found = day.findings(.oneCallAtATime, rota)
    #expect(found.map(\.visit) == [VisitID("v2"), VisitID("v3")])
    #expect(found.last?.sentence == "Call v3 starts at 09:30, while p1 has call v1 until 10:00.")
  }
}
