import CareModel
import EpisodePlanning
import Presentation
import Quantities
import SyntheticCaseloads
import Testing

@Suite("Plans of invented services as text")
struct PlanWidthTests {
  @Test(
    "tables with a plan before, and everybody's weeks, keep to a page's width, and cut nothing",
    arguments: [ServicePreset.tiny, .smallBorough, .innerLondon])
  func width(preset: ServicePreset) throws {
    var parameters = preset.parameters(seed: 1)
    ServiceMix.tight.apply(to: &parameters)
    let service = ServiceGenerator(parameters).service
    let names = PersonNames.identifiers
    let first = EpisodePlanner(service, work: 1_000_000).plan()
    let plan = EpisodePlanner(service, previous: moved(first), work: 1_000_000).plan()
    let changes = try #require(plan.changes)
    let reviews = first.calls.contains { $0.basis == .planned && $0.need.kind == .review }
    #expect(!changes.isEmpty || (first.starts.isEmpty && !reviews))
    let tables = PlanTables(plan, of: service, names: names).text()
    let weeks = service.people.compactMap { PlanCalendar(plan, of: service, names: names).text(of: $0.id) }
    #expect(weeks.count == service.people.count)
    for text in [tables] + weeks {
      #expect(!text.contains("…"))
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 100, "\(line)") }
    }
    for start in plan.starts { #expect(tables.contains(start.referral.text)) }
    for task in plan.tasks {
      #expect(tables.contains(task.item ?? (task.booking?.kind ?? nil)?.printedName ?? task.kind.printedName))
    }
  }

  /// As if everybody had stood a day later in the plan before, and those who wait had been to start tomorrow.
  private func moved(_ plan: EpisodePlan) -> PreviousPlan {
    let starts = plan.starts.map { start -> (ReferralID, PreviousPlan.Start) in
      let found: CivilDate? = if case .starts(let found) = start.outcome { found.date } else { nil }
      let date = (found ?? plan.firstDay).adding(days: 1)
      return (start.referral, PreviousPlan.Start(person: start.person, date: date, part: .morning))
    }
    let calls = plan.calls.filter { $0.basis == .planned && $0.referral == nil }.compactMap { call in
      call.episode.map { (PreviousPlan.Call(episode: $0, kind: call.need.kind, line: call.line), call.date) }
    }
    return PreviousPlan(
      asOf: plan.asOf, starts: Dictionary(starts, uniquingKeysWith: { first, _ in first }),
      calls: Dictionary(grouping: calls, by: \.0).mapValues { $0.map { $0.1.adding(days: 1) } })
  }
}
