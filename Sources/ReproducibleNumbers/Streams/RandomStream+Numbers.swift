extension RandomStream {
  /// Gives a number from 0 up to, not including, `bound`, each equally likely; 0 when `bound` is 0.
  ///
  /// Source: D. Lemire, "Fast random integer generation in an interval", ACM Transactions on Modeling and Computer
  /// Simulation 29(1), 2019, doi:10.1145/3230636. No modulo bias.
  package mutating func nextWord(below bound: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % max(bound, 1)
      while product.low < threshold {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }

  /// Gives an integer from 0 up to, not including, `bound`, each equally likely.
  ///
  /// There is none when `bound` is below 1: the answer is then 0, so that a size read from input cannot trap. Where
  /// emptiness matters ask ``choose(from:)``. One number is drawn even when the answer is certain.
  package mutating func nextInt(below bound: Int) -> Int {
    Int(truncatingIfNeeded: nextWord(below: UInt64(max(bound, 0))))
  }

  /// Gives an integer of the range, both ends included, each equally likely; any range is allowed.
  package mutating func nextInt(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound)
    let offset = width == .max ? next() : nextWord(below: width + 1)
    return range.lowerBound &+ Int(truncatingIfNeeded: offset)
  }

  /// Gives a number in 0 ..< 1, a multiple of 2^-53, each equally likely.
  package mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Gives a number strictly between 0 and 1: the middle of one of 2^52 equal cells.
  ///
  /// For inverse distribution functions and logarithms, which have no value at the ends.
  package mutating func nextOpenUnit() -> Double {
    let cell = Double(next() >> 12)
    return (cell + 0.5) * 0x1p-52
  }

  /// Is true with probability `chance` thousandths: never at 0 or less, always at 1000 or more.
  ///
  /// One number is drawn in every case, so that changing the chance does not move what comes after.
  package mutating func nextBool(perMille chance: Int) -> Bool {
    nextInt(below: 1000) < chance
  }
}
