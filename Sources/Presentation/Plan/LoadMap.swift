import CareModel
import Quantities

/// How much of a group's contact time is taken, day by day and part by part: a table whose cells are shaded. Below what is planned stands
/// the forecast where that is another.
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
    let isForecast = dates.contains { date in byDate[date]?.contains { $0.forecastLoad != $0.load } ?? false }
    let bodies = (isForecast ? [Measure.planned, .forecast] : [.planned]).map { body($0, dates, byDate) }
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
      \(Markup.joined(bodies, separator: "\n"))</table></div>
      """
  }

  /// What is held against the contact time.
  private enum Measure {
    case planned, forecast

    func load(_ cell: CapacityCell) -> Minutes { self == .planned ? cell.load : cell.forecastLoad }
    func use(_ cell: CapacityCell) -> PerMille? { self == .planned ? cell.use : cell.forecastUse }
    func isTight(_ cell: CapacityCell) -> Bool { self == .planned ? cell.isTight : cell.isForecastTight }
  }

  private func body(_ measure: Measure, _ dates: [CivilDate], _ byDate: [CivilDate: [CapacityCell]]) -> Markup {
    let rows = PartOfDay.allCases.map { part -> Markup in
      let row = dates.map { date -> Markup in
        byDate[date]?.first { $0.part == part }.map { cell($0, measure) } ?? "<td></td>"
      }
      let name = part.printedName + (measure == .forecast ? ", forecast" : "")
      return "<tr><th scope=\"row\">\(name)</th>\(Markup.joined(row))</tr>"
    }
    return "<tbody>\n\(Markup.joined(rows, separator: "\n"))\n</tbody>"
  }

  private func cell(_ cell: CapacityCell, _ measure: Measure) -> Markup {
    let load = measure.load(cell)
    guard cell.capacity > .zero || load > .zero else {
      return "<td class=\"nothing\">\u{2013}</td>"
    }
    let said = "\(load.spoken) of \(cell.capacity.spoken)"
    let percent = measure.use(cell).map { $0.value / 10 > 999 ? ">999" : "\($0.value / 10)" } ?? "\u{221E}"
    let isTight = measure.isTight(cell)
    return """
      <td class="\(LoadMap.shade(measure.use(cell), isTight))" title="\(words.day(cell.date)) \(cell.part.printedName): \(said)">\
      \(percent)\(isTight ? "!" : "")</td>
      """
  }

  /// The class of a cell's shade: `u0` below half to `u4` above all there is.
  private static func shade(_ use: PerMille?, _ isTight: Bool) -> String {
    guard let use = use?.value, use <= 1000 else { return "u4" }
    if isTight { return "u3" }
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
