/// Rows of text in columns that line up on a terminal, whatever signs the names are written in.
package struct TextTable: Sendable {
  /// A column's head and how it is set.
  package struct Column: Sendable {
    package let title: String
    package let isNumeric: Bool
    /// Wider cells are cut.
    package let most: Int
    package init(_ title: String, isNumeric: Bool = false, most: Int = 40) {
      self.title = title
      self.isNumeric = isNumeric
      self.most = most
    }
  }

  /// A line of cells, one for each column.
  package struct Row: Sendable {
    package let cells: [String]
    package let style: Style
    package init(_ cells: [String], style: Style = .plain) {
      self.cells = cells
      self.style = style
    }
  }

  /// How a row stands out; its words say the same, so that nothing is lost without it.
  package enum Style: Sendable {
    case plain, strong, faint
  }

  package let columns: [Column]
  package var rows: [Row] = []

  package init(columns: [Column]) { self.columns = columns }

  /// The table with its head, each line ended.
  ///
  /// - Parameter isStyled: whether to use a terminal's bold and faint; false for files and pipes.
  package func text(isStyled: Bool = false) -> String {
    let widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].title)) { widest, row in
        max(widest, min(columns[index].most, DisplayWidth.of(cell(row, index))))
      }
    }
    let head = Row(columns.map(\.title), style: .strong)
    return ([head] + rows).map { line($0, widths: widths, isStyled: isStyled) + "\n" }.joined()
  }

  private func cell(_ row: Row, _ index: Int) -> String {
    row.cells.indices.contains(index) ? row.cells[index] : ""
  }

  private func line(_ row: Row, widths: [Int], isStyled: Bool) -> String {
    var text = columns.indices.map { index in
      DisplayWidth.fitted(cell(row, index), to: widths[index], alignedRight: columns[index].isNumeric)
    }.joined(separator: "  ")
    while text.hasSuffix(" ") { text.removeLast() }
    guard isStyled else { return text }
    return switch row.style {
    case .plain: text
    case .strong: "\u{1B}[1m\(text)\u{1B}[0m"
    case .faint: "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }
}
