/// One CSV file of a day's folder: its name, its columns, and what a row of it is.
package struct TableSchema: Sendable {
  /// `visits.csv`.
  package let file: String
  /// As in quarantine: `visit`.
  package let recordKind: String
  /// What one row is, in a line for a coordinator.
  package let meaning: String
  package let isRequired: Bool
  /// The template writes it, with one example row.
  package let isInTemplate: Bool
  /// The first is the id.
  package let columns: [TableColumn]

  package init(
    file: String, recordKind: String, meaning: String, required: Bool = false, inTemplate: Bool = false,
    columns: [TableColumn]
  ) {
    self.file = file
    self.recordKind = recordKind
    self.meaning = meaning
    isRequired = required
    isInTemplate = inTemplate
    self.columns = columns
  }

  package func column(_ name: String) -> TableColumn? { columns.first { $0.name == name } }

  /// Every file of a folder, in the order in which somebody fills them in.
  package static let all: [TableSchema] = [
    service, workers, shifts, people, visits, referrals, episodes, places, links,
  ]

  /// Columns that begin so are the coordinator's own and are not read.
  package static let noteMarks = ["note", "comment"]
}
