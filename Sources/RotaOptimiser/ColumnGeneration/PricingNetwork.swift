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
  /// By shift, from the first one that has ways here: where its rows begin in `ways`.
  private(set) var ways: ShiftWays
  private let held: [Int]
  private let caps: [[Int]]
  /// By task: its slots.
  let slotsOfTask: [Range<Int>]

  /// - Parameter held: by level, what no single amount may pass; levels behind are free.
  /// - Returns: Nil where the network would be too large.
  convenience init?(_ problem: CompiledProblem, held: [Int]) {
    self.init(slotsOf: problem, held: held, caps: [], slotsOfPiece: Self.slotsOfPiece)
    guard let ways = ShiftWays(self, shifts: 0..<problem.shiftCount) else { return nil }
    self.ways = ways
  }

  /// Without ways, for shifts to be looked at one by one.
  ///
  /// - Parameters:
  ///   - caps: by call, then level, what no amount of this call may pass; none where `held` is all there is.
  ///   - slotsOfPiece: the most slots that a piece of a call of two demands is cut into.
  init(slotsOf problem: CompiledProblem, held: [Int], caps: [[Int]], slotsOfPiece: Int32) {
    self.problem = problem
    self.held = held
    self.caps = caps
    ways = ShiftWays()
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
    var draft = SlotDraft(problem, held: held, caps: caps)
    draft.cut(into: slotsOfPiece)
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
  }

  deinit { slots.free() }

  /// A shift may do the task of a slot, and has time for it.
  func isOpen(_ slot: Slot, shift number: Int32) -> Bool {
    let shift = problem.shifts[number]
    let placement = problem.placementIndex[Int(slot.task) * problem.shiftCount + Int(number)]
    return placement >= 0 && placements.keeps(Int(placement), caps.isEmpty ? held : caps[Int(slot.call)])
      && max(slot.from, shift.earliest) &+ slot.length <= shift.latest && slot.until >= shift.earliest
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
