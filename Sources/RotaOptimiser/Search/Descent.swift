import ReproducibleNumbers

/// Descends to a rota that no move of its kinds around any call improves.
struct Descent {
  let search: InsertionSearch
  let moves: [any SearchMove]
  let meter: WorkMeter

  init(
    search: InsertionSearch, neighbourhood: Neighbourhood, meter: WorkMeter, without: Set<SearchOperator> = []
  ) {
    self.search = search
    moves = SearchOperator.allCases.filter { !without.contains($0) }
      .compactMap { $0.move(search: search, neighbourhood: neighbourhood) }
    self.meter = meter
  }

  /// Passes over all calls, in an order drawn anew, until a pass finds nothing or the work limit is reached.
  func descend(_ state: SearchState, limit: Int, random: inout RandomStream) {
    var calls = (0..<Int32(state.problem.callCount)).map { $0 }
    var hasImproved = true
    while hasImproved, !meter.mustStop(at: limit) {
      hasImproved = false
      search.memory.forgetTied()
      random.shuffle(&calls)
      for call in calls {
        for move in moves where !meter.mustStop(at: limit) {
          if move.improve(around: call, state, &random) { hasImproved = true }
        }
      }
    }
  }
}
