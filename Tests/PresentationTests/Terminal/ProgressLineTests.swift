import CareModel
import Presentation
import Testing

@Suite struct ProgressLineTests {
  private func event(_ stage: String, cost: Int, uncovered: Int = 0) -> ProgressEvent {
    ProgressEvent(stage: stage, best: Provenances.score(cost: cost, uncovered: uncovered))
  }

  @Test("on a terminal one line is written over, and taken away at the end")
  func terminal() {
    var line = ProgressLine(isTerminal: true)
    let text = line.text(for: event("search", cost: 55_120, uncovered: 2))
    #expect(
      text
        == "\r\u{1B}[2Kthe search: essential calls, high consequence: 2 not covered; cost £551.20")
    #expect(!text.contains("\n"))
    #expect(line.text(for: event("search", cost: 55_120, uncovered: 2)).isEmpty)
    #expect(!line.text(for: event("search", cost: 55_000, uncovered: 2)).isEmpty)
    #expect(line.end() == "\r\u{1B}[2K")
    #expect(line.end().isEmpty)
  }

  @Test("a live line never wraps")
  func narrow() {
    var line = ProgressLine(isTerminal: true, columns: 40)
    let text = line.text(for: event("search", cost: 55_120, uncovered: 2)).dropFirst("\r\u{1B}[2K".count)
    #expect(DisplayWidth.of(String(text)) == 39)
  }

  @Test("elsewhere plain lines, and none for a change of minutes or pence alone")
  func plain() {
    var line = ProgressLine(isTerminal: false)
    #expect(line.text(for: ProgressEvent(stage: "greedy", best: nil)) == "the first placing: at work\n")
    #expect(
      line.text(for: event("search", cost: 100)) == "the search: nothing uncovered or late; cost £1.00\n")
    #expect(line.text(for: event("search", cost: 99)).isEmpty)
    #expect(!line.text(for: event("search", cost: 99, uncovered: 1)).isEmpty)
    #expect(!line.text(for: event("glpk", cost: 99, uncovered: 1)).isEmpty)
    #expect(line.end().isEmpty)
  }
}
