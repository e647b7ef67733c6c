import CareModel

/// A row of `packages.csv` that belongs to an episode.
private struct PackageRow {
  /// From when its package is in force; nil where nothing can be read.
  let from: DocumentValue?
  let approval: DocumentValue?
  /// Nil for a package without calls.
  let line: DocumentValue?
  /// What could not be read.
  let broken: DocumentValue?
  let position: SourcePosition
}

/// A row of `links.csv`.
private struct PackageLink {
  let from: DocumentValue?
  let link: DocumentValue
}

extension TableDocument {
  /// The packages of each episode, in the order in which they come in the file.
  mutating func packages() -> [String: [DocumentValue]] {
    reportNobodys(.packages)
    let rows = children(
      .packages, of: "episode", in: .serviceEpisodes,
      broken: { PackageRow(from: nil, approval: nil, line: nil, broken: $0, position: $0.position) }
    ) { $0.packageRow() }
    let links = children(
      .packageLinks, of: "episode", in: .serviceEpisodes, broken: { PackageLink(from: nil, link: $0) }
    ) { cells in
      PackageLink(from: cells.value("effective_from"), link: TableDocument.link(&cells))
    }
    var packages: [String: [DocumentValue]] = [:]
    for episode in Set(rows.keys).union(links.keys).sorted() {
      packages[episode] = versions(rows[episode] ?? [], links[episode] ?? [], of: episode)
    }
    return packages
  }

  private mutating func versions(_ rows: [PackageRow], _ links: [PackageLink], of episode: String) -> [DocumentValue] {
    var broken = rows.compactMap(\.broken)
    let groups = rows.filter { $0.broken == nil }.grouped { $0.from?.content }
    var versions: [DocumentValue] = []
    for (from, rows) in groups {
      let approvals = rows.compactMap(\.approval)
      if let other = approvals.first(where: { !$0.says(approvals[0]) }) {
        broken.append(
          report(
            "package.differs", at: other.position, "two approvals of one package",
            "the same approved_by and risk_note in each row of a package, or in one of them", of: episode))
      }
      let lines = rows.compactMap(\.line)
      if let empty = rows.first(where: { $0.line == nil }), !lines.isEmpty, empty.approval == nil {
        broken.append(
          report(
            "package.differs", at: empty.position, "a row without a line in a package with calls",
            "line and all that follows; without any only where the package has no calls", of: episode))
      }
      let position = rows[0].position
      func member(_ key: String, _ value: DocumentValue) -> DocumentValue.Member {
        DocumentValue.Member(key: key, keyPosition: value.position, value: value)
      }
      let owned = links.filter { $0.from != nil && $0.from?.content == from }.map(\.link)
      versions.append(
        DocumentValue(
          .object(
            [
              rows[0].from.map { member("effectiveFrom", $0) }, approvals.first.map { member("approval", $0) },
              member("lines", DocumentValue(.array(lines), at: position)),
              owned.isEmpty ? nil : member("links", DocumentValue(.array(owned), at: position)),
            ].compactMap { $0 }), at: position))
    }
    let known = Set(groups.map(\.key))
    for link in links where !known.contains(link.from?.content) {
      broken.append(
        report(
          "reference.unknown", at: (link.from ?? link.link).position, "no package from this day",
          "effective_from: the day of one of the episode's packages", of: episode))
    }
    return versions + broken
  }

  private mutating func report(
    _ code: String, at position: SourcePosition, _ found: String, _ expected: String, of episode: String
  ) -> DocumentValue {
    let problem = InputProblem(code: code, location: "\(position)", found: found, expected: expected)
    keep([problem], kind: TableSchema.serviceEpisodes.recordKind, id: episode)
    return .unreadable(problem)
  }
}

extension CellReader {
  fileprivate mutating func packageRow() -> PackageRow {
    reportUnexpected("referral", "empty beside an episode: a row is of one or of the other")
    require("effective_from")
    let approval = nested(
      "approval", [member("approvedBy", "approved_by"), member("riskNote", "risk_note")])
    return PackageRow(
      from: value("effective_from"), approval: approval?.value,
      line: TableSchema.lineColumns.contains { cell($0) != nil } ? packageLine() : nil, broken: nil,
      position: row.position)
  }

  /// What a referral would need, besides its first visit.
  mutating func referralLine() -> DocumentValue {
    for column in ["effective_from", "approved_by", "risk_note"] {
      reportUnexpected(column, "empty beside a referral: what it needs begins with its first visit")
    }
    return packageLine()
  }

  private mutating func packageLine() -> DocumentValue {
    require("line", "kind", "length_minutes", "preferred_from")
    return object([
      member("id", "line"), member("weekdays", "weekdays"), member("timesAWeek", "times_a_week"),
      member("daysBetween", "days_between"),
    ]).with(call())
  }

  /// Something that stands in a row where its other columns say that it is of another sort.
  mutating func reportUnexpected(_ column: String, _ expected: String) {
    guard let cell = cell(column) else { return }
    report(
      InputProblem(
        code: "cell.unexpected", location: "\(cell.position)", found: cell.text.shortened,
        expected: "\(column): \(expected)"))
  }
}

extension DocumentValue {
  /// Whether it says the same, wherever it stands.
  fileprivate func says(_ other: DocumentValue) -> Bool {
    guard case .object(let mine) = content, case .object(let theirs) = other.content else { return false }
    return mine.map(\.key) == theirs.map(\.key) && mine.map(\.value.content) == theirs.map(\.value.content)
  }
}
