extension Int {
  /// Makes the integer nearest to a number, halves away from 0, without a trap.
  ///
  /// Not a number gives 0; what is too large for an `Int` gives the largest or smallest one.
  package init(nearest number: Double) {
    guard number.magnitude < 0x1p63 else {
      self = number.isNaN ? 0 : number < 0 ? .min : .max
      return
    }
    let whole = Int(number)
    let rest = number - Double(whole)
    self = rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }
}
