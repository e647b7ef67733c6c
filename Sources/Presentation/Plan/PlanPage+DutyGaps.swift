import CareModel
import Quantities

extension PlanPage {
  /// Essential calls for which nobody is on duty; nil where somebody is for each.
  var dutyGaps: Markup? {
    let gaps = DutyGaps(plan).all
    guard !gaps.isEmpty else { return nil }
    let rows = gaps.map { gap -> Markup in
      """
      <tr class="grave"><th scope="row">\(words.day(gap.date))</th><td>\(gap.part.printedName)</td>\
      <td class="number">\(gap.calls.count)</td><td>\(words.whoMay(gap))</td>\
      <td>\(gap.people.map { names[$0] }.joined(separator: ", "))</td></tr>
      """
    }
    return """
      <p>Essential calls that the plan shows though nobody who may do them has a shift then.</p>
      \(folded("Nobody on duty who may", head: ["Day", "Part", "Calls", "Who may", "People"], rows: rows))
      """
  }
}
