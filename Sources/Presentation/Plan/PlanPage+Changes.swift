import CareModel
import Quantities

extension PlanPage {
  /// What is not where the plan before had it, each with its reason; nil where no plan before was given.
  var changes: Markup? {
    guard let changes = plan.changes else { return nil }
    guard !changes.isEmpty else { return "<p class=\"all-well\">Nothing has changed since the plan before.</p>" }
    let starts = changes.filter { $0.episode == nil }
    let calls = changes.filter { $0.episode != nil }
    return Markup.joined(
      [list(starts, "Starts"), list(calls, "Calls of running episodes")].filter { !$0.isEmpty }, separator: "\n")
  }

  private func list(_ changes: [PlanChange], _ title: String) -> Markup {
    guard !changes.isEmpty else { return .empty }
    let rows = changes.map { change -> Markup in
      """
      <tr\(change.after == nil && change.before != nil ? " class=\"grave\"" as Markup : .empty)>\
      <th scope="row">\(names[change.person]) <code>\(change.episode?.text ?? change.referral?.text ?? "")</code></th>\
      <td>\(words.what(change))</td><td>\(words.place(change.before))</td>\
      <td><strong>\(words.place(change.after))</strong></td><td class="why">\(words.why(change.reason))</td></tr>
      """
    }
    return "<h3>\(title): \(changes.count)</h3>\n"
      + folded("\(title): changes", class: "changes", head: ["Who", "What", "Was", "Is now", "Why"], rows: rows)
  }
}
