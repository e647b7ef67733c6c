import CareModel

extension TableDocument {
  /// What the rows of a sheet come to that stand inside another record in the document, by that record's id.
  ///
  /// A row that can't be read sets its record aside: half of what was agreed would be a wrong plan. A row of nobody known is
  /// a problem of its own.
  /// - Parameters:
  ///   - column: names the record; rows without are left to the caller where the sheet does not ask it of each.
  ///   - owners: the sheet in which it stands.
  ///   - other: rows that have something in this column are somebody else's.
  ///   - broken: makes what stands in the place of a row that can't be read.
  mutating func children<Value>(
    _ schema: TableSchema, of column: String, in owners: TableSchema, unless other: String? = nil,
    broken: (DocumentValue) -> Value, _ make: (inout CellReader) -> Value
  ) -> [String: [Value]] {
    let id = owners.columns[0].name
    let known = Set(rows(owners).compactMap { $0.text(id) } + ragged(owners, of: id).map(\.owner))
    let isAsked = schema.column(column)?.isRequired == true
    var found: [String: [Value]] = [:]
    for var cells in rows(schema) where other.map({ !cells.hasAny($0) }) ?? true {
      let owner = cells.text(column) ?? ""
      if owner.isEmpty {
        guard isAsked else { continue }
        cells.require(column)
      } else if !known.contains(owner) {
        cells.reportUnknown(owner, column, among: known.sorted(), in: owners)
      }
      found[owner, default: []].append(make(&cells))
      if let first = cells.problems.first { found[owner, default: []].append(broken(.unreadable(first))) }
      keep(cells.problems, of: owner, known, schema, owners, at: "\(cells.row.position)")
    }
    for (owner, problem) in ragged(schema, of: column) where isAsked || !owner.isEmpty {
      found[owner, default: []].append(broken(.unreadable(problem)))
      keep([problem], of: owner, known, schema, owners, at: problem.location)
    }
    return found
  }

  /// Reports rows that name neither an episode nor a referral.
  mutating func reportNobodys(_ schema: TableSchema) {
    for var cells in rows(schema) where !cells.hasAny("episode", "referral") {
      cells.require("episode")
      keep(cells.problems, kind: schema.recordKind, id: "\(cells.row.position)")
    }
    for (owner, problem) in ragged(schema, of: "episode", else: "referral") where owner.isEmpty {
      keep([problem], kind: schema.recordKind, id: problem.location)
    }
  }

  private mutating func keep(
    _ problems: [InputProblem], of owner: String, _ known: Set<String>, _ schema: TableSchema, _ owners: TableSchema,
    at position: String
  ) {
    let isKnown = known.contains(owner)
    keep(problems, kind: isKnown ? owners.recordKind : schema.recordKind, id: isKnown ? owner : position)
  }
}

extension CellReader {
  /// A key with what other rows come to, where the first of them stands: problems of the list as a whole are told there.
  func member(_ key: String, _ rows: [DocumentValue]) -> DocumentValue.Member {
    let position = rows.first?.position ?? row.position
    return DocumentValue.Member(
      key: key, keyPosition: position, value: DocumentValue(.array(rows), at: position))
  }
}

extension DocumentValue {
  /// The object with more members; those that are nil are left out.
  func with(_ more: [Member?]) -> DocumentValue {
    guard case .object(let members) = content else { return self }
    return DocumentValue(.object(members + more.compactMap { $0 }), at: position)
  }
}

extension Sequence {
  /// In groups of equal keys, each in the order of its first element.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, elements: [Element])] {
    var places: [Key: Int] = [:]
    var groups: [(key: Key, elements: [Element])] = []
    for element in self {
      let key = key(element)
      if let place = places[key] {
        groups[place].elements.append(element)
      } else {
        places[key] = groups.count
        groups.append((key, [element]))
      }
    }
    return groups
  }
}
