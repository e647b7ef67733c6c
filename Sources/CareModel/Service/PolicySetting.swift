package import Quantities

/// One number of the policy as people set it: its key, unit, range, and where its default comes from.
package struct PolicySetting: Sendable {
  /// The key in a document; the unit stands in it.
  package let key: String
  package let meaning: String
  package let source: String
  package let evidence: Evidence
  package let field: Field

  /// How good the ground under a default is (`domain.md`).
  package enum Evidence: String, CaseIterable, Sendable {
    case sourced, fromMemory, proposal
  }

  /// Where the setting lives in `Policy`, and what may be written there.
  package enum Field: Sendable {
    case integer(ClosedRange<Int>, get: @Sendable (Policy) -> Int, set: @Sendable (inout Policy, Int) -> Void)
    case clock(get: @Sendable (Policy) -> ClockTime, set: @Sendable (inout Policy, ClockTime) -> Void)
    case choice(
      [String], get: @Sendable (Policy) -> String, set: @Sendable (inout Policy, String) -> Void)
    /// One or more of the words, each at most once.
    case choices(
      [String], get: @Sendable (Policy) -> [String], set: @Sendable (inout Policy, [String]) -> Void)
  }

  /// Every setting, in the order of the documentation.
  package static let all: [PolicySetting] = promises + clocks + windows + hours + money + published + travel

  package static func named(_ key: String) -> PolicySetting? { all.first { $0.key == key } }

  static func integer(
    _ key: String, _ range: ClosedRange<Int>, _ meaning: String, _ source: String, _ evidence: Evidence,
    get: @escaping @Sendable (Policy) -> Int, set: @escaping @Sendable (inout Policy, Int) -> Void
  ) -> PolicySetting {
    PolicySetting(
      key: key, meaning: meaning, source: source, evidence: evidence, field: .integer(range, get: get, set: set))
  }

  static func minutes(
    _ key: String, _ range: ClosedRange<Int>, _ meaning: String, _ source: String, _ evidence: Evidence,
    _ path: any WritableKeyPath<Policy, Minutes> & Sendable
  ) -> PolicySetting {
    integer(
      key, range, meaning, source, evidence, get: { $0[keyPath: path].value },
      set: { $0[keyPath: path] = Minutes($1) })
  }

  private static func pence(
    _ key: String, _ meaning: String, _ path: any WritableKeyPath<Policy, Pence> & Sendable
  ) -> PolicySetting {
    integer(
      key, 0...100_000, meaning, "design.md 4, cost", .proposal, get: { $0[keyPath: path].value },
      set: { $0[keyPath: path] = Pence($1) })
  }

  private static func clock(
    _ key: String, _ meaning: String, _ source: String, _ evidence: Evidence,
    _ path: any WritableKeyPath<Policy, ClockTime> & Sendable
  ) -> PolicySetting {
    PolicySetting(
      key: key, meaning: meaning, source: source, evidence: evidence,
      field: .clock(get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 }))
  }

  private static let promises: [PolicySetting] = [
    minutes("responseTimeMinutes", 60...20_160, "first visit after a referral within", "R20", .sourced, \.responseTime),
    clock(
      "responseDueClock", "a response is due when its deadline falls before this time of the next service day",
      "design.md 4", .proposal, \.responseDueClock),
    integer(
      "reablementDays", 1...365, "days of reablement, the first visit's included", "R23, N1", .sourced,
      get: { $0.reablementDays }, set: { $0.reablementDays = $1 }),
    PolicySetting(
      key: "careHomeRiskScope", meaning: "how far a flag for care-home risk lifts somebody", source: "R16",
      evidence: .sourced,
      field: .choice(
        CareHomeRiskScope.allCases.map(\.rawValue), get: { $0.careHomeRiskScope.rawValue },
        set: { policy, text in
          guard let scope = CareHomeRiskScope(rawValue: text) else { return }
          policy.careHomeRiskScope = scope
          policy.ladder = .standard(scope: scope)
        })),
    PolicySetting(
      key: "afterLimit", meaning: "essential calls after the last permitted day", source: "design.md 4; R23, N2",
      evidence: .proposal,
      field: .choice(
        Policy.AfterLimit.allCases.map(\.rawValue), get: { $0.afterLimit.rawValue },
        set: { policy, text in
          if let choice = Policy.AfterLimit(rawValue: text) { policy.afterLimit = choice }
        })),
  ]

  private static let windows: [PolicySetting] = [
    integer(
      "timeGrainSeconds", 1...3600, "starts lie on multiples of this from the day's origin", "design.md 3", .proposal,
      get: { $0.timeGrain.value }, set: { $0.timeGrain = Seconds($1) }),
    minutes(
      "agreedToleranceMinutes", 0...720, "agreed window either side of the preferred", "R32; 004", .proposal,
      \.agreedTolerance),
    minutes(
      "agreedToleranceTimeCriticalMinutes", 0...720, "agreed window either side, time-critical calls",
      "domain.md 2.5 (Essex KPI)", .sourced, \.agreedToleranceTimeCritical),
    clock(
      "missedAfterClock", "a call not begun by the next one or by this time is missed", "domain.md 2.5 (Essex KPI)",
      .sourced, \.missedAfterClock),
  ]

  private static let hours: [PolicySetting] = [
    minutes("dailyRestMinutes", 0...1440, "rest between two days' duties", "N10", .sourced, \.dailyRest),
    minutes("weeklyMaximumMinutes", 0...10_080, "hours worked in a week", "N10", .sourced, \.weeklyMaximum),
    minutes(
      "breakRequiredAfterMinutes", 0...1440, "a longer run needs its breaks", "N10", .sourced, \.breakRequiredAfter),
    minutes("breakLengthMinutes", 1...240, "a break, where a shift gives no length", "N10", .sourced, \.breakLength),
  ]

  private static let money: [PolicySetting] = [
    pence("paidTravelPencePerMinute", "paid travel (N11)", \.paidTravelPerMinute),
    pence("mileagePencePerMile", "mileage by car", \.mileagePerMile),
    pence("overtimePencePerMinute", "agreed overtime", \.overtimePerMinute),
    pence("latePencePerMinute", "start after the preferred window", \.latePerMinute),
    pence(
      "latePencePerMinuteTimeCritical", "start after the preferred window, time-critical calls",
      \.latePerMinuteTimeCritical),
    pence("beforePreferredPence", "start before the preferred window, flat", \.beforePreferred),
    pence("outsideAgreedPencePerMinute", "start outside the agreed window, added", \.outsideAgreedPerMinute),
    pence("outsideCoreTeamPence", "worker outside the core team", \.outsideCoreTeam),
    pence("neverSeenBeforePence", "worker never seen before, instead", \.neverSeenBefore),
    pence("weakPreferenceUnmetPence", "weak preference unmet", \.weakPreferenceUnmet),
    pence("strongPreferenceUnmetPence", "strong preference unmet", \.strongPreferenceUnmet),
    pence(
      "publishedTimeMovedPencePerMinute", "published time moved, past the free minutes", \.publishedTimeMovedPerMinute),
    pence("publishedWorkerChangedPence", "published worker changed", \.publishedWorkerChanged),
    pence("unfairnessPencePerMinute", "a run's contact beyond its contracted share", \.unfairnessPerMinute),
  ]

  private static let published: [PolicySetting] = [
    minutes(
      "publishedTimeFreeMinutes", 0...240, "a published time may move so far at no cost", "design.md 4", .proposal,
      \.publishedTimeFree),
    minutes(
      "shortNoticeMinutes", 0...1440, "changes this close to the call count double", "design.md 4", .proposal,
      \.shortNotice),
    minutes(
      "changeFromMinutes", 0...240, "a start moved by more than this is a change", "design.md 4", .proposal,
      \.changeFromMinutes),
    integer(
      "changeBudget", 0...100_000, "weighted changes that are free", "design.md 4", .proposal,
      get: { $0.changeBudget }, set: { $0.changeBudget = $1 }),
  ]
}
