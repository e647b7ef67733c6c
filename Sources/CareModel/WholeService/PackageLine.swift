package typealias LineID = Identifier<PackageLine>

/// One call of a package, on its days of the week (R29).
package struct PackageLine: Hashable, Sendable, Identifiable {
  /// Stands in the id of a first visit where a line's stands in that of a call, so that no line may have it.
  package static let nameOfFirstVisit = "first"

  /// The same for a care plan or a review that is planned, not booked.
  package static func nameOfDue(_ kind: Visit.Kind) -> String { "due-" + kind.rawValue }

  /// Names that no line may have.
  package static let reservedNames = [nameOfFirstVisit] + Visit.Kind.allCases.map(nameOfDue)

  /// The same in every version of the episode's package (`morning`), so that a call keeps its name when its time changes.
  package let id: LineID
  package let weekdays: WeekdaySet
  package let call: CallNeed

  package init(id: LineID, weekdays: WeekdaySet = .every, call: CallNeed) {
    self.id = id
    self.weekdays = weekdays
    self.call = call
  }
}
