/// The keyed permutation Philox4x64-10: 256 bits of counter in, 256 random-looking bits out.
///
/// A counter instead of a running state means that two streams whose key or counter differ cannot overlap, and that a
/// stream can be entered anywhere. Passes the published known answers of its authors.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// Proceedings of SC11, 2011, doi:10.1145/2063384.2063405.
package enum PhiloxPermutation {
  /// Four 64-bit words: a counter or the words that it is turned into.
  package struct Words: Equatable, Sendable {
    /// The first word of the paper's order.
    package var first: UInt64
    /// The second word.
    package var second: UInt64
    /// The third word.
    package var third: UInt64
    /// The fourth word.
    package var fourth: UInt64

    /// Makes the four words in the paper's order.
    package init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
      self.first = first
      self.second = second
      self.third = third
      self.fourth = fourth
    }
  }

  private static let rounds = 10
  private static let firstMultiplier: UInt64 = 0xD2E7_470E_E14C_6C93
  private static let secondMultiplier: UInt64 = 0xCA5A_8263_9512_1157
  private static let firstKeyStep: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let secondKeyStep: UInt64 = 0xBB67_AE85_84CA_A73B

  /// Turns a counter into four words under a key of two words.
  ///
  /// - Complexity: twenty 64-bit multiplications.
  package static func permute(_ counter: Words, firstKey: UInt64, secondKey: UInt64) -> Words {
    var words = counter
    var firstKey = firstKey
    var secondKey = secondKey
    for _ in 0..<rounds {
      let one = firstMultiplier.multipliedFullWidth(by: words.first)
      let two = secondMultiplier.multipliedFullWidth(by: words.third)
      words = Words(two.high ^ words.second ^ firstKey, two.low, one.high ^ words.fourth ^ secondKey, one.low)
      firstKey &+= firstKeyStep
      secondKey &+= secondKeyStep
    }
    return words
  }
}
