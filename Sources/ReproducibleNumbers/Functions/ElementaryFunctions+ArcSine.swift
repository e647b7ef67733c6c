extension ElementaryFunctions {
  private static let rightAngleHead = 1.5707963267948966
  private static let rightAngleTail = 6.123233995736766e-17

  /// (2k)! / (4^k k!^2 (2k + 1)) from k = 24 down to k = 1.
  private static let arcSineSeries = [
    0.002338091892111975, 0.0024894486782468836, 0.00265787063820729, 0.002846178401108942, 0.0030578216492580306,
    0.003297059503473485, 0.0035692053938259347, 0.003880964558837669, 0.004240907093679363, 0.004660143486915096,
    0.005153309682319905, 0.005740037670841924, 0.006447210311889649, 0.0073125258735988454, 0.008390335809616815,
    0.009761609529194078, 0.011551800896139705, 0.01396484375, 0.017352764423076924, 0.022372159090909092,
    0.030381944444444444, 0.044642857142857144, 0.075, 0.16666666666666666,
  ]

  /// The angle in radians, from minus to plus a quarter turn, whose sine is `x`; not a number outside -1...1.
  ///
  /// Within 3 units in the last place.
  package static func asin(_ x: Double) -> Double {
    let magnitude = x.magnitude
    guard magnitude <= 1 else { return .nan }
    guard magnitude > 0.5 else { return smallArcSine(x) }
    // asin x = a quarter turn - 2 asin √((1 - x)/2): the series is short only near 0.
    let rest = 2 * smallArcSine(((1 - magnitude) * 0.5).squareRoot())
    let angle = rightAngleHead - (rest - rightAngleTail)
    return x < 0 ? -angle : angle
  }

  private static func smallArcSine(_ x: Double) -> Double {
    let square = x * x
    let curve = x * square * polynomial(square, arcSineSeries)
    return x + curve
  }
}
