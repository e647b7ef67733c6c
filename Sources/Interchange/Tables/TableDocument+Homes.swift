import CareModel

/// How the places are called that `people.csv` and `workers.csv` bring along.
enum Home {
  static func person(_ id: String) -> String { "home-\(id)" }
  static func worker(_ id: String) -> String { "start-\(id)" }
}

extension TableDocument {
  /// A place for each row that gives latitude and longitude.
  mutating func places(of schema: TableSchema, _ name: (String) -> String) -> [DocumentValue] {
    var places: [DocumentValue] = []
    for var cells in rows(schema) where cells.hasAny("latitude", "longitude") {
      let id = TableDocument.id(of: cells, schema)
      for column in ["latitude", "longitude"] where !cells.hasAny(column) { cells.reportHalfAPosition(column) }
      places.append(
        cells.object([
          cells.member("id", .text(name(id))), cells.member("latitudeMicrodegrees", "latitude"),
          cells.member("longitudeMicrodegrees", "longitude"), cells.member("area", "area"),
          cells.member("patch", "patch"), cells.member("accessMinutes", "access_minutes"),
        ]))
      keep(cells.problems, kind: "place", id: name(id))
      keep(cells.problems, kind: schema.recordKind, id: id)
    }
    return places
  }
}

extension CellReader {
  /// Where a person or a worker lives: by latitude and longitude, under the name of a place made of them, or a place.
  mutating func home(_ key: String, _ name: String) -> DocumentValue.Member? {
    guard hasAny("latitude", "longitude") else {
      if !hasAny("place") { reportNoPlace() }
      return member(key, "place")
    }
    guard hasAny("place") else { return member(key, .text(name)) }
    reportTwoPlaces()
    // Two places, neither of them chosen: the record is set aside.
    return nil
  }

  mutating func reportHalfAPosition(_ column: String) {
    report(
      InputProblem(
        code: "cell.missing", location: "\(position(column))", found: "",
        expected: "\(column): degrees such as 51.4101; latitude and longitude go together"))
  }

  private mutating func reportTwoPlaces() {
    report(
      InputProblem(
        code: "place.twice", location: "\(position("place"))", found: text("place") ?? "",
        expected: "either latitude and longitude, or a place, not both"))
  }

  private mutating func reportNoPlace() {
    report(
      InputProblem(
        code: "place.missing", location: "\(position("latitude"))", found: "",
        expected: "latitude and longitude, or a place of places.csv"))
  }

  /// The wishes of a row; all have the row's strength.
  mutating func preferences() -> DocumentValue.Member? {
    let strength =
      member("strength", "preference_strength") ?? member("strength", .text(Preference.Strength.weak.rawValue))
    let wishes = [
      member("gender", "preferred_gender"), member("language", "preferred_language"),
      member("workers", "preferred_workers"),
    ].compactMap { $0 }
    guard !wishes.isEmpty else { return nil }
    return member("preferences", .array(wishes.map { object([$0, strength]) }))
  }
}
