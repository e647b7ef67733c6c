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
      var bytes = text
      for _ in 0...dice.number(0...3) {
        let place = dice.number(0...(bytes.count - 1))
        switch dice.number(0...3) {
        case 0: bytes[place] ^= UInt8(1 << dice.number(0...7))
        case 1: bytes[place] = UInt8(dice.number(0...255))
        case 2: bytes.remove(at: place)
        default: bytes.insert(dice.one(of: Array("\"{}[],:0-9e\\uT".utf8)), at: place)
        }
      }
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

extension DocumentValue {
  /// Number of values, this one included.
  fileprivate var count: Int {
    switch content {
    case .object(let members): members.reduce(1) { $0 + $1.value.count }
    case .array(let items): items.reduce(1) { $0 + $1.count }
    default: 1
    }
  }

  fileprivate var json: JSONText {
    switch content {
    case .object(let members): .object(members.map { JSONMember($0.key, $0.value.json) })
    case .array(let items): .array(items.map(\.json))
    case .text(let text): .text(text)
    case .number(let digits): Int(digits).map { .integer($0) } ?? .text(digits)
    case .truth(let truth): .truth(truth)
    case .null: .null
    }
  }

  /// The value so many values on, in order of reading.
  private func value(_ place: Int) -> DocumentValue {
    var left = place
    func find(_ value: DocumentValue) -> DocumentValue? {
      if left == 0 { return value }
      left -= 1
      switch value.content {
      case .object(let members): return members.lazy.compactMap { find($0.value) }.first
      case .array(let items): return items.lazy.compactMap { find($0) }.first
      default: return nil
      }
    }
    return find(self) ?? self
  }

  /// With one value changed, or its member left out, repeated or renamed.
  fileprivate func mutated(at place: Int, from root: DocumentValue, _ dice: inout Dice) -> DocumentValue {
    var left = place
    func change(_ value: DocumentValue, _ dice: inout Dice) -> [DocumentValue] {
      let contents: [Content] = [
        .null, .truth(true), .number("-1"), .number("9223372036854775807"), .text(""), .text("w-1"), .array([]),
        .object([]), .text("2026-11-24T09:00+00:00"), .number("0"), .text("p-2"), .text("h-1"),
      ]
      switch dice.number(0...4) {
      case 0: return []
      case 1: return [value, value]
      case 2: return [root.value(dice.number(1...(root.count - 1)))]
      default: return [DocumentValue(dice.one(of: contents), at: value.position)]
      }
    }
    func walk(_ value: DocumentValue, _ dice: inout Dice) -> DocumentValue {
      var content = value.content
      switch value.content {
      case .object(let members):
        var changed: [Member] = []
        for member in members {
          left -= 1
          if left == 0 {
            let key = dice.number(0...5) == 0 ? dice.one(of: members).key : member.key
            changed += change(member.value, &dice).map { Member(key: key, keyPosition: position, value: $0) }
          } else {
            changed.append(Member(key: member.key, keyPosition: position, value: walk(member.value, &dice)))
          }
        }
        content = .object(changed)
      case .array(let items):
        var changed: [DocumentValue] = []
        for item in items {
          left -= 1
          if left == 0 { changed += change(item, &dice) } else { changed.append(walk(item, &dice)) }
        }
        content = .array(changed)
      default: break
      }
      return DocumentValue(content, at: value.position)
    }
    return walk(self, &dice)
  }
}
