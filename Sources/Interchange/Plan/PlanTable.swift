package import CareModel
import Quantities

/// The calls of a plan as comma-separated values: one row a call, names beside ids where there are any.
package struct PlanTable: Sendable {
  private let plan: EpisodePlan
  private let names: NameBook

  package init(_ plan: EpisodePlan, names: NameBook) {
    self.plan = plan
    self.names = names
  }

  package var csv: String {
    var text = CSVText()
    text.add([
      "date", "part", "person", "name", "call", "kind", "mode", "minutes", "workers", "basis", "last_permitted_day",
      "nobody_on_duty",
    ])
    for call in plan.calls {
      text.add([
        call.date.description, call.part.rawValue, call.person.text, names.name(call.person), call.id.text,
        call.need.kind.rawValue, call.need.mode.rawValue, String(call.need.length.value),
        String(call.need.demands.count), call.basis.rawValue,
        call.lastPermittedDay?.description ?? "", call.hasNobodyOnDuty ? "yes" : "",
      ])
    }
    return text.text
  }
}
