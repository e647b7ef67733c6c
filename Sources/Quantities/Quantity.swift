/// A whole number of one unit; the type is the unit.
///
/// Two quantities of different units can't be added or compared by accident: a conversion is always written out.
package protocol Quantity: Hashable, Comparable, Sendable, AdditiveArithmetic, CustomStringConvertible {
  /// The number of units.
  var value: Int { get }
  /// Makes a quantity of so many units.
  init(_ value: Int)
  /// The unit's sign, as printed behind the number.
  static var symbol: String { get }
}

extension Quantity {
  package static var zero: Self { Self(0) }
  package static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }
  package static func - (left: Self, right: Self) -> Self { Self(left.value - right.value) }
  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  /// So many times a quantity.
  package static func * (left: Self, right: Int) -> Self { Self(left.value * right) }
  package var description: String { "\(value) \(Self.symbol)" }
}

/// Elapsed seconds.
package struct Seconds: Quantity {
  package let value: Int
  package init(_ value: Int) { self.value = value }
  package static let symbol = "s"

  /// The whole minutes that hold these seconds: a started minute counts; of a negative number, zero.
  package var startedMinutes: Minutes { Minutes(value <= 0 ? 0 : (value + 59) / 60) }
}

/// Whole minutes.
package struct Minutes: Quantity {
  package let value: Int
  package init(_ value: Int) { self.value = value }
  package static let symbol = "min"

  /// The same length of time in seconds.
  package var seconds: Seconds { Seconds(value * 60) }
}

/// Distance along the way, in metres.
package struct Metres: Quantity {
  package let value: Int
  package init(_ value: Int) { self.value = value }
  package static let symbol = "m"
}

/// Money, in whole pence.
package struct Pence: Quantity {
  package let value: Int
  package init(_ value: Int) { self.value = value }
  package static let symbol = "p"
}

/// A factor in thousandths: 1000 leaves a number as it is.
package struct PerMille: Quantity {
  package let value: Int
  package init(_ value: Int) { self.value = value }
  package static let symbol = "‰"
}
