/// What runs are priced on: for each task the intervals in which it may start, and for each shift the ways between them.
///
/// Made for one level: an amount above what a level up to it is held at belongs to no rota that is looked for, so placements and starts
/// that add so much are left out. A start lies in a *slot*, a part of a piece; the two demands of a call have the same slots, so that
/// their runs can be made to agree on the slot (not on the start, which is a relaxation).
final class PricingNetwork {
  struct Slot: BitwiseCopyable {
    var task: Int32
    var call: Int32
    /// -1 where the worker stays.
    var node: Int32
    var length: Int32
    var from: Int32
    var until: Int32
    /// Up to here a start adds only the base.
    var quietUntil: Int32
    var firstTerm: Int32
    /// 0 where another demand carries the timing.
    var termCount: Int32
    /// Index in `bases`; -1 for none.
    var base: Int32
    var piece: Int32
    /// For a call of two demands: what its two runs must agree on; -1 for others.
    var agreement: Int32
    var isFirstDemand: Bool
  }

  struct Arc: BitwiseCopyable {
    var slot: Int32
    var seconds: Int32
    var pence: Int32
  }

  /// Beyond so many arcs no network is made.
  static let mostArcs = 12_000_000
  /// Most slots that a piece of a call of two demands is cut into.
  private static let slotsOfPiece: Int32 = 8

  let problem: CompiledProblem
  let slots: FlatArray<Slot>
  let slotCount: Int
  /// What pieces add whatever the start in them.
  let bases: LevelAmountLists
  let baseScores: [PackedScore]
  let placements: LevelAmountLists
  /// What a term of timing adds each time.
  let terms: LevelAmountLists
  let agreementCount: Int
  /// By agreement: its call.
  let callOfAgreement: [Int]
  /// Shift-major, then by origin: 0 for the beginning of the run, a call's number plus one behind it.
  let firstArc: FlatArray<Int32>
  let arcs: FlatArray<Arc>
  /// By task: its slots.
  let slotsOfTask: [Range<Int>]

  /// - Parameter held: by level, what no single amount may pass; levels behind are free.
  /// - Returns: Nil where the network would be too large.
  init?(_ problem: CompiledProblem, held: [Int]) {
    self.problem = problem
    var placements = LevelAmountLists()
    for demand in problem.problem.calls.flatMap(\.demands) {
      for placement in demand.placements { if let placement { placements.append(placement) } }
    }
    self.placements = placements
    var terms = LevelAmountLists()
    for term in 0..<problem.timingTerms.count {
      terms.append(problem.timingTerms[term].amount, packing: problem.packing)
    }
    self.terms = terms
    var draft = SlotDraft(problem, held: held)
    draft.cut(into: Self.slotsOfPiece)
    slotCount = draft.slots.count
    slots = FlatArray(
      draft.slots,
      orEmpty: Slot(
        task: 0, call: 0, node: -1, length: 1, from: 0, until: -1, quietUntil: 0, firstTerm: 0, termCount: 0, base: -1,
        piece: 0, agreement: -1, isFirstDemand: true))
    bases = draft.bases
    baseScores = draft.baseScores
    slotsOfTask = draft.slotsOfTask
    agreementCount = draft.callOfAgreement.count
    callOfAgreement = draft.callOfAgreement
    let layout = ArcLayout(problem, slots: draft.slots, placements: placements, held: held)
    firstArc = FlatArray(layout?.first ?? [], orEmpty: 0)
    arcs = FlatArray(layout?.arcs ?? [], orEmpty: Arc(slot: 0, seconds: 0, pence: 0))
    if layout == nil { return nil }
  }

  deinit {
    slots.free()
    firstArc.free()
    arcs.free()
  }

  /// The slot in which a task starts at a time; nil where it may not.
  func slot(of task: Int32, at start: Int32) -> Int32? {
    slotsOfTask[Int(task)].first { slots[$0].from <= start && start <= slots[$0].until }.map { Int32($0) }
  }

  /// What a start in a slot adds at each level.
  func timing(_ slot: Slot, at start: Int32) -> PackedScore {
    SlotDraft.timing(problem, slot, base: slot.base < 0 ? .zero : baseScores[Int(slot.base)], at: start)
  }
}

/// The ways of all shifts, by origin, the nearest in place and time first.
private struct ArcLayout {
  var first: [Int32] = [0]
  var arcs: [PricingNetwork.Arc] = []

  /// - Returns: Nil where there are too many.
  init?(_ problem: CompiledProblem, slots: [PricingNetwork.Slot], placements: LevelAmountLists, held: [Int]) {
    for shiftNumber in 0..<Int32(problem.shiftCount) {
      let shift = problem.shifts[shiftNumber]
      let open = slots.indices.filter { index in
        let slot = slots[index]
        let placement = problem.placementIndex[Int(slot.task) * problem.shiftCount + Int(shiftNumber)]
        return placement >= 0 && placements.keeps(Int(placement), held)
          && max(slot.from, shift.earliest) &+ slot.length <= shift.latest && slot.until >= shift.earliest
      }
      var (earliest, latest) = (
        [Int32](repeating: Int32.max, count: problem.callCount), [Int32](repeating: Int32.min, count: problem.callCount)
      )
      for index in open {
        let slot = slots[index]
        let call = Int(slot.call)
        earliest[call] = min(earliest[call], max(slot.from, shift.earliest) &+ slot.length)
        latest[call] = max(latest[call], min(slot.until &+ slot.length, shift.latest))
      }
      for origin in 0...problem.callCount {
        var list: [(key: Int32, arc: PricingNetwork.Arc)] = []
        let from = origin == 0 ? shift.earliest : earliest[origin - 1]
        let last = origin == 0 ? shift.latest : latest[origin - 1]
        let node = origin == 0 ? shift.startNode : problem.tasks[problem.calls[origin - 1].firstTask].node
        if from != Int32.max, node >= 0 {
          let row = (Int(shift.mode) * problem.nodeCount + Int(node)) * problem.nodeCount
          for index in open {
            let slot = slots[index]
            if Int(slot.call) == origin - 1, slot.node >= 0 { continue }
            let seconds = slot.node < 0 ? 0 : problem.seconds[row + Int(slot.node)]
            let pence = slot.node < 0 ? 0 : problem.pence[row + Int(slot.node)]
            let start = max(slot.from, from &+ seconds)
            if start > slot.until || start &+ slot.length > shift.latest { continue }
            list.append(
              (
                seconds &+ max(0, slot.from &- last &- seconds),
                PricingNetwork.Arc(slot: Int32(index), seconds: seconds, pence: pence)
              ))
          }
        }
        if arcs.count + list.count > PricingNetwork.mostArcs { return nil }
        list.sort { ($0.key, $0.arc.slot) < ($1.key, $1.arc.slot) }
        arcs += list.map(\.arc)
        first.append(Int32(arcs.count))
      }
    }
  }
}
