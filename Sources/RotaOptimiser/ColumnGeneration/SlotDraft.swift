import Quantities

/// Works out the slots of a `PricingNetwork`.
struct SlotDraft {
  private(set) var slots: [PricingNetwork.Slot] = []
  private(set) var bases = LevelAmountLists()
  private(set) var baseScores: [PackedScore] = []
  private(set) var slotsOfTask: [Range<Int>] = []
  private(set) var callOfAgreement: [Int] = []
  private let problem: CompiledProblem
  private let held: [Int]
  private let caps: [[Int]]

  init(_ problem: CompiledProblem, held: [Int], caps: [[Int]]) {
    self.problem = problem
    self.held = held
    self.caps = caps
  }

  /// Lays the slots of every task; the pieces of calls for two are cut into up to so many.
  mutating func cut(into most: Int32) {
    for call in 0..<Int32(problem.callCount) {
      let entry = problem.calls[call]
      let intervals = intervals(of: call, most: entry.taskCount > 1 ? most : 1)
      let firstAgreement = callOfAgreement.count
      if entry.taskCount > 1 { callOfAgreement += intervals.map { _ in Int(call) } }
      for demand in 0..<entry.taskCount {
        let task = problem.tasks[entry.firstTask &+ demand]
        let first = slots.count
        for (number, interval) in intervals.enumerated() {
          var slot = interval
          slot.task = entry.firstTask &+ demand
          slot.length = task.length
          slot.node = task.node
          slot.isFirstDemand = demand == 0
          if entry.taskCount > 1 { slot.agreement = Int32(firstAgreement + number) }
          if !task.carriesTiming { (slot.termCount, slot.base) = (0, -1) }
          slots.append(slot)
        }
        slotsOfTask.append(first..<slots.count)
      }
    }
  }

  /// The starts of a call that keep what is held.
  private mutating func intervals(of call: Int32, most: Int32) -> [PricingNetwork.Slot] {
    let entry = problem.calls[call]
    var list: [PricingNetwork.Slot] = []
    for number in entry.firstPiece..<entry.firstPiece &+ entry.pieceCount {
      let piece = problem.pieces[number]
      var until = piece.until
      var base = piece.base
      // Of a term that falls from start to start only some starts are pieces. Those between them belong to the piece before, at
      // what the next one adds, which is no more.
      if number &+ 1 < entry.firstPiece &+ entry.pieceCount {
        let next = problem.pieces[number &+ 1]
        if next.from &- problem.grain > until, isOneWindow(call, piece.from, next.from) {
          until = next.from &- problem.grain
          base = next.base
        }
      }
      let score = base < 0 ? PackedScore.zero : problem.pieceBases[base]
      var slot = PricingNetwork.Slot(
        task: 0, call: call, node: -1, length: 0, from: piece.from, until: until, quietUntil: piece.quietUntil,
        firstTerm: piece.firstTerm, termCount: piece.termCount, base: -1, piece: number, agreement: -1,
        isFirstDemand: true)
      guard let last = lastStart(of: slot, base: score) else { continue }
      slot.until = last
      if base >= 0 {
        slot.base = Int32(baseScores.count)
        baseScores.append(score)
        bases.append(score, packing: problem.packing)
      }
      list += parts(of: slot, most: most)
    }
    return list
  }

  private func isOneWindow(_ call: Int32, _ start: Int32, _ other: Int32) -> Bool {
    problem.problem.calls[Int(call)].windows.contains { $0.from.value <= Int(start) && Int(other) <= $0.until.value }
  }

  /// The last start in a slot that keeps what is held, terms never falling as it gets later.
  private func lastStart(of slot: PricingNetwork.Slot, base: PackedScore) -> Int32? {
    let held = caps.isEmpty ? held : caps[Int(slot.call)]
    func keeps(_ start: Int32) -> Bool {
      zip(problem.packing.values(of: Self.timing(problem, slot, base: base, at: start)), held).allSatisfy(<=)
    }
    guard slot.from <= slot.until, keeps(slot.from) else { return nil }
    if keeps(slot.until) { return slot.until }
    var (least, most) = (Int32(0), (slot.until &- slot.from) / problem.grain &+ 1)
    while most &- least > 1 {
      let middle = least &+ (most &- least) / 2
      if keeps(slot.from &+ middle &* problem.grain) { least = middle } else { most = middle }
    }
    return slot.from &+ least &* problem.grain
  }

  private func parts(of slot: PricingNetwork.Slot, most: Int32) -> [PricingNetwork.Slot] {
    let starts = (slot.until &- slot.from) / problem.grain &+ 1
    let count = min(most, starts)
    return (0..<count).map { number in
      var part = slot
      part.from = slot.from &+ Int32(Int(starts) * Int(number) / Int(count)) &* problem.grain
      let next = slot.from &+ Int32(Int(starts) * Int(number + 1) / Int(count)) &* problem.grain
      part.until = number == count &- 1 ? slot.until : next &- problem.grain
      return part
    }
  }

  /// What a start in a slot with this base adds at each level.
  static func timing(
    _ problem: CompiledProblem, _ slot: PricingNetwork.Slot, base: PackedScore, at start: Int32
  ) -> PackedScore {
    var score = base
    for index in slot.firstTerm..<slot.firstTerm &+ slot.termCount {
      let term = problem.timingTerms[index]
      score.words &+= term.amount.words &* SIMD8(repeating: term.times(at: start))
    }
    return score
  }
}

extension CompiledProblem.Term {
  /// How often a start pays it.
  @inline(__always)
  func times(at start: Int32) -> Int64 {
    let past = start &- reference
    guard past > 0 else { return 0 }
    guard unit > 0 else { return 1 }
    let times = Int64((past &+ unit &- 1) / unit)
    return isSquared ? times &* times : times
  }
}
