import ReproducibleNumbers

/// The search's inner steps by themselves, on a rota that greedy has made: for measuring them.
///
/// Each step leaves the rota as it was, so that it can be repeated and makes the same labels and looks at the same places
/// every time.
package final class SearchProbe {
  private let problem: CompiledProblem
  private let evaluator: RunEvaluator
  private let search: InsertionSearch
  private let state: SearchState

  /// What a step counted.
  package struct Work: Hashable, Sendable {
    /// Labels made while runs were evaluated.
    package var labels: Int
    /// Places looked at, refused in constant time or not.
    package var places: Int
    /// Runs with times that keep every rule, or calls with a place.
    package var found: Int

    package static func += (sum: inout Work, work: Work) {
      sum.labels += work.labels
      sum.places += work.places
      sum.found += work.found
    }
  }

  /// Makes the greedy rota.
  ///
  /// - Throws: `RotaProblemError` where the problem doesn't hang together.
  package init(_ problem: RotaProblem, seed: UInt64 = 1) throws(RotaProblemError) {
    self.problem = try CompiledProblem(problem)
    evaluator = RunEvaluator(self.problem)
    search = InsertionSearch(self.problem)
    state = SearchState(self.problem, evaluator: evaluator)
    var random = RandomStream(seed: seed, purpose: .greedy, index: 0)
    RegretInsertion(search: search).fill(state, random: &random)
  }

  /// Works out the times of every run again.
  package func evaluateRuns() -> Work {
    counting {
      (0..<Int32(problem.shiftCount)).count { shift in
        evaluator.score(shift: shift, tasks: state.row(shift), count: state.length(shift), plan: state.plan) != nil
      }
    }
  }

  /// Takes out every placed call in turn and looks for its best place.
  package func searchInsertions() -> Work {
    var random = RandomStream(seed: 0, purpose: .search, index: 0)
    return counting {
      (0..<Int32(problem.callCount)).count { call in
        guard state.isPlaced(call) else { return false }
        return state.supposing {
          state.remove(call)
          return search.best(call, in: state, random: &random) != nil
        }
      }
    }
  }

  private func counting(_ step: () -> Int) -> Work {
    let (labels, places) = (evaluator.labelsMade, search.placesTried)
    let found = step()
    return Work(labels: evaluator.labelsMade - labels, places: search.placesTried - places, found: found)
  }
}
