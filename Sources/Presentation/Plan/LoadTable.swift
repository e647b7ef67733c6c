import CareModel
import Quantities

/// Contact time of groups of one kind, day by day: what is wanted, beside what there is.
struct LoadTable {
  let kind: LoadGroup.Kind
  let plan: EpisodePlan
  let words: PlanWords

  /// Nil where there is nothing to show.
  func text(isStyled: Bool) -> String? {
    var table = TextTable(
      columns: [TextTable.Column("day", fit: .wrap), TextTable.Column(kind.printedName, fit: .wrap)]
        + PartOfDay.allCases.map { TextTable.Column($0.printedName, isNumeric: true, fit: .wrap) })
    let groups = LoadGroup.all(kind, of: plan).map { ($0.name, Dictionary(grouping: $0.cells, by: \.date)) }
    var date = plan.firstDay
    while date <= plan.lastDay {
      for (name, cells) in groups { table.rows += rows(name, on: date, cells[date] ?? []) }
      date = date.adding(days: 1)
    }
    guard !table.rows.isEmpty else { return nil }
    return "Contact time by \(kind.printedName), wanted/there is (! tight)\n" + table.text(isStyled: isStyled)
  }

  /// What stands in the plan, and below it the forecast where that is another.
  private func rows(_ name: String, on date: CivilDate, _ cells: [CapacityCell]) -> [TextTable.Row] {
    guard cells.contains(where: { $0.capacity > .zero || $0.load > .zero }) else { return [] }
    func row(_ head: [String], _ load: (CapacityCell) -> (Minutes, isTight: Bool)) -> TextTable.Row {
      TextTable.Row(
        head
          + cells.map { cell in
            let (minutes, isTight) = load(cell)
            return "\(hours(minutes))/\(hours(cell.capacity))\(isTight ? "!" : "")"
          })
    }
    let planned = row([words.day(date), name]) { ($0.load, $0.isTight) }
    guard cells.contains(where: { $0.forecastLoad != $0.load }) else { return [planned] }
    return [planned, row(["", "forecast"]) { ($0.forecastLoad, $0.isForecastTight) }]
  }

  /// `1h05`: shorter than spoken, for four stand beside one another.
  private func hours(_ time: Minutes) -> String {
    let (hours, minutes) = time.value.quotientAndRemainder(dividingBy: 60)
    return "\(hours)h\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
