/// How much a service may hold beside what a day may (``CaseloadLimits``); beyond it an input is taken for a mistake.
package enum ServiceLimits {
  package static let appointments = 100_000
  /// Versions of an episode's package.
  package static let packages = 0...100
  /// Lines of a package.
  package static let lines = 50
  /// Weeks of a roster's cycle; none for somebody who works by agreement only.
  package static let weeks = 0...52
  /// Shifts of one week.
  package static let shifts = 56
}
