import ReproducibleNumbers

/// Search in blocks of runs.
extension DayOptimiser {
  /// Shifts of a block, more or less.
  private static let shiftsOfBlock = 20
  /// Days of fewer shifts are searched as a whole alone.
  private static let fewestShifts = 40
  /// Work units of a block and round for each of its calls.
  private static let unitsPerCall = 3000

  /// The work units at which search of the whole makes way for search in blocks; nil where that is not done.
  ///
  /// Terms of the whole rota can't be told from a block. Where a ladder comes before the cost, what it leaves uncovered is for search of the whole: with less
  /// of that, counties short of staff left more essential calls undone.
  func blocksFrom() -> Int? {
    guard problem.shiftCount >= Self.fewestShifts, problem.problem.levelCount <= 2, !problem.terms.measuresRuns,
      !settings.without.contains(.blocks)
    else { return nil }
    return budget / 5
  }

  /// Shares the runs out among blocks, searches in each with all others held as they are, takes in what is better, and begins again with
  /// other blocks.
  ///
  /// The blocks of a round all begin from the same rota, so that they can be searched at the same time. What two of them have done may not go
  /// together: the later one's runs stay as they were then.
  func searchInBlocks(
    best: SearchState, meter: WorkMeter, pool: RunPool, auditor: StateAuditor?, progress: ([Int]) -> Void
  ) throws -> [(name: String, value: Int)] {
    let limit = budget / 10 * 7
    if problem.callCount == 0 { throw StageSkipped(reason: "no calls") }
    if meter.mustStop(at: limit) { throw StageSkipped(reason: "no work left") }
    var random = RandomStream(seed: settings.seed, purpose: .blocks, index: 0)
    var counts = (rounds: 0, blocks: 0, better: 0)
    while !meter.mustStop(at: limit) {
      let blocks = BlockChoice(of: best, size: Self.shiftsOfBlock, random: &random).blocks
      let settings = settings(for: blocks, units: limit - meter.used, random: &random)
      // A round costs something even where there is nothing to search.
      meter.add(units: blocks.count)
      counts.rounds += 1
      counts.blocks += blocks.count
      let found = BlockSearch.each(of: blocks, settings: settings, threads: self.settings.threads, clock: meter.clock)
      for (block, search) in zip(blocks, found) {
        if let own = search.meter { meter.add(own) }
        if let own = search.auditor { auditor?.add(own) }
        guard let end = search.end, block.put(end.runs, into: best) else { continue }
        counts.better += 1
        pool.add(best)
        progress(problem.packing.values(of: best.total))
      }
    }
    return [("rounds", counts.rounds), ("blocks", counts.blocks), ("better", counts.better)]
  }

  /// By block: a seed of its own, and work by its calls.
  ///
  /// - Parameter units: of all together, at most.
  private func settings(for blocks: [Block], units: Int, random: inout RandomStream) -> [OptimiserSettings] {
    let calls = blocks.reduce(0) { $0 + $1.problem.calls.count }
    return blocks.map { block in
      var own = settings
      own.seed = random.next()
      own.budget = min(Self.unitsPerCall * calls, units) * block.problem.calls.count / max(1, calls)
      return own
    }
  }
}

extension StreamPurpose {
  static let blocks = StreamPurpose("rota.blocks")
}
