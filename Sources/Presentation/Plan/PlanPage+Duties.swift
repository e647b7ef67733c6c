import CareModel
import Quantities

extension PlanPage {
  /// What has to be done by hand, the most pressing first.
  var todo: Markup {
    let groups = [
      list(tasks.overdue, "Overdue", isGrave: true), list(tasks.today, "Due today"),
      list(tasks.week, "In the coming week"),
    ]
    let later =
      tasks.later.isEmpty
      ? .empty
      : """
      <details><summary>Later: \(Count.of(tasks.later.count, "task"))</summary>
      \(taskTable(tasks.later, "Later", isGrave: false))</details>
      """ as Markup
    let all = Markup.joined(groups, separator: "\n")
    return
      (tasks.overdue.isEmpty && tasks.today.isEmpty && tasks.week.isEmpty
      ? "<p class=\"all-well\">Nothing is due in the coming week.</p>\n" : all) + later + reductions
  }

  /// What reviews could talk about; nothing of it changes by itself (R41).
  private var reductions: Markup {
    guard !plan.taperProposals.isEmpty else { return .empty }
    let items = plan.taperProposals.map { proposal -> Markup in "<li>\(words.taper(proposal))</li>" }
    return """

      <details><summary>Reductions to talk about at reviews: \(plan.taperProposals.count)</summary>
      <p>Nothing changes until a named person has approved it, with a note on its risk.</p>
      <ul>\(Markup.joined(items))</ul></details>
      """
  }

  private func list(_ tasks: [DueTask], _ title: String, isGrave: Bool = false) -> Markup {
    guard !tasks.isEmpty else { return .empty }
    return "<h3>\(title): \(tasks.count)</h3>\n" + taskTable(tasks, title, isGrave: isGrave)
  }

  private func taskTable(_ tasks: [DueTask], _ title: String, isGrave: Bool) -> Markup {
    let rows = tasks.map { task -> Markup in
      let due = task.deadline.map { words.clock.timeAndDay($0) } ?? words.day(task.dueOn)
      let left = words.left(task)
      return """
        <tr\(isGrave ? " class=\"grave\"" as Markup : .empty)><th scope="row">\(due)</th><td>\(left)</td>\
        <td>\(words.order(task))</td><td>\(names[task.person]) \
        <code>\(task.episode?.text ?? task.referral?.text ?? "")</code></td></tr>
        """
    }
    return table("\(title): tasks", head: ["Due", "Left", "What", "Who for"], rows: rows)
  }

  /// Each clock's broken promises, counted; then one by one what can still be turned.
  var promises: Markup {
    guard !plan.breaches.isEmpty else { return "<p class=\"all-well\">No promise is broken, and none is foreseen.</p>" }
    let counts = ClockBreach.Clock.allCases.compactMap { clock -> Markup? in
      let ours = plan.breaches.filter { $0.clock == clock }
      guard !ours.isEmpty else { return nil }
      let happened = ours.count(where: \.hasHappened)
      return """
        <tr><th scope="row">\(clock.printedName)</th><td class="number">\(happened)</td>\
        <td class="number">\(ours.count - happened)</td></tr>
        """
    }
    let foreseen = plan.breaches.filter { !$0.hasHappened }
    let happened = plan.breaches.filter(\.hasHappened)
    return """
      \(table("Promises not kept, by clock", class: "narrow", head: ["Clock", "So far", "Foreseen"], rows: counts))
      \(foreseen.isEmpty ? .empty : "<h3>Foreseen: \(foreseen.count)</h3>\n\(breachTable(foreseen, "Foreseen"))" as Markup)
      \(happened.isEmpty
        ? .empty
        : "<details><summary>So far: \(happened.count)</summary>\n\(breachTable(happened, "So far"))</details>" as Markup)
      """
  }

  private func breachTable(_ breaches: [ClockBreach], _ title: String) -> Markup {
    let rows = breaches.map { breach -> Markup in
      """
      <tr><th scope="row">\(breach.clock.printedName)</th><td>\(names[breach.person]) \
      <code>\(breach.episode?.text ?? breach.referral?.text ?? "")</code></td>\
      <td>\(words.end(breach.deadline, of: breach.clock))</td>\
      <td>\(words.kept(breach))</td><td>\(words.lateBy(breach))</td></tr>
      """
    }
    return table(
      "Promises not kept: \(title.lowercased())", head: ["Clock", "Who", "Promised by", "Kept, or will be", "Late by"],
      rows: rows)
  }
}
