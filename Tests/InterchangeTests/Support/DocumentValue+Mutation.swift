import Interchange

extension DocumentValue {
  /// Number of values, this one included.
  var count: Int {
    switch content {
    case .object(let members): members.reduce(1) { $0 + $1.value.count }
    case .array(let items): items.reduce(1) { $0 + $1.count }
    default: 1
    }
  }

  var json: JSONText {
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
  func mutated(at place: Int, from root: DocumentValue, _ dice: inout Dice) -> DocumentValue {
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
