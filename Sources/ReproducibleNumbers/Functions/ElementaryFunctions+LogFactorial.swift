extension ElementaryFunctions {
  private static let halfLogarithmOfTwoPi = 0.9189385332046728
  private static let largestExactFactorial = 20

  /// The natural logarithm of n!; not a number below 0.
  ///
  /// Within 1e-14 relative. Source: the logarithm of the exact factorial up to 20!, Stirling's series beyond
  /// (Abramowitz and Stegun 6.1.41).
  package static func logFactorial(_ n: Int) -> Double {
    guard n >= 0 else { return .nan }
    guard n > largestExactFactorial else {
      var factorial = 1
      for factor in stride(from: 2, through: n, by: 1) { factorial *= factor }
      return log(Double(factorial))
    }
    let x = Double(n) + 1
    let inverse = 1 / x
    let square = inverse * inverse
    let series = polynomial(square, [-1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12]) * inverse
    let leading = (x - 0.5) * log(x) - x
    return leading + (halfLogarithmOfTwoPi + series)
  }
}
