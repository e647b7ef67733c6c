package import CareModel

extension RecordReader {
  /// The entries of a list; none where it is absent.
  func items(_ key: String, atMost limit: Int = CaseloadLimits.listEntries) -> [DocumentValue] {
    guard let value = value(key) else { return [] }
    guard case .array(let items) = value.content else {
      report(value, key, "value.kind", "a list [ … ] is expected")
      return []
    }
    guard items.count <= limit else {
      report(
        key, code: "list.length", found: "\(items.count) entries", expected: "at most \(limit) entries are expected")
      return []
    }
    return items
  }

  /// The objects of a list, each with its own path; none where it is absent.
  package func objects(
    _ key: String, keys: [String], atMost limit: Int = CaseloadLimits.listEntries
  ) -> [RecordReader] {
    items(key, atMost: limit).enumerated().compactMap { index, item in
      RecordReader(item, path: "\(pathTo(key))[\(index)]", keys: keys, log: log)
    }
  }

  /// A list of objects whose number must lie in a range.
  package func objects(_ key: String, keys: [String], count: ClosedRange<Int>) -> [RecordReader] {
    if value(key) == nil, count.lowerBound > 0 {
      _ = required(key, "a list of \(count.lowerBound) to \(count.upperBound) is expected")
      return []
    }
    let found = items(key, atMost: Int.max)
    if case .array = value(key)?.content, !count.contains(found.count) {
      report(
        key, code: "list.length", found: "\(found.count) entries",
        expected: "\(count.lowerBound) to \(count.upperBound) entries are expected")
      return []
    }
    return objects(key, keys: keys, atMost: count.upperBound)
  }

  /// An object that may be there.
  package func optionalObject(_ key: String, keys: [String]) -> RecordReader? {
    value(key).flatMap { RecordReader($0, path: pathTo(key), keys: keys, log: log) }
  }

  /// An object that must be there.
  package func object(_ key: String, keys: [String]) -> RecordReader? {
    required(key, "an object is expected").flatMap {
      RecordReader($0, path: pathTo(key), keys: keys, log: log)
    }
  }

  /// Another record that must be named.
  package func reference<Entity>(_ key: String, to kind: RecordKind, of: Entity.Type = Entity.self) -> Identifier<
    Entity
  >? {
    let id: Identifier<Entity>? = required(key, "the id of a \(kind.rawValue) is expected").flatMap {
      identifier($0, key)
    }
    return mention(id, kind, key)
  }

  /// Another record that may be named.
  package func optionalReference<Entity>(
    _ key: String, to kind: RecordKind, of: Entity.Type = Entity.self
  ) -> Identifier<Entity>? {
    mention(value(key).flatMap { identifier($0, key) }, kind, key)
  }

  private func mention<Entity>(_ id: Identifier<Entity>?, _ kind: RecordKind, _ key: String) -> Identifier<Entity>? {
    if let id { log.add(ProblemLog.Mention(kind: kind, id: id.text, location: location(key))) }
    return id
  }

  /// A list of ids, each at most once.
  package func identifiers<Entity>(_ key: String, of: Entity.Type = Entity.self) -> [Identifier<Entity>] {
    var seen: Set<Identifier<Entity>> = []
    return items(key).enumerated().compactMap { index, item in
      guard let id: Identifier<Entity> = identifier(item, "\(key)[\(index)]") else { return nil }
      guard seen.insert(id).inserted else {
        report(item, "\(key)[\(index)]", "list.repeated", "each entry may stand once in the list")
        return nil
      }
      return id
    }
  }

  /// A list of whole numbers in a range.
  func integers(_ key: String, in range: ClosedRange<Int>) -> [Int] {
    items(key).enumerated().compactMap { index, item in
      integer(item, "\(key)[\(index)]", in: range, RecordReader.wholeNumber(range, ""))
    }
  }

  /// A list of words, each at most once.
  package func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(
    _ key: String, of: Word.Type = Word.self
  ) -> [Word] {
    var seen: Set<Word> = []
    return items(key).enumerated().compactMap { index, item in
      let itemKey = "\(key)[\(index)]"
      guard let word: Word = word(item, itemKey) else { return nil }
      guard seen.insert(word).inserted else {
        report(item, itemKey, "list.repeated", "each entry may stand once in the list")
        return nil
      }
      return word
    }
  }
}
