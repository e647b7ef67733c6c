import EpisodePlanning
import ReproducibleNumbers

/// Small random planning problems, and their best choice by looking at all.
enum InventedProblem {
  /// Up to four candidates with up to three options, two days, two nodes, two classes of calls, three levels.
  static func problem(seed: UInt64) -> PlanningProblem {
    var random = RandomStream(seed: seed, purpose: StreamPurpose("test.planning"), index: 0)
    let able = [[0], [0, 1]]
    let capacity = (0..<2).map { _ in [15 * random.nextInt(below: 6), 15 * random.nextInt(below: 4)] }
    var days = capacity.map { DayFlow(capacity: $0, demandCount: able.count) }
    for day in days.indices {
      _ = days[day].take(15 * random.nextInt(below: 3), for: random.nextInt(below: 2), able)
    }
    let candidates = (0..<(1 + random.nextInt(below: 4))).map { _ in
      let options = (0..<random.nextInt(below: 4)).map { _ in
        let loads = (0..<(1 + random.nextInt(below: 2))).map { _ in
          PlanningProblem.Load(
            day: random.nextInt(below: 2), demand: random.nextInt(below: 2),
            minutes: 15 * (1 + random.nextInt(below: 4)))
        }
        return PlanningProblem.Option(
          day: 0, loads: loads, cost: [random.nextInt(below: 2), random.nextInt(below: 4), random.nextInt(below: 9)])
      }
      return PlanningProblem.Candidate(
        options: options, undone: [1, 2 + random.nextInt(below: 3), random.nextInt(below: 12)])
    }
    return PlanningProblem(
      candidates: candidates, levelNames: ["first", "second", "third"], able: able, days: days, capacity: capacity)
  }

  /// Whether everything that a choice takes fits; tried anew from what is fixed.
  static func fits(_ choice: [Int?], _ problem: PlanningProblem) -> Bool {
    var days = problem.days
    for (candidate, chosen) in zip(problem.candidates, choice) {
      for load in chosen.map({ candidate.options[$0].loads }) ?? [] {
        if days[load.day].take(load.minutes, for: load.demand, problem.able) > 0 { return false }
      }
    }
    return true
  }

  /// The least values of all choices that fit, level before level.
  static func best(_ problem: PlanningProblem) -> [Int] {
    var choices: [[Int?]] = [[]]
    for candidate in problem.candidates {
      choices = choices.flatMap { choice in
        [choice + [nil]] + candidate.options.indices.map { choice + [$0] }
      }
    }
    return choices.filter { fits($0, problem) }.map { problem.values(of: $0) }
      .min { $0.lexicographicallyPrecedes($1) } ?? []
  }
}
