extension ElementaryFunctions {
  private static let inverseLogarithmOfTwo = 1.4426950408889634
  /// The first 32 bits of log 2, so that its product with an exponent is exact.
  private static let logarithmOfTwoHead = 0.6931471803691238
  private static let logarithmOfTwoTail = 1.9082149292705877e-10
  private static let largestExponent = 709.782712893384
  private static let smallestExponent = -745.1332191019412

  /// 1/k! from k = 14 down to k = 2.
  private static let exponentialSeries = [
    1.1470745597729725e-11, 1.6059043836821613e-10, 2.08767569878681e-09, 2.505210838544172e-08, 2.755731922398589e-07,
    2.7557319223985893e-06, 2.48015873015873e-05, 0.0001984126984126984, 0.001388888888888889, 0.008333333333333333,
    0.041666666666666664, 0.16666666666666666, 0.5,
  ]

  /// 2/(2k + 1) from k = 11 down to k = 1.
  private static let logarithmSeries = [
    0.08695652173913043, 0.09523809523809523, 0.10526315789473684, 0.11764705882352941, 0.13333333333333333,
    0.15384615384615385, 0.18181818181818182, 0.2222222222222222, 0.2857142857142857, 0.4, 0.6666666666666666,
  ]

  /// The exponential function: infinite above about 709.78, 0 below about -745.13.
  ///
  /// Within 1 unit in the last place (results below the normal range: within 1 of the smallest number).
  package static func exp(_ x: Double) -> Double {
    guard x <= largestExponent else { return x.isNaN ? x : .infinity }
    guard x >= smallestExponent else { return 0 }
    let quotient = x * inverseLogarithmOfTwo
    let power = Int(quotient + (x < 0 ? -0.5 : 0.5))
    let head = x - Double(power) * logarithmOfTwoHead
    let tail = Double(power) * logarithmOfTwoTail
    let rest = head - tail
    let lost = (head - rest) - tail
    let square = rest * rest
    let curve = square * polynomial(rest, exponentialSeries)
    let result = 1 + (rest + (curve + lost))
    // One power of two may lie outside the normal range although the result does not: two steps never do.
    let half = power / 2
    return result * powerOfTwo(half) * powerOfTwo(power - half)
  }

  /// The natural logarithm: minus infinity at 0, not a number below.
  ///
  /// Within 1 unit in the last place.
  package static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    guard x >= .leastNormalMagnitude else { return normalLogarithm(x * 0x1p54, extraPower: -54) }
    return normalLogarithm(x, extraPower: 0)
  }

  /// With x = 2^k (1 + f) and s = f/(2 + f), log(1 + f) = 2s + 2s^3/3 + 2s^5/5 + ..., arranged so that f, which is
  /// exact, is the last summand.
  private static func normalLogarithm(_ x: Double, extraPower: Int) -> Double {
    var power = Int(x.exponentBitPattern) - 1023
    var fraction = x.significand
    if fraction > 1.4142135623730951 {
      fraction *= 0.5
      power += 1
    }
    let scale = Double(power + extraPower)
    let excess = fraction - 1
    let ratio = excess / (2 + excess)
    let square = ratio * ratio
    let series = square * polynomial(square, logarithmSeries)
    let half = 0.5 * excess * excess
    let small = ratio * (half + series) + scale * logarithmOfTwoTail
    return scale * logarithmOfTwoHead - ((half - small) - excess)
  }

  /// Two to a power from -1022 to 1023, by its bits.
  private static func powerOfTwo(_ power: Int) -> Double {
    Double(sign: .plus, exponentBitPattern: UInt(power + 1023), significandBitPattern: 0)
  }
}
