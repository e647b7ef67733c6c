extension VROOMProblem {
  /// Priorities of tiers 1 to 4, at index 1 to 4, as in earlier comparisons.
  private static let priorities = [0, 100, 40, 10, 2]

  /// A tight day; a `core` one is said whole but for its overtime. Vehicles and jobs have the numbers of staff and visits.
  package init(_ instance: DaysInstance) {
    var places: [DaysInstance.Point] = []
    var indices: [DaysInstance.Point: Int] = [:]
    func index(_ point: DaysInstance.Point) -> Int {
      if let known = indices[point] { return known }
      indices[point] = places.count
      places.append(point)
      return places.count - 1
    }
    self.init()
    vehicles = instance.staff.enumerated().map { number, worker in
      let rest = worker.rest.map {
        Rest(id: 0, service: $0.duration * 60, window: Span($0.earliestStart * 60, $0.latestStart * 60))
      }
      return Vehicle(
        id: number, description: "\(worker.role) \(number)", profile: "car", startIndex: index(worker.start),
        endIndex: index(worker.end), window: Span(worker.shiftStart * 60, worker.shiftEnd * 60),
        breaks: rest.map { [$0] } ?? [])
    }
    let single = instance.visits.indices.filter { instance.visits[$0].workers == 1 }
    jobs = single.map { number in
      let visit = instance.visits[number]
      return Job(
        id: number, description: "tier \(visit.tier)", locationIndex: index(visit.place), service: visit.duration * 60,
        priority: VROOMProblem.priorities[min(visit.tier, VROOMProblem.priorities.count - 1)],
        windows: [Span(visit.windowStart * 60, visit.windowEnd * 60)])
    }
    setSkills(single.map { visit in instance.staff.indices.filter { instance.fits($0, visit) } })
    matrices = [
      Matrix(
        profile: "car",
        durations: places.map { from in places.map { DaysInstance.travel(from, $0) * 60 } })
    ]
    say(instance, leftOut: instance.visits.count - single.count)
  }

  private mutating func say(_ instance: DaysInstance, leftOut: Int) {
    let weights = instance.weights
    if leftOut > 0 { unsaid.append("\(leftOut) calls for two workers are left out") }
    if instance.staff.contains(where: { $0.maximumOvertime > 0 }) { unsaid.append("nobody works overtime") }
    if weights.late > 0 { unsaid.append("a start after the preferred time costs nothing") }
    if weights.discontinuity > 0 { unsaid.append("another worker than the usual ones costs nothing") }
    unsaid.append("tiers are priorities whose sum counts")
    if instance.staff.contains(where: { $0.rest != nil }) {
      unsaid.append("also those who do nothing have their break")
    }
  }
}
