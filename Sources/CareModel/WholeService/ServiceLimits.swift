/// How much a service may hold beside what a day may (``CaseloadLimits``); beyond it an input is taken for a mistake.
package enum ServiceLimits {
  package static let appointments = 100_000
  /// Versions of an episode's package.
  package static let packages = 0...100
  /// Lines of a package.
  package static let lines = 50
  /// Orders of equipment of a person; sessions of a clinic.
  package static let orders = 50
  package static let clinicSessions = 50
  package static let clinicSlots = 1...100
  /// Weeks of an episode in which somebody may have called.
  package static let callingWeeks = 1...200
  package static let leadDays = 0...365
  /// Weeks of a roster's cycle; none for somebody who works by agreement only.
  package static let weeks = 0...52
  /// Shifts of one week.
  package static let shifts = 56
}
