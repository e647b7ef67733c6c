import CareModel
import Quantities

extension PlanPage {
  /// Who would mostly go to whom (R34), those first whose team can do the fewest of their calls; nil where nobody has calls.
  var teams: Markup? {
    guard !plan.coreTeams.isEmpty else { return nil }
    let enough = plan.coreTeams.count(where: \.isEnough)
    let many = plan.coreTeams.count { $0.seenLately > wanted }
    let rows = plan.coreTeams.sorted { order($0) < order($1) }.map(row)
    return """
      <p>Proposed for the coming two weeks; rotas go by the teams that are recorded. \(enough) of \
      \(Count.of(plan.coreTeams.count, "person", "people")) could be seen by \(Count.of(wanted, "worker")) or fewer; in \
      the last four weeks more than that came to \(many)\(weeksAbove).</p>
      \(folded(
        "Core teams", class: "teams",
        head: ["Who", "Of the recorded team", "Proposed beside them", "Calls they could do", "Different workers in 28 days", "By week of the episode"],
        rows: rows))
      """
  }

  private var wanted: Int { service.policy.clocks.wantedWorkersAWeek }

  private func order(_ proposal: CoreTeamProposal) -> (Int, Int, PersonID) {
    (proposal.covered - proposal.calls, -proposal.seenLately, proposal.person)
  }

  private func row(_ proposal: CoreTeamProposal) -> Markup {
    let recorded = Set(service.person(proposal.person)?.coreTeam ?? [])
    let (old, new) = (proposal.team.filter(recorded.contains), proposal.team.filter { !recorded.contains($0) })
    let isMany = proposal.seenLately > wanted
    return """
      <tr><th scope="row">\(names[proposal.person])</th><td>\(list(old))</td><td>\(list(new))</td>\
      <td\(proposal.isEnough ? .empty : " class=\"over\"" as Markup)>\(proposal.covered) of \(proposal.calls)</td>\
      <td\(isMany ? " class=\"over\"" as Markup : .empty)>\(proposal.seenLately)\
      \(isMany ? ", above \(wanted)" : "")</td><td>\(byWeek(proposal))</td></tr>
      """
  }

  /// Different workers week by week, and in all; empty where nobody has kept it.
  private func byWeek(_ proposal: CoreTeamProposal) -> String {
    guard !proposal.seenByWeek.isEmpty else { return "" }
    return proposal.seenByWeek.map(String.init).joined(separator: ", ") + "; \(proposal.seenInAll) in all"
  }

  private var weeksAbove: String {
    let kept = plan.coreTeams.flatMap(\.seenByWeek)
    guard !kept.isEmpty else { return "" }
    return ", in \(kept.count { $0 > wanted }) of \(Count.of(kept.count, "week")) of running episodes"
  }

  private func list(_ workers: [WorkerID]) -> String {
    workers.isEmpty ? "nobody" : workers.map { names[$0] }.joined(separator: ", ")
  }
}
