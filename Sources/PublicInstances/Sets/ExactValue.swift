/// A fraction in lowest terms: what a set's objective is worth, without rounding.
///
/// The objective of the Mankowska set is a third of a sum of thousandths, which no decimal number holds.
package struct ExactValue: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let numerator: Int
  /// Positive.
  package let denominator: Int

  /// So many parts of a unit divided into `denominator`.
  ///
  /// - Precondition: the denominator is positive.
  package init(_ numerator: Int, over denominator: Int = 1) {
    precondition(denominator > 0, "the denominator \(denominator) is not positive")
    let divisor = ExactValue.commonDivisor(numerator.magnitude, denominator.magnitude)
    guard divisor > 1, let whole = Int(exactly: divisor) else {
      self.numerator = numerator
      self.denominator = denominator
      return
    }
    self.numerator = numerator / whole
    self.denominator = denominator / whole
  }

  /// A decimal number as written: `218.199`; nil for any other text and for more than six decimals.
  package init?(decimal text: String) {
    guard let number = FixedPoint.number(text, decimals: 6) else { return nil }
    self.init(number, over: 1_000_000)
  }

  package static func < (left: ExactValue, right: ExactValue) -> Bool {
    Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }

  /// How far this lies above a reference, in ten-thousandths of it, rounded half away from zero; negative where it lies
  /// below. Nil for a reference that is not positive and for gaps past all sense.
  package func gap(above reference: ExactValue) -> Int? {
    guard reference.numerator > 0 else { return nil }
    let own = Int128(numerator) * Int128(reference.denominator)
    let other = Int128(reference.numerator) * Int128(denominator)
    guard max(own.magnitude, other.magnitude) < 1 << 110 else { return nil }
    let scaled = (own - other) * 20_000
    let half = scaled < 0 ? scaled - other : scaled + other
    return Int(exactly: half / (2 * other))
  }

  /// With so many decimals, 0 to 9, rounded half away from zero.
  package func text(decimals: Int) -> String {
    let decimals = min(max(decimals, 0), 9)
    let scale = ExactValue.powerOfTen(decimals)
    let parts = scaled(by: scale)
    let part = String(parts % scale)
    let sign = numerator < 0 && parts > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(parts)" }
    return "\(sign)\(parts / scale).\(String(repeating: "0", count: decimals - part.count))\(part)"
  }

  /// The nearest number with so many decimals, 0 to 9; itself where that is too large to be held.
  package func rounded(decimals: Int) -> ExactValue {
    let scale = ExactValue.powerOfTen(min(max(decimals, 0), 9))
    guard let parts = Int(exactly: scaled(by: scale)), let whole = Int(exactly: scale) else { return self }
    return ExactValue(numerator < 0 ? -parts : parts, over: whole)
  }

  /// The magnitude times a scale, rounded half up.
  private func scaled(by scale: UInt128) -> UInt128 {
    (UInt128(numerator.magnitude) * scale * 2 + UInt128(denominator)) / (2 * UInt128(denominator))
  }

  private static func powerOfTen(_ exponent: Int) -> UInt128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  /// Without needless decimals, at most three.
  package var description: String {
    if denominator == 1 { return String(numerator) }
    return text(decimals: 10 % denominator == 0 ? 1 : 100 % denominator == 0 ? 2 : 3)
  }

  private static func commonDivisor(_ first: UInt, _ second: UInt) -> UInt {
    var (large, small) = (first, second)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }
}
