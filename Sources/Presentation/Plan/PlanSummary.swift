package import CareModel
import Quantities

/// A plan on a screen: who waits and when they start, what has to be done, where it is tight.
package struct PlanSummary: Sendable {
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

  /// The whole summary, each line ended.
  ///
  /// - Parameter isStyled: whether a terminal's bold and faint may be used.
  package func text(isStyled: Bool = false) -> String {
    var text = words.title(plan)
    text += words.headlines(plan)
    text += queue(isStyled) + waits(isStyled) + repeats + tasks + beyond + dutyGaps + breaches + tight(isStyled)
    text += changes + taper + reserve + teams + forecasts
    text += "\n" + words.making(plan)
    return text
  }

  private func queue(_ isStyled: Bool) -> String {
    guard !plan.starts.isEmpty else { return "\nNobody waits to start.\n" }
    var table = TextTable(columns: [
      TextTable.Column("person", fit: .cut(24)), TextTable.Column("clock", fit: .wrap),
      TextTable.Column("from receipt", fit: .wrap), TextTable.Column("national", fit: .wrap),
      TextTable.Column("start", fit: .cut(30)),
    ])
    for start in plan.starts {
      let request = "\(start.rank.printedName), \(words.asked(start))"
      table.rows.append(
        TextTable.Row(
          [
            names[start.person], words.countdown(to: start.deadline), words.countdown(to: start.literalDeadline),
            words.countdown(to: start.nationalDeadline), words.outcome(start),
          ], notes: [request, words.remark(start)],
          style: start.lateBy > .zero || start.deadline < plan.asOf ? .strong : .plain))
    }
    let starting = plan.starts.filter(\.hasDay)
    let late = starting.filter { $0.lateBy > .zero }.count
    let partly = starting.filter { if case .starts(let start) = $0.outcome { start.callsLeftOut > 0 } else { false } }
      .count
    return "\nStarts  \(plan.starts.count) wait: \(starting.count) have a day, \(late) of them late, "
      + "\(partly) without all their essential calls\n" + table.text(isStyled: isStyled)
      + (starting.count < plan.starts.count || late > 0
        ? WrappedText.of(
          "Today's rota tries everybody who waits, by rank, and may have a place where this plan has none.") + "\n"
        : "")
  }

  private func waits(_ isStyled: Bool) -> String {
    guard !plan.longestWaits.isEmpty else { return "" }
    var table = TextTable(columns: [
      TextTable.Column("class", fit: .cut(44)), TextTable.Column("patch"), TextTable.Column("wait", isNumeric: true),
      TextTable.Column("longest", isNumeric: true), TextTable.Column("referral"),
    ])
    for wait in plan.longestWaits {
      table.rows.append(
        TextTable.Row([
          wait.referralClass.printedName, PrintableText.of(wait.patch ?? "-"), String(wait.waiting),
          words.length(plan.asOf - wait.receivedAt), PrintableText.of(wait.referral.text),
        ]))
    }
    return "\nLongest waits\n" + table.text(isStyled: isStyled)
  }

  private var tasks: String {
    let groups = TaskGroups(plan, of: service)
    func part(_ title: String, _ tasks: [DueTask]) -> String {
      guard !tasks.isEmpty else { return "" }
      let shown = gathered(tasks).prefix(PlanSummary.most)
      let rest = tasks.count - shown.reduce(0) { $0 + $1.count }
      return "\(title)  \(tasks.count)\n" + shown.map { WrappedText.of("  \($0.text)") + "\n" }.joined()
        + (rest > 0 ? "  and \(rest) more (--format table)\n" : "")
    }
    let all = part("Overdue", groups.overdue) + part("Due today", groups.today) + part("Due in six days", groups.week)
    return "\nTo do\n" + (all.isEmpty ? "  nothing in the coming week\n" : all)
  }

  private static let most = 8
  private static let mostAlike = 3

  /// Lines in the order of the tasks; more than three to the same end, each for somebody else, are one line, or they would hide the others.
  private func gathered(_ tasks: [DueTask]) -> [(text: String, count: Int)] {
    let alike = Dictionary(grouping: tasks, by: words.end)
    var told: Set<String> = []
    return tasks.compactMap { task in
      let end = words.end(of: task)
      let all = alike[end] ?? []
      guard all.count > PlanSummary.mostAlike else { return (words.task(task), 1) }
      guard told.insert(end).inserted else { return nil }
      return ("\(words.task(task)) and \(all.count - 1) more", all.count)
    }
  }

  private var repeats: String {
    guard !plan.repeats.isEmpty else { return "" }
    let rest = plan.repeats.count - PlanSummary.most
    let who =
      plan.repeats.prefix(PlanSummary.most).map { names[$0.person] }.joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more (--format json)" : "")
    let title = "Repeats within \(Count.of(service.policy.clocks.repeatWithinDays, "day"))"
    return "\n" + WrappedText.of("\(title)  \(plan.repeats.count): \(who)") + "\n"
  }

  /// Day by day, the first of them.
  private var dutyGaps: String {
    let gaps = DutyGaps(plan).all
    guard !gaps.isEmpty else { return "" }
    let days = Dictionary(grouping: gaps, by: \.date).sorted { $0.key < $1.key }
    let calls = gaps.reduce(0) { $0 + $1.calls.count }
    let shown = days.prefix(PlanSummary.most).map { date, gaps in
      let parts = PartOfDay.allCases.compactMap { part -> String? in
        let calls = gaps.filter { $0.part == part }.reduce(0) { $0 + $1.calls.count }
        return calls > 0 ? "\(part.printedName) \(calls)" : nil
      }
      return "  \(words.day(date)): \(parts.joined(separator: ", "))\n"
    }
    let rest =
      days.count > PlanSummary.most ? "  and \(days.count - PlanSummary.most) more days (--format table)\n" : ""
    return "\n"
      + WrappedText.of("Nobody on duty who may  \(Count.of(calls, "essential call")) on \(Count.of(days.count, "day"))")
      + "\n" + shown.joined() + rest
  }

  /// A line for each of the first, and how many are left, with the format that has them all.
  private func listed<Item>(
    _ items: [Item], atMost most: Int = PlanSummary.most, wholeIn format: String, _ line: (Item) -> String
  ) -> String {
    let shown = items.prefix(most).map { WrappedText.of("  \(line($0))") + "\n" }.joined()
    return items.count > most ? shown + "  and \(items.count - most) more (--format \(format))\n" : shown
  }

  private var beyond: String {
    guard !plan.beyondLimit.isEmpty else { return "" }
    return "\nPast day \(service.policy.reablementDays)  \(plan.beyondLimit.count)\n"
      + listed(plan.beyondLimit, wholeIn: "table") { beyond in
        "\(names[beyond.person]): day \(beyond.day), \(words.standing(beyond))"
      }
  }

  private var breaches: String {
    let groups = ClockBreach.Clock.allCases.compactMap { clock -> String? in
      let ours = plan.breaches.filter { $0.clock == clock }
      guard !ours.isEmpty else { return nil }
      return "  \(clock.printedName): \(ours.filter(\.hasHappened).count) so far, "
        + "\(ours.filter { !$0.hasHappened }.count) foreseen\n"
    }
    guard !groups.isEmpty else { return "" }
    return "\nPromises not kept\n" + groups.joined()
      + listed(plan.breaches.filter { !$0.hasHappened }, wholeIn: "table") { "foreseen: \(words.foreseen($0))" }
  }

  private var taper: String {
    guard !plan.taperProposals.isEmpty else { return "" }
    return "\nReductions to talk about at reviews (nothing changes until a named person has approved it)\n"
      + listed(plan.taperProposals, wholeIn: "json", words.taper)
  }

  private var reserve: String {
    guard let reserve = plan.reserve else { return "" }
    let kept = zip(["this week", "the week after"], reserve.kept).map { "\($1) \($0)" }.joined(separator: ", ")
    let changes = reserve.changes.map { change in
      func day(_ date: CivilDate?) -> String { date.map(words.day) ?? "no day" }
      return WrappedText.of(
        "  \(names[change.person]), \(change.rank.printedName): \(day(change.with)), without it \(day(change.without))")
        + "\n"
    }
    return "\nStarts kept for classes 2 and 3 (\(reserve.share.value / 10) % of each week's): \(kept)\n"
      + (changes.isEmpty ? "  nobody starts on another day for it\n" : changes.joined())
  }

  private var teams: String {
    guard !plan.coreTeams.isEmpty else { return "" }
    let wanted = service.policy.clocks.wantedWorkersAWeek
    let short = plan.coreTeams.filter { !$0.isEnough }
    let many = plan.coreTeams.count { $0.seenLately > wanted }
    let kept = plan.coreTeams.flatMap(\.seenByWeek)
    let above = kept.count { $0 > wanted }
    let weeks =
      kept.isEmpty
      ? "" : "; more than \(wanted) came in \(above) of \(Count.of(kept.count, "week")) of running episodes"
    return "\n"
      + WrappedText.of(
        "Core teams  \(plan.coreTeams.count - short.count) of \(Count.of(plan.coreTeams.count, "person", "people")) "
          + "could be seen by \(wanted) workers or fewer these two weeks; \(many) have seen more in the last four\(weeks)"
      )
      + "\n"
  }

  private var forecasts: String {
    let line = words.forecastErrors(plan.forecastErrors)
    return line.isEmpty ? "" : "\n" + WrappedText.of("Predicted ends  \(line)") + "\n"
  }

  /// What is not where the plan before had it, each with its reason.
  private var changes: String {
    guard let changes = plan.changes else { return "" }
    guard !changes.isEmpty else { return "\nNothing has changed since the plan before.\n" }
    return "\nChanged since the plan before  \(changes.count)\n"
      + listed(changes, atMost: PlanSummary.mostChanges, wholeIn: "json", words.change)
  }

  private static let mostChanges = 20

  private func tight(_ isStyled: Bool) -> String {
    let soon = plan.firstDay.adding(days: 13)
    var table = TextTable(columns: [
      TextTable.Column("day"), TextTable.Column("part"), TextTable.Column("role"),
      TextTable.Column("there is", isNumeric: true), TextTable.Column("wanted", isNumeric: true),
      TextTable.Column("", isNumeric: true),
    ])
    let cells = plan.capacityByRole.sorted { $0.key.rawValue < $1.key.rawValue }
      .flatMap { role, cells in cells.filter { $0.isTight && $0.date <= soon }.map { (role, $0) } }
    let worst = cells.sorted { ($1.1.load - $1.1.capacity, $0.1.date) < ($0.1.load - $0.1.capacity, $1.1.date) }
      .prefix(PlanSummary.most)
    for (role, cell) in worst {
      table.rows.append(
        TextTable.Row([
          words.day(cell.date), cell.part.printedName, role.printedName, cell.capacity.spoken, cell.load.spoken,
          cell.use.map { "\($0.value / 10) %" } ?? "nobody on duty",
        ]))
    }
    guard !cells.isEmpty else { return "\nNo part of \(words.fortnight(plan)) is tight.\n" + tightElsewhere }
    let rest = cells.count - worst.count
    return "\nTight in \(words.fortnight(plan)), the worst first (by when calls are wanted; many can be later)\n"
      + table.text(isStyled: isStyled) + (rest > 0 ? "  and \(rest) more parts of days (--format table)\n" : "")
      + tightElsewhere
  }

  /// `Tight parts of days by patch: North 3 parts`, then by skill; empty where neither is.
  private var tightElsewhere: String {
    let soon = plan.firstDay.adding(days: 13)
    return [LoadGroup.Kind.patch, .skill].map { kind in
      let tight = LoadGroup.all(kind, of: plan).compactMap { group -> String? in
        let count = group.cells.count { $0.isTight && $0.date <= soon }
        return count > 0 ? "\(group.name) \(Count.of(count, "part"))" : nil
      }
      guard !tight.isEmpty else { return "" }
      return WrappedText.of("Tight parts of days by \(kind.printedName): \(tight.joined(separator: ", "))") + "\n"
    }.joined()
  }
}
