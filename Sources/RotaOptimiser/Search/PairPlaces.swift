/// The most promising places of the two demands of a two-person call, with what has been worked out of each.
final class PairPlaces {
  /// How many places of each demand are tried with one another.
  static let width = 32

  /// What is known of a place.
  private struct Known: BitwiseCopyable {
    /// What the task adds there at least, whenever the two start; nil where it doesn't fit.
    var floor: PackedScore?
    /// When it starts there then.
    var floating = SearchPlan.unset
    /// The start last tried there, and what the task adds then; nil where it doesn't fit.
    var start = SearchPlan.unset
    var delta: PackedScore?
    var measures = RunMeasures.none
  }

  let lists = [Shortlist(capacity: PairPlaces.width), Shortlist(capacity: PairPlaces.width)]
  /// By demand, then place of its list.
  private let known = FlatArray(repeating: Known(), count: 2 * PairPlaces.width)
  /// Where `known` holds for the lists in hand: their number.
  private let knownFor = FlatArray(repeating: 0, count: 2 * PairPlaces.width)
  private var number = 0

  deinit {
    known.free()
    knownFor.free()
  }

  /// Forgets places and what was known of them.
  func removeAll() {
    number += 1
    for list in lists { list.removeAll() }
  }

  /// What a task adds at a place of its list where its start floats; nil where it doesn't fit.
  @inline(__always)
  func floor(of demand: Int, at index: Int, _ task: Int32, _ state: SearchState) -> PackedScore? {
    let cell = demand * Self.width + index
    if knownFor[cell] != number {
      knownFor[cell] = number
      known[cell] = Known(floor: delta(of: demand, at: index, task, state))
      if known[cell].floor != nil { known[cell].floating = state.evaluator.start(at: lists[demand][index].slot.place) }
    }
    return known[cell].floor
  }

  /// When a task starts at a place of its list where its start floats; unset where that has not been worked out.
  func floatingStart(of demand: Int, at index: Int) -> Int32 { known[demand * Self.width + index].floating }

  /// What a task adds at a place of its list where it is held to a start, as the plan has it; nil where it doesn't fit.
  @inline(__always)
  func delta(of demand: Int, at index: Int, _ task: Int32, heldTo start: Int32, _ state: SearchState) -> PackedScore? {
    let cell = demand * Self.width + index
    if knownFor[cell] != number {
      knownFor[cell] = number
      known[cell] = Known()
    }
    if known[cell].start != start {
      known[cell].start = start
      known[cell].delta = delta(of: demand, at: index, task, state)
      known[cell].measures = state.evaluator.bestMeasures
    }
    return known[cell].delta
  }

  /// The run with the task at a place of its list, as last worked out.
  func measures(of demand: Int, at index: Int) -> RunMeasures { known[demand * Self.width + index].measures }

  private func delta(of demand: Int, at index: Int, _ task: Int32, _ state: SearchState) -> PackedScore? {
    let slot = lists[demand][index].slot
    return state.scoreInserting(task, into: slot.shift, at: slot.place).map { $0 - state.score(slot.shift) }
  }
}
