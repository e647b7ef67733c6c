import CareModel

/// Reads the fields of one object, noting everything that is wrong with them.
///
/// A required field that is missing or wrong gives nil and a problem; an optional one gives nil for absent or `null`, and
/// nil and a problem for wrong. So a reader takes all fields first, and only then asks whether all was well:
/// ```swift
/// let record = RecordReader(value, path: "links[3]", keys: ["first", "second"], log: log)
/// let first = record?.text("first")
/// let second = record?.text("second")
/// guard let first, let second, log.isEmpty else { return nil }
/// ```
package struct RecordReader {
  /// Where the object stands.
  package let position: SourcePosition
  /// The way to it from the document's root: `visits[v-017].windows[0]`.
  package let path: String
  /// Takes the problems.
  package let log: ProblemLog
  private let members: [String: DocumentValue]

  /// Most problems of one sort that one object adds.
  private static let mostUnknownKeys = 20

  /// Nil, with a problem, where the value is no object.
  ///
  /// - Parameter keys: those that it may have; any other is a problem, and so is one that stands there twice.
  package init?(_ value: DocumentValue, path: String, keys: [String], log: ProblemLog) {
    position = value.position
    self.path = path
    self.log = log
    guard case .object(let list) = value.content else {
      log.add(
        InputProblem(
          code: "value.kind", location: "\(path.isEmpty ? "the document" : path) (\(value.position))",
          found: value.shown, expected: "an object { … } is expected"))
      return nil
    }
    var members: [String: DocumentValue] = [:]
    var unknown = 0
    for member in list {
      let place = "\(RecordReader.joined(path, member.key)) (\(member.keyPosition))"
      if !keys.contains(member.key) {
        unknown += 1
        guard unknown <= RecordReader.mostUnknownKeys else { continue }
        log.add(RecordReader.unknownKey(member.key, at: place, keys: keys))
      } else if members.updateValue(member.value, forKey: member.key) != nil {
        log.add(
          InputProblem(
            code: "key.repeated", location: place, found: "the key \(member.key) again",
            expected: "a key may stand once in an object"))
      }
    }
    self.members = members
  }

  private static func unknownKey(_ key: String, at location: String, keys: [String]) -> InputProblem {
    InputProblem(
      code: "key.unknown", location: location, found: "the key \(String(key.prefix(60)))",
      expected: keys.count > 12
        ? "a key of this record is expected" : "one of \(keys.joined(separator: ", ")) is expected",
      suggestion: NearestWord.to(key, among: keys))
  }

  /// What stands under a key; nil for absent and for `null`.
  package func value(_ key: String) -> DocumentValue? {
    guard let value = members[key], value.content != .null else { return nil }
    return value
  }

  /// The same, with a problem where it is missing.
  package func required(_ key: String, _ expected: String) -> DocumentValue? {
    if let value = value(key) { return value }
    log.add(InputProblem(code: "value.missing", location: location(key), found: "", expected: expected))
    return nil
  }

  /// Path and position of a field; of the record itself where the field is missing.
  package func location(_ key: String) -> String {
    "\(RecordReader.joined(path, key)) (\(members[key]?.position ?? position))"
  }

  /// Notes a problem of a field.
  package func report(
    _ key: String, code: String, found: String, expected: String, suggestion: String? = nil
  ) {
    log.add(
      InputProblem(code: code, location: location(key), found: found, expected: expected, suggestion: suggestion))
  }

  /// Path of a field of this record.
  func pathTo(_ key: String) -> String { RecordReader.joined(path, key) }

  private static func joined(_ path: String, _ key: String) -> String {
    let key = key.prefix(60)
    return path.isEmpty ? String(key) : "\(path).\(key)"
  }
}

extension DocumentValue {
  /// As written, short enough to be printed.
  package var shown: String {
    switch content {
    case .object: "an object"
    case .array(let items): items.isEmpty ? "an empty list" : "a list"
    case .text(let text): text.count > 80 ? "\"\(text.prefix(80))…\"" : "\"\(text)\""
    case .number(let text): text
    case .truth(let truth): truth ? "true" : "false"
    case .null: "null"
    }
  }
}
