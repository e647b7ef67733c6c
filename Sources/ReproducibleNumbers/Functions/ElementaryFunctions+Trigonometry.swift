extension ElementaryFunctions {
  /// The largest magnitude that ``sin(_:)`` and ``cos(_:)`` take: 100,000 radians, some 16,000 turns.
  package static let largestAngle = 100_000.0

  private static let inverseQuarterTurn = 0.6366197723675814
  /// The quarter turn in four pieces; the first three have 33 bits, so that their products with 16 bits are exact.
  private static let quarterTurnFirst = 1.5707963267341256
  private static let quarterTurnSecond = 6.077100506303966e-11
  private static let quarterTurnThird = 2.0222662487111665e-21
  private static let quarterTurnFourth = 8.4784276603689e-32
  private static let eighthTurn = 0.7853981633974483

  /// (-1)^k / (2k + 1)! from k = 8 down to k = 1.
  private static let sineSeries = [
    2.8114572543455206e-15, -7.647163731819816e-13, 1.6059043836821613e-10, -2.505210838544172e-08,
    2.7557319223985893e-06, -0.0001984126984126984, 0.008333333333333333, -0.16666666666666666,
  ]

  /// (-1)^k / (2k)! from k = 9 down to k = 2.
  private static let cosineSeries = [
    -1.5619206968586225e-16, 4.779477332387385e-14, -1.1470745597729725e-11, 2.08767569878681e-09,
    -2.755731922398589e-07, 2.48015873015873e-05, -0.001388888888888889, 0.041666666666666664,
  ]

  /// The sine of an angle in radians; not a number beyond ``largestAngle``.
  ///
  /// Within 1 unit in the last place, also next to its zeros.
  package static func sin(_ x: Double) -> Double {
    guard let angle = ReducedAngle(x) else { return .nan }
    return angle.sine(quarter: angle.quarter)
  }

  /// The cosine of an angle in radians; not a number beyond ``largestAngle``.
  ///
  /// Within 1 unit in the last place, also next to its zeros.
  package static func cos(_ x: Double) -> Double {
    guard let angle = ReducedAngle(x) else { return .nan }
    return angle.sine(quarter: angle.quarter + 1)
  }

  /// An angle less its whole quarter turns, kept as a sum of two numbers, by the method of Cody and Waite.
  private struct ReducedAngle {
    let quarter: Int
    let head: Double
    let tail: Double

    init?(_ x: Double) {
      guard x.magnitude <= largestAngle else { return nil }
      guard x.magnitude > eighthTurn else {
        (quarter, head, tail) = (0, x, 0)
        return
      }
      quarter = Int(x * inverseQuarterTurn + (x < 0 ? -0.5 : 0.5))
      let turns = Double(quarter)
      // Exact: 16 bits by 33, and the difference loses its leading bits.
      let start = x - turns * quarterTurnFirst
      let (second, secondLost) = exactSum(start, -(turns * quarterTurnSecond))
      let (third, thirdLost) = exactSum(second, -(turns * quarterTurnThird))
      let lost = (secondLost + thirdLost) - turns * quarterTurnFourth
      (head, tail) = exactSum(third, lost)
    }

    /// The sine of this rest after so many quarter turns.
    func sine(quarter: Int) -> Double {
      switch quarter & 3 {
      case 0: smallSine
      case 1: smallCosine
      case 2: -smallSine
      default: -smallCosine
      }
    }

    private var smallSine: Double {
      let square = head * head
      let curve = head * square * polynomial(square, sineSeries)
      return head + (curve + tail * (1 - 0.5 * square))
    }

    private var smallCosine: Double {
      let square = head * head
      let half = 0.5 * square
      let rough = 1 - half
      let curve = square * square * polynomial(square, cosineSeries)
      return rough + (((1 - rough) - half) + (curve - head * tail))
    }
  }

  /// A sum and what its rounding lost, exactly (D. E. Knuth, The Art of Computer Programming, volume 2, 4.2.2).
  private static func exactSum(_ a: Double, _ b: Double) -> (sum: Double, lost: Double) {
    let sum = a + b
    let bPart = sum - a
    let aPart = sum - bPart
    return (sum, (a - aPart) + (b - bPart))
  }
}
