import CareModel

/// One list of a document's records, each with the name by which messages call it.
struct RecordList {
  let kind: RecordKind
  /// The key of the list in the document.
  let key: String
  let values: [DocumentValue]
  /// `v-017`, or the place in the list where a record has no readable id; for links always the place.
  let names: [String]
  /// Nil where it can't be read.
  let ids: [String?]

  /// The records of a kind; none, with a problem of the whole document, where the list is no list or too long.
  ///
  /// - Parameters:
  ///   - key: nil takes the one of a day's document.
  ///   - limit: nil takes a day's.
  init(_ kind: RecordKind, of root: RecordReader, key: String? = nil, atMost limit: Int? = nil) {
    self.kind = kind
    self.key = key ?? kind.listKey
    values = root.items(self.key, atMost: limit ?? CaseloadLimits.records(kind))
    ids = values.map { kind == .link ? nil : RecordList.text($0, "id") }
    names = ids.enumerated().map { $1 ?? String($0) }
  }

  /// The way to a record: `visits[v-017]`.
  func path(_ index: Int) -> String { "\(key)[\(names[index])]" }

  /// The records whose id another of the list has too; all of them are in doubt.
  func repeated() -> [Int: InputProblem] {
    var places: [String: [Int]] = [:]
    for (index, id) in ids.enumerated() { id.map { places[$0, default: []].append(index) } }
    var problems: [Int: InputProblem] = [:]
    for (index, id) in ids.enumerated() {
      guard let id, let all = places[id], all.count > 1, let other = all.first(where: { $0 != index }) else { continue }
      problems[index] = InputProblem(
        code: "id.repeated", location: "\(path(index)).id (\(values[index].position))", found: id,
        expected: "an id of its own is expected; another \(kind.rawValue) at \(values[other].position) has it too")
    }
    return problems
  }

  /// A short text under a key, as far as it can be had, of a record that may be wrong in every other way.
  static func text(_ value: DocumentValue, _ key: String) -> String? {
    guard case .object(let members) = value.content,
      case .text(let text) = members.first(where: { $0.key == key })?.value.content,
      CaseloadLimits.idCharacters.contains(text.unicodeScalars.count),
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    return text
  }

  /// How people find the record again.
  func printedID(_ index: Int) -> String {
    guard kind == .link else { return names[index] }
    let ends = ["first", "second"].compactMap { RecordList.text(values[index], $0) }
    return ends.count == 2 ? ends.joined(separator: " and ") : names[index]
  }

  /// Whom the record is about, where that can be told.
  func person(_ index: Int) -> PersonID? {
    switch kind {
    case .person: ids[index].map { PersonID($0) }
    case .episode, .referral, .visit: RecordList.text(values[index], "person").map { PersonID($0) }
    case .place, .worker, .link: nil
    }
  }
}

extension DocumentValue {
  /// Where the value at the end of a way stands, or the last one on it that exists.
  func position(of field: FieldPath) -> SourcePosition {
    var value = self
    for step in field.steps {
      switch (step, value.content) {
      case (.key(let key), .object(let members)):
        guard let member = members.first(where: { $0.key == key }) else { return value.position }
        value = member.value
      case (.item(let index), .array(let items)) where items.indices.contains(index):
        value = items[index]
      default: return value.position
      }
    }
    return value.position
  }
}
