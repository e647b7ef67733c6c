import ReproducibleNumbers

/// Blocks of the greedy rota by themselves: for tests.
package final class BlockProbe {
  /// A block, with what a search in it has come to.
  package struct Trial {
    package let problem: RotaProblem
    package let shifts: [Int]
    package let start: RotaSolution
    /// Nil where nothing better was found.
    package let end: RotaSolution?
    /// The whole with the block's runs as they were at its start, and as they were found.
    package let wholeAtStart: RotaSolution
    package let wholeAtEnd: RotaSolution?
    /// The levels of the whole once that is worked out anew; nil where it is no better than before.
    package let levels: [Int]?
  }

  private let problem: CompiledProblem
  private let rota: SearchState

  /// - Throws: `RotaProblemError` where the problem doesn't hang together.
  package init(_ problem: RotaProblem) throws(RotaProblemError) {
    self.problem = try CompiledProblem(problem)
    let evaluator = RunEvaluator(self.problem)
    rota = SearchState(self.problem, evaluator: evaluator)
    var random = RandomStream(seed: 1, purpose: .greedy, index: 0)
    RegretInsertion(search: InsertionSearch(self.problem)).fill(rota, random: &random)
  }

  /// The greedy rota.
  package var solution: RotaSolution { rota.solution() }

  /// The runs shared out among blocks of about so many shifts, each searched by itself.
  ///
  /// - Parameter budget: work units of each block.
  package func trials(shiftsOfBlock size: Int, budget: Int, seed: UInt64) -> [Trial] {
    var random = RandomStream(seed: seed, purpose: .blocks, index: 0)
    let choice = BlockChoice(of: rota, size: size, random: &random)
    return zip(choice.blocks, choice.shifts).compactMap { block, shifts in
      let search = BlockSearch(
        block, settings: OptimiserSettings(seed: seed, budget: budget), clock: SharedClock { false })
      guard let start = search.start else { return nil }
      let after = SearchState(problem, evaluator: rota.evaluator)
      after.copy(from: rota)
      let isBetter = search.end.map { block.put($0.runs, into: after) } ?? false
      return Trial(
        problem: block.problem, shifts: shifts, start: start, end: search.end,
        wholeAtStart: block.exchanged(start.runs, in: rota),
        wholeAtEnd: search.end.map { block.exchanged($0.runs, in: rota) },
        levels: isBetter ? problem.packing.values(of: after.total) : nil)
    }
  }
}
