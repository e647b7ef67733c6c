package import RotaChecking

extension RuleName {
  /// The rule as a coordinator says it.
  package var printedName: String {
    switch self {
    case .knownRecords: "everything named is in the document"
    case .eachCallOnce: "each call once, none lost"
    case .wholeCall: "both workers or none"
    case .sameMoment: "two workers start together"
    case .length: "length of the call"
    case .timeGrain: "a time that can be told"
    case .safeWindow: "within the safe time"
    case .roleAndSkill: "role and skill"
    case .refusal: "refusals"
    case .requiredPreference: "required preferences"
    case .travel: "time to get there"
    case .dutyPeriod: "hours of duty"
    case .breaks: "breaks"
    case .notice: "not before now"
    case .notBeforeReady: "not before the person is home"
    case .suspension: "nobody visited while away"
    case .lastPermittedDay: "last permitted day"
    case .links: "linked calls"
    case .startBundle: "first visit before the first day's calls"
    case .lock: "a named person's order"
    case .facts: "what has already happened"
    case .oneCallAtATime: "one call at a time"
    case .shortCall: "calls under 30 minutes only by somebody known"
    }
  }
}

extension Finding.Severity {
  /// As it stands in front of a finding.
  package var printedName: String {
    switch self {
    case .broken: "broken"
    case .warning: "warning"
    }
  }
}

extension Finding.Cause {
  /// Why it stands.
  package var printedName: String {
    switch self {
    case .fact: "it has already happened"
    case .lock: "a named person ordered it"
    case .choice: "the rota chose it"
    }
  }
}
