package import CareModel
import Quantities

/// The calls of a plan as comma-separated values: one row a call, names beside ids where there are any.
///
/// Before them stand, without a call, the records that are not in the plan, and everybody who has gone on longer than six weeks.
package struct PlanTable: Sendable {
  private let plan: EpisodePlan
  private let service: Service
  private let person: PersonID?
  private let names: NameBook

  private static let columns = [
    "date", "part", "from", "until", "person", "name", "call", "kind", "mode", "minutes", "workers", "basis",
    "last_permitted_day", "nobody_on_duty", "outside_forecast", "note",
  ]

  /// - Parameter person: whose part of it it is; nil the whole.
  package init(_ plan: EpisodePlan, of service: Service, person: PersonID? = nil, names: NameBook) {
    self.plan = plan
    self.service = service
    self.person = person
    self.names = names
  }

  package var csv: String {
    var text = CSVText()
    text.add(PlanTable.columns)
    for record in service.quarantine where person == nil || record.person == nil || record.person == person {
      let problems = record.problems.map { "\($0.location): \($0.expected)" }.joined(separator: "; ")
      add(
        ["basis": "notInThisPlan", "note": "\(record.kind) \(record.id): \(problems)"], of: record.person, &text)
    }
    for beyond in plan.beyondLimit {
      add(
        [
          "basis": beyond.standing.rawValue, "last_permitted_day": beyond.lastPermittedDay.description,
          "note": PlanTable.note(beyond),
        ], of: beyond.person, &text)
    }
    for call in plan.calls { add(cells(call), of: call.person, &text) }
    return text.text
  }

  private func add(_ cells: [String: String], of person: PersonID?, _ text: inout CSVText) {
    let named = cells.merging(["person": person?.text ?? "", "name": person.map(names.name) ?? ""]) { own, _ in own }
    text.add(PlanTable.columns.map { named[$0] ?? "" })
  }

  private func cells(_ call: PlannedCall) -> [String: String] {
    [
      "date": call.date.description, "part": call.part.rawValue, "from": call.need.preferred.from.description,
      "until": call.need.preferred.until.description, "call": call.id.text, "kind": call.need.kind.rawValue,
      "mode": call.need.mode.rawValue, "minutes": String(call.need.length.value),
      "workers": String(call.need.demands.count), "basis": call.basis.rawValue,
      "last_permitted_day": call.lastPermittedDay?.description ?? "",
      "nobody_on_duty": call.hasNobodyOnDuty ? "yes" : "",
      "outside_forecast": call.isInForecast ? "" : "yes",
    ]
  }

  /// `day 45, no authoriser`; of an extension until when, by whom and why.
  private static func note(_ beyond: BeyondLimit) -> String {
    let standing = beyond.standing == .noAuthoriser ? ", no authoriser" : ""
    let more = beyond.extension.map { ", extended to \($0.lastDay) by \($0.authorisedBy): \($0.reason)" } ?? ""
    return "day \(beyond.day)\(standing)\(more)"
  }
}
