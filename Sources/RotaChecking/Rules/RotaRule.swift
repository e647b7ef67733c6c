import CareModel

/// One rule that a rota keeps or breaks (`Documentation/score.md`, hard rules).
protocol RotaRule: Sendable {
  static var name: RuleName { get }

  /// Each place where the rota breaks it, in any order.
  func findings(in rota: RotaUnderCheck) -> [Finding]
}

extension RotaRule {
  /// A finding of this rule.
  func finding(
    _ ground: Ground, severity: Finding.Severity = .broken, visit: VisitID? = nil, worker: WorkerID? = nil,
    measured: String, limit: String, _ sentence: String
  ) -> Finding {
    Finding(
      rule: Self.name, severity: severity, cause: ground.cause, visit: visit, worker: worker, measured: measured,
      limit: limit, sentence: sentence, overriddenBy: ground.orderedBy)
  }
}

/// The list of all rules.
enum RotaRules {
  /// In the order of `RuleName`.
  static let all: [any RotaRule] = [
    KnownRecordsRule(), EachCallOnceRule(), WholeCallRule(), SameMomentRule(), LengthRule(), TimeGrainRule(),
    SafeWindowRule(), RoleAndSkillRule(), RefusalRule(), RequiredPreferenceRule(), TravelRule(), DutyPeriodRule(),
    BreaksRule(), NoticeRule(), NotBeforeReadyRule(), SuspensionRule(), LastPermittedDayRule(), LinksRule(),
    StartBundleRule(), LockRule(), FactsRule(), OneCallAtATimeRule(), ShortCallRule(),
  ]
}
