import CareModel
import Interchange
import Testing

@Suite("Reading days that are broken at random")
struct DayReaderFuzzTests {
  /// Whatever is read: there is a caseload or a problem, and what is left is good enough to be written and read again.
  private func check(_ bytes: [UInt8], _ note: @autoclosure () -> String) {
    let reading = DayReader.read(json: bytes, file: "day.json")
    guard let caseload = reading.caseload else {
      #expect(!reading.problems.isEmpty, "\(note())")
      return
    }
    #expect(caseload.quarantine.isEmpty == reading.problems.isEmpty, "\(note())")
    #expect(reading.problems.allSatisfy { !$0.code.isEmpty && $0.location.contains("(day.json:") }, "\(note())")
    let again = DayReader.read(json: Array(DayWriter.text(caseload).utf8), file: "again.json")
    #expect(again.problems.map(\.description) == [], "\(note())")
    #expect(again.caseload?.visits == caseload.visits, "\(note())")
    #expect(again.caseload?.workers == caseload.workers, "\(note())")
  }

  @Test("bytes flipped, put in and taken out")
  func bytes() {
    let text = Array(SampleDay.text.utf8)
    var dice = Dice(state: 1)
    for round in 0..<3_000 {
      let bytes = dice.breaking(text)
      check(bytes, "round \(round)")
    }
  }

  @Test("cut short anywhere")
  func truncations() {
    let text = Array(SampleDay.text.utf8)
    for count in stride(from: 0, to: text.count - 1, by: 7) {
      let reading = DayReader.read(json: Array(text.prefix(count)), file: "day.json")
      #expect(reading.caseload == nil)
      #expect(reading.problems.count == 1)
    }
  }

  @Test("members left out, repeated and renamed; values of other kinds, of other places and out of range")
  func trees() throws {
    let root = try JSONParser.parse(Array(SampleDay.text.utf8), file: "day.json")
    var dice = Dice(state: 2)
    let count = root.count
    for round in 0..<5_000 {
      var mutated = root
      for _ in 0...dice.number(0...2) { mutated = mutated.mutated(at: dice.number(1...(count - 1)), from: root, &dice) }
      check(Array(mutated.json.line.utf8), "round \(round)")
    }
  }
}
