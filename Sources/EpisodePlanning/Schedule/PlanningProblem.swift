/// Who and what is to be placed on days, as numbers: candidates with their options, and the room there is.
///
/// Loads are contact minutes of a class of calls in a pool: a day of the whole service, or of one patch (``CapacityPools``).
/// Classes and nodes are those of ``WorkClasses``.
package struct PlanningProblem: Hashable, Sendable {
  /// Contact minutes of a class of calls in a pool.
  package struct Load: Hashable, Sendable {
    package let pool: Int
    package let demand: Int
    package let minutes: Int

    package init(pool: Int, demand: Int, minutes: Int) {
      self.pool = pool
      self.demand = demand
      self.minutes = minutes
    }
  }

  /// One way to place a candidate.
  package struct Option: Hashable, Sendable {
    package let day: Int
    package let loads: [Load]
    /// Those of the candidate's extras that it may take as well.
    package let extras: [Int]
    /// What it uses one of.
    package let limits: [Int]
    /// What it adds at each level, all its extras left out.
    package let cost: [Int]

    package init(day: Int, loads: [Load], extras: [Int] = [], limits: [Int] = [], cost: [Int]) {
      self.day = day
      self.loads = loads
      self.extras = extras
      self.limits = limits
      self.cost = cost
    }
  }

  /// A call that is done where there is room for it, behind an option that allows it.
  package struct Extra: Hashable, Sendable {
    package let loads: [Load]
    /// The level at which it takes away ``gain`` when it is done.
    package let level: Int
    package let gain: Int

    package init(loads: [Load], level: Int, gain: Int = 1) {
      self.loads = loads
      self.level = level
      self.gain = gain
    }
  }

  /// A start or a call that has to find a day.
  package struct Candidate: Hashable, Sendable {
    /// In order of preference.
    package let options: [Option]
    /// In the order in which they get time.
    package let extras: [Extra]
    /// What it adds at each level to leave it out.
    package let undone: [Int]

    package init(options: [Option], extras: [Extra] = [], undone: [Int]) {
      self.options = options
      self.extras = extras
      self.undone = undone
    }

    /// What a decision adds at each level.
    package func cost(of decision: Decision?) -> [Int] {
      guard let decision else { return undone }
      return cost(of: options[decision.option], taking: decision.extras)
    }

    /// What a decision takes, its extras' loads behind its option's.
    package func loads(of decision: Decision) -> [Load] {
      options[decision.option].loads + decision.extras.flatMap { extras[$0].loads }
    }

    /// What an option adds at each level with all its extras: no decision for it is cheaper.
    package func leastCost(of option: Option) -> [Int] { cost(of: option, taking: option.extras) }

    private func cost(of option: Option, taking taken: [Int]) -> [Int] {
      taken.reduce(into: option.cost) { cost, extra in cost[extras[extra].level] -= extras[extra].gain }
    }
  }

  /// The option that a candidate takes, and which of its extras.
  package struct Decision: Hashable, Sendable {
    package let option: Int
    package let extras: [Int]

    package init(option: Int, extras: [Int] = []) {
      self.option = option
      self.extras = extras
    }
  }

  /// What is left to give out.
  package struct Room: Hashable, Sendable {
    package fileprivate(set) var pools: [DayFlow]
    package fileprivate(set) var limits: [Int]
  }

  /// In the order in which they are served.
  package let candidates: [Candidate]
  package let levelNames: [String]
  /// By class of calls: the nodes that can do it.
  package let able: [[Int]]
  /// With what is fixed already given out.
  package let room: Room
  /// By pool: the capacity of each node.
  package let capacity: [[Int]]

  /// - Parameters:
  ///   - pools: the flow of each pool, with what is fixed already given out.
  ///   - limits: how many options may use each limit: the slots of a clinic, the starts of a week.
  package init(
    candidates: [Candidate], levelNames: [String], able: [[Int]], pools: [DayFlow], capacity: [[Int]],
    limits: [Int] = []
  ) {
    self.candidates = candidates
    self.levelNames = levelNames
    self.able = able
    room = Room(pools: pools, limits: limits)
    self.capacity = capacity
  }

  /// The same with other limits.
  package func with(limits: [Int]) -> PlanningProblem {
    PlanningProblem(
      candidates: candidates, levelNames: levelNames, able: able, pools: room.pools, capacity: capacity, limits: limits)
  }

  package var levelCount: Int { levelNames.count }

  /// The values of the levels under a choice.
  package func values(of choice: [Decision?]) -> [Int] {
    var values = Array(repeating: 0, count: levelCount)
    for (candidate, decision) in zip(candidates, choice) {
      let cost = candidate.cost(of: decision)
      for level in values.indices { values[level] += cost[level] }
    }
    return values
  }

  /// By candidate: the least that it adds at a level, wherever there is room.
  package func least(_ level: Int) -> [Int] {
    candidates.map { candidate in
      candidate.options.reduce(candidate.undone[level]) { min($0, candidate.leastCost(of: $1)[level]) }
    }
  }

  /// By level: no choice has less.
  package var leastValues: [Int] { levelNames.indices.map { least($0).reduce(0, +) } }

  /// The loads of an option for which there is no room, each with the minutes missing.
  package func shortages(of option: Option, in room: Room) -> [(load: Load, missing: Int)] {
    var touched: [Int: DayFlow] = [:]
    var short: [(load: Load, missing: Int)] = []
    for load in option.loads {
      var pool = touched[load.pool] ?? room.pools[load.pool]
      let missing = pool.take(load.minutes, for: load.demand, able)
      if missing > 0 { short.append((load, missing)) }
      touched[load.pool] = pool
    }
    return short
  }

  /// Takes an option's time and limits where there is room for all of it, its extras left out.
  package func placeIfItFits(_ option: Option, in room: inout Room) -> Bool {
    guard option.limits.allSatisfy({ room.limits[$0] > 0 }), take(option.loads, in: &room) else { return false }
    for limit in option.limits { room.limits[limit] -= 1 }
    return true
  }

  /// Takes an extra's time where there is room for all of it.
  package func placeIfItFits(_ extra: Extra, in room: inout Room) -> Bool { take(extra.loads, in: &room) }

  private func take(_ loads: [Load], in room: inout Room) -> Bool {
    var touched: [Int: DayFlow] = [:]
    for load in loads {
      var pool = touched[load.pool] ?? room.pools[load.pool]
      guard pool.take(load.minutes, for: load.demand, able) == 0 else { return false }
      touched[load.pool] = pool
    }
    for (pool, flow) in touched { room.pools[pool] = flow }
    return true
  }

  /// Takes a decision's time, if all of it fits.
  package func placeIfItFits(_ decision: Decision, of candidate: Candidate, in room: inout Room) -> Bool {
    placeIfItFits(candidate.options[decision.option], in: &room)
      && decision.extras.allSatisfy { placeIfItFits(candidate.extras[$0], in: &room) }
  }

  /// Gives back the time and the limits that a decision has taken.
  package func giveBack(_ decision: Decision, of candidate: Candidate, to room: inout Room) {
    for limit in candidate.options[decision.option].limits { room.limits[limit] += 1 }
    for load in candidate.loads(of: decision) {
      room.pools[load.pool].giveBack(load.minutes, of: load.demand)
    }
  }

  /// An option with as many of its extras as fit, in their order, and the room that is left; nil where it doesn't fit itself.
  package func decision(
    for option: Int, of candidate: Candidate, in room: Room
  ) -> (decision: Decision, room: Room)? {
    var left = room
    guard placeIfItFits(candidate.options[option], in: &left) else { return nil }
    let extras = candidate.options[option].extras.filter { placeIfItFits(candidate.extras[$0], in: &left) }
    return (Decision(option: option, extras: extras), left)
  }

  /// The room that is left under a choice that fits, one candidate left out of it.
  package func room(after choice: [Decision?], without left: Int? = nil) -> Room {
    var room = room
    for (index, decision) in choice.enumerated() where index != left {
      if let decision { _ = placeIfItFits(decision, of: candidates[index], in: &room) }
    }
    return room
  }
}
