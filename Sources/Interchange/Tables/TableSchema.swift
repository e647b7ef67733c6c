/// One CSV file of a folder: its name, its columns, and what a row of it is.
package struct TableSchema: Sendable {
  /// `visits.csv`.
  package let file: String
  /// As in quarantine: `visit`.
  package let recordKind: String
  /// What one row is, in a line for a coordinator.
  package let meaning: String
  package let isRequired: Bool
  /// The template writes it, with its example rows.
  package let isInTemplate: Bool
  /// The first is the id.
  package let columns: [TableColumn]
  /// The template's rows, each by column; a column that is not in one is empty there.
  package let examples: [[String: String]]

  /// - Parameter examples: nil takes one row of the columns' own examples.
  package init(
    file: String, recordKind: String, meaning: String, required: Bool = false, inTemplate: Bool = false,
    columns: [TableColumn], examples: [[String: String]]? = nil
  ) {
    self.file = file
    self.recordKind = recordKind
    self.meaning = meaning
    isRequired = required
    isInTemplate = inTemplate
    self.columns = columns
    self.examples =
      examples ?? [Dictionary(columns.map { ($0.name, $0.example) }, uniquingKeysWith: { first, _ in first })]
  }

  package func column(_ name: String) -> TableColumn? { columns.first { $0.name == name } }

  /// Columns of this sheet by their names, for another one that has them too.
  func columns(_ names: String...) -> [TableColumn] { names.compactMap(column) }

  /// Columns that begin so are the coordinator's own and are not read.
  package static let noteMarks = ["note", "comment"]
}
