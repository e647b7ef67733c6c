import Quantities

extension PolicySetting {
  /// The settings of the travel estimate (`domain.md` 2.5), and of how far a team reaches.
  static let travel: [PolicySetting] =
    [
      whole("roadFactorPerMille", 1000...3000, "road distance over straight line", { $0.roadFactor.value }) {
        $0.roadFactor = PerMille($1)
      },
      whole("morningPeakFactorPerMille", 500...5000, "travel time in the morning peak", { $0.morningPeakFactor.value })
      {
        $0.morningPeakFactor = PerMille($1)
      },
      whole("eveningPeakFactorPerMille", 500...5000, "travel time in the evening peak", { $0.eveningPeakFactor.value })
      {
        $0.eveningPeakFactor = PerMille($1)
      },
      clock("morningPeakFromClock", "the morning peak begins", \.morningPeakFrom),
      clock("morningPeakUntilClock", "the morning peak ends", \.morningPeakUntil),
      clock("eveningPeakFromClock", "the evening peak begins", \.eveningPeakFrom),
      clock("eveningPeakUntilClock", "the evening peak ends", \.eveningPeakUntil),
    ]
    + byArea("carMetresPerHour", 1000...130_000, "door to door by car", \.carSpeed)
    + byArea("bicycleMetresPerHour", 1000...130_000, "by bicycle", \.bicycleSpeed)
    + byArea("walkingMetresPerHour", 1000...130_000, "on foot", \.walkingSpeed)
    + byArea("publicTransportMetresPerHour", 1000...130_000, "by public transport", \.publicTransportSpeed)
    + byArea("carAccessMinutes", 0...60, "parking and getting in", \.carAccess)
    + byArea("otherAccessMinutes", 0...60, "getting in, not by car", \.otherAccess)
    + [
      minutes(
        "patchReachMinutes", 0...1440,
        "whoever is no longer on the way to a patch counts for its capacity, beside its own team",
        "domain.md 3 (Capacity)", .proposal, \.patchReach)
    ]

  private static let source = "domain.md 2.5"

  private static func whole(
    _ key: String, _ range: ClosedRange<Int>, _ meaning: String, _ get: @escaping @Sendable (TravelPolicy) -> Int,
    set: @escaping @Sendable (inout TravelPolicy, Int) -> Void
  ) -> PolicySetting {
    PolicySetting(
      key: key, meaning: meaning, source: source, evidence: .fromMemory,
      field: .integer(range, get: { get($0.travel) }, set: { set(&$0.travel, $1) }))
  }

  private static func clock(
    _ key: String, _ meaning: String, _ path: any WritableKeyPath<TravelPolicy, ClockTime> & Sendable
  ) -> PolicySetting {
    PolicySetting(
      key: key, meaning: meaning, source: source, evidence: .fromMemory,
      field: .clock(get: { $0.travel[keyPath: path] }, set: { $0.travel[keyPath: path] = $1 }))
  }

  private static func byArea(
    _ key: String, _ range: ClosedRange<Int>, _ meaning: String,
    _ path: any WritableKeyPath<TravelPolicy, TravelPolicy.BySurroundings> & Sendable
  ) -> [PolicySetting] {
    [
      whole(key + "InnerLondon", range, meaning + ", inner London", { $0[keyPath: path].innerLondon }) {
        $0[keyPath: path].innerLondon = $1
      },
      whole(key + "Town", range, meaning + ", town", { $0[keyPath: path].town }) { $0[keyPath: path].town = $1 },
      whole(key + "Rural", range, meaning + ", rural", { $0[keyPath: path].rural }) { $0[keyPath: path].rural = $1 },
    ]
  }
}
