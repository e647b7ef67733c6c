/// Named mixtures of the knobs that make a service easy or hard to roster.
package enum ServiceMix: String, CaseIterable, Sendable {
  case loose, tight

  /// One line for a list of mixes.
  package var summary: String {
    switch self {
    case .loose: "wide windows, few two-person and time-critical calls, staff to spare"
    case .tight: "narrow windows, a sharp morning peak, many two-person and time-critical calls, too few staff"
    }
  }

  /// Changes the parameters' knobs; what it does not name stays.
  package func apply(to parameters: inout ServiceParameters) {
    for (key, value) in changes { parameters[key] = value }
  }

  /// What the mix sets.
  package var changes: [(key: ServiceSetting.Key, value: Int)] {
    switch self {
    case .loose:
      [
        (.twoPersonPerMille, 40), (.timeCriticalPerMille, 80), (.morningSpreadMinutes, 210), (.windowMinutes, 90),
        (.timeCriticalWindowMinutes, 45), (.staffShortagePerMille, -150), (.vacancyPerMille, 0),
        (.startedWithin24HoursPerMille, 850), (.highConsequencePerMille, 150),
      ]
    case .tight:
      [
        (.twoPersonPerMille, 150), (.timeCriticalPerMille, 180), (.morningSpreadMinutes, 120),
        (.morningCallPerMille, 1000), (.windowMinutes, 30), (.timeCriticalWindowMinutes, 15),
        (.staffShortagePerMille, 150), (.startedWithin24HoursPerMille, 350), (.laterStartMeanHours, 100),
        (.highConsequencePerMille, 300),
      ]
    }
  }
}
