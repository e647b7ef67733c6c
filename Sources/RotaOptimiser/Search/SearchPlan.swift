/// When each call starts and in which piece: the part of the search state that runs read of one another.
struct SearchPlan {
  /// By call: its start; `unset` while it is not placed.
  let start: FlatArray<Int32>
  /// By call: the piece it is placed in, or being tried in.
  let piece: FlatArray<Int32>
  /// By call: the start it is held to; `unset` where it floats.
  let pin: FlatArray<Int32>

  static let unset = Int32.min

  init(callCount: Int) {
    start = FlatArray(repeating: Self.unset, count: callCount)
    piece = FlatArray(repeating: 0, count: callCount)
    pin = FlatArray(repeating: Self.unset, count: callCount)
  }

  func copy(from other: SearchPlan) {
    start.copy(from: other.start)
    piece.copy(from: other.piece)
    pin.copy(from: other.pin)
  }

  func free() {
    start.free()
    piece.free()
    pin.free()
  }
}
