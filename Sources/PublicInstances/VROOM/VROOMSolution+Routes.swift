package import CareModel
import Quantities

extension VROOMSolution {
  /// The same routes as a solution of the tight day whose ``VROOMProblem`` was solved; nil, with problems, where a number
  /// names nothing of it.
  package func solution(of instance: DaysInstance) -> (solution: DaysSolution?, problems: [InputProblem]) {
    var problems: [InputProblem] = []
    let converted = routes.enumerated().map { index, route in
      var visits: [Int] = []
      var breakBefore: Int?
      check(route.vehicle, in: instance.staff.indices, "routes[\(index)].vehicle", "vehicle", &problems)
      for (position, step) in route.steps.enumerated() {
        let place = "routes[\(index)].steps[\(position)]"
        switch step.kind {
        case .job:
          check(step.id, in: instance.visits.indices, place, "job", &problems)
          visits.append(step.id)
        case .rest where breakBefore == nil: breakBefore = visits.count
        case .rest:
          problems.append(
            InputProblem(code: "list.repeated", location: place, found: "another break", expected: "one break a route"))
        }
      }
      return DaysSolution.Route(staff: route.vehicle, visits: visits, breakBefore: breakBefore)
    }
    return (problems.isEmpty ? DaysSolution(routes: converted) : nil, problems)
  }

  /// The same routes as a rota of the day whose ``VROOMProblem`` was solved; nothing in it is proved until it is checked.
  ///
  /// Nil, with problems, where a number names nothing of the day.
  package func rota(of caseload: Caseload) -> (rota: Rota?, problems: [InputProblem]) {
    var problems: [InputProblem] = []
    let origin = VROOMProblem.origin(of: caseload)
    let duties = VROOMProblem.duties(of: caseload)
    var runs: [(vehicle: Int, run: Run)] = []
    var covered: Set<VisitID> = []
    for (index, route) in routes.enumerated() {
      guard check(route.vehicle, in: duties.indices, "routes[\(index)].vehicle", "vehicle", &problems) else { continue }
      var stops: [Stop] = []
      var breaks: [BreakStop] = []
      for (position, step) in route.steps.enumerated() {
        let start = origin + Seconds(step.start)
        switch step.kind {
        case .rest: breaks.append(BreakStop(start: start, end: start + Seconds(step.service)))
        case .job:
          let place = "routes[\(index)].steps[\(position)]"
          guard check(step.id, in: caseload.visits.indices, place, "job", &problems) else { continue }
          let visit = caseload.visits[step.id]
          covered.insert(visit.id)
          stops.append(Stop(visit: visit.id, demand: 0, start: start, end: start + visit.length))
        }
      }
      guard !stops.isEmpty else { continue }
      let duty = duties[route.vehicle]
      runs.append((route.vehicle, Run(worker: duty.worker.id, duty: duty.duty.id, stops: stops, breaks: breaks)))
    }
    guard problems.isEmpty else { return (nil, problems) }
    let rota = Rota(
      serviceDate: caseload.serviceDate, asOf: caseload.asOf, runs: runs.sorted { $0.vehicle < $1.vehicle }.map(\.run),
      uncovered: caseload.visits.map(\.id).filter { !covered.contains($0) })
    return (rota, [])
  }

  @discardableResult
  private func check(
    _ number: Int, in range: Range<Int>, _ location: String, _ kind: String, _ problems: inout [InputProblem]
  ) -> Bool {
    if range.contains(number) { return true }
    problems.append(
      InputProblem(
        code: "reference.unknown", location: location, found: String(number),
        expected: "the number of a \(kind) of the problem"))
    return false
  }
}
