package import CareModel
import Quantities

/// The lists of a plan in full: every task and the load of every day.
package struct PlanTables: Sendable {
  private let plan: EpisodePlan
  private let service: Service
  private let words: PlanWords
  private let names: PersonNames

  package init(_ plan: EpisodePlan, of service: Service, names: PersonNames) {
    self.plan = plan
    self.service = service
    self.names = names
    words = PlanWords(service, names: names)
  }

  /// Every task, then load and capacity of every day by role.
  package func text(isStyled: Bool = false) -> String {
    words.headlines(plan) + tasks(isStyled) + "\n" + load(isStyled)
  }

  private func tasks(_ isStyled: Bool) -> String {
    var table = TextTable(columns: [
      TextTable.Column("due"), TextTable.Column("task", fit: .cut(44)), TextTable.Column("person", fit: .cut(28)),
      TextTable.Column("record"),
    ])
    for task in plan.tasks {
      table.rows.append(
        TextTable.Row(
          [
            task.deadline.map { words.clock.timeAndDay($0) } ?? words.day(task.dueOn), task.kind.printedName,
            names[task.person],
            PrintableText.of(task.episode?.text ?? task.referral?.text ?? ""),
          ], style: task.isOverdue(asOf: plan.asOf, today: service.today) ? .strong : .plain))
    }
    return table.text(isStyled: isStyled)
  }

  private func load(_ isStyled: Bool) -> String {
    let parts = PartOfDay.allCases
    var table = TextTable(
      columns: [TextTable.Column("day"), TextTable.Column("role", fit: .cut(28))]
        + parts.map { TextTable.Column($0.printedName, isNumeric: true) })
    let roles = plan.capacityByRole.keys.sorted { $0.rawValue < $1.rawValue }
    var date = plan.firstDay
    while date <= plan.lastDay {
      for role in roles {
        let cells = plan.capacityByRole[role, default: []].filter { $0.date == date }
        guard cells.contains(where: { $0.capacity > .zero || $0.load > .zero }) else { continue }
        table.rows.append(
          TextTable.Row(
            [words.day(date), role.printedName]
              + cells.map { "\($0.load.spoken) of \($0.capacity.spoken)\($0.isTight ? " !" : "")" }))
      }
      date = date.adding(days: 1)
    }
    return table.text(isStyled: isStyled)
  }
}
