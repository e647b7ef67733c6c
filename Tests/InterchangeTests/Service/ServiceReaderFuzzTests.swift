import CareModel
import Interchange
import Testing

@Suite("Reading services that are broken at random")
struct ServiceReaderFuzzTests {
  /// Whatever is read: there is a service or a problem, and what is left is good enough to be written and read again.
  private func check(_ bytes: [UInt8], _ note: @autoclosure () -> String) {
    let reading = ServiceReader.read(json: bytes, file: "service.json")
    guard let service = reading.service else {
      #expect(!reading.problems.isEmpty, "\(note())")
      return
    }
    #expect(service.quarantine.isEmpty == reading.problems.isEmpty, "\(note())")
    #expect(reading.problems.allSatisfy { !$0.code.isEmpty && $0.location.contains("(service.json:") }, "\(note())")
    let again = ServiceReader.read(json: Array(ServiceWriter.text(service).utf8), file: "again.json")
    #expect(again.problems.map(\.description) == [], "\(note())")
    #expect(again.service?.episodes == service.episodes, "\(note())")
    #expect(again.service?.staff == service.staff, "\(note())")
    #expect(again.service?.referrals == service.referrals, "\(note())")
  }

  @Test("bytes flipped, put in and taken out")
  func bytes() {
    let text = Array(SampleService.text.utf8)
    var dice = Dice(state: 11)
    for round in 0..<600 {
      let bytes = dice.breaking(text)
      check(bytes, "round \(round)")
    }
  }

  @Test("members left out, repeated and renamed; values of other kinds, of other places and out of range")
  func trees() throws {
    let root = try JSONParser.parse(Array(SampleService.text.utf8), file: "service.json")
    var dice = Dice(state: 12)
    let count = root.count
    for round in 0..<1_200 {
      var mutated = root
      for _ in 0...dice.number(0...2) { mutated = mutated.mutated(at: dice.number(1...(count - 1)), from: root, &dice) }
      check(Array(mutated.json.line.utf8), "round \(round)")
    }
  }
}
