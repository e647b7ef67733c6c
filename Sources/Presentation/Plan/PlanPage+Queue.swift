import CareModel
import Quantities

extension PlanPage {
  /// Who is served first stands first, with all three clocks.
  var queue: Markup {
    guard !plan.starts.isEmpty else { return "<p class=\"all-well\">Nobody waits to start.</p>" }
    let rows = plan.starts.enumerated().map { index, start -> Markup in row(start, place: index + 1) }
    return """
      <p>In the order in which people are served. Countdowns run from \(words.clock.timeAndDay(plan.asOf)).</p>
      \(table(
        "Who waits to start", class: "queue",
        head: [
          "Place", "Person", "Rank", "Received", "Own clock, \(service.policy.responseTime.spoken)", "From receipt",
          "National, \(service.policy.clocks.nationalResponseTime.spoken)", "Start",
        ], rows: rows))
      """
  }

  private func row(_ start: PlannedStart, place: Int) -> Markup {
    let isGrave = start.lateBy > .zero || start.deadline < plan.asOf
    let patch = start.patch.map { ", \($0)" } ?? ""
    let remark = words.remark(start)
    return """
      <tr\(isGrave ? " class=\"grave\"" as Markup : .empty)><th scope="row">\(place)</th><td>\(names[start.person])\(patch) \
      <code>\(start.referral.text)</code></td><td>\(start.rank.printedName)</td>\
      <td>\(start.restartOf == nil ? words.clock.timeAndDay(start.receivedAt) : words.asked(start))</td>\(clock(start.deadline))\(clock(start.literalDeadline))\
      \(clock(start.nationalDeadline))<td class="why"><strong>\(words.outcome(start))</strong>\(
        remark.isEmpty ? .empty : "<br/>\(remark)" as Markup)</td></tr>
      """
  }

  private func clock(_ deadline: Instant) -> Markup {
    """
    <td\(deadline < plan.asOf ? " class=\"over\"" as Markup : .empty)>\(words.countdown(to: deadline))<br/>\
    <span class="faint">\(words.clock.timeAndDay(deadline))</span></td>
    """
  }

  var waits: Markup {
    guard !plan.longestWaits.isEmpty else { return "<p>Nobody waits.</p>" }
    let rows = plan.longestWaits.map { wait -> Markup in
      """
      <tr><th scope="row">\(wait.referralClass.printedName)</th><td>\(wait.patch ?? "-")</td>\
      <td class="number">\(wait.waiting)</td><td>\(words.length(plan.asOf - wait.receivedAt))</td>\
      <td>\(service.referral(wait.referral).map { names[$0.referral.person] } ?? "") \
      <code>\(wait.referral.text)</code></td></tr>
      """
    }
    return table(
      "Longest waits", class: "narrow waits",
      head: ["Class", "Patch", "Wait", "Longest, since receipt", "Who has waited longest"], rows: rows)
  }
}
