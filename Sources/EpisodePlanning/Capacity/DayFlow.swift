/// Who works for whom on a day, in contact minutes: a flow from classes of calls to classes of workers in parts of the day.
///
/// Time is given out so that as much as possible of what is asked fits: where the obvious workers are taken, calls that others
/// could do too, or later, are moved (augmenting paths, Ford and Fulkerson 1956).
package struct DayFlow: Hashable, Sendable {
  package private(set) var free: [Int]
  /// By class of calls, then class of workers.
  private var given: [Int]
  private let workerCount: Int

  /// - Parameter capacity: by node of ``WorkClasses``.
  package init(capacity: [Int], demandCount: Int) {
    free = capacity
    workerCount = capacity.count
    given = Array(repeating: 0, count: capacity.count * demandCount)
  }

  /// Gives minutes to a class of calls, as many as there is room for.
  ///
  /// - Returns: The minutes for which there is none.
  package mutating func take(_ minutes: Int, for demand: Int, _ able: [[Int]]) -> Int {
    var left = minutes
    while left > 0 {
      guard let path = pathToRoom(from: demand, able) else { return left }
      left -= push(left, along: path)
    }
    return 0
  }

  /// Takes minutes of a class of calls out again, whoever gives them: what is given to others can be carried as before.
  package mutating func giveBack(_ minutes: Int, of demand: Int) {
    var left = minutes
    for worker in 0..<workerCount where left > 0 {
      let amount = min(left, given[demand * workerCount + worker])
      given[demand * workerCount + worker] -= amount
      free[worker] += amount
      left -= amount
    }
  }

  /// Minutes given to a class of calls.
  package func given(to demand: Int) -> Int {
    given[(demand * workerCount)..<((demand + 1) * workerCount)].reduce(0, +)
  }

  /// Minutes that a node gives to a class of calls.
  package func given(to demand: Int, by worker: Int) -> Int { given[demand * workerCount + worker] }

  /// A step of a path: a class of calls takes time of a class of workers, from whom the next step's calls move away.
  private struct Step {
    let demand: Int
    let worker: Int
  }

  private func pathToRoom(from demand: Int, _ able: [[Int]]) -> [Step]? {
    var cameFrom: [Int: (worker: Int, demand: Int)] = [:]
    var queue: [(demand: Int, via: Int?)] = [(demand, nil)]
    var seenDemands: Set<Int> = [demand]
    var next = 0
    while next < queue.count {
      let (current, via) = queue[next]
      next += 1
      for worker in able[current] where cameFrom[worker] == nil {
        cameFrom[worker] = (via ?? -1, current)
        if free[worker] > 0 { return path(to: worker, cameFrom) }
        for other in able.indices where given[other * workerCount + worker] > 0 && seenDemands.insert(other).inserted {
          queue.append((other, worker))
        }
      }
    }
    return nil
  }

  private func path(to worker: Int, _ cameFrom: [Int: (worker: Int, demand: Int)]) -> [Step] {
    var steps: [Step] = []
    var current = worker
    while let step = cameFrom[current] {
      steps.append(Step(demand: step.demand, worker: current))
      guard step.worker >= 0 else { break }
      current = step.worker
    }
    return steps.reversed()
  }

  private mutating func push(_ wanted: Int, along path: [Step]) -> Int {
    var amount = min(wanted, path.last.map { free[$0.worker] } ?? 0)
    for (step, moved) in zip(path, path.dropFirst()) {
      amount = min(amount, given[moved.demand * workerCount + step.worker])
    }
    for step in path { given[step.demand * workerCount + step.worker] += amount }
    for (step, moved) in zip(path, path.dropFirst()) { given[moved.demand * workerCount + step.worker] -= amount }
    if let last = path.last { free[last.worker] -= amount }
    return amount
  }
}
