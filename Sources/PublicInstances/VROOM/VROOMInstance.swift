/// A problem for VROOM as far as it can be solved here: jobs with at most one kind of load, vehicles, tables of travel.
///
/// Times are the file's own seconds, which may count from any moment. Places are rows of the tables.
package struct VROOMInstance: Hashable, Sendable {
  package typealias Span = VROOMProblem.Span

  package var vehicles: [Vehicle]
  package var jobs: [Job]
  /// One for each way of getting about, all with the same rows.
  package var matrices: [Matrix]

  package init(
    vehicles: [Vehicle], jobs: [Job], matrices: [Matrix]
  ) {
    self.vehicles = vehicles
    self.jobs = jobs
    self.matrices = matrices
  }

  /// A vehicle, which may stay unused.
  package struct Vehicle: Hashable, Sendable {
    package var id: Int
    /// The place of its matrix in ``VROOMInstance/matrices``.
    package var matrix: Int
    /// Nil where it begins at its first job.
    package var start: Int?
    /// Nil where it stays at its last job.
    package var end: Int?
    package var skills: Set<Int>
    /// What it holds; nil sets no limit.
    package var capacity: Int?
    /// Of everything that it does; nil for any time.
    package var window: Span?
    /// Each must be had, if the vehicle is used.
    package var breaks: [Rest]
    /// Of using it.
    package var fixedCost: Int
    /// Of travel, where its matrix has no costs of its own; VROOM's usual 3600 makes a second cost one.
    package var costPerHour: Int

    package init(
      id: Int, matrix: Int, start: Int?, end: Int?, skills: Set<Int>, capacity: Int?, window: Span?, breaks: [Rest],
      fixedCost: Int, costPerHour: Int
    ) {
      self.id = id
      self.matrix = matrix
      self.start = start
      self.end = end
      self.skills = skills
      self.capacity = capacity
      self.window = window
      self.breaks = breaks
      self.fixedCost = fixedCost
      self.costPerHour = costPerHour
    }
  }

  /// Work at a place.
  package struct Job: Hashable, Sendable {
    package var id: Int
    package var location: Int
    /// Seconds before the service, from the action's start; the action must start in a window.
    package var setup: Int
    /// Seconds.
    package var service: Int
    /// What it takes of a capacity: all loads are deliveries, or all are pickups.
    package var load: Int
    package var skills: Set<Int>
    /// 0 to 100; sums of them count.
    package var priority: Int
    /// Apart and in order; none for any time.
    package var windows: [Span]

    package init(
      id: Int, location: Int, setup: Int, service: Int, load: Int, skills: Set<Int>, priority: Int, windows: [Span]
    ) {
      self.id = id
      self.location = location
      self.setup = setup
      self.service = service
      self.load = load
      self.skills = skills
      self.priority = priority
      self.windows = windows
    }
  }

  /// A break, which may be had under way.
  package struct Rest: Hashable, Sendable {
    package var id: Int
    /// Seconds.
    package var service: Int
    /// Of its start; nil for any time.
    package var window: Span?

    package init(
      id: Int, service: Int, window: Span?
    ) {
      self.id = id
      self.service = service
      self.window = window
    }
  }

  /// Travel between all places, row by row.
  package struct Matrix: Hashable, Sendable {
    package var profile: String
    /// Seconds.
    package var durations: [[Int]]
    /// What legs cost; nil where that follows from the durations.
    package var costs: [[Int]]?

    package init(
      profile: String, durations: [[Int]], costs: [[Int]]?
    ) {
      self.profile = profile
      self.durations = durations
      self.costs = costs
    }
  }

  /// Number of places.
  package var rows: Int { matrices.first?.durations.count ?? 0 }

  /// What a leg costs a vehicle, in 3600ths.
  package func cost(_ vehicle: Vehicle, from: Int, to: Int) -> Int {
    let matrix = matrices[vehicle.matrix]
    if let costs = matrix.costs { return costs[from][to] * 3600 }
    return matrix.durations[from][to] * vehicle.costPerHour
  }

  /// The longest leg, in seconds.
  var longestLeg: Int { matrices.flatMap { $0.durations.joined() }.max() ?? 0 }

  /// The longest single job or break, in seconds.
  var longestTask: Int {
    (jobs.map { $0.setup + $0.service } + vehicles.flatMap(\.breaks).map(\.service)).max() ?? 0
  }

  /// No route lasts longer, but for waiting. Seconds.
  private var longestWork: Int {
    let rests = vehicles.map { $0.breaks.reduce(0) { $0 + $1.service } }.max() ?? 0
    return jobs.reduce(rests) { $0 + $1.setup + $1.service } + (jobs.count + 1) * longestLeg
  }

  /// Every route that is possible at all is possible within these seconds, at the same cost.
  ///
  /// Whoever waits, waits for a window to open: so nothing need happen longer after the last opening than all the work lasts, nor longer
  /// before the first one.
  package var horizon: Span {
    let opening =
      vehicles.compactMap(\.window?.start) + jobs.flatMap(\.windows).map(\.start)
      + vehicles.flatMap(\.breaks).compactMap(\.window?.start)
    var span = Span(max(0, (opening.min() ?? 0) - longestWork), (opening.max() ?? 0) + longestWork)
    let windows = vehicles.compactMap(\.window)
    if windows.count == vehicles.count {
      span.start = max(span.start, windows.map(\.start).min() ?? 0)
      span.end = min(span.end, windows.map(\.end).max() ?? span.end)
    }
    return span
  }
}
