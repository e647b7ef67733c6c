/// Who and what is to be placed on days, as numbers: candidates with their options, and the room there is.
///
/// Loads are contact minutes of a class of calls on a day; classes and nodes are those of ``WorkClasses``.
package struct PlanningProblem: Hashable, Sendable {
  /// Contact minutes of a class of calls on a day.
  package struct Load: Hashable, Sendable {
    package let day: Int
    package let demand: Int
    package let minutes: Int

    package init(day: Int, demand: Int, minutes: Int) {
      self.day = day
      self.demand = demand
      self.minutes = minutes
    }
  }

  /// One way to place a candidate.
  package struct Option: Hashable, Sendable {
    package let day: Int
    package let loads: [Load]
    /// What it adds at each level.
    package let cost: [Int]

    package init(day: Int, loads: [Load], cost: [Int]) {
      self.day = day
      self.loads = loads
      self.cost = cost
    }
  }

  /// A start or a clocked call that has to find a day.
  package struct Candidate: Hashable, Sendable {
    /// In order of preference.
    package let options: [Option]
    /// What it adds at each level to leave it out.
    package let undone: [Int]

    package init(options: [Option], undone: [Int]) {
      self.options = options
      self.undone = undone
    }
  }

  /// In the order in which they are served.
  package let candidates: [Candidate]
  package let levelNames: [String]
  /// By class of calls: the nodes that can do it.
  package let able: [[Int]]
  /// By day: the room, with what is fixed already given out.
  package let days: [DayFlow]
  /// By day: the capacity of each node.
  package let capacity: [[Int]]

  package init(
    candidates: [Candidate], levelNames: [String], able: [[Int]], days: [DayFlow], capacity: [[Int]]
  ) {
    self.candidates = candidates
    self.levelNames = levelNames
    self.able = able
    self.days = days
    self.capacity = capacity
  }

  package var levelCount: Int { levelNames.count }

  /// The values of the levels under a choice.
  package func values(of choice: [Int?]) -> [Int] {
    var values = Array(repeating: 0, count: levelCount)
    for (candidate, chosen) in zip(candidates, choice) {
      let cost = chosen.map { candidate.options[$0].cost } ?? candidate.undone
      for level in values.indices { values[level] += cost[level] }
    }
    return values
  }

  /// Whether an option fits into days.
  package func fits(_ option: Option, in days: [DayFlow]) -> Bool { shortages(of: option, in: days, most: 1).isEmpty }

  /// The loads of an option for which there is no room, each with the minutes missing.
  ///
  /// - Parameter most: how many are looked for.
  package func shortages(
    of option: Option, in days: [DayFlow], most: Int = .max
  ) -> [(load: Load, missing: Int)] {
    var touched: [Int: DayFlow] = [:]
    var short: [(load: Load, missing: Int)] = []
    for load in option.loads where short.count < most {
      var day = touched[load.day] ?? days[load.day]
      let missing = day.take(load.minutes, for: load.demand, able)
      if missing > 0 { short.append((load, missing)) }
      touched[load.day] = day
    }
    return short
  }

  /// Takes an option's time from days; what doesn't fit is left out.
  package func place(_ option: Option, in days: inout [DayFlow]) {
    for load in option.loads { _ = days[load.day].take(load.minutes, for: load.demand, able) }
  }

  /// The room that is left under a choice.
  package func days(after choice: [Int?]) -> [DayFlow] {
    var days = days
    for (candidate, chosen) in zip(candidates, choice) {
      if let chosen { place(candidate.options[chosen], in: &days) }
    }
    return days
  }
}
