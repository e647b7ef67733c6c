package import CareModel

/// One rule that a rota breaks, or one thing to be warned of, as data.
package struct Finding: Hashable, Sendable {
  package let rule: RuleName
  package let severity: Severity
  package let cause: Cause
  package let visit: VisitID?
  package let worker: WorkerID?
  /// What was measured, with its unit, such as `08:45` or `12 min`.
  package let measured: String
  /// What the rule allows.
  package let limit: String
  /// One plain sentence for a coordinator.
  package let sentence: String
  /// Who ordered it, for findings of cause `lock`.
  package let overriddenBy: String?

  package init(
    rule: RuleName, severity: Severity = .broken, cause: Cause, visit: VisitID? = nil, worker: WorkerID? = nil,
    measured: String, limit: String, sentence: String, overriddenBy: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.cause = cause
    self.visit = visit
    self.worker = worker
    self.measured = measured
    self.limit = limit
    self.sentence = sentence
    self.overriddenBy = overriddenBy
  }

  package enum Severity: String, CaseIterable, Hashable, Sendable {
    case broken, warning
  }

  /// Why it stands: what has already happened, a named person's order, or the rota's own choice.
  package enum Cause: String, CaseIterable, Hashable, Sendable {
    case fact, lock, choice
  }
}

/// The rules by their stable names (`Documentation/score.md`), in the order they are reported.
package enum RuleName: String, CaseIterable, Hashable, Sendable {
  case knownRecords, eachCallOnce, wholeCall, sameMoment, length, timeGrain, safeWindow, roleAndSkill, refusal
  case requiredPreference, travel, dutyPeriod, breaks, notice, notBeforeReady, suspension, lastPermittedDay, links
  case startBundle, lock, facts, oneCallAtATime
  /// N7: calls under thirty minutes only for somebody known; a warning.
  case shortCall
}
