import CareModel
import Quantities

/// How much of one role's contact time is taken, day by day and part by part: a table whose cells are shaded.
struct LoadMap {
  let name: String
  /// In order of date and part.
  let cells: [CapacityCell]
  let words: PlanWords

  /// As many days as fit on paper.
  static let daysAcross = 42

  var markup: Markup {
    let dates = cells.filter { $0.part == .morning }.map(\.date)
    let byDate = Dictionary(grouping: cells, by: \.date)
    let blocks = stride(from: 0, to: dates.count, by: LoadMap.daysAcross).map { start -> Markup in
      block(Array(dates[start..<min(start + LoadMap.daysAcross, dates.count)]), byDate)
    }
    return Markup.joined(blocks, separator: "\n")
  }

  private func block(_ dates: [CivilDate], _ byDate: [CivilDate: [CapacityCell]]) -> Markup {
    guard let first = dates.first, let last = dates.last else { return .empty }
    let rows = PartOfDay.allCases.map { part -> Markup in
      let row = dates.map { date -> Markup in
        byDate[date]?.first { $0.part == part }.map(cell) ?? "<td></td>"
      }
      return "<tr><th scope=\"row\">\(part.printedName)</th>\(Markup.joined(row))</tr>"
    }
    let days = dates.map { date -> Markup in
      let isWeekend = date.weekday == .saturday || date.weekday == .sunday
      return """
        <th scope="col"\(isWeekend ? " class=\"weekend\"" as Markup : .empty)>\(String(date.weekday.shortName.prefix(2)))\
        <br/>\(date.components.day)</th>
        """
    }
    return """
      <div class="wide" role="region" aria-label="Load, \(name), from \(words.day(first))" tabindex="0">\
      <table class="heat"><caption>\(name), \(words.day(first)) to \(words.day(last)), percent taken</caption>
      <thead><tr><th scope="col">part</th>\(Markup.joined(days))</tr></thead>
      <tbody>
      \(Markup.joined(rows, separator: "\n"))
      </tbody></table></div>
      """
  }

  private func cell(_ cell: CapacityCell) -> Markup {
    guard cell.capacity > .zero || cell.load > .zero else {
      return "<td class=\"nothing\">\u{2013}</td>"
    }
    let said = "\(cell.load.spoken) of \(cell.capacity.spoken)"
    let percent = cell.use.map { $0.value / 10 > 999 ? ">999" : "\($0.value / 10)" } ?? "\u{221E}"
    return """
      <td class="\(LoadMap.shade(cell))" title="\(words.day(cell.date)) \(cell.part.printedName): \(said)">\
      \(percent)\(cell.isTight ? "!" : "")</td>
      """
  }

  /// The class of a cell's shade: `u0` below half to `u4` above all there is.
  private static func shade(_ cell: CapacityCell) -> String {
    guard let use = cell.use?.value, use <= 1000 else { return "u4" }
    if cell.isTight { return "u3" }
    return use < 500 ? "u0" : use < 750 ? "u1" : "u2"
  }

  static let key: [Markup] = [
    ("u0", "49", "below half"), ("u1", "74", "half or more"), ("u2", "89", "three quarters or more"),
    ("u3", "90!", "tight: nine tenths or more"), ("u4", "101!", "more than there is"),
    ("u4", "\u{221E}!", "calls, and nobody on duty"), ("nothing", "\u{2013}", "nobody on duty, no calls"),
  ].map { shade, number, meaning -> Markup in
    "<li><span class=\"swatch \(shade)\">\(number)</span>\(meaning)</li>"
  }
}
