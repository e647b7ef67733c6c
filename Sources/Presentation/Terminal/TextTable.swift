/// Rows of text in columns that line up on a terminal, whatever signs the names are written in.
package struct TextTable: Sendable {
  /// A column's head and how it is set.
  package struct Column: Sendable {
    package let title: String
    package let isNumeric: Bool
    /// What happens to cells for which there is no room.
    package let fit: Fit

    package init(_ title: String, isNumeric: Bool = false, fit: Fit = .cut(40)) {
      self.title = title
      self.isNumeric = isNumeric
      self.fit = fit
    }
  }

  /// How a column keeps within its room.
  package enum Fit: Hashable, Sendable {
    /// Cells that are wider are cut.
    case cut(Int)
    /// Nothing is cut: where the table would be wider than a line, the widest of these columns go on in further lines.
    case wrap
  }

  /// A line of cells, one for each column.
  package struct Row: Sendable {
    package let cells: [String]
    /// What is to be said about it, below it and further in; empty ones are left out.
    package let notes: [String]
    package let style: Style

    package init(_ cells: [String], notes: [String] = [], style: Style = .plain) {
      self.cells = cells
      self.notes = notes
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

  private static let gap = "  "
  /// No column that wraps gets narrower.
  private static let leastWidth = 6

  /// The table with its head, each line ended.
  ///
  /// - Parameter isStyled: whether to use a terminal's bold and faint; false for files and pipes.
  package func text(isStyled: Bool = false) -> String {
    let widths = self.widths
    let head = Row(columns.map(\.title), style: .strong)
    return ([head] + rows).map { row in
      lines(row, widths: widths, isStyled: isStyled).map { $0 + "\n" }.joined()
        + row.notes.filter { !$0.isEmpty }.map { WrappedText.of("    \($0)") + "\n" }.joined()
    }.joined()
  }

  /// What each column would like to have, the widest of those that wrap narrowed until a line holds them all.
  private var widths: [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].title)) { widest, row in
        let lines = cell(row, index).split(separator: "\n").map { DisplayWidth.of(String($0)) }
        let width = lines.max() ?? 0
        return switch columns[index].fit {
        case .cut(let most): max(widest, min(most, width))
        case .wrap: max(widest, width)
        }
      }
    }
    let wrapping = columns.indices.filter { columns[$0].fit == .wrap }
    func excess() -> Int {
      widths.reduce(0, +) + TextTable.gap.count * (columns.count - 1) - WrappedText.width
    }
    while excess() > 0, let widest = wrapping.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > TextTable.leastWidth
    {
      widths[widest] -= 1
    }
    return widths
  }

  private func cell(_ row: Row, _ index: Int) -> String {
    row.cells.indices.contains(index) ? row.cells[index] : ""
  }

  private func lines(_ row: Row, widths: [Int], isStyled: Bool) -> [String] {
    let cells = columns.indices.map { index -> [String] in
      switch columns[index].fit {
      case .cut: [cell(row, index)]
      case .wrap: WrappedText.lines(cell(row, index), within: widths[index])
      }
    }
    return (0..<(cells.map(\.count).max() ?? 1)).map { place in
      var text = columns.indices.map { index in
        let part = place < cells[index].count ? cells[index][place] : ""
        return DisplayWidth.fitted(part, to: widths[index], alignedRight: columns[index].isNumeric)
      }.joined(separator: TextTable.gap)
      while text.hasSuffix(" ") { text.removeLast() }
      return isStyled ? styled(text, row.style) : text
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    switch style {
    case .plain: text
    case .strong: "\u{1B}[1m\(text)\u{1B}[0m"
    case .faint: "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }
}
