extension PlanningProblem {
  package var poolCount: Int { capacity.count }

  /// The same problem without the loads of pools in which everything fits at once: those keep nobody from any option.
  package var withoutLoosePools: PlanningProblem { keeping(loosePools().map { !$0 }) }

  /// The same problem with room without end in some pools: what it needs at least is no more.
  ///
  /// - Parameter isKept: by pool, whether its room counts.
  package func keeping(_ isKept: [Bool]) -> PlanningProblem {
    func kept(_ loads: [Load]) -> [Load] { loads.filter { isKept[$0.pool] } }
    return PlanningProblem(
      candidates: candidates.map { candidate in
        Candidate(
          options: candidate.options.map {
            Option(day: $0.day, loads: kept($0.loads), extras: $0.extras, limits: $0.limits, cost: $0.cost)
          },
          extras: candidate.extras.map { Extra(loads: kept($0.loads), level: $0.level, gain: $0.gain) },
          undone: candidate.undone)
      }, levelNames: levelNames, able: able, pools: room.pools, capacity: capacity, limits: room.limits)
  }

  /// By pool: whether a choice asks for more than there is.
  package func isOverfull(under choice: [Decision?]) -> [Bool] {
    var pools = room.pools
    var isOverfull = Array(repeating: false, count: pools.count)
    for (candidate, decision) in zip(candidates, choice) {
      guard let decision else { continue }
      for load in candidate.loads(of: decision)
      where pools[load.pool].take(load.minutes, for: load.demand, able) > 0 { isOverfull[load.pool] = true }
    }
    return isOverfull
  }

  /// By pool: of every candidate the most that any of its options takes of each class, all together, has room.
  private func loosePools() -> [Bool] {
    var most = Array(repeating: Array(repeating: 0, count: able.count), count: poolCount)
    for candidate in candidates {
      var own: [Load.Kind: Int] = [:]
      for (index, option) in candidate.options.enumerated() {
        var sums: [Load.Kind: Int] = [:]
        for load in candidate.loads(of: Decision(option: index, extras: option.extras)) {
          sums[load.kind, default: 0] += load.minutes
        }
        own.merge(sums, uniquingKeysWith: max)
      }
      for (kind, minutes) in own { most[kind.pool][kind.demand] += minutes }
    }
    return zip(room.pools, most).map { pool, asked in
      var pool = pool
      return asked.enumerated().allSatisfy { $1 == 0 || pool.take($1, for: $0, able) == 0 }
    }
  }
}

extension PlanningProblem.Load {
  fileprivate struct Kind: Hashable {
    let pool: Int
    let demand: Int
  }

  fileprivate var kind: Kind { Kind(pool: pool, demand: demand) }
}
