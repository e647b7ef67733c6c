/// The best insertion of one call into each shift, with the best of them and the best but one at hand.
struct RegretRow {
  private var options: [Insertion?]
  /// Of equal ones the one of the first shift.
  private var bestShift: Int?
  private var secondShift: Int?

  /// - Parameter options: by shift; nil where the call finds no place.
  init(_ options: [Insertion?]) {
    self.options = options
    rank()
  }

  var best: Insertion? { bestShift.flatMap { options[$0] } }

  /// What the call would lose if it had to take its second choice; out of reach where there is none.
  private var regret: PackedScore {
    guard let best, let secondShift, let second = options[secondShift] else { return .unreachable }
    return second.delta - best.delta
  }

  /// Takes in what has become of one shift.
  ///
  /// - Complexity: the number of shifts where it was the best or the second, else constant.
  mutating func set(_ option: Insertion?, of shift: Int32) {
    let shift = Int(shift)
    options[shift] = option
    if shift == bestShift || shift == secondShift { return rank() }
    guard option != nil else { return }
    if comes(shift, before: bestShift) {
      (bestShift, secondShift) = (shift, bestShift)
    } else if comes(shift, before: secondShift) {
      secondShift = shift
    }
  }

  private mutating func rank() {
    (bestShift, secondShift) = (nil, nil)
    for shift in options.indices where options[shift] != nil {
      if comes(shift, before: bestShift) {
        (bestShift, secondShift) = (shift, bestShift)
      } else if comes(shift, before: secondShift) {
        secondShift = shift
      }
    }
  }

  private func comes(_ shift: Int, before other: Int?) -> Bool {
    guard let other, let known = options[other] else { return true }
    guard let new = options[shift] else { return false }
    return new.delta < known.delta || new.delta == known.delta && shift < other
  }

  /// The row with the most regret that has a place at all, the first of equal ones; nil where none has.
  static func mostUrgent(of rows: [RegretRow]) -> Int? {
    var chosen: Int?
    var most = PackedScore.zero
    for (number, row) in rows.enumerated() where row.bestShift != nil {
      let regret = row.regret
      if chosen == nil || most < regret { (chosen, most) = (number, regret) }
    }
    return chosen
  }
}
