import ReproducibleNumbers

extension SearchProbe {
  /// What an operator by itself counts on a copy of the rota, and what the rota then adds to each level; nil for what is neither a move nor a ruin.
  ///
  /// A move is tried around every call in turn, once; found is how often it made the rota better. Of a ruin a thousand rounds are run; found is how often
  /// they came to the best rota so far.
  package func work(of kind: SearchOperator) -> (work: Work, levels: [Int])? {
    let trial = SearchState(problem, evaluator: evaluator)
    trial.copy(from: state)
    search.memory.forgetAll()
    var random = RandomStream(seed: 1, purpose: .search, index: 0)
    if let move = kind.move(search: search, neighbourhood: problem.neighbourhood) {
      let work = counting {
        (0..<Int32(problem.callCount)).count { move.improve(around: $0, trial, &random) }
      }
      return (work, problem.packing.values(of: trial.total))
    }
    guard kind.ruin(neighbourhood: problem.neighbourhood) != nil else { return nil }
    let best = SearchState(problem, evaluator: evaluator)
    best.copy(from: state)
    let ruin = RuinAndRecreate(
      problem, search: search, neighbourhood: problem.neighbourhood,
      meter: WorkMeter(budget: .max, evaluator: evaluator, search: search, clock: SharedClock { false }),
      without: Set(SearchOperator.allCases).subtracting([kind]))
    let work = counting {
      var found = 0
      _ = ruin.run(trial, best: best, limit: .max, rounds: 1000, random: &random) { _ in found += 1 }
      return found
    }
    return (work, problem.packing.values(of: best.total))
  }
}
