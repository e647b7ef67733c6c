/// A stream of random numbers named by seed, purpose and index, the same on every machine and in every build.
///
/// Streams with another seed, purpose, index or subindex share no block of numbers, so adding draws to one never
/// changes what another gives. A stream is a value: a copy continues on its own.
///
/// ```swift
/// var stream = RandomStream(seed: 7, purpose: StreamPurpose("lengths of stay"), index: 41)
/// let minutes = stream.nextInt(in: 20...45)
/// ```
///
/// It is a `RandomNumberGenerator` so that it can be handed to code that wants one, but a result that is written down
/// must not come from the standard library's `random(in:using:)`, `shuffled(using:)` and the like: their algorithms may
/// change with the toolchain. Everything needed is here and never changes.
///
/// Source: Philox4x64-10, see ``PhiloxPermutation``; key = (seed, purpose), counter = (block, index, subindex, 0).
package struct RandomStream: RandomNumberGenerator, Equatable, Sendable {
  private let seed: UInt64
  private let purposeKey: UInt64
  private let index: UInt64
  private let subindex: UInt64
  private var block: UInt64 = 0
  private var words = PhiloxPermutation.Words(0, 0, 0, 0)
  private var wordsLeft: UInt8 = 0

  /// Opens the stream at its first number.
  ///
  /// - Parameters:
  ///   - seed: the seed the user gave; the same for a whole run.
  ///   - purpose: what the numbers are for.
  ///   - index: which of many like things they are for, such as the number of a replication.
  ///   - subindex: a second index, such as the number of a scenario.
  package init(seed: UInt64, purpose: StreamPurpose, index: UInt64 = 0, subindex: UInt64 = 0) {
    self.seed = seed
    self.purposeKey = purpose.key
    self.index = index
    self.subindex = subindex
  }

  /// Gives the next 64 random bits.
  package mutating func next() -> UInt64 {
    switch wordsLeft {
    case 3:
      wordsLeft = 2
      return words.second
    case 2:
      wordsLeft = 1
      return words.third
    case 1:
      wordsLeft = 0
      return words.fourth
    default:
      let counter = PhiloxPermutation.Words(block, index, subindex, 0)
      words = PhiloxPermutation.permute(counter, firstKey: seed, secondKey: purposeKey)
      block &+= 1
      wordsLeft = 3
      return words.first
    }
  }
}
