import CareModel
import Quantities

extension PlanPage {
  /// One map for each role, the one with the most work first, then in numbers where it is tight.
  var load: Markup {
    let maps = roles.map { role, cells -> Markup in LoadMap(name: role.printedName, cells: cells, words: words).markup }
    guard !maps.isEmpty else { return "<p>Nobody is on duty in these days, and there are no calls.</p>" }
    return """
      <p>How much of the contact time is taken, in percent: approved packages, appointments and what this plan places. \
      Calls beyond a predicted end count for as long as they are agreed. Contact time is paid time without breaks, travel \
      and waiting.</p>
      <ul class="key" aria-label="What the cells mean">\(Markup.joined(LoadMap.key))</ul>
      \(Markup.joined(maps, separator: "\n"))
      <h3>Tight in \(words.fortnight(plan))</h3>
      \(tight)
      """
  }

  /// Roles that have time or work in these days.
  private var roles: [(role: Role, cells: [CapacityCell])] {
    func load(_ cells: [CapacityCell]) -> Int { cells.reduce(0) { $0 + $1.load.value } }
    return plan.capacityByRole
      .filter { $0.value.contains { $0.capacity > .zero || $0.load > .zero } }
      .map { (role: $0.key, cells: $0.value, load: load($0.value)) }
      .sorted { ($1.load, $0.role.rawValue) < ($0.load, $1.role.rawValue) }
      .map { ($0.role, $0.cells) }
  }

  private var tight: Markup {
    let soon = plan.firstDay.adding(days: 13)
    let cells = roles.flatMap { role, cells in
      cells.filter { $0.isTight && $0.date <= soon }.map { (role: role, cell: $0) }
    }
    let rows = cells.sorted { ($0.cell.date, $0.cell.part) < ($1.cell.date, $1.cell.part) }.map {
      role, cell -> Markup in
      """
      <tr><th scope="row">\(words.day(cell.date)) \(cell.part.printedName)</th><td>\(role.printedName)</td>\
      <td class="number">\(cell.load.spoken)</td><td class="number">\(cell.capacity.spoken)</td>\
      <td class="number">\(cell.use.map { "\($0.value / 10) %" } ?? "no time")</td></tr>
      """
    }
    guard !rows.isEmpty else { return "<p>No part of \(words.fortnight(plan)) is tight.</p>" }
    return folded(
      "Tight in \(words.fortnight(plan))", class: "narrow", head: ["When", "Role", "Taken", "Contact time", "Use"],
      rows: rows)
  }
}
