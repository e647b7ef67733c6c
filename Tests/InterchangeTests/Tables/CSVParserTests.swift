import CareModel
import Interchange
import Testing

@Suite("Reading comma-separated values")
struct CSVParserTests {
  private func read(_ text: String) -> CSVReading { CSVParser.read(Array(text.utf8), file: "t.csv") }

  private func texts(_ text: String) -> [[String]] {
    let table = read(text).table
    return [table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
  }

  @Test("marks, line ends, blank lines, spaces and empty cells past the last column are no matter")
  func tolerance() {
    let expected = [["a", "b"], ["1", "2"], ["3", "4"]]
    #expect(texts("\u{FEFF}a,b\r\n1,2\r\n\r\n,\r\n3,4") == expected)
    #expect(texts("a , b,,\n 1,2 ,,\n3,\u{A0}4,\n") == expected)
    #expect(texts("a,b\r1,2\r3,4\r") == expected)
    #expect(texts("a;b\n1;2\n3;4\n") == expected)
    #expect(texts("a\tb\n1\t2\n3\t4\n") == expected)
  }

  @Test("quoted cells hold separators, quotes and line ends")
  func quotes() {
    #expect(texts("a,b\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\n") == [["a", "b"], ["x, \"y\"", "one\ntwo"]])
    #expect(texts("a,b\n5\" pipe,2") == [["a", "b"], ["5\" pipe", "2"]])
  }

  @Test("positions count lines of the file and characters of the line")
  func positions() {
    let table = read("a,b\n\"ä\nö\",x\néé,y").table
    #expect(table.rows[0].cells[1].position == SourcePosition(file: "t.csv", line: 3, column: 4))
    #expect(table.rows[1].cells[1].position == SourcePosition(file: "t.csv", line: 4, column: 4))
  }

  @Test("a row of another length is left out and said, the others stay")
  func ragged() {
    let reading = read("id,b\nx,1,2\ny\nz,3\n")
    #expect(reading.rowProblems.map(\.id) == ["x", "y"])
    #expect(reading.rowProblems.map(\.problem.code) == ["row.tooLong", "row.tooShort"])
    #expect(reading.rowProblems.map(\.problem.location) == ["t.csv:2:5", "t.csv:3:1"])
    #expect(reading.table.rows.map { $0.cells[0].text } == ["z"])
  }

  @Test("a quote that never closes spoils the file, because it swallows the rows behind it")
  func openQuote() {
    let reading = read("id,b\nx,\"1\ny,2\n")
    #expect(reading.fileProblems.map(\.code) == ["cell.quoteOpen"])
    #expect(reading.fileProblems.map(\.location) == ["t.csv:2:3"])
  }

  @Test("text after a closing quote is a problem of its row")
  func afterQuote() {
    #expect(read("id,b\nx,\"1\"2\n").rowProblems.map(\.problem.location) == ["t.csv:2:6"])
  }

  @Test("other encodings and empty files are refused with a place")
  func encodings() {
    let latin = CSVParser.read([0x61, 0x2C, 0x62, 0x0A, 0x78, 0x2C, 0xE9], file: "t.csv")
    #expect(latin.fileProblems.map(\.code) == ["file.notUTF8"])
    #expect(latin.fileProblems.map(\.location) == ["t.csv:2:3"])
    #expect(CSVParser.read([0x61, 0, 0x2C, 0], file: "t.csv").fileProblems.map(\.code) == ["file.notUTF8"])
    #expect(read("").fileProblems.map(\.code) == ["file.empty"])
    #expect(read("\n\n,,\n").fileProblems.map(\.code) == ["file.empty"])
  }

  @Test(
    "what is written is read back as it was", arguments: ["a", "a,b", "a;b", "say \"no\"", "two\nlines", "a\tb", ""])
  func roundTrip(text: String) {
    var written = CSVText()
    written.add(["id", "value"])
    written.add(["x", text])
    #expect(texts(written.text)[1] == ["x", text])
  }
}
