package import Quantities

/// Whether time is held for somebody who may not start yet: who has not been accepted, or of whom nobody knows what they need
/// (R5, R6, R18).
package enum TentativeHold: Hashable, Sendable {
  case held(Held)
  /// It has run out at this instant: nothing is held until somebody confirms it (R18).
  case over(Instant)
  /// The contact assessment has answered no: nothing is held (R6).
  case answeredNo
  /// No day has room for it: nothing is held, and why.
  case noRoom(StartObstacle)

  /// Where time is held.
  package struct Held: Hashable, Sendable {
    package let date: CivilDate
    package let part: PartOfDay
    /// The earliest that the first visit could be there.
    package let earliest: Instant
    /// When the hold runs out; nil for one that stands until somebody decides.
    package let until: Instant?
    /// Nothing is held for the calls behind the first visit: what the person needs is not known.
    package let isFirstVisitAlone: Bool

    package init(
      date: CivilDate, part: PartOfDay, earliest: Instant, until: Instant? = nil, isFirstVisitAlone: Bool = false
    ) {
      self.date = date
      self.part = part
      self.earliest = earliest
      self.until = until
      self.isFirstVisitAlone = isFirstVisitAlone
    }
  }
}
