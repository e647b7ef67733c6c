package import Quantities

/// One way from door to door.
package struct TravelLeg: Hashable, Sendable {
  /// Whole seconds, parking and getting in at the far end included; 0 to ``longest``.
  package let seconds: Seconds
  /// Metres along the road; zero where a matrix gives times only.
  package let distance: Metres

  package init(seconds: Seconds, distance: Metres) {
    self.seconds = seconds
    self.distance = distance
  }

  /// No leg takes longer: 1,000,000 seconds, more than eleven days, which fits into no duty.
  package static let longest = Seconds(1_000_000)

  /// From a place to itself.
  package static let none = TravelLeg(seconds: .zero, distance: .zero)

  /// Between places of which nothing is known: no duty can hold it.
  package static let unreachable = TravelLeg(seconds: longest, distance: .zero)
}
