import CareModel
import Quantities

extension PlanPage {
  /// Who is back not long after an earlier episode (R19); nil where nobody is.
  var repeats: Markup? {
    guard !plan.repeats.isEmpty else { return nil }
    let rows = plan.repeats.map { repeated -> Markup in
      let now: Markup =
        switch repeated.now {
        case .referral(let id): "waits to start <code>\(id.text)</code>"
        case .episode(let id): "episode running <code>\(id.text)</code>"
        }
      return """
        <tr><th scope="row">\(names[repeated.person])</th><td>\(now)</td>\
        <td>\(words.day(repeated.earlierEnd)) <code>\(repeated.earlier.text)</code></td>\
        <td class="number">\(repeated.daysBetween)</td></tr>
        """
    }
    return """
      <p>Reablement may be given again, without limit: being back changes nobody's place.</p>
      \(folded("Who is back", class: "narrow", head: ["Who", "Now", "Last ended on", "Days between"], rows: rows))
      """
  }

  /// Of the section, and of the link to it.
  var repeatsTitle: String { "Back within \(Count.of(service.policy.clocks.repeatWithinDays, "day"))" }
}
