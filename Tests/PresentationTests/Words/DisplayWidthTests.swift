import Presentation
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    "marks take no column, East Asian signs and pictures two",
    arguments: [
      ("", 0), ("Ada", 3), ("Zoë", 3), ("Zoe\u{308}", 3), ("王小明", 6), ("🚗", 2), ("👩‍⚕️", 2), ("£10–12", 6), ("ﾊﾝ", 2),
    ])
  func width(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

  @Test("a text is filled or cut to exactly the columns")
  func fitted() {
    #expect(DisplayWidth.fitted("ab", to: 4) == "ab  ")
    #expect(DisplayWidth.fitted("ab", to: 4, alignedRight: true) == "  ab")
    #expect(DisplayWidth.fitted("abcdef", to: 4) == "abc…")
    #expect(DisplayWidth.of(DisplayWidth.fitted("王小明", to: 4)) == 4)
    #expect(DisplayWidth.cut("abc", to: 0).isEmpty)
    #expect(DisplayWidth.cut("abc", to: 1) == "…")
  }
}
