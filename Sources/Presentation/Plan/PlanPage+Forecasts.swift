import CareModel

extension PlanPage {
  /// How far predicted ends were from those that came (R22); nil where no episode has ended.
  var forecastErrors: Markup? {
    guard !plan.forecastErrors.isEmpty else { return nil }
    let rows = plan.forecastErrors.map { error -> Markup in
      """
      <tr><th scope="row">\(error.number)</th><td class="number">\(error.episodes)</td>\
      <td class="number">\(PlanWords.tenths(error.daysOff, of: error.episodes))</td><td>\(bias(error))</td></tr>
      """
    }
    return """
      <p>The first is made with the care plan as a rule, each of the others at a review. Days are means over episodes that have ended.</p>
      \(folded(
        "Predicted ends", class: "narrow", head: ["Prediction", "Episodes", "Days off, either way", "Ends came"], rows: rows))
      """
  }

  private func bias(_ error: ForecastError) -> String {
    guard error.daysLater != 0 else { return "neither later nor earlier" }
    let days = PlanWords.tenths(abs(error.daysLater), of: error.episodes)
    return "\(days) days \(error.daysLater > 0 ? "later" : "earlier") than predicted"
  }
}
