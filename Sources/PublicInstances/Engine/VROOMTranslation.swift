import Interchange
import Quantities
package import RotaOptimiser

/// A problem for VROOM for the optimiser, under VROOM's own objective: priorities left out, jobs left out, cost.
///
/// Times count from the instance's horizon. The optimiser has no work without length: where a job or break has none, a second is cut into
/// more parts than there are such, each lasts one part, and times are cut to whole seconds on the way back. So none of them costs a second.
package struct VROOMTranslation: SetTranslation {
  package let problem: RotaProblem
  private let instance: VROOMInstance
  private let clock: Clock
  private let costParts: Int

  /// Seconds of the file as the optimiser's numbers and back.
  private struct Clock {
    let horizon: VROOMInstance.Span
    let parts: Int

    init(_ instance: VROOMInstance) {
      horizon = instance.horizon
      parts = instance.partsOfSecond
    }

    func length(_ seconds: Int) -> Seconds { Seconds(max(1, seconds * parts)) }

    /// The part of a window that lies within the horizon; nil where there is none.
    func window(_ span: VROOMInstance.Span?) -> (from: Seconds, until: Seconds)? {
      let start = max(span?.start ?? horizon.start, horizon.start)
      let end = min(span?.end ?? horizon.end, horizon.end)
      guard start <= end else { return nil }
      return (
        Seconds((start - horizon.start) * parts), Seconds((end - horizon.start) * parts + parts - 1)
      )
    }

    func second(_ time: Seconds) -> Int { horizon.start + time.value / parts }
  }

  package init(_ instance: VROOMInstance) {
    self.instance = instance
    clock = Clock(instance)
    costParts = instance.costParts
    let nodes = VROOMNodes(instance)
    problem = VROOMTranslation.problem(instance, nodes, clock, costParts)
  }

  private static func problem(
    _ instance: VROOMInstance, _ nodes: VROOMNodes, _ clock: Clock, _ costParts: Int
  ) -> RotaProblem {
    var problem = RotaProblem(
      levelCount: 3, grain: Seconds(1), shifts: [], calls: [], links: [], bundles: [], travel: [],
      nodeCount: nodes.count, breakRequiredAfter: .zero)
    problem.travel = nodes.modes.map { mode in
      let vehicle = instance.vehicles[mode]
      let durations = instance.matrices[vehicle.matrix].durations
      return SetTravel.table(
        nodes.count,
        seconds: { from, to in
          guard to < instance.rows, let row = nodes.row(from) else { return 0 }
          return durations[row][to] * clock.parts
        },
        amount: { from, to in
          guard to < instance.rows else { return 0 }
          let leg = nodes.row(from).map { instance.cost(vehicle, from: $0, to: to) } ?? 0
          return (leg + nodes.fixedCost(from) * 3600) / (3600 / costParts)
        })
    }
    problem.shifts = instance.vehicles.enumerated().map { number, vehicle in
      let window = clock.window(vehicle.window) ?? (.zero, .zero)
      return RotaProblem.Shift(
        worker: number, mode: nodes.mode(of: vehicle), earliest: window.from, latest: window.until,
        contractedEnd: window.until, startNode: nodes.start(of: vehicle), endNode: vehicle.end,
        breaks: VROOMTranslation.order(vehicle.breaks).map { rest in
          let length = clock.length(rest.service)
          // One that can't be had keeps the vehicle from being used.
          guard let window = clock.window(rest.window) else {
            return RotaProblem.Break(length: length, from: .zero, until: .zero)
          }
          return RotaProblem.Break(length: length, from: window.from, until: window.until + length)
        }, contactShare: .zero, capacity: vehicle.capacity)
    }
    problem.calls = instance.jobs.enumerated().map { number, job in
      let placements = instance.vehicles.map { vehicle -> [RotaProblem.LevelAmount]? in
        job.skills.isSubset(of: vehicle.skills) ? [] : nil
      }
      let spans: [VROOMInstance.Span?] = job.windows.isEmpty ? [nil] : job.windows
      return RotaProblem.Call(
        demands: [
          RotaProblem.Demand(length: clock.length(job.setup + job.service), placements: placements, load: job.load)
        ], node: job.location, person: number,
        windows: spans.compactMap(clock.window).map { RotaProblem.Window(from: $0.from, until: $0.until, terms: []) },
        uncovered: [
          RotaProblem.LevelAmount(level: 0, amount: job.priority), RotaProblem.LevelAmount(level: 1, amount: 1),
        ])
    }
    problem.runRules.breaksOnTheWay = true
    problem.hints.nearInTime = Seconds(1800 * clock.parts)
    problem.hints.hasShiftsAlike = true
    return problem
  }

  /// The order in which breaks are had, as VROOM sorts them.
  private static func order(_ breaks: [VROOMInstance.Rest]) -> [VROOMInstance.Rest] {
    breaks.sorted {
      ($0.window?.end ?? .max, $0.window?.start ?? 0, $0.id) < ($1.window?.end ?? .max, $1.window?.start ?? 0, $1.id)
    }
  }

  /// Jobs that are left out count by their priorities and by their number: none must be done.
  package func leftOut(_ levels: [Int]) -> Int { 0 }

  package func solution(of rota: RotaSolution) -> VROOMSolution {
    let routes = zip(instance.vehicles, rota.runs).filter { !$1.stops.isEmpty }.map { vehicle, run in
      let breaks = zip(VROOMTranslation.order(vehicle.breaks), run.breaks).map { rest, taken in
        (
          time: taken.start,
          step: VROOMSolution.Step(.rest, id: rest.id, start: clock.second(taken.start), service: rest.service)
        )
      }
      let jobs = run.stops.map { stop in
        let job = instance.jobs[stop.call]
        return (
          time: stop.start,
          step: VROOMSolution.Step(.job, id: job.id, start: clock.second(stop.start) + job.setup, service: job.service)
        )
      }
      return VROOMSolution.Route(vehicle: vehicle.id, steps: (jobs + breaks).sorted { $0.time < $1.time }.map(\.step))
    }
    return VROOMSolution(routes: routes, unassigned: rota.uncovered.map { instance.jobs[$0].id })
  }

  package func evaluation(of rota: RotaSolution) -> any SetEvaluation {
    VROOMEvaluator.evaluate(solution(of: rota), of: instance)
  }

  package func objective(of levels: [Int]) -> SetObjective {
    SetObjective(
      levels.enumerated().map { ExactValue($1, over: $0 == levels.count - 1 ? costParts : 1) })
  }

  /// The solution as VROOM writes it.
  package func document(of rota: RotaSolution) -> String? {
    solution(of: rota).json(of: instance).lines(depth: 5) + "\n"
  }
}

/// The optimiser's places: the rows of the tables, then a beginning for each row (or none) and fixed cost that the rows can't say.
///
/// A vehicle leaves its beginning once, so that what using it costs lies on the legs from there.
private struct VROOMNodes {
  private struct Beginning: Hashable {
    let row: Int?
    let fixedCost: Int
  }

  private struct Mode: Hashable {
    let matrix: Int
    let costPerHour: Int
  }

  private let rows: Int
  private var beginnings: [Beginning] = []
  private var places: [Beginning: Int] = [:]
  private var modePlaces: [Mode: Int] = [:]
  /// For each way of getting about, the place of a vehicle that has it.
  private(set) var modes: [Int] = []

  init(_ instance: VROOMInstance) {
    rows = instance.rows
    for (number, vehicle) in instance.vehicles.enumerated() {
      let beginning = Beginning(row: vehicle.start, fixedCost: vehicle.fixedCost)
      if vehicle.start == nil || vehicle.fixedCost > 0, places[beginning] == nil {
        places[beginning] = rows + beginnings.count
        beginnings.append(beginning)
      }
      let mode = Mode(matrix: vehicle.matrix, costPerHour: vehicle.costPerHour)
      if modePlaces[mode] == nil {
        modePlaces[mode] = modes.count
        modes.append(number)
      }
    }
  }

  var count: Int { rows + beginnings.count }

  /// The row of the tables; nil where a vehicle begins at its first job.
  func row(_ node: Int) -> Int? { node < rows ? node : beginnings[node - rows].row }

  func fixedCost(_ node: Int) -> Int { node < rows ? 0 : beginnings[node - rows].fixedCost }

  func start(of vehicle: VROOMInstance.Vehicle) -> Int {
    places[Beginning(row: vehicle.start, fixedCost: vehicle.fixedCost)] ?? vehicle.start ?? 0
  }

  func mode(of vehicle: VROOMInstance.Vehicle) -> Int {
    modePlaces[Mode(matrix: vehicle.matrix, costPerHour: vehicle.costPerHour)] ?? 0
  }
}

extension VROOMInstance {
  /// Into how many parts a second is cut: one more than there are jobs and breaks without length.
  fileprivate var partsOfSecond: Int {
    let jobs = jobs.count { $0.setup + $0.service == 0 }
    let breaks = vehicles.map { $0.breaks.count { $0.service == 0 } }.max() ?? 0
    return jobs + breaks + 1
  }

  /// The unit of cost is one of so many parts: 1 where whole costs do.
  fileprivate var costParts: Int {
    vehicles.allSatisfy { matrices[$0.matrix].costs != nil || $0.costPerHour % 3600 == 0 } ? 1 : 3600
  }

  /// What of the problem is past the optimiser's numbers; nil where all fits.
  var tooLarge: String? {
    let horizon = horizon
    if (horizon.end - horizon.start + longestTask + 1) * partsOfSecond > 50_000_000 {
      let parts = partsOfSecond > 1 ? ", cut into \(partsOfSecond) parts each for work that takes no time" : ""
      return "\(horizon.end - horizon.start) seconds that matter\(parts)"
    }
    if longestLeg * partsOfSecond > 10_000_000 { return "a leg of \(longestLeg) seconds" }
    let nodes = VROOMNodes(self)
    if nodes.count * nodes.count * nodes.modes.count > 20_000_000 {
      return "\(nodes.modes.count) tables of \(nodes.count) places, with a table for each profile and hourly cost"
    }
    let dearest = vehicles.map { vehicle in
      let matrix = matrices[vehicle.matrix]
      let leg = (matrix.costs ?? matrix.durations).joined().max() ?? 0
      return leg * (matrix.costs == nil ? vehicle.costPerHour : 3600) + vehicle.fixedCost * 3600
    }
    let parts = costParts
    if let cost = dearest.max(), cost / (3600 / parts) > Int(Int32.max) {
      return "a leg that costs \(cost / 3600)\(parts > 1 ? ", counted in 3600ths" : "")"
    }
    return nil
  }
}
