import CareModel
import Quantities

extension PlanPage {
  /// How the plan came about, and at which levels it is proven that no plan can be better.
  var making: Markup {
    let rotas = words.rotas(plan)
    let days = rotas.dropFirst().map { line -> Markup in "<li>\(line)</li>" }
    let agreement = [
      rotas.first.map { line -> Markup in "<p>\(line)\(days.isEmpty ? "" : ":")</p>" } ?? .empty,
      days.isEmpty ? .empty : "<ul>\(Markup.joined(days))</ul>",
    ]
    // Where something isn't proven, the levels say it better.
    let account: [Markup] =
      plan.account.fallback != nil || proven == levels.count ? ["<p>\(words.account(plan.account))</p>"] : []
    return Markup.joined((account + agreement + [proof]).filter { !$0.isEmpty }, separator: "\n")
  }

  private var levels: [EpisodePlan.LevelReached] { plan.account.levels }

  /// The levels before the first that isn't proven.
  private var proven: Int { levels.firstIndex { $0.bound != $0.value } ?? levels.count }

  private var proof: Markup {
    guard !levels.isEmpty else { return .empty }
    let rows = levels.enumerated().map { index, level -> Markup in
      """
      <tr><th scope="row">\(level.printedName)</th><td class="number">\(grouped(level.value))</td>\
      <td class="number">\(level.bound.map(grouped) ?? "not known")</td>\
      <td\(isProven(level) ? .empty : " class=\"over\"" as Markup)>\(standing(level, at: index))</td></tr>
      """
    }
    return """
      <p>A plan is judged level by level, the gravest first, and nothing at a later one makes up for anything at an earlier \
      one. \(summary)</p>
      \(unproven.isEmpty ? .empty : "<ul>\(Markup.joined(unproven))</ul>" as Markup)
      <details><summary>Level by level, the gravest first</summary>
      \(table("Levels", class: "narrow", head: ["Level", "Value", "The least it could be", "Proof"], rows: rows))
      </details>
      """
  }

  private var summary: String {
    switch proven {
    case levels.count: "All \(Count.of(levels.count, "level")) are proven."
    case 0: "None of \(Count.of(levels.count, "level")) is proven:"
    case 1: "Proven: the first of \(Count.of(levels.count, "level")). Not proven:"
    default: "Proven: the first \(proven) of \(Count.of(levels.count, "level")). Not proven:"
    }
  }

  /// Those that aren't proven, each with its gap.
  private var unproven: [Markup] {
    levels.enumerated().filter { !isProven($0.element) }.map { index, level -> Markup in
      "<li>\(level.printedName): \(grouped(level.value)), \(standing(level, at: index))</li>"
    }
  }

  private func isProven(_ level: EpisodePlan.LevelReached) -> Bool { level.bound == level.value }

  private func standing(_ level: EpisodePlan.LevelReached, at index: Int) -> String {
    guard let bound = level.bound else { return "how much better it could be is not known" }
    guard bound == level.value else { return "could be better by \(grouped(level.value - bound)) at most" }
    return index < proven ? "proven" : "proven, as long as the levels above stay as they are"
  }

  private func grouped(_ number: Int) -> String { (number < 0 ? "-" : "") + Count.grouped(number.magnitude) }
}
