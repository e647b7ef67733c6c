extension ElementaryFunctions {
  // Coefficients of Wichura's rational approximations, the highest power first.
  private static let centralNumerator = [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
    13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ]
  private static let centralDenominator = [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
    5394.196021424751, 687.1870074920579, 42.31333070160091, 1.0,
  ]
  private static let middleNumerator = [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ]
  private static let middleDenominator = [
    1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1.0,
  ]
  private static let tailNumerator = [
    2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ]
  private static let tailDenominator = [
    2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1.0,
  ]

  /// The number below which a standard normal variable falls with this probability; infinite at 0 and 1, not a number
  /// outside 0...1.
  ///
  /// Within 1e-14, relative. Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal
  /// distribution", Applied Statistics 37(3), 1988, doi:10.2307/2347330 (PPND16).
  package static func normalQuantile(_ probability: Double) -> Double {
    guard probability > 0, probability < 1 else {
      return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
    }
    let offset = probability - 0.5
    guard offset.magnitude > 0.425 else {
      let square = offset * offset
      let x = 0.180625 - square
      return offset * polynomial(x, centralNumerator) / polynomial(x, centralDenominator)
    }
    let depth = (-log(offset < 0 ? probability : 1 - probability)).squareRoot()
    let size: Double
    if depth <= 5 {
      let x = depth - 1.6
      size = polynomial(x, middleNumerator) / polynomial(x, middleDenominator)
    } else {
      let x = depth - 5
      size = polynomial(x, tailNumerator) / polynomial(x, tailDenominator)
    }
    return offset < 0 ? -size : size
  }
}
