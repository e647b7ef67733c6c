/// Search on the runs of one block, everything outside held as it is.
struct BlockSearch {
  /// The block's rota before; nil where the time was up, or the block is no day that can be searched.
  private(set) var start: RotaSolution?
  /// What was found, where it is better.
  private(set) var end: RotaSolution?
  /// What it took.
  private(set) var meter: WorkMeter?
  /// Where audits are asked for.
  private(set) var auditor: StateAuditor?

  /// Spends the budget of its settings on search from the block's start.
  init(_ block: Block, settings: OptimiserSettings, clock: SharedClock) {
    if clock.isReached() { return }
    // What is cut from a day that hangs together does so, too. Were it not to, the runs would stay as they are.
    guard let optimiser = try? DayOptimiser(block.problem, settings: settings) else { return }
    let problem = optimiser.problem
    let evaluator = RunEvaluator(problem)
    let search = InsertionSearch(problem)
    let meter = WorkMeter(budget: optimiser.budget, evaluator: evaluator, search: search, clock: clock)
    self.meter = meter
    let state = SearchState(problem, evaluator: evaluator)
    StartMending(block.start, into: state).load()
    if settings.audits { state.auditor = StateAuditor() }
    let best = SearchState(problem, evaluator: evaluator)
    best.copy(from: state)
    let before = best.total
    start = best.solution()
    _ = try? optimiser.improve(
      state, best: best, search: search, meter: meter, pool: RunPool(capacity: 0), limit: optimiser.budget,
      purpose: .search, progress: { _ in })
    if best.total < before { end = best.solution() }
    auditor = state.auditor
  }

  private init() {}

  /// Searches in blocks, on so many threads at most; the results come in the order of the blocks and are the same with any number.
  ///
  /// - Parameter settings: by block.
  static func each(of blocks: [Block], settings: [OptimiserSettings], threads: Int, clock: SharedClock) -> [BlockSearch]
  {
    var found = [BlockSearch](repeating: BlockSearch(), count: blocks.count)
    found.withUnsafeMutableBufferPointer { found in
      let found = found
      OnThreads.each(of: blocks.count, threads: threads) { number in
        found[number] = BlockSearch(blocks[number], settings: settings[number], clock: clock)
      }
    }
    return found
  }
}
