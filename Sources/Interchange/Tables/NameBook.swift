package import CareModel

/// Names by id, kept apart from everything else and joined only when something is printed.
package struct NameBook: Hashable, Sendable {
  private let names: [String: String]
  private let phones: [String: String]

  /// Without any name: everybody is printed by id.
  package static let empty = NameBook(names: [:])

  /// - Parameter phones: telephone numbers by id.
  package init(names: [String: String], phones: [String: String] = [:]) {
    self.names = names
    self.phones = phones
  }

  package var isEmpty: Bool { names.isEmpty }

  /// The name of a person, worker or anything else with an id; the id where there is none.
  package func name<Entity>(_ id: Identifier<Entity>) -> String { names[id.text] ?? id.text }

  /// The name of a person, worker or anything else with an id; nil where there is none.
  package func knownName<Entity>(_ id: Identifier<Entity>) -> String? { names[id.text] }

  /// The telephone number of a person; nil where there is none.
  package func phone(_ id: PersonID) -> String? { phones[id.text] }

  /// Whether somebody's name is this one or, where `wholly` is false, has each word of it, whatever the capitals.
  package func hasName<Entity>(_ id: Identifier<Entity>, _ text: String, wholly: Bool) -> Bool {
    guard let name = names[id.text] else { return false }
    func words(_ text: String) -> [Substring] { text.lowercased().split { $0.isWhitespace }.map { $0 } }
    let (has, asked) = (words(name), words(text))
    return wholly ? has == asked : !asked.isEmpty && asked.allSatisfy(has.contains)
  }

  /// Reads a file with the columns `id` and `name`, and `phone` where somebody wants to ring people.
  ///
  /// Of two names for one id neither is taken: a wrong name is worse than none.
  package static func read(_ bytes: [UInt8], file: String) -> (book: NameBook, problems: [InputProblem]) {
    let reading = CSVParser.read(bytes, file: file)
    var problems = reading.fileProblems + reading.rowProblems.map(\.problem)
    if reading.fileProblems.isEmpty { problems += TableHeader.problems(of: reading.table, schema: .names) }
    let columns = TableHeader.columns(of: reading.table, schema: .names)
    guard let idColumn = columns["id"], let nameColumn = columns["name"] else { return (.empty, problems) }
    var names: [String: String] = [:]
    var phones: [String: String] = [:]
    var repeated: Set<String> = []
    for row in reading.table.rows {
      let (id, name) = (row.cells[idColumn], row.cells[nameColumn])
      guard !id.text.isEmpty, !name.text.isEmpty else {
        problems.append(
          InputProblem(
            code: "cell.missing", location: "\((id.text.isEmpty ? id : name).position)", found: "",
            expected: "an id and a name in each row"))
        continue
      }
      if let phone = columns["phone"].map({ row.cells[$0].text }), !phone.isEmpty { phones[id.text] = phone }
      if let other = names.updateValue(name.text, forKey: id.text), other != name.text {
        repeated.insert(id.text)
        problems.append(
          InputProblem(
            code: "name.repeated", location: "\(id.position)", found: id.text, expected: "one name for each id"))
      }
    }
    for id in repeated { (names[id], phones[id]) = (nil, nil) }
    return (NameBook(names: names, phones: phones), problems)
  }
}

extension TableSchema {
  /// The file of names; not part of a day's folder.
  static let names = TableSchema(
    file: "names.csv", recordKind: "name", meaning: "the name to print for an id",
    columns: [
      TableColumn("id", .text, required: true, "as in the day's files"),
      TableColumn("name", .text, required: true, "as it is to be printed"),
      TableColumn("phone", .text, "the number to ring, for the phone list"),
    ])
}
