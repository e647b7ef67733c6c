/// Degrees as people write them, exactly: no binary fraction comes between the text and the microdegree.
package enum DecimalDegrees {
  /// Reads `51.4101` or `-0.3`; digits past the sixth are rounded half away from zero. Nil for any other text.
  package static func microdegrees(_ text: String) -> Int? {
    let isNegative = text.hasPrefix("-")
    let unsigned = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2, let whole = digits(parts[0]), (1...3).contains(whole.count) else {
      return nil
    }
    let fraction = parts.count == 2 ? digits(parts[1]) : []
    guard let fraction, parts.count == 1 || !fraction.isEmpty, fraction.count <= 30 else { return nil }
    let kept = fraction.prefix(6) + Array(repeating: 0, count: max(0, 6 - fraction.count))
    var value = (whole + kept).reduce(0) { $0 * 10 + $1 }
    if fraction.count > 6, fraction[6] >= 5 { value += 1 }
    return isNegative ? -value : value
  }

  private static func digits(_ text: some StringProtocol) -> [Int]? {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return bytes.map { Int($0) - 48 }
  }
}
