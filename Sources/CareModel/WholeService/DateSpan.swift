package import Quantities

/// A stretch of service days, both ends included: leave, sickness, employment.
package struct DateSpan: Hashable, Sendable {
  package let first: CivilDate
  /// Nil until further notice.
  package let last: CivilDate?

  /// Nil where the last day lies before the first.
  package init?(first: CivilDate, last: CivilDate?) {
    if let last, last < first { return nil }
    self.first = first
    self.last = last
  }

  /// A single day.
  package init(on date: CivilDate) {
    first = date
    last = date
  }

  package func contains(_ date: CivilDate) -> Bool { first <= date && last.map { date <= $0 } ?? true }
}
