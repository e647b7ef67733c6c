package import CareModel
import Quantities

/// Capacity and load of a plan as comma-separated values: one row for each part of a day of each role, patch and skill.
package struct PlanLoadTable: Sendable {
  private let plan: EpisodePlan

  package init(_ plan: EpisodePlan) { self.plan = plan }

  package var csv: String {
    var text = CSVText()
    text.add([
      "date", "part", "by", "of", "contact_minutes", "taken_minutes", "forecast_minutes", "tight", "forecast_tight",
    ])
    add("role", plan.capacityByRole.map { ($0.key.rawValue, $0.value) }, &text)
    add("patch", plan.capacityByPatch.map { ($0.key, $0.value) }, &text)
    add("skill", plan.capacityBySkill.map { ($0.key.text, $0.value) }, &text)
    return text.text
  }

  private func add(_ kind: String, _ groups: [(name: String, cells: [CapacityCell])], _ text: inout CSVText) {
    for (name, cells) in groups.sorted(by: { $0.name < $1.name }) {
      for cell in cells {
        text.add([
          cell.date.description, cell.part.rawValue, kind, name, String(cell.capacity.value), String(cell.load.value),
          String(cell.forecastLoad.value), cell.isTight ? "yes" : "", cell.isForecastTight ? "yes" : "",
        ])
      }
    }
  }
}
