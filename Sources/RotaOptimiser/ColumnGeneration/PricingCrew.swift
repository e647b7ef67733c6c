import Synchronization

/// Works on shifts on several threads, with a pricer for each thread.
///
/// What comes of a shift depends neither on who works on it nor on what was worked on before, and is given back in the order of shifts: whoever
/// takes it in gets the same with any number of threads. The threads are Dispatch's, which keeps them from one time to the next.
final class PricingCrew {
  private let pricers: [RunPricer]
  private let clock: SharedClock
  private(set) var memory: CallMemory

  /// - Parameter threads: at most; no more than there are shifts.
  init(_ network: PricingNetwork, memory: CallMemory, clock: SharedClock, threads: Int) {
    self.memory = memory
    self.clock = clock
    pricers = (0..<max(1, min(threads, network.problem.shiftCount))).map { _ in
      RunPricer(network, memory: memory, clock: clock)
    }
  }

  /// Sets the prices for what is to come.
  func use(_ prices: ColumnPrices) { onEachThread { $0.use(prices) } }

  /// Makes runs that come back to calls as these do remember them on the way.
  func remember(returnsOf runs: [PricedRun], in problem: CompiledProblem) {
    for run in runs { memory.remember(returnsOf: run, in: problem) }
    for pricer in pricers { pricer.use(memory) }
  }

  /// Works on so many things until the time is up; nil for what was not begun.
  func each<Result>(of count: Int, _ work: (RunPricer, Int) -> Result) -> [Result?] {
    each(of: count, while: { () }) { pricer, number, _ in work(pricer, number) }
  }

  /// Works on so many things, the first ones first.
  ///
  /// - Parameters:
  ///   - leave: asked before each one is begun, when others may be under way; with nil no more are begun. What is asked before a number is
  ///     drawn is asked before all later ones are begun.
  ///   - work: must change nothing that another may read, but for its own pricer.
  /// - Returns: By number, what came of it; nil for what was not begun, because there was no leave or the time was up.
  func each<Leave, Result>(
    of count: Int, while leave: () -> Leave?, _ work: (RunPricer, Int, Leave) -> Result
  ) -> [Result?] {
    var results = [Result?](repeating: nil, count: count)
    let next = Atomic(0)
    results.withUnsafeMutableBufferPointer { results in
      let results = results
      onEachThread { pricer in
        while !clock.isReached(), let leave = leave() {
          let number = next.wrappingAdd(1, ordering: .acquiringAndReleasing).oldValue
          guard number < count else { return }
          results[number] = work(pricer, number, leave)
        }
      }
    }
    return results
  }

  /// Works with one pricer, from these prices on.
  func alone<Result>(at prices: ColumnPrices, _ work: (RunPricer) -> Result) -> Result {
    pricers[0].use(prices)
    return work(pricers[0])
  }

  /// Does something with each pricer, on a thread for each.
  private func onEachThread(_ work: (RunPricer) -> Void) {
    OnThreads.each(of: pricers.count, threads: pricers.count) { work(pricers[$0]) }
  }
}
