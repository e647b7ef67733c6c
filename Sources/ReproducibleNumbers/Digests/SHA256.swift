/// The SHA-256 digest of bytes, taken in piece by piece; it identifies inputs and results in provenance.
///
/// Own code because nothing below the command line may need a library for it; not hardened against timing attacks, so
/// it is not for secrets.
///
/// Source: NIST, "Secure Hash Standard", FIPS 180-4, 2015, section 6.2.
package struct SHA256: Sendable {
  private static let blockSize = 64
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  private var schedule = [UInt32](repeating: 0, count: 64)
  private var buffer = [UInt8](repeating: 0, count: 64)
  private var buffered = 0
  private var byteCount: UInt64 = 0

  /// Starts with no bytes.
  package init() {}

  /// Takes bytes in, one after the other; how they are cut into pieces makes no difference.
  package mutating func update(bytes: some Sequence<UInt8>) {
    // Bytes that lie together are read without a call for each.
    let taken: Void? = bytes.withContiguousStorageIfAvailable { for byte in $0 { append(byte) } }
    if taken == nil { for byte in bytes { append(byte) } }
  }

  /// Takes a text in, as its UTF-8 and nothing else.
  package mutating func update(_ text: String) {
    update(bytes: text.utf8)
  }

  /// The digest of all bytes so far, 32 bytes; more bytes may follow.
  package var digest: [UInt8] {
    var padded = self
    let bitCount = byteCount &* 8
    padded.append(0x80)
    while padded.buffered != Self.blockSize - 8 { padded.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    return padded.state.flatMap { word in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// The digest of all bytes so far as 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits: [Unicode.Scalar] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"]
    var text = String.UnicodeScalarView()
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(text)
  }

  /// The digest of these bytes as 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes: bytes)
    return hash.hexadecimal
  }

  private mutating func append(_ byte: UInt8) {
    buffer[buffered] = byte
    buffered += 1
    byteCount &+= 1
    if buffered == Self.blockSize {
      compress()
      buffered = 0
    }
  }

  private mutating func compress() {
    for place in 0..<16 {
      let start = place * 4
      let high = UInt32(buffer[start]) << 24 | UInt32(buffer[start + 1]) << 16
      schedule[place] = high | UInt32(buffer[start + 2]) << 8 | UInt32(buffer[start + 3])
    }
    for place in 16..<64 {
      let near = schedule[place - 2]
      let far = schedule[place - 15]
      let nearMix = near.rotatedRight(17) ^ near.rotatedRight(19) ^ near >> 10
      let farMix = far.rotatedRight(7) ^ far.rotatedRight(18) ^ far >> 3
      schedule[place] = nearMix &+ schedule[place - 7] &+ farMix &+ schedule[place - 16]
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for place in 0..<64 {
      let eMix = e.rotatedRight(6) ^ e.rotatedRight(11) ^ e.rotatedRight(25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ eMix &+ choice &+ SHA256Constants.rounds[place] &+ schedule[place]
      let aMix = a.rotatedRight(2) ^ a.rotatedRight(13) ^ a.rotatedRight(22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = aMix &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (place, word) in [a, b, c, d, e, f, g, h].enumerated() {
      state[place] &+= word
    }
  }
}

extension UInt32 {
  fileprivate func rotatedRight(_ count: UInt32) -> UInt32 {
    self &>> count | self &<< (32 &- count)
  }
}
