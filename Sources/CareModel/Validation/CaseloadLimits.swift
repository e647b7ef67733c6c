/// How much a day may hold and how large its numbers may be; beyond them an input is taken for a mistake.
package enum CaseloadLimits {
  /// Records of a kind in one document.
  package static func records(_ kind: RecordKind) -> Int {
    switch kind {
    case .visit: 5_000
    case .worker: 2_000
    case .person, .place: 10_000
    case .episode, .referral, .link: 20_000
    }
  }

  /// Workers that one call needs.
  package static let demands = 1...2
  /// Length of a call, in minutes.
  package static let callMinutes = 1...720
  /// Alternatives of windows for one call.
  package static let windows = 1...12
  package static let dutyPeriods = 0...8
  package static let breaks = 0...8
  /// In minutes.
  package static let breakMinutes = 1...240
  /// Agreed overtime, in minutes.
  package static let overtimeMinutes = 0...720
  /// Parking and getting in, in minutes.
  package static let accessMinutes = 0...120
  /// Minimum and maximum between two calls, in minutes.
  package static let gapMinutes = 0...2_880
  /// Minutes worked in a week.
  package static let weekMinutes = 0...10_080
  /// Visits of one worker to one person over 28 days.
  package static let recentVisits = 0...1_000
  /// Rows of a travel matrix.
  package static let matrixSize = 0...1_500
  /// One entry of a travel matrix, in seconds.
  package static let legSeconds = 0...86_400
  /// One entry of a travel matrix, in metres.
  package static let legMetres = 0...2_000_000
  /// Entries of any other list within a record.
  package static let listEntries = 1_000
  /// Changes of the clocks in a calendar.
  package static let offsetChanges = 200
  /// Length of a worker's duty period, in hours; and how far one may reach out of the service day.
  package static let dutyHours = 24
  package static let hoursOutsideDay = 12
  /// Characters of an id.
  package static let idCharacters = 1...100
  /// Characters of a reason, a name of who ordered something, a title.
  package static let textCharacters = 1...500
}
