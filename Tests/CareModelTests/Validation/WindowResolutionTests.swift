import CareModel
import Quantities
import Testing

@Suite("Windows that a document leaves out")
struct WindowResolutionTests {
  private typealias Day = ValidationDay

  private func windows(_ visit: VisitDraft, next: Int? = nil) -> [WindowAlternative] {
    var day = Day()
    day.visits = [visit] + (next.map { [Day.visit("v-2", "p-1", at: $0)] } ?? [])
    return day.validation.caseload().visit(VisitID("v-1"))?.windows ?? []
  }

  @Test("agreed is an hour either side, half an hour for time-critical calls")
  func agreed() {
    #expect(windows(Day.visit("v-1", "p-1", at: 120)).map(\.agreed) == [Day.between(60, 210)])
    #expect(windows(Day.visit("v-1", "p-1", at: 120, isTimeCritical: true)).map(\.agreed) == [Day.between(90, 180)])
  }

  @Test("safe ends with the person's next call or at 23:00, but never before agreed")
  func safe() {
    let visit = Day.visit("v-1", "p-1", at: 120)
    #expect(windows(visit).map(\.safe) == [Day.between(60, 1080)])
    #expect(windows(visit, next: 400).map(\.safe) == [Day.between(60, 400)])
    #expect(windows(visit, next: 150).map(\.safe) == [Day.between(60, 210)])
    #expect(windows(visit, next: 60).map(\.safe) == [Day.between(60, 1080)])
    #expect(windows(Day.visit("v-1", "p-1", at: 1100)).map(\.safe) == [Day.between(1040, 1190)])
  }

  @Test("a safe window as written narrows the usual agreed one")
  func writtenSafe() {
    let window = WindowDraft(preferred: Day.between(120, 130), safe: Day.between(110, 140))
    #expect(windows(Day.visit("v-1", "p-1", at: 0, windows: [window])).map(\.agreed) == [Day.between(110, 140)])
  }

  @Test("windows are cut to the service day, and lie in it")
  func cut() {
    #expect(windows(Day.visit("v-1", "p-1", at: 20)).map(\.agreed) == [Day.between(0, 110)])
    var day = Day()
    day.visits[0] = Day.visit("v-1", "p-1", at: 1500)
    #expect(day.problems == ["visits[0].windows[0].preferred window.outsideDay"])
  }

  @Test("windows that do not lie within one another, and alternatives that touch, are refused where they stand")
  func refused() {
    func problems(_ windows: [WindowDraft]) -> [String] {
      var day = Day()
      day.visits[0] = Day.visit("v-1", "p-1", at: 0, windows: windows)
      return day.problems
    }
    let agreedTooNarrow = WindowDraft(preferred: Day.between(120, 150), agreed: Day.between(121, 150))
    #expect(problems([agreedTooNarrow]) == ["visits[0].windows[0].agreed window.nesting"])
    let safeTooNarrow = WindowDraft(
      preferred: Day.between(120, 150), agreed: Day.between(110, 160), safe: Day.between(110, 159))
    #expect(problems([safeTooNarrow]) == ["visits[0].windows[0].safe window.nesting"])
    let morning = WindowDraft(preferred: Day.between(120, 150))
    #expect(problems([WindowDraft(preferred: Day.between(500, 510)), morning]) == [])
    // An hour either side of both: they meet.
    #expect(
      problems([WindowDraft(preferred: Day.between(270, 280)), morning]) == ["visits[0].windows[0] window.overlap"])
  }
}
