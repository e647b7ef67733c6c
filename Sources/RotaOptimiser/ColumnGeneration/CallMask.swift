/// A set of up to 256 calls; calls beyond them belong to no mask.
struct CallMask: BitwiseCopyable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  static let capacity = 256
  static let empty = CallMask()

  @inline(__always)
  func intersects(_ other: CallMask) -> Bool {
    (first & other.first) | (second & other.second) | (third & other.third) | (fourth & other.fourth) != 0
  }

  @inline(__always)
  func isSubset(of other: CallMask) -> Bool {
    (first & ~other.first) | (second & ~other.second) | (third & ~other.third) | (fourth & ~other.fourth) == 0
  }

  @inline(__always)
  func intersection(_ other: CallMask) -> CallMask {
    var mask = self
    mask.first &= other.first
    mask.second &= other.second
    mask.third &= other.third
    mask.fourth &= other.fourth
    return mask
  }

  @inline(__always)
  func union(_ other: CallMask) -> CallMask {
    var mask = self
    mask.first |= other.first
    mask.second |= other.second
    mask.third |= other.third
    mask.fourth |= other.fourth
    return mask
  }

  /// Takes a call in, if there is a place for it.
  mutating func insert(_ call: Int) {
    let bit = UInt64(1) << UInt64(call & 63)
    switch call >> 6 {
    case 0: first |= bit
    case 1: second |= bit
    case 2: third |= bit
    case 3: fourth |= bit
    default: break
    }
  }
}
