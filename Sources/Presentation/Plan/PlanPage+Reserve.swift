import CareModel
import Quantities

extension PlanPage {
  /// What a share of each week's starts kept for the classes behind the first has changed (R17); nil where none is kept.
  var reserve: Markup? {
    guard let reserve = plan.reserve else { return nil }
    let kept = zip(["this week", "the week after"], reserve.kept).map { "\($1 == 0 ? "none" : "\($1)") \($0)" }.joined(
      separator: ", ")
    let first = ReferralClass.hospitalDischarge.printedName
    let rows = reserve.changes.map { change -> Markup in
      """
      <tr><th scope="row">\(names[change.person]) <code>\(change.referral.text)</code></th>\
      <td>\(change.rank.printedName)</td><td>\(day(change.without))</td><td><strong>\(day(change.with))</strong></td>\
      <td>\(moved(change))</td></tr>
      """
    }
    return """
      <p>\(reserve.share.value / 10) % of each week's starts are kept for the classes behind \(first), as long as somebody \
      of them waits: \(kept).</p>
      \(rows.isEmpty
        ? "<p>Nobody starts on another day for it.</p>"
        : table(
          "Who starts on another day for it", class: "narrow",
          head: ["Who", "Rank", "Without it", "With it", "That is"], rows: rows))
      """
  }

  private func day(_ date: CivilDate?) -> String { date.map(words.day) ?? "no day" }

  private func moved(_ change: ReserveEffect.Change) -> String {
    guard let without = change.without else { return "a day found" }
    guard let with = change.with else { return "no day any more" }
    let days = with.daysSinceEpoch - without.daysSinceEpoch
    return "\(Count.of(abs(days), "day")) \(days < 0 ? "earlier" : "later")"
  }
}
