import CareModel
import Quantities

extension PlanPage {
  /// One map for each role, patch and skill, of each kind the one with the most work first, then in numbers where it is tight.
  var load: Markup {
    let kinds = LoadGroup.Kind.allCases.map { kind in (kind, busiest(LoadGroup.all(kind, of: plan))) }
      .filter { !$0.1.isEmpty }
    guard !kinds.isEmpty else { return "<p>Nobody is on duty in these days, and there are no calls.</p>" }
    let maps = kinds.map { kind, groups -> Markup in
      let drawn = groups.map { LoadMap(name: $0.fullName, cells: $0.cells, words: words).markup }
      return "<h3>By \(kind.printedName)</h3>\n\(note(on: kind))\(Markup.joined(drawn, separator: "\n"))"
    }
    return """
      <p>How much of the contact time is taken, in percent: approved packages, appointments and what this plan places. \
      Calls beyond a predicted end count for as long as they are agreed; the forecast has what people who are known \
      today will probably need by then. Contact time is paid time without breaks, travel and waiting.</p>
      <ul class="key" aria-label="What the cells mean">\(Markup.joined(LoadMap.key))</ul>
      \(Markup.joined(maps, separator: "\n"))
      <h3>Tight in \(words.fortnight(plan))</h3>
      \(tight(kinds.flatMap(\.1)))
      """
  }

  private func busiest(_ groups: [LoadGroup]) -> [LoadGroup] {
    groups.map { (group: $0, load: $0.load) }
      .sorted { ($1.load, $0.group.name) < ($0.load, $1.group.name) }.map(\.group)
  }

  private func note(on kind: LoadGroup.Kind) -> Markup {
    switch kind {
    case .role: .empty
    case .patch:
      "<p>Calls by where people live, time by team: teams help one another, and above 100 that is what they have to do.</p>\n"
    case .skill: "<p>Calls that ask for a skill, and all the time of those who have it.</p>\n"
    }
  }

  private func tight(_ groups: [LoadGroup]) -> Markup {
    let soon = plan.firstDay.adding(days: 13)
    let cells = groups.flatMap { group in
      group.cells.filter { $0.isTight && $0.date <= soon }.map { (group: group, cell: $0) }
    }
    let rows = cells.sorted { ($0.cell.date, $0.cell.part) < ($1.cell.date, $1.cell.part) }.map {
      group, cell -> Markup in
      """
      <tr><th scope="row">\(words.day(cell.date)) \(cell.part.printedName)</th><td>\(group.fullName)</td>\
      <td class="number">\(cell.load.spoken)</td><td class="number">\(cell.forecastLoad.spoken)</td>\
      <td class="number">\(cell.capacity.spoken)</td>\
      <td class="number">\(cell.use.map { "\($0.value / 10) %" } ?? "no time")</td></tr>
      """
    }
    guard !rows.isEmpty else { return "<p>No part of \(words.fortnight(plan)) is tight.</p>" }
    return folded(
      "Tight in \(words.fortnight(plan))", class: "narrow",
      head: ["When", "Who", "Taken", "Forecast", "Contact time", "Use"], rows: rows)
  }
}
