import ReproducibleNumbers

/// What is placed in one go: a single call, or calls that are covered all or none.
struct InsertionUnit {
  /// Those that need one another.
  let calls: [Int32]
  /// The first level that its being left out adds to: the order in which units are placed.
  let level: Int
  /// What leaving it out adds.
  let weight: PackedScore
  /// More than one task, or tied to others: placed before the simple ones of its level.
  let isCoupled: Bool

  /// Every unit of a problem, by level, coupled ones first, the heaviest first, then by call.
  static func all(of problem: CompiledProblem) -> [InsertionUnit] {
    var units: [InsertionUnit] = []
    for group in problem.groups { units.append(InsertionUnit(group, in: problem)) }
    for call in 0..<problem.callCount where problem.groupOfCall[call] < 0 {
      units.append(InsertionUnit([call], in: problem))
    }
    return units.sorted { left, right in
      if left.level != right.level { return left.level < right.level }
      if left.isCoupled != right.isCoupled { return left.isCoupled }
      if left.weight != right.weight { return right.weight < left.weight }
      return left.calls.lexicographicallyPrecedes(right.calls)
    }
  }

  private init(_ calls: [Int], in problem: CompiledProblem) {
    self.calls = calls.map { Int32($0) }
    weight = calls.reduce(PackedScore.zero) { $0 + problem.uncovered[$1] }
    level = problem.packing.values(of: weight).firstIndex { $0 > 0 } ?? problem.packing.levelCount
    isCoupled =
      calls.count > 1
      || calls.contains {
        problem.calls[$0].taskCount > 1 || problem.calls[$0].tieCount > 0 || !problem.sameWorker[$0].isEmpty
          || !problem.differentWorker[$0].isEmpty || !problem.prerequisites[$0].isEmpty
      }
  }
}

extension SearchState {
  /// Places every call of a unit, each at its cheapest place in turn; false, with the state as it was, where one of them finds none or the rota
  /// would be worse for it.
  ///
  /// - Parameter scope: where a single call may go; calls of a set may go everywhere.
  func insert(
    _ unit: InsertionUnit, search: InsertionSearch, scope: InsertionSearch.Scope = .everywhere,
    random: inout RandomStream
  ) -> Bool {
    if unit.calls.count == 1 {
      let limit = largestDelta(of: unit.calls[0])
      guard let insertion = search.best(unit.calls[0], in: self, scope: scope, limit: limit, random: &random)
      else { return false }
      return attempt { apply(insertion) }
    }
    // A call of a person may leave another one no room that finds room before it: the other way round too, then.
    return insert(unit.calls, search: search, random: &random)
      || insert(unit.calls.reversed(), search: search, random: &random)
  }

  private func insert(_ calls: [Int32], search: InsertionSearch, random: inout RandomStream) -> Bool {
    let before = total
    return attempt {
      for call in calls {
        guard let insertion = search.best(call, in: self, random: &random), apply(insertion) else { return false }
      }
      let isNeeded = calls.contains { call in
        problem.dependents[Int(call)].contains { problem.groupOfCall[$0] != problem.groupOfCall[Int(call)] }
      }
      return isNeeded || total < before
    }
  }

  /// Placing a call must make the rota better, unless others wait for it: it may push a more important one out of its time.
  func largestDelta(of call: Int32) -> PackedScore { problem.dependents[Int(call)].isEmpty ? .zero : .unreachable }
}
