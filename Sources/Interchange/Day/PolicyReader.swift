import CareModel
import Quantities

/// Reads `policy`: every setting by its key, and the ladder where a service has its own.
enum PolicyReader {
  static let keys = PolicySetting.all.map(\.key) + ["ladder"]

  static func read(_ record: RecordReader) -> Policy {
    var policy = Policy()
    for setting in PolicySetting.all {
      guard let value = record.value(setting.key) else { continue }
      set(setting, value, record, &policy)
    }
    if record.value("ladder") != nil { readLadder(record, &policy) }
    return policy
  }

  private static func set(
    _ setting: PolicySetting, _ value: DocumentValue, _ record: RecordReader, _ policy: inout Policy
  ) {
    switch setting.field {
    case .integer(let range, _, let set):
      let expected = RecordReader.wholeNumber(range, "")
      if let number = record.integer(value, setting.key, in: range, expected) { set(&policy, number) }
    case .clock(_, let set):
      if let time = record.clock(value, setting.key) { set(&policy, time) }
    case .choice(let words, _, let set):
      guard case .text(let word) = value.content, words.contains(word) else {
        var meant: String?
        if case .text(let word) = value.content { meant = NearestWord.to(word, among: words) }
        record.report(
          value, setting.key, "word.unknown", "one of \(words.joined(separator: ", ")) is expected", suggestion: meant)
        return
      }
      set(&policy, word)
    case .choices(let words, _, let set): readWords(setting.key, words, record).map { set(&policy, $0) }
    }
  }

  /// One or more of some words, each once; nil, with its problems, where it is anything else.
  private static func readWords(_ key: String, _ known: [String], _ record: RecordReader) -> [String]? {
    let items = record.items(key, atMost: known.count)
    var words: [String] = []
    for (index, item) in items.enumerated() {
      guard case .text(let word) = item.content, known.contains(word) else {
        var meant: String?
        if case .text(let word) = item.content { meant = NearestWord.to(word, among: known) }
        record.report(
          item, "\(key)[\(index)]", "word.unknown", "one of \(known.joined(separator: ", ")) is expected",
          suggestion: meant)
        continue
      }
      if words.contains(word) {
        record.report(item, "\(key)[\(index)]", "list.repeated", "each entry may stand once in the list")
      } else {
        words.append(word)
      }
    }
    if case .array(let all) = record.value(key)?.content, all.isEmpty {
      record.report(key, code: "list.length", found: "no entries", expected: "one entry at least is expected")
    }
    return words.isEmpty || words.count < items.count ? nil : words
  }

  private static func readLadder(_ record: RecordReader, _ policy: inout Policy) {
    let standard = Ladder.standard(scope: policy.careHomeRiskScope).levels
    let names = standard.map(\.name)
    var levels: [Level] = []
    for (index, item) in record.items("ladder", atMost: 200).enumerated() {
      guard case .text(let name) = item.content, let place = names.firstIndex(of: name) else {
        var meant: String?
        if case .text(let name) = item.content { meant = NearestWord.to(name, among: names) }
        record.report(item, "ladder[\(index)]", "word.unknown", "the name of a level is expected", suggestion: meant)
        continue
      }
      levels.append(standard[place])
    }
    if let ladder = Ladder(levels: levels, scope: policy.careHomeRiskScope) {
      policy.ladder = ladder
    } else {
      let missing = standard.filter { !levels.contains($0) }.map(\.name)
      record.report(
        "ladder", code: "policy.ladder", found: "\(levels.count) levels",
        expected: "each level once, cost last, is expected",
        suggestion: missing.isEmpty ? nil : "\(missing.prefix(5).joined(separator: ", ")) is missing")
    }
  }
}
