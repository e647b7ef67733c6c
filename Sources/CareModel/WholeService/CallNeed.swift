package import Quantities

/// What a call must be, whatever its date: what is done, by whom, at which time of day, and what it means if it is not done.
///
/// A line of a package repeats it on days of the week, an appointment has it on one date.
package struct CallNeed: Hashable, Sendable {
  package let kind: Visit.Kind
  package let mode: Visit.Mode
  /// Where it takes place; nil takes the person's home. A clinic call names its clinic.
  package let place: PlaceID?
  /// One worker or two.
  package let demands: [Demand]
  /// When the person would like it to start.
  package let preferred: ClockInterval
  /// The tolerance told to the person; nil takes the policy's either side.
  package let agreed: ClockInterval?
  /// Past it the call counts as missed; nil takes the time until the person's next call, or the policy's clock time.
  package let safe: ClockInterval?
  /// Set by a person on the package, never inferred from a diagnosis (R8).
  package let consequence: Consequence
  /// The call must keep its time (insulin, Parkinson's medicine).
  package let isTimeCritical: Bool
  /// Wishes about this call besides the person's own.
  package let preferences: [Preference]

  /// - Parameter consequence: nil takes the kind's usual one.
  package init(
    kind: Visit.Kind, mode: Visit.Mode = .home, place: PlaceID? = nil, demands: [Demand], preferred: ClockInterval,
    agreed: ClockInterval? = nil, safe: ClockInterval? = nil, consequence: Consequence? = nil,
    isTimeCritical: Bool = false, preferences: [Preference] = []
  ) {
    self.kind = kind
    self.mode = mode
    self.place = place
    self.demands = demands
    self.preferred = preferred
    self.agreed = agreed
    self.safe = safe
    self.consequence = consequence ?? kind.usualConsequence
    self.isTimeCritical = isTimeCritical
    self.preferences = preferences
  }

  /// The same, wanted at another time.
  package func wanted(at interval: ClockInterval) -> CallNeed {
    CallNeed(
      kind: kind, mode: mode, place: place, demands: demands, preferred: interval, agreed: agreed, safe: safe,
      consequence: consequence, isTimeCritical: isTimeCritical, preferences: preferences)
  }

  /// The longest of its demands: how long the person has company.
  package var length: Minutes { demands.map(\.length).max() ?? .zero }
}
