package import CareModel
import Quantities

/// The lists of a plan in full: every task, the load of every day, and one person's weeks.
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
      TextTable.Column("due"), TextTable.Column("task", most: 44), TextTable.Column("person", most: 28),
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
      columns: [TextTable.Column("day"), TextTable.Column("role", most: 28)]
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

  /// One person's calls day by day, from approved package to forecast; nil where the service doesn't know the person.
  package func calendar(of person: PersonID, isStyled: Bool = false) -> String? {
    guard service.person(person) != nil else { return nil }
    let calls = plan.calls.filter { $0.person == person }
    var table = TextTable(
      columns: [TextTable.Column("day")] + PartOfDay.allCases.map { TextTable.Column($0.printedName, most: 36) })
    var date = plan.firstDay
    while date <= plan.lastDay {
      let today = calls.filter { $0.date == date }
      if !today.isEmpty {
        table.rows.append(
          TextTable.Row(
            [words.day(date)]
              + PartOfDay.allCases.map { part in
                today.filter { $0.part == part }.map(shown).joined(separator: ", ")
              }, style: today.allSatisfy { $0.basis == .beyondPrediction } ? .faint : .plain))
      }
      date = date.adding(days: 1)
    }
    let tasks = plan.tasks.filter { $0.person == person }.map { "  \(words.task($0))\n" }.joined()
    return words.headlines(plan, of: person) + clocks(of: person) + (tasks.isEmpty ? "" : "To do\n" + tasks)
      + (table.rows.isEmpty ? "No calls in these days.\n" : table.text(isStyled: isStyled))
      + (calls.contains { $0.basis == .beyondPrediction }
        ? "(in brackets: agreed, but beyond the predicted or agreed end; a forecast)\n" : "")
  }

  private func shown(_ call: PlannedCall) -> String {
    let text = "\(call.need.preferred.from) \(call.need.kind.printedName)"
    return switch call.basis {
    case .beyondPrediction: "(\(text))"
    case .bridging: "\(text), bridging"
    case .tentative: "\(text), held"
    case .leftOut: "\(text), no room"
    case .booked, .package, .planned: text
    }
  }

  private func clocks(of person: PersonID) -> String {
    var lines = ["\(names[person])"]
    for start in plan.starts where start.person == person {
      lines.append("\(start.rank.printedName): \(words.outcome(start)); \(words.countdown(to: start.deadline))")
      let remark = words.remark(start)
      if !remark.isEmpty { lines.append(remark) }
    }
    for record in service.episodes where record.episode.person == person && record.state != .ended {
      let last = record.episode.lastPermittedDay(policy: service.policy)
      let limit = record.episode.kind.hasLimit ? ", last permitted day \(words.day(last))" : ""
      let predicted = record.clocks.predictedEnds.last.map { ", predicted end \(words.day($0.end))" } ?? ""
      let agreed = record.plannedEnd.map { ", agreed end \(words.day($0))" } ?? ""
      lines.append(
        "\(PrintableText.of(record.id.text)): day \(record.episode.dayNumber(on: service.today))\(limit)\(predicted)\(agreed)"
      )
    }
    lines += plan.repeats.filter { $0.person == person }.map(words.repeated)
    return lines.map { $0 + "\n" }.joined()
  }
}
