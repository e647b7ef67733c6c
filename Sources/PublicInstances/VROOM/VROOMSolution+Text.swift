package import Interchange

extension VROOMSolution {
  /// The solution as VROOM writes one, with arrivals, waiting and travel worked out from the starts of its steps.
  ///
  /// Vehicles leave as late as their first step allows. What names nothing of the problem is left out.
  package func json(of instance: VROOMInstance) -> JSONText {
    let jobs = Dictionary(instance.jobs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let texts = routes.compactMap { route -> RouteText? in
      guard let vehicle = instance.vehicles.first(where: { $0.id == route.vehicle }) else { return nil }
      let steps = route.steps.filter { $0.kind == .rest || jobs[$0.id] != nil }
      guard steps.contains(where: { $0.kind == .job }) else { return nil }
      return RouteText(vehicle, steps, jobs, instance)
    }
    let left = unassigned.compactMap { jobs[$0] }
    let total = texts.reduce(into: RouteSums()) { $0.add($1.sums) }
    return .object([
      JSONMember("code", .integer(0)),
      JSONMember(
        "summary",
        .object(
          [
            JSONMember("cost", .integer(total.wholeCost)), JSONMember("routes", .integer(texts.count)),
            JSONMember("unassigned", .integer(left.count)),
          ] + total.members)),
      JSONMember(
        "unassigned",
        .array(
          left.map {
            .object([
              JSONMember("id", .integer($0.id)), JSONMember("type", .text("job")),
              JSONMember("location_index", .integer($0.location)),
            ])
          })),
      JSONMember("routes", .array(texts.map(\.json))),
    ])
  }
}

/// What VROOM adds up, for a route and for all of them. Seconds, and cost in 3600ths.
private struct RouteSums {
  var cost = 0
  var setup = 0
  var service = 0
  var duration = 0
  var waiting = 0
  var priority = 0

  mutating func add(_ other: RouteSums) {
    cost += other.cost
    setup += other.setup
    service += other.service
    duration += other.duration
    waiting += other.waiting
    priority += other.priority
  }

  /// Rounded as VROOM's are whole.
  var wholeCost: Int { (cost + 1800) / 3600 }

  var members: [JSONMember] {
    [
      JSONMember("setup", .integer(setup)), JSONMember("service", .integer(service)),
      JSONMember("duration", .integer(duration)), JSONMember("waiting_time", .integer(waiting)),
      JSONMember("priority", .integer(priority)), JSONMember("violations", .array([])),
    ]
  }
}

/// One route, step by step.
private struct RouteText {
  private(set) var sums = RouteSums()
  private var steps: [JSONText] = []
  private let vehicle: VROOMInstance.Vehicle
  /// When the last step is over.
  private var time = 0
  /// Seconds still to be travelled to the next place.
  private var way = 0

  init(
    _ vehicle: VROOMInstance.Vehicle, _ list: [VROOMSolution.Step], _ jobs: [Int: VROOMInstance.Job],
    _ instance: VROOMInstance
  ) {
    self.vehicle = vehicle
    sums.cost = vehicle.fixedCost * 3600
    let durations = instance.matrices[vehicle.matrix].durations
    var place = vehicle.start
    func next(after index: Int) -> VROOMInstance.Job? {
      list[index...].first { $0.kind == .job }.flatMap { jobs[$0.id] }
    }
    func leave(for target: Int?) -> (seconds: Int, cost: Int) {
      guard let place, let target else { return (0, 0) }
      return (durations[place][target], instance.cost(vehicle, from: place, to: target))
    }
    func set(_ leg: (seconds: Int, cost: Int)) {
      way = leg.seconds
      sums.cost += leg.cost
    }
    set(leave(for: next(after: 0)?.location))
    time = RouteText.departure(list, jobs, way)
    if let start = vehicle.start { mark("start", at: start) }
    for (index, step) in list.enumerated() {
      let job = step.kind == .job ? jobs[step.id] : nil
      let begin = step.start - (job?.setup ?? 0)
      let travelled = job == nil ? max(0, min(way, begin - time)) : way
      way -= travelled
      sums.duration += travelled
      let arrival = time + travelled
      add(step, job, arrival: arrival, waiting: max(0, begin - arrival))
      time = step.start + step.service
      guard let job else { continue }
      place = job.location
      set(leave(for: index + 1 < list.count ? next(after: index + 1)?.location ?? vehicle.end : vehicle.end))
    }
    sums.duration += way
    time += way
    if let end = vehicle.end { mark("end", at: end) }
  }

  /// The latest moment from which the first steps are reached without waiting.
  private static func departure(_ list: [VROOMSolution.Step], _ jobs: [Int: VROOMInstance.Job], _ way: Int) -> Int {
    let rests = list.prefix { $0.kind == .rest }
    guard let first = list.dropFirst(rests.count).first else { return 0 }
    let begin = first.start - (jobs[first.id]?.setup ?? 0)
    let latest = begin - way - rests.reduce(0) { $0 + $1.service }
    return max(0, min(latest, rests.first?.start ?? latest))
  }

  private mutating func mark(_ type: String, at place: Int) {
    steps.append(
      .object([
        JSONMember("type", .text(type)), JSONMember("location_index", .integer(place)),
        JSONMember("setup", .integer(0)), JSONMember("service", .integer(0)), JSONMember("waiting_time", .integer(0)),
        JSONMember("arrival", .integer(time)), JSONMember("duration", .integer(sums.duration)),
        JSONMember("violations", .array([])),
      ]))
  }

  private mutating func add(_ step: VROOMSolution.Step, _ job: VROOMInstance.Job?, arrival: Int, waiting: Int) {
    sums.setup += job?.setup ?? 0
    sums.service += step.service
    sums.waiting += waiting
    sums.priority += job?.priority ?? 0
    steps.append(
      .record([
        JSONMember("type", .text(step.kind.rawValue)), JSONMember("id", .integer(step.id)),
        job.map { JSONMember("location_index", .integer($0.location)) },
        JSONMember("setup", .integer(job?.setup ?? 0)), JSONMember("service", .integer(step.service)),
        JSONMember("waiting_time", .integer(waiting)), JSONMember("arrival", .integer(arrival)),
        JSONMember("duration", .integer(sums.duration)), JSONMember("violations", .array([])),
      ]))
  }

  var json: JSONText {
    .object(
      [JSONMember("vehicle", .integer(vehicle.id)), JSONMember("cost", .integer(sums.wholeCost))] + sums.members
        + [JSONMember("steps", .array(steps))])
  }
}
