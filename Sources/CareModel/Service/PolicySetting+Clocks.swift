import Quantities

extension PolicySetting {
  /// The settings of the clocks that run in referrals and episodes.
  static let clocks: [PolicySetting] = [
    choice(
      "responseAnchor", ClockPolicy.ResponseAnchor.self,
      "the response time runs from receipt, or of somebody coming home from hospital from readiness where that is later",
      "R20", .proposal, \.clocks.responseAnchor),
    choice(
      "responseMetBy", ClockPolicy.ResponseMetBy.self, "what stops the response clock", "R20", .proposal,
      \.clocks.responseMetBy),
    PolicySetting(
      key: "firstResponseRoles", meaning: "who may make a first visit where the referral doesn't say",
      source: "R20, R33",
      evidence: .proposal,
      field: .choices(
        Role.allCases.map(\.rawValue), get: { $0.clocks.firstResponseRoles.map(\.rawValue) },
        set: { policy, words in
          let roles = words.compactMap(Role.init)
          if !roles.isEmpty, roles.count == words.count { policy.clocks.firstResponseRoles = roles }
        })),
    minutes(
      "firstResponseMinutes", CaseloadLimits.callMinutes, "how long a first visit takes where the referral doesn't say",
      "R20", .proposal, \.clocks.firstResponseLength),
    minutes(
      "nationalResponseTimeMinutes", 60...20_160, "the national clock beside the service's own, from receipt", "N4",
      .sourced, \.clocks.nationalResponseTime),
    days(
      "carePlanDays", 1...42, "care plan agreed within, after the anchor's day", "R21", .sourced, \.clocks.carePlanDays),
    choice(
      "carePlanAnchor", ClockPolicy.CarePlanAnchor.self, "the days of the care plan run from", "R21", .proposal,
      \.clocks.carePlanAnchor),
    days(
      "reviewGapDays", 1...42, "no more days than this from review to review", "R24", .sourced, \.clocks.reviewGapDays),
    days(
      "firstLimitAlertDays", 1...365, "day number of the first alert that the end comes nearer", "R23", .sourced,
      \.clocks.firstLimitAlertDay),
    days("secondLimitAlertDays", 1...365, "of the second", "R23", .sourced, \.clocks.secondLimitAlertDay),
    days("thirdLimitAlertDays", 1...365, "of the third", "R23", .sourced, \.clocks.thirdLimitAlertDay),
    days(
      "onwardTriggerDays", 1...365, "day number on which it is asked who will go on caring", "R45", .proposal,
      \.clocks.onwardTriggerDay),
    days(
      "handoverDays", 1...365, "day number by which the handover is recorded", "R45; R46", .proposal,
      \.clocks.handoverDay),
    minutes(
      "tentativeHoldMinutes", 0...20_160, "a tentative hold stands so long past the expected homecoming", "R18",
      .proposal, \.clocks.tentativeHold),
    days(
      "suspensionHeldDays", 0...42, "days in hospital for which a package is held", "domain.md 3 (Suspend)", .proposal,
      \.clocks.suspensionHeldDays),
    integer(
      "reservedStartsPerMille", 0...1000,
      "share of a week's starts kept for classes 2 and 3 while somebody of them waits",
      "R17", .proposal, get: { $0.clocks.reservedStarts.value }, set: { $0.clocks.reservedStarts = PerMille($1) }),
    days(
      "wantedWorkersAWeek", 1...50, "different workers a week, above which it is pointed out", "R34", .proposal,
      \.clocks.wantedWorkersAWeek),
    days(
      "repeatWithinDays", 1...365,
      "a start within so many days after the end of an earlier episode is told as a repeat",
      "R19", .proposal, \.clocks.repeatWithinDays),
  ]

  private static func days(
    _ key: String, _ range: ClosedRange<Int>, _ meaning: String, _ source: String, _ evidence: Evidence,
    _ path: any WritableKeyPath<Policy, Int> & Sendable
  ) -> PolicySetting {
    integer(
      key, range, meaning, source, evidence, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  private static func choice<Word: CaseIterable & RawRepresentable<String> & Sendable>(
    _ key: String, _ words: Word.Type, _ meaning: String, _ source: String, _ evidence: Evidence,
    _ path: any WritableKeyPath<Policy, Word> & Sendable
  ) -> PolicySetting {
    PolicySetting(
      key: key, meaning: meaning, source: source, evidence: evidence,
      field: .choice(
        Word.allCases.map(\.rawValue), get: { $0[keyPath: path].rawValue },
        set: { policy, text in
          if let word = Word(rawValue: text) { policy[keyPath: path] = word }
        }))
  }
}
