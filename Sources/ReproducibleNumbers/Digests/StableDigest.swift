/// A quick 64-bit digest of bytes, the same on every machine, for keys and comparisons; no protection against malice.
///
/// Where an input must be identified against all others use ``SHA256``.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV non-cryptographic hash algorithm" (FNV-1a, 64 bits),
/// RFC 9923.
package struct StableDigest: Equatable, Sendable {
  private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3
  /// Never occurs in UTF-8, so that "ab", "c" and "a", "bc" differ.
  private static let endOfText: UInt8 = 0xFF

  /// The digest of all bytes so far.
  package private(set) var value: UInt64 = offsetBasis

  /// Starts with no bytes.
  package init() {}

  /// Takes one byte in.
  package mutating func update(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* Self.prime
  }

  /// Takes bytes in, one after the other.
  package mutating func update(bytes: some Sequence<UInt8>) {
    // Bytes that lie together are read without a call for each.
    let taken: Void? = bytes.withContiguousStorageIfAvailable { for byte in $0 { update(byte: byte) } }
    if taken == nil { for byte in bytes { update(byte: byte) } }
  }

  /// Takes an integer in, as eight bytes, least first, whatever its width.
  package mutating func update(_ number: some FixedWidthInteger) {
    var rest = UInt64(truncatingIfNeeded: number)
    for _ in 0..<8 {
      update(byte: UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Takes a text in, as its UTF-8 and a mark of its end.
  package mutating func update(_ text: String) {
    update(bytes: text.utf8)
    update(byte: Self.endOfText)
  }
}
