/// Why a problem can't be put before the optimiser.
package enum RotaProblemError: Error, Equatable, CustomStringConvertible {
  /// The largest sums of the levels need more bits than the packed score has.
  case ladderTooWide(bits: Int)
  /// The largest sum of the last level is too large for a number.
  case costTooLarge
  /// An index or a table's size does not fit.
  case malformed(String)

  package var description: String {
    switch self {
    case .ladderTooWide(let bits):
      "The levels of this day need \(bits) bits, 434 are there; look for deadlines that lie years back."
    case .costTooLarge: "The costs of this day are too large to add up; look for prices or lateness beyond all measure."
    case .malformed(let what): "The day's problem is malformed: \(what)."
    }
  }
}
