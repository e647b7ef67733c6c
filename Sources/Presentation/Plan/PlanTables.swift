package import CareModel
import Quantities

/// The lists of a plan in full: every start, task, promise that is not kept and change since the plan before, and every day's load.
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

  /// One table below the other, nothing cut and no line wider than a page.
  package func text(isStyled: Bool = false) -> String {
    words.title(plan) + words.headlines(plan) + "\n"
      + [starts, waits, tasks, beyond, dutyGaps, breaches, changes, load].compactMap { $0(isStyled) }
      .joined(separator: "\n") + "\n" + words.making(plan)
  }

  private func starts(_ isStyled: Bool) -> String {
    guard !plan.starts.isEmpty else { return "Nobody waits to start.\n" }
    var table = TextTable(
      columns: ["day", "part", "person", "referral", "clock", "from receipt"].map {
        TextTable.Column($0, fit: .wrap)
      })
    for start in plan.starts {
      let asked =
        "\(start.rank.printedName), \(start.state.printedName), \(words.asked(start)); "
        + "national clock \(words.countdown(to: start.nationalDeadline))"
      table.rows.append(
        TextTable.Row(
          place(of: start) + [
            names[start.person], PrintableText.of(start.referral.text), words.countdown(to: start.deadline),
            words.countdown(to: start.literalDeadline),
          ], notes: [asked, words.remark(start)],
          style: start.lateBy > .zero || start.deadline < plan.asOf ? .strong : .plain))
    }
    return "Starts, in the order in which people are served  \(plan.starts.count)\n" + table.text(isStyled: isStyled)
  }

  private func place(of start: PlannedStart) -> [String] {
    switch start.outcome {
    case .starts(let found): [words.day(found.date), found.part.printedName + (found.isPublished ? ", promised" : "")]
    case .waits: ["waits", ""]
    }
  }

  /// Nil where nobody waits.
  private func waits(_ isStyled: Bool) -> String? {
    guard !plan.longestWaits.isEmpty else { return nil }
    var table = TextTable(
      columns: ["class", "patch", "wait", "longest", "person", "referral"].map { TextTable.Column($0, fit: .wrap) })
    table.rows = plan.longestWaits.map { wait in
      TextTable.Row([
        wait.referralClass.printedName, PrintableText.of(wait.patch ?? "-"), "\(wait.waiting)",
        words.length(plan.asOf - wait.receivedAt),
        service.referral(wait.referral).map { names[$0.referral.person] } ?? "",
        PrintableText.of(wait.referral.text),
      ])
    }
    return "Longest waits\n" + table.text(isStyled: isStyled)
  }

  /// What can still be turned comes first; nil where every promise is kept.
  private func breaches(_ isStyled: Bool) -> String? {
    guard !plan.breaches.isEmpty else { return nil }
    var table = TextTable(
      columns: ["", "clock", "person", "record", "promised by", "kept, or will be", "late by"].map {
        TextTable.Column($0, fit: .wrap)
      })
    let ordered = plan.breaches.filter { !$0.hasHappened } + plan.breaches.filter(\.hasHappened)
    table.rows = ordered.map { breach in
      TextTable.Row(
        [
          breach.hasHappened ? "happened" : "foreseen", breach.clock.printedName, names[breach.person],
          PrintableText.of(breach.episode?.text ?? breach.referral?.text ?? ""),
          words.end(breach.deadline, of: breach.clock), words.kept(breach), words.lateBy(breach),
        ], style: breach.hasHappened ? .plain : .strong)
    }
    return "Promises not kept  \(plan.breaches.count)\n" + table.text(isStyled: isStyled)
  }

  private func tasks(_ isStyled: Bool) -> String {
    guard !plan.tasks.isEmpty else { return "Nothing to do.\n" }
    var table = TextTable(columns: ["due", "task", "person", "record"].map { TextTable.Column($0, fit: .wrap) })
    for task in plan.tasks {
      table.rows.append(
        TextTable.Row(
          [
            task.deadline.map { words.clock.timeAndDay($0) } ?? words.day(task.dueOn), words.order(task),
            names[task.person],
            PrintableText.of(task.episode?.text ?? task.referral?.text ?? ""),
          ], style: task.isOverdue(asOf: plan.asOf, today: service.today) ? .strong : .plain))
    }
    return "To do  \(plan.tasks.count)\n" + table.text(isStyled: isStyled)
  }

  /// Nil where for every essential call somebody is on duty.
  private func dutyGaps(_ isStyled: Bool) -> String? {
    let gaps = DutyGaps(plan).all
    guard !gaps.isEmpty else { return nil }
    var table = TextTable(
      columns: ["day", "part", "calls", "who may", "people"].map {
        TextTable.Column($0, isNumeric: $0 == "calls", fit: .wrap)
      })
    table.rows = gaps.map { gap in
      TextTable.Row([
        words.day(gap.date), gap.part.printedName, "\(gap.calls.count)", words.whoMay(gap),
        gap.people.map { names[$0] }.joined(separator: ", "),
      ])
    }
    return "Nobody on duty who may do these essential calls  \(gaps.reduce(0) { $0 + $1.calls.count })\n"
      + table.text(isStyled: isStyled)
  }

  /// Nil where nobody has gone on longer than six weeks.
  private func beyond(_ isStyled: Bool) -> String? {
    guard !plan.beyondLimit.isEmpty else { return nil }
    var table = TextTable(
      columns: ["day", "person", "record", "last permitted day"].map { TextTable.Column($0, fit: .wrap) })
    table.rows = plan.beyondLimit.map { beyond in
      TextTable.Row(
        [
          "day \(beyond.day)", names[beyond.person], PrintableText.of(beyond.episode.text),
          words.day(beyond.lastPermittedDay),
        ], notes: [words.standing(beyond)], style: beyond.standing == .noAuthoriser ? .strong : .plain)
    }
    return "Past day \(service.policy.reablementDays)  \(plan.beyondLimit.count)\n" + table.text(isStyled: isStyled)
  }

  /// Nil where no plan before was given.
  private func changes(_ isStyled: Bool) -> String? {
    guard let changes = plan.changes else { return nil }
    guard !changes.isEmpty else { return "Nothing has changed since the plan before.\n" }
    var table = TextTable(
      columns: ["person", "record", "what", "was", "is"].map { TextTable.Column($0, fit: .wrap) })
    table.rows = changes.map { change in
      TextTable.Row(
        [
          names[change.person], PrintableText.of(change.referral?.text ?? change.episode?.text ?? ""),
          words.what(change), words.place(change.before), words.place(change.after),
        ], notes: [words.why(change.reason)])
    }
    return "Changed since the plan before  \(changes.count)\n" + table.text(isStyled: isStyled)
  }

  private func load(_ isStyled: Bool) -> String {
    let tables = LoadGroup.Kind.allCases.compactMap {
      LoadTable(kind: $0, plan: plan, words: words).text(isStyled: isStyled)
    }
    return tables.isEmpty ? "No contact time, and none is wanted.\n" : tables.joined(separator: "\n")
  }
}
