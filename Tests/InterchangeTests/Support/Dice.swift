/// Reproducible dice for tests (SplitMix64).
struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }
  mutating func flip() -> Bool { next() & 1 == 0 }
  mutating func one<Value>(of values: [Value]) -> Value { values[number(0...(values.count - 1))] }

  /// The bytes with one to four of them flipped, replaced, taken out or put in.
  mutating func breaking(_ text: [UInt8]) -> [UInt8] {
    var bytes = text
    for _ in 0...number(0...3) {
      let place = number(0...(bytes.count - 1))
      switch number(0...3) {
      case 0: bytes[place] ^= UInt8(1 << number(0...7))
      case 1: bytes[place] = UInt8(number(0...255))
      case 2: bytes.remove(at: place)
      default: bytes.insert(one(of: Array("\"{}[],:0-9e\\uT".utf8)), at: place)
      }
    }
    return bytes
  }
}
