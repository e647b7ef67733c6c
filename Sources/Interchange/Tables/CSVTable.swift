package import CareModel

/// A CSV file as read: a header and rows, each cell with its place in the file.
package struct CSVTable: Hashable, Sendable {
  package let file: String
  /// Empty where the file holds nothing.
  package let header: [Cell]
  /// Without blank lines; each has exactly as many cells as the header.
  package let rows: [Row]

  package init(file: String, header: [Cell], rows: [Row]) {
    self.file = file
    self.header = header
    self.rows = rows
  }

  /// The text between two separators.
  package struct Cell: Hashable, Sendable {
    /// Without the quotes around it and the spaces at its ends.
    package let text: String
    /// Where its first character stands.
    package let position: SourcePosition
    package init(text: String, position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// One record; it may run over several lines where a quoted cell does.
  package struct Row: Hashable, Sendable {
    package let cells: [Cell]
    package let position: SourcePosition
    package init(cells: [Cell], position: SourcePosition) {
      self.cells = cells
      self.position = position
    }
  }
}

/// What came of reading a CSV file: the rows that are sound, and what is wrong with the others.
package struct CSVReading: Hashable, Sendable {
  package let table: CSVTable
  /// The file can't be used at all.
  package let fileProblems: [InputProblem]
  /// A row left out of the table, each with its cells for naming it.
  package let rowProblems: [RowProblem]

  package struct RowProblem: Hashable, Sendable {
    package let cells: [CSVTable.Cell]
    package let problem: InputProblem
    package init(cells: [CSVTable.Cell], problem: InputProblem) {
      self.cells = cells
      self.problem = problem
    }

    /// The text of the first cell: in most files of ours, the id.
    package var id: String { cells.first?.text ?? "" }
  }
}
