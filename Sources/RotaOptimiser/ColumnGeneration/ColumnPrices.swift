/// What the rows of the program are worth, in whole numbers on a fixed grid: any such prices give a valid bound.
struct ColumnPrices {
  /// By level: of the level that is bounded, the grid's unit; of those before it, what one more of it is worth; of those behind, zero.
  var levels: [Int64]
  /// By call: for covering it.
  var calls: [Int64]
  /// By agreement: for the second demand's being done, paid by the first.
  var agreements: [Int64]
  /// By row of `requires`.
  var needs: [Int64]
  /// By shift: a run that costs no less is not looked for; not positive, and no part of the bound but there.
  var shifts: [Int64]

  /// The largest of a price times the largest sum of its level.
  static let largest = 47

  /// Between these prices and others, nearer to these: prices that swing less from round to round need fewer rounds (Neame 2000).
  func steadied(by others: ColumnPrices) -> ColumnPrices {
    func mean(_ own: [Int64], _ theirs: [Int64]) -> [Int64] { zip(own, theirs).map { ($0 * 2 + $1 * 3) / 5 } }
    return ColumnPrices(
      levels: mean(levels, others.levels), calls: mean(calls, others.calls),
      agreements: mean(agreements, others.agreements), needs: mean(needs, others.needs),
      shifts: mean(shifts, others.shifts))
  }

  /// How many times a whole one the grid's unit goes into it, by the largest sum that the level can reach; nil where even one is too many.
  static func grid(largestSum: Int) -> Int64? {
    let bits = Int.bitWidth - max(largestSum, 1).leadingZeroBitCount
    return bits > largest ? nil : 1 << Int64(min(20, largest - bits))
  }

  /// A dual on the grid: not negative, and no larger than its sums allow. Anything that is no number is no price.
  static func rounded(_ dual: Double, grid: Int64, largestSum: Int = 1) -> Int64 {
    let most = Double(Int64(1) << Int64(largest)) / Double(max(1, largestSum))
    let value = dual * Double(grid)
    guard value > 0 else { return 0 }
    return Int64(min(value, most).rounded())
  }
}
