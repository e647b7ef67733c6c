/// Where each level lies within a `PackedScore`.
struct LevelPacking: Sendable {
  private struct Field {
    let word: Int
    let shift: Int
    let mask: Int64
  }

  private let fields: [Field]

  /// Leaves room for travel, overtime and unfairness.
  private static let largestCost = 1 << 60

  /// Lays levels out for the largest sums that they can reach, first level first; the last level is the cost.
  ///
  /// - Throws: `ladderTooWide` when the sums need more than the 434 bits there are, `costTooLarge` when the last may pass its word.
  init(maxima: [Int]) throws(RotaProblemError) {
    var fields: [Field] = []
    var word = 0
    var used = 0
    for maximum in maxima.dropLast() {
      let bits = Int.bitWidth - max(maximum, 1).leadingZeroBitCount
      if used + bits > 62 {
        word += 1
        used = 0
      }
      guard word < 7, bits <= 62 else {
        throw .ladderTooWide(bits: maxima.reduce(0) { $0 + Int.bitWidth - max($1, 1).leadingZeroBitCount })
      }
      used += bits
      fields.append(Field(word: word, shift: 62 - used, mask: Int64(1) << bits - 1))
    }
    guard maxima.last ?? 0 <= Self.largestCost else { throw .costTooLarge }
    fields.append(Field(word: 7, shift: 0, mask: Int64.max))
    self.fields = fields
  }

  /// So much at one level.
  func packed(_ amount: Int, at level: Int) -> PackedScore {
    var score = PackedScore.zero
    score.words[fields[level].word] = Int64(amount) << Int64(fields[level].shift)
    return score
  }

  /// The word of a score in which a level lies.
  func word(of level: Int) -> Int { fields[level].word }

  func packed(_ amounts: [RotaProblem.LevelAmount]) -> PackedScore {
    amounts.reduce(PackedScore.zero) { $0 + packed($1.amount, at: $1.level) }
  }

  /// The number at each level of a total.
  func values(of score: PackedScore) -> [Int] {
    fields.map { Int(score.words[$0.word] >> Int64($0.shift) & $0.mask) }
  }

  var levelCount: Int { fields.count }
}
