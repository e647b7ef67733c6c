extension RunPricer {
  /// A way through some stops, with what must be known of it to go on.
  struct Label: BitwiseCopyable {
    var cost: Int64
    /// Free to leave at this time.
    var time: Int32
    /// How late the run can have departed at most; the largest number where it no longer matters.
    var departure: Int32
    var visited: CallMask
    /// Contact that the shift's share still has room for; 0 where unfairness has no price.
    var room: Int32
    var taken: Int32
    /// -1 at the beginning.
    var slot: Int32
    var start: Int32
    /// Where the worker is, as in the network's arcs.
    var origin: Int32
    var parent: Int32
    /// The next label of the same call.
    var next: Int32
    /// The next label of the same time; `dead` once another label beats it.
    var following: Int32
    var isDead: Bool
  }
}
