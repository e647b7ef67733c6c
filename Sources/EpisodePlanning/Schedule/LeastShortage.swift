import CareModel
import Quantities

/// What is short on the way to place a candidate that lacks least, everybody else where they are.
struct LeastShortage {
  let classes: WorkClasses
  let pools: CapacityPools
  let problem: PlanningProblem

  /// Nil where no way has all that it uses one of and nothing else than time short.
  ///
  /// - Parameters:
  ///   - ways: the candidate's options that are asked about.
  ///   - room: what is left without the candidate.
  func of(_ ways: [Int], of candidate: Int, in room: PlanningProblem.Room) -> StartObstacle.Shortage? {
    let options = problem.candidates[candidate].options
    let lacking = ways.filter { options[$0].limits.allSatisfy { room.limits[$0] > 0 } }
      .map { gathered(problem.shortages(of: options[$0], in: room)) }.filter { !$0.isEmpty }
    func need(_ short: [StartObstacle.Shortage]) -> (Int, Minutes) {
      (short.count, short.reduce(.zero) { $0 + $1.missing })
    }
    guard let least = lacking.min(by: { need($0) < need($1) }), let first = least.first else { return nil }
    return StartObstacle.Shortage(
      date: first.date, part: first.part, patch: first.patch, roles: first.roles, skills: first.skills,
      missing: first.missing, isNobodyOnDuty: first.isNobodyOnDuty, others: least.count - 1)
  }

  /// Time of the same people in the same part of a day taken together, so that what is missing is all of it.
  ///
  /// What the whole service lacks and what a patch lacks of it are the same minutes: those who reach the patch could give both.
  private func gathered(_ short: [(load: PlanningProblem.Load, missing: Int)]) -> [StartObstacle.Shortage] {
    let byPool = short.reduce(into: [StartObstacle.Shortage]()) { gathered, next in
      let demand = classes.demands[next.load.demand]
      let place = pools.place(ofPool: next.load.pool)
      let found = StartObstacle.Shortage(
        date: place.date, part: demand.parts.lowerBound, patch: place.patch, roles: demand.roles,
        skills: demand.skills, missing: Minutes(next.missing),
        isNobodyOnDuty: classes.able[next.load.demand].allSatisfy { problem.capacity[next.load.pool][$0] == 0 })
      LeastShortage.add(found, to: &gathered, where: { $0.patch == found.patch }) { $0 + $1 }
    }
    return byPool.reduce(into: []) { gathered, next in
      LeastShortage.add(next, to: &gathered, where: { _ in true }, max)
    }
  }

  /// Adds to the shortage of the same people at the same time that is there, if there is one.
  private static func add(
    _ next: StartObstacle.Shortage, to gathered: inout [StartObstacle.Shortage],
    where isSame: (StartObstacle.Shortage) -> Bool, _ joined: (Minutes, Minutes) -> Minutes
  ) {
    let place = gathered.firstIndex {
      $0.date == next.date && $0.part == next.part && $0.roles == next.roles && $0.skills == next.skills && isSame($0)
    }
    guard let place else { return gathered.append(next) }
    let before = gathered[place]
    gathered[place] = StartObstacle.Shortage(
      date: next.date, part: next.part, patch: before.patch ?? next.patch, roles: next.roles, skills: next.skills,
      missing: joined(before.missing, next.missing),
      isNobodyOnDuty: before.isNobodyOnDuty || next.isNobodyOnDuty)
  }
}
