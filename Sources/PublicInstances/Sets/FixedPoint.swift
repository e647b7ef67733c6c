/// Decimal numbers as they are written, exactly, as so many parts of a power of ten.
enum FixedPoint {
  /// Most digits before and behind the point together: all of them fit in 64 bits.
  private static let digits = 15

  /// The number in units of the last decimal kept: `38.471` with three decimals is 38,471.
  ///
  /// Nil for any other text, for exponents, and where a digit past the decimals is not zero.
  static func number(_ text: String, decimals: Int) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2, let whole = parts.first.flatMap(values), !whole.isEmpty else {
      return nil
    }
    var fraction: [Int] = []
    if parts.count == 2 {
      guard let written = values(parts[1]), !written.isEmpty else { return nil }
      fraction = written
    }
    guard fraction.dropFirst(decimals).allSatisfy({ $0 == 0 }) else { return nil }
    let kept = fraction.prefix(decimals) + Array(repeating: 0, count: max(0, decimals - fraction.count))
    let all = whole.drop { $0 == 0 } + kept
    guard all.count <= digits else { return nil }
    let number = all.reduce(0) { $0 * 10 + $1 }
    return isNegative ? -number : number
  }

  private static func values(_ text: Substring) -> [Int]? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return text.utf8.map { Int($0) - 48 }
  }
}

extension Int {
  /// The largest whole number whose square is at most this one; zero for negative numbers.
  ///
  /// The machine's square root, which is correctly rounded, is the guess; integers decide. For numbers below 2^62.
  var squareRootRoundedDown: Int {
    guard self > 0 else { return 0 }
    var root = Int(Double(Swift.min(self, 1 << 62)).squareRoot())
    while root * root > self { root -= 1 }
    while (root + 1) * (root + 1) <= self { root += 1 }
    return root
  }
}
