import Quantities

extension ProblemLayout {
  /// Most single starts into which a part of a window is cut where a term falls as the start gets later.
  private static let mostPoints = 24

  /// Cuts a window into pieces on which no term falls as the start gets later.
  ///
  /// Where only steps lie ahead, the part before the step is one piece. Where a term shrinks from minute to minute, each start
  /// on the grain is a piece of its own, at most 24 evenly spaced ones.
  mutating func pieceList(
    of window: RotaProblem.Window, grain: Int, packing: LevelPacking
  ) -> [CompiledProblem.Piece] {
    let from = window.isOrdered ? window.from.value : roundedUp(window.from.value, grain)
    let until = window.isOrdered ? window.from.value : roundedDown(window.until.value, grain)
    guard from <= until else { return [] }
    let before = window.terms.filter { $0.side == .before && $0.reference.value > from }
    let inside = window.isOrdered ? [] : before.map { min(roundedUp($0.reference.value, grain), until + grain) }
    let cuts = Set(inside + [from, until + grain]).sorted()
    let after = window.terms.filter { $0.side == .after }
    let firstTerm = Int32(terms.count)
    terms += after.map { compiled($0, packing) }
    var list: [CompiledProblem.Piece] = []
    for (start, next) in zip(cuts, cuts.dropFirst()) {
      let end = max(start, next - grain)
      let active = before.filter { $0.reference.value > start }
      let shrinks = active.contains { if case .step = $0.shape { false } else { true } }
      for range in shrinks ? points(from: start, until: end, grain: grain) : [start...end] {
        var piece = piece(range, before: active, after: after, firstTerm: firstTerm, packing: packing)
        if let late = window.lateAfter {
          piece.lateAfter = Int32(clamping: late.value)
          piece.quietUntil = min(piece.quietUntil, piece.lateAfter)
        }
        list.append(piece)
      }
    }
    return list
  }

  /// Each call's pieces, those first that add least; of equal ones the earlier.
  func piecesByBase() -> [Int32] {
    func base(_ piece: Int32) -> PackedScore {
      let base = pieces[Int(piece)].base
      return base < 0 ? .zero : pieceBases[Int(base)]
    }
    return calls.flatMap { call in
      (call.firstPiece..<call.firstPiece + call.pieceCount).sorted { left, right in
        let (leftBase, rightBase) = (base(left), base(right))
        return leftBase == rightBase ? left < right : leftBase < rightBase
      }
    }
  }

  private mutating func piece(
    _ range: ClosedRange<Int>, before: [RotaProblem.TimingTerm], after: [RotaProblem.TimingTerm], firstTerm: Int32,
    packing: LevelPacking
  ) -> CompiledProblem.Piece {
    var base = PackedScore.zero
    for term in before {
      base += packing.packed(
        LevelMaxima.amount(of: term, past: term.reference.value - range.lowerBound), at: term.level)
    }
    if base != .zero { pieceBases.append(base) }
    let quiet = after.map(\.reference.value).min() ?? range.upperBound
    return CompiledProblem.Piece(
      from: Int32(range.lowerBound), until: Int32(range.upperBound), quietUntil: Int32(clamping: quiet),
      firstTerm: firstTerm, termCount: Int32(after.count), base: base == .zero ? -1 : Int32(pieceBases.count - 1))
  }

  private func compiled(_ term: RotaProblem.TimingTerm, _ packing: LevelPacking) -> CompiledProblem.Term {
    let (unit, isSquared) =
      switch term.shape {
      case .step: (0, false)
      case .perUnit(let unit): (unit.value, false)
      case .perUnitSquared(let unit): (unit.value, true)
      }
    let word = packing.word(of: term.level)
    return CompiledProblem.Term(
      reference: Int32(clamping: term.reference.value), unit: Int32(clamping: unit), isSquared: isSquared,
      word: Int32(word), wordAmount: packing.packed(term.amount, at: term.level).words[word])
  }

  private func points(from: Int, until: Int, grain: Int) -> [ClosedRange<Int>] {
    let count = (until - from) / grain + 1
    if count <= Self.mostPoints { return (0..<count).map { from + $0 * grain...from + $0 * grain } }
    return (0..<Self.mostPoints).map { number in
      let start = from + (count - 1) * number / (Self.mostPoints - 1) * grain
      return start...start
    }
  }

  private func roundedUp(_ time: Int, _ grain: Int) -> Int {
    time >= 0 ? (time + grain - 1) / grain * grain : -(-time / grain) * grain
  }

  private func roundedDown(_ time: Int, _ grain: Int) -> Int {
    time >= 0 ? time / grain * grain : -((-time + grain - 1) / grain) * grain
  }
}
