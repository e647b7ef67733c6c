/// A score with its levels packed into eight 64-bit words, so that adding is four vector additions and comparing is
/// comparing words from the first.
///
/// Word 7 holds the last level (cost) alone; words 0 to 6 hold the others in ladder order, each in a field wide enough
/// for the largest sum it can reach (`LevelPacking`). Packing is linear, so differences of packed scores are packed
/// differences, and of two totals the one with the smaller first differing word is lexicographically smaller.
struct PackedScore: Equatable {
  var words: SIMD8<Int64>

  static let zero = PackedScore(words: .zero)
  /// Larger than every score of a problem.
  static let unreachable = PackedScore(words: SIMD8(repeating: Int64.max >> 1))

  /// Pence alone.
  init(cost: Int64) {
    words = .zero
    words[7] = cost
  }

  init(words: SIMD8<Int64>) { self.words = words }

  var cost: Int64 { words[7] }

  /// It is `unreachable`, or that and what was added to it since: no rota costs a quarter of the word.
  var isUnreachable: Bool { words[7] > Int64.max >> 2 }

  @inline(__always)
  static func + (left: PackedScore, right: PackedScore) -> PackedScore {
    PackedScore(words: left.words &+ right.words)
  }

  @inline(__always)
  static func - (left: PackedScore, right: PackedScore) -> PackedScore {
    PackedScore(words: left.words &- right.words)
  }

  @inline(__always)
  static func += (left: inout PackedScore, right: PackedScore) { left.words &+= right.words }

  @inline(__always)
  static func < (left: PackedScore, right: PackedScore) -> Bool {
    var word = 0
    while word < 8 {
      let (a, b) = (left.words[word], right.words[word])
      if a != b { return a < b }
      word += 1
    }
    return false
  }

  /// Equal at every level but the last, or better at the first that differs.
  func isNoWorseAboveCost(than other: PackedScore) -> Bool {
    var word = 0
    while word < 7 {
      if words[word] != other.words[word] { return words[word] < other.words[word] }
      word += 1
    }
    return true
  }
}
