import EpisodePlanning
import ReproducibleNumbers

/// Small random planning problems, and their best choice by looking at all.
enum InventedProblem {
  /// Up to four candidates with up to three options and two extras, two days, two nodes, two classes of calls, three levels,
  /// one limit.
  static func problem(seed: UInt64) -> PlanningProblem {
    var random = RandomStream(seed: seed, purpose: StreamPurpose("test.planning"), index: 0)
    let able = [[0], [0, 1]]
    let capacity = (0..<2).map { _ in [15 * random.nextInt(below: 6), 15 * random.nextInt(below: 4)] }
    var pools = capacity.map { DayFlow(capacity: $0, demandCount: able.count) }
    for pool in pools.indices {
      _ = pools[pool].take(15 * random.nextInt(below: 3), for: random.nextInt(below: 2), able)
    }
    let candidates = (0..<(1 + random.nextInt(below: 4))).map { _ in candidate(&random) }
    return PlanningProblem(
      candidates: candidates, levelNames: ["first", "second", "third"], able: able, pools: pools, capacity: capacity,
      limits: [random.nextInt(below: 3)])
  }

  private static func candidate(_ random: inout RandomStream) -> PlanningProblem.Candidate {
    let extras = (0..<random.nextInt(below: 3)).map { _ in
      PlanningProblem.Extra(loads: [load(&random)], level: 1 + random.nextInt(below: 2))
    }
    let options = (0..<random.nextInt(below: 4)).map { _ in
      let allowed = extras.indices.filter { _ in random.nextInt(below: 2) == 0 }
      return PlanningProblem.Option(
        day: 0, loads: (0..<(1 + random.nextInt(below: 2))).map { _ in load(&random) }, extras: allowed,
        limits: random.nextInt(below: 3) == 0 ? [0] : [],
        cost: [random.nextInt(below: 2), 2 + random.nextInt(below: 4), 2 + random.nextInt(below: 9)])
    }
    return PlanningProblem.Candidate(
      options: options, extras: extras, undone: [1, 4 + random.nextInt(below: 3), 2 + random.nextInt(below: 12)])
  }

  private static func load(_ random: inout RandomStream) -> PlanningProblem.Load {
    PlanningProblem.Load(
      pool: random.nextInt(below: 2), demand: random.nextInt(below: 2), minutes: 15 * (1 + random.nextInt(below: 4)))
  }

  /// Whether everything that a choice takes fits; tried anew from what is fixed.
  static func fits(_ choice: [PlanningProblem.Decision?], _ problem: PlanningProblem) -> Bool {
    var pools = problem.room.pools
    var limits = problem.room.limits
    for (candidate, decision) in zip(problem.candidates, choice) {
      guard let decision else { continue }
      let option = candidate.options[decision.option]
      guard Set(decision.extras).isSubset(of: option.extras) else { return false }
      for load in option.loads + decision.extras.flatMap({ candidate.extras[$0].loads })
      where pools[load.pool].take(load.minutes, for: load.demand, problem.able) > 0 { return false }
      for limit in option.limits { limits[limit] -= 1 }
    }
    return limits.allSatisfy { $0 >= 0 }
  }

  /// The least values of all choices that fit, level before level.
  static func best(_ problem: PlanningProblem) -> [Int] {
    var choices: [[PlanningProblem.Decision?]] = [[]]
    for candidate in problem.candidates {
      let decisions = candidate.options.indices.flatMap { option in
        subsets(of: candidate.options[option].extras).map { PlanningProblem.Decision(option: option, extras: $0) }
      }
      choices = choices.flatMap { choice in [choice + [nil]] + decisions.map { choice + [$0] } }
    }
    return choices.filter { fits($0, problem) }.map { problem.values(of: $0) }
      .min { $0.lexicographicallyPrecedes($1) } ?? []
  }

  private static func subsets(of extras: [Int]) -> [[Int]] {
    extras.reduce([[]]) { sets, extra in sets + sets.map { $0 + [extra] } }
  }
}
