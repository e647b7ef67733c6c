import CareModel

extension PlanWords {
  /// The first prediction and the last that enough episodes had; empty where no episode has ended.
  func forecastErrors(_ errors: [ForecastError]) -> String {
    guard let first = errors.first else { return "" }
    let last = errors.last { $0.episodes * 2 >= first.episodes } ?? first
    let episodes = Count.of(first.episodes, "ended episode")
    let whole = "the first was \(PlanWords.days(first)) off on average in \(episodes)\(PlanWords.tendency(first))"
    guard last.number > 1 else { return whole }
    return whole + "; the \(last.number)\(PlanWords.ordinal(last.number)) \(PlanWords.days(last)) in \(last.episodes)"
      + PlanWords.tendency(last)
  }

  private static func days(_ error: ForecastError) -> String { "\(tenths(error.daysOff, of: error.episodes)) days" }

  /// A mean to a tenth, of a sum that is not below zero.
  static func tenths(_ sum: Int, of count: Int) -> String {
    let tenths = (sum * 20 + count) / (2 * count)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// What planners most need to know: whether people stay longer than was thought.
  private static func tendency(_ error: ForecastError) -> String {
    guard abs(error.daysLater) * 2 > error.daysOff else { return "" }
    return error.daysLater > 0 ? ", mostly too early" : ", mostly too late"
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100 / 10) {
    case (_, 1): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  }
}
