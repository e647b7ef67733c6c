/// A way to place a call: in which piece, at which pin, and where each of its tasks goes.
struct Insertion {
  var call: Int32
  var piece: Int32
  var pin: Int32
  var first: Slot
  /// For the second demand; its shift is -1 where there is none.
  var second: Slot
  /// What the total changes by, the call's being uncovered included.
  var delta: PackedScore

  struct Slot {
    var shift: Int32
    var place: Int32
    static let none = Slot(shift: -1, place: 0)
  }
}

extension SearchState {
  /// Carries an insertion out; false, with the state in need of being restored, where it turns out to break a rule.
  func apply(_ insertion: Insertion) -> Bool {
    let entry = problem.calls[insertion.call]
    place(insertion.call, piece: insertion.piece, pin: insertion.pin)
    guard insert(entry.firstTask, into: insertion.first.shift, at: insertion.first.place) else { return false }
    if insertion.second.shift >= 0 {
      guard insert(entry.firstTask &+ 1, into: insertion.second.shift, at: insertion.second.place) else { return false }
    }
    return keepsTiesOfRuns(insertion.first.shift, insertion.second.shift)
  }

  /// Every tie of every call of one or two runs holds.
  func keepsTiesOfRuns(_ first: Int32, _ second: Int32) -> Bool {
    for shift in [first, second] where shift >= 0 {
      let tasks = row(shift)
      for index in 0..<Int(length(shift)) {
        let call = problem.tasks[tasks[index]].call
        if problem.calls[call].hasTies || problem.calls[call].taskCount > 1 || problem.calls[call].hasWorkerLinks,
          !keepsTies(call)
        {
          return false
        }
      }
    }
    return true
  }
}
