import ReproducibleNumbers

/// The search's inner steps by themselves, on a rota that greedy has made: for measuring them.
///
/// Each step leaves the rota as it was, so that it can be repeated and makes the same labels and looks at the same places
/// every time.
package final class SearchProbe {
  let problem: CompiledProblem
  let evaluator: RunEvaluator
  let search: InsertionSearch
  let state: SearchState
  /// What the memory of places had wrong while shaking.
  private var misremembered: [String] = []

  private init(_ problem: CompiledProblem) {
    self.problem = problem
    evaluator = RunEvaluator(problem)
    search = InsertionSearch(problem)
    state = SearchState(problem, evaluator: evaluator)
  }

  /// Loads runs of single calls: by shift the calls in their order, each as early as it can be.
  ///
  /// - Throws: `RotaProblemError` where the problem doesn't hang together or the runs break a rule.
  package convenience init(_ problem: RotaProblem, runs: [[Int]]) throws(RotaProblemError) {
    self.init(try CompiledProblem(problem))
    for (shift, run) in runs.enumerated() {
      let calls = run.map { Int32($0) }
      for call in calls {
        state.place(call, piece: self.problem.calls[call].firstPiece, pin: SearchPlan.unset)
        state.plan.start[call] = self.problem.pieces[self.problem.calls[call].firstPiece].from
      }
      guard state.setRun(Int32(shift), to: calls.map { self.problem.calls[$0].firstTask }) else {
        throw .malformed("run \(shift) breaks a rule")
      }
    }
  }

  /// The calls of each shift in their order.
  package var runs: [[Int]] {
    (0..<Int32(problem.shiftCount)).map { state.tasks(of: $0).map { Int(problem.tasks[$0].call) } }
  }

  /// What the rota adds to each level.
  package var levels: [Int] { problem.packing.values(of: state.total) }

  /// What is said of the rota as it stands, when everything is worked out again.
  package func audit() -> [String] {
    let auditor = StateAuditor()
    auditor.look(at: state)
    return auditor.findings
  }

  /// Makes the state's account of a placed call's start wrong, for a test of the audit.
  package func falsifyStart(of call: Int) { state.plan.start[Int32(call)] += problem.grain }

  /// Tries one move around a call; true where it made the rota better. Nothing where the operator is no move.
  package func improve(by kind: SearchOperator, around call: Int, seed: UInt64 = 1) -> Bool {
    var random = RandomStream(seed: seed, purpose: .search, index: 0)
    return kind.move(search: search, neighbourhood: problem.neighbourhood)?
      .improve(around: Int32(call), state, &random) ?? false
  }

  /// The calls that a ruin would take out around a seed. None where the operator is no ruin.
  package func ruined(by kind: SearchOperator, around call: Int, count: Int, seed: UInt64 = 1) -> [Int] {
    var random = RandomStream(seed: seed, purpose: .search, index: 0)
    return
      (kind.ruin(neighbourhood: problem.neighbourhood)?
      .choose(around: Int32(call), count: count, state, &random) ?? []).map { Int($0) }
  }

  /// Makes random changes within attempts within attempts, half of which fail, and says what then differs from before where all
  /// of it was undone, or from the parts where some of it stands; and where a remembered best place is not what a search without memory finds.
  package func shake(rounds: Int, seed: UInt64) -> [String] {
    var random = RandomStream(seed: seed, purpose: .search, index: 1)
    var findings: [String] = []
    misremembered = []
    for _ in 0..<rounds {
      let before = runs
      let stands = random.nextBool(perMille: 500)
      _ = state.attempt {
        for _ in 0..<random.nextInt(in: 1...4) { shakeOnce(depth: 0, &random) }
        return stands
      }
      for finding in audit() where !findings.contains(finding) { findings.append(finding) }
      if !stands, runs != before { findings.append("not undone: \(before) became \(runs)") }
    }
    return findings + misremembered
  }

  private func shakeOnce(depth: Int, _ random: inout RandomStream) {
    let call = Int32(random.nextInt(below: problem.callCount))
    let isRight = random.nextBool(perMille: 500)
    _ = state.attempt {
      if state.isPlaced(call) {
        state.remove(call)
        for other in problem.dependents[Int(call)] { state.remove(Int32(other)) }
        if state.total.isUnreachable { return false }
      }
      if depth < 3 { shakeOnce(depth: depth + 1, &random) }
      guard !state.isPlaced(call) else { return isRight }
      let insertion = search.best(call, in: state, random: &random)
      compareWithoutMemory(insertion, of: call)
      return insertion.map { state.apply($0) && isRight } ?? isRight
    }
  }

  /// Where calls in other runs have a say, what is remembered may be outdated, so that it is looked at after it has been forgotten.
  private func compareWithoutMemory(_ found: Insertion?, of call: Int32) {
    var random = RandomStream(seed: 0, purpose: .search, index: 2)
    search.memory.forgetTied()
    let remembered = search.best(call, in: state, random: &random)
    let fresh = InsertionSearch(problem).best(call, in: state, random: &random)
    if remembered?.delta != fresh?.delta {
      misremembered.append("call \(call): remembered \(remembered as Any), found \(fresh as Any)")
    }
    let isTied = problem.calls[call].hasTies || (0..<Int32(problem.shiftCount)).contains(where: state.hasTies)
    if !isTied, found?.delta != fresh?.delta { misremembered.append("call \(call): believed \(found as Any)") }
  }

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
  package convenience init(_ problem: RotaProblem, seed: UInt64 = 1) throws(RotaProblemError) {
    self.init(try CompiledProblem(problem))
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
    search.memory.forgetAll()
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

  func counting(_ step: () -> Int) -> Work {
    let (labels, places) = (evaluator.labelsMade, search.placesTried)
    let found = step()
    return Work(labels: evaluator.labelsMade - labels, places: search.placesTried - places, found: found)
  }
}
