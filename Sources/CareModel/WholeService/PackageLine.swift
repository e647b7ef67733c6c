package import Quantities

package typealias LineID = Identifier<PackageLine>

/// One call of a package: on its days of the week, or so often a week on days that the planner chooses (R29).
package struct PackageLine: Hashable, Sendable, Identifiable {
  /// Stands in the id of a first visit where a line's stands in that of a call, so that no line may have it.
  package static let nameOfFirstVisit = "first"

  /// The same for a care plan or a review that is planned, not booked.
  package static func nameOfDue(_ kind: Visit.Kind) -> String { "due-" + kind.rawValue }

  /// Names that no line may have.
  package static let reservedNames = [nameOfFirstVisit] + Visit.Kind.allCases.map(nameOfDue)

  /// The same in every version of the episode's package (`morning`), so that a call keeps its name when its time changes.
  package let id: LineID
  /// The days on which it falls, or on which it may fall where it has freedom of day.
  package let weekdays: WeekdaySet
  /// Nil for a call on each of its days.
  package let freedom: FreedomOfDay?
  package let call: CallNeed

  package init(id: LineID, weekdays: WeekdaySet = .every, freedom: FreedomOfDay? = nil, call: CallNeed) {
    self.id = id
    self.weekdays = weekdays
    self.freedom = freedom
    self.call = call
  }

  /// Whether it falls on every service day of a weekday.
  package func falls(on weekday: Weekday) -> Bool { freedom == nil && weekdays.contains(weekday) }

  /// How often it is done in a whole week.
  package var callsAWeek: Int { freedom?.timesAWeek ?? weekdays.days.count }

  /// So often a week, so far apart: therapy, mostly.
  package struct FreedomOfDay: Hashable, Sendable {
    package let timesAWeek: Int
    /// From one call to the next at least; 1 lets them fall on days that follow one another.
    package let daysBetween: Int

    package static let mostTimes = 7

    /// - Parameter daysBetween: nil spreads the calls loosely: three days once a week, two twice, one from three times on.
    package init(timesAWeek: Int, daysBetween: Int? = nil) {
      self.timesAWeek = timesAWeek
      self.daysBetween = daysBetween ?? max(1, 7 / (max(timesAWeek, 0) + 1))
    }

    /// Whether so many calls so far apart find room in each of two weeks that follow one another.
    package var isPossible: Bool {
      (1...FreedomOfDay.mostTimes).contains(timesAWeek) && (1...7).contains(daysBetween)
        && timesAWeek * daysBetween <= 7
    }
  }
}
