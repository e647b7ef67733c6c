import CareModel
import Quantities

/// Essential calls of a plan for which nobody is on duty who may do them, by day, part and who may.
struct DutyGaps {
  /// Those of a part of a day that ask for the same people.
  struct Gap {
    let date: CivilDate
    let part: PartOfDay
    let roles: [Role]
    let skills: [Skill]
    /// In the order of the plan.
    let calls: [PlannedCall]

    /// Each once, in the order of the calls.
    var people: [PersonID] { calls.map(\.person).uniqued }
  }

  /// In order of date, part and who may.
  let all: [Gap]

  init(_ plan: EpisodePlan) {
    let calls = plan.calls.filter { $0.hasNobodyOnDuty && $0.need.consequence.isEssential }
    all = Dictionary(grouping: calls, by: Place.init).map { place, calls in
      Gap(date: place.date, part: place.part, roles: place.roles, skills: place.skills, calls: calls)
    }.sorted { DutyGaps.order($0) < DutyGaps.order($1) }
  }

  private static func order(_ gap: Gap) -> (CivilDate, PartOfDay, String, String) {
    (
      gap.date, gap.part, gap.roles.map(\.rawValue).joined(separator: " "),
      gap.skills.map(\.text).joined(separator: " ")
    )
  }

  private struct Place: Hashable {
    let date: CivilDate
    let part: PartOfDay
    let roles: [Role]
    let skills: [Skill]

    init(_ call: PlannedCall) {
      date = call.date
      part = call.part
      roles = call.need.demands.flatMap(\.roles).uniqued
      skills = call.need.demands.flatMap(\.skills).uniqued
    }
  }
}

extension Array where Element: Hashable {
  /// Each once, where it comes first.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension PlanWords {
  /// `rehabilitation assistant (medicines)`; anybody where the call doesn't say.
  func whoMay(_ gap: DutyGaps.Gap) -> String {
    let roles = gap.roles.isEmpty ? "anybody" : gap.roles.map(\.printedName).joined(separator: " or ")
    let skills = gap.skills.map { PrintableText.of($0.text) }.joined(separator: ", ")
    return skills.isEmpty ? roles : "\(roles) (\(skills))"
  }
}
