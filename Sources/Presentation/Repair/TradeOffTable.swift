package import CareModel

/// What each further change of other people's calls would buy, as a table for the terminal.
package struct TradeOffTable: Sendable {
  /// At most so many changes, so many made, and what the rota is worth.
  package struct Row: Sendable {
    let limit: Int
    let changed: Int
    let score: Score

    package init(limit: Int, changed: Int, score: Score) {
      self.limit = limit
      self.changed = changed
      self.score = score
    }
  }

  private let rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  /// The first row tells what the rota is worth, the others what they bring; changes themselves are not told as a level.
  ///
  /// - Parameter isStyled: whether to use a terminal's bold and faint.
  package func text(isStyled: Bool = false) -> String {
    var table = TextTable(columns: [
      .init("other calls changed at most", isNumeric: true), .init("changed", isNumeric: true),
      .init("brings", fit: .wrap),
    ])
    for (place, row) in rows.enumerated() {
      let score = TradeOffTable.withoutStability(row.score)
      let words =
        place == 0
        ? ScoreWords.brief(score, levels: 4)
        : ScoreWords.difference(from: TradeOffTable.withoutStability(rows[place - 1].score), to: score)
      table.rows.append(TextTable.Row(["\(row.limit)", "\(row.changed)", words]))
    }
    return table.text(isStyled: isStyled)
  }

  private static func withoutStability(_ score: Score) -> Score {
    var score = score
    score[Level(.stability)] = 0
    return score
  }
}
