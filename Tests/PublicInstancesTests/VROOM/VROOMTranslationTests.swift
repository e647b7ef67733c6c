import Interchange
import PublicInstances
import ReproducibleNumbers
import RotaOptimiser
import Testing

@Suite("VROOM: problems solved and written")
struct VROOMTranslationTests {
  private func solve(
    _ instance: VROOMInstance, budget: Int = 60_000
  ) throws -> (solution: VROOMSolution, evaluation: VROOMEvaluation) {
    let translation = VROOMTranslation(instance)
    let result = try DayOptimiser(translation.problem, settings: OptimiserSettings(budget: budget)).solve()
    let solution = translation.solution(of: result.solution)
    let evaluation = VROOMEvaluator.evaluate(solution, of: instance)
    #expect(translation.objective(of: result.solution.levels) == evaluation.objective)
    #expect(evaluation.violations.isEmpty, "\(evaluation.violations)")
    return (solution, evaluation)
  }

  @Test(
    "on the shipped problems the optimiser finds what trying every order finds, which is the published value",
    arguments: ["visits-6", "round-6"])
  func optimal(name: String) throws {
    let instance = try PublicSetFiles.vroom(name)
    let best = EveryOrder(instance).best()
    #expect(try solve(instance).evaluation.objective == best)
    let row = try #require(try PublicSetFiles.bestKnown(.vroom).best(of: name))
    #expect(row.value == best && row.isProven)
  }

  @Test("times that count from another moment change nothing but the times", arguments: ["visits-6", "round-6"])
  func otherOrigin(name: String) throws {
    var instance = try PublicSetFiles.vroom(name)
    let before = try solve(instance)
    let shift = 1_600_000_000
    func moved(_ span: VROOMInstance.Span) -> VROOMInstance.Span { .init(span.start + shift, span.end + shift) }
    for index in instance.vehicles.indices {
      instance.vehicles[index].window = instance.vehicles[index].window.map(moved)
      for rest in instance.vehicles[index].breaks.indices {
        instance.vehicles[index].breaks[rest].window = instance.vehicles[index].breaks[rest].window.map(moved)
      }
    }
    for index in instance.jobs.indices { instance.jobs[index].windows = instance.jobs[index].windows.map(moved) }
    #expect(try solve(instance).evaluation.objective == before.evaluation.objective)
  }

  @Test("jobs that take no time take none, however many, and windows may be a single second")
  func noService() throws {
    let count = 12
    let jobs = (0..<count).map { number in
      VROOMInstance.Job(
        id: number, location: number % 2, setup: 0, service: 0, load: 0, skills: [], priority: 0,
        windows: [.init(100, 100 + number % 2)])
    }
    let instance = VROOMInstance(
      vehicles: [
        .init(
          id: 0, matrix: 0, start: 0, end: nil, skills: [], capacity: nil, window: .init(100, 101), breaks: [],
          fixedCost: 0, costPerHour: 3600)
      ], jobs: jobs, matrices: [.init(profile: "car", durations: [[0, 1], [1, 0]], costs: nil)])
    let solved = try solve(instance)
    #expect(solved.evaluation.objective.description == "0 / 0 / 1")
    #expect(solved.solution.routes.first?.steps.count == count)
  }

  @Test("on random problems the rules are kept and the costs agree, with breaks of any number", arguments: 1...40)
  func random(seed: UInt64) throws {
    var random = RandomStream(seed: seed, purpose: StreamPurpose("test.vroom"))
    func span(_ most: Int) -> VROOMInstance.Span {
      let start = random.nextInt(in: 0...2000)
      return .init(start, start + random.nextInt(in: 0...most))
    }
    let rows = 5
    let matrices = ["car", "bike"].map { profile in
      let durations = (0..<rows).map { from in
        (0..<rows).map { $0 == from ? 0 : random.nextInt(in: 0...400) }
      }
      let costs = (0..<rows).map { _ in (0..<rows).map { _ in random.nextInt(in: 0...90) } }
      return VROOMInstance.Matrix(
        profile: profile, durations: durations, costs: random.nextInt(below: 2) == 0 ? nil : costs)
    }
    let vehicles = (0..<3).map { number -> VROOMInstance.Vehicle in
      let begins = random.nextInt(below: 3) > 0
      return VROOMInstance.Vehicle(
        id: number, matrix: random.nextInt(below: 2), start: begins ? random.nextInt(below: rows) : nil,
        end: begins && random.nextInt(below: 2) == 0 ? nil : random.nextInt(below: rows),
        skills: Set((0..<2).filter { _ in random.nextInt(below: 2) == 0 }), capacity: random.nextInt(in: 1...6),
        window: random.nextInt(below: 2) == 0 ? nil : span(3000),
        breaks: (0..<random.nextInt(below: 4)).map {
          .init(
            id: $0, service: random.nextInt(below: 3) * 60, window: random.nextInt(below: 3) == 0 ? nil : span(900))
        }, fixedCost: random.nextInt(below: 2) * 70, costPerHour: [3600, 1000, 7200][random.nextInt(below: 3)])
    }
    let jobs = (0..<9).map { number in
      VROOMInstance.Job(
        id: number, location: random.nextInt(below: rows), setup: 0, service: random.nextInt(below: 4) * 50,
        load: random.nextInt(in: 0...2), skills: random.nextInt(below: 3) == 0 ? [random.nextInt(below: 2)] : [],
        priority: random.nextInt(below: 3) * 10, windows: random.nextInt(below: 3) == 0 ? [] : [span(1500)])
    }
    let instance = VROOMInstance(vehicles: vehicles, jobs: jobs, matrices: matrices)
    let solved = try solve(instance, budget: 15_000)
    #expect(solved.solution.unassigned.count < jobs.count)
  }

  @Test("a job whose window no vehicle can meet is left out, and so is one that asks for a break that can't be had")
  func impossible() throws {
    var instance = try PublicSetFiles.vroom("visits-6")
    instance.jobs[0].windows = [.init(0, 100)]
    instance.vehicles[0].breaks = [.init(id: 1, service: 60, window: .init(80_000, 90_000))]
    let solved = try solve(instance)
    #expect(solved.solution.unassigned.contains(101) && solved.solution.routes.allSatisfy { $0.vehicle == 12 })
  }

  @Test("a solution is written as VROOM writes one: read again it is the same, and its sums are right")
  func written() throws {
    for name in ["visits-6", "round-6"] {
      let instance = try PublicSetFiles.vroom(name)
      let solved = try solve(instance)
      let text = solved.solution.json(of: instance).lines(depth: 5)
      #expect(VROOMSolution.read(Array(text.utf8), file: "s.json").instance == solved.solution)
      let root = try JSONParser.parse(Array(text.utf8), file: "s.json")
      let log = ProblemLog()
      let record = try #require(
        RecordReader(root, path: "", keys: ["code", "summary", "unassigned", "routes"], log: log))
      let sums = ["cost", "routes", "unassigned", "setup", "service", "duration", "waiting_time", "priority"]
      let summary = try #require(record.object("summary", keys: sums + ["violations"]))
      func sum(_ key: String) -> Int? { summary.integer(key, in: 0...1_000_000) }
      let parts = solved.evaluation.components
      #expect(sum("cost") == (parts.cost + 1800) / 3600 && sum("duration") == parts.duration)
      #expect(sum("routes") == parts.routes && sum("unassigned") == parts.unassigned)
      #expect(sum("priority") == instance.jobs.reduce(0) { $0 + $1.priority } - parts.unassignedPriority)
      #expect(log.isEmpty, "\(log.problems)")
    }
  }

  @Test("steps follow one another without a gap: arrival, waiting, setup, service, and the way in between")
  func steps() throws {
    let instance = try PublicSetFiles.vroom("visits-6")
    let solution = VROOMSolution(routes: [
      .init(
        vehicle: 11,
        steps: [
          .init(.job, id: 101, start: 30_000, service: 1800), .init(.job, id: 102, start: 32_100, service: 2700),
          .init(.rest, id: 1, start: 34_900, service: 1800), .init(.job, id: 106, start: 37_400, service: 2400),
        ])
    ])
    let text = solution.json(of: instance).line
    // 102 is over at 34800; of the 600 seconds to 106 the break comes after 100, so that 500 are left at 36700.
    for part in [
      #""type": "start", "location_index": 0, "setup": 0, "service": 0, "waiting_time": 0, "arrival": 29460, "duration": 0"#,
      #""id": 101, "location_index": 1, "setup": 0, "service": 1800, "waiting_time": 0, "arrival": 30000, "duration": 540"#,
      #""type": "break", "id": 1, "setup": 0, "service": 1800, "waiting_time": 0, "arrival": 34900, "duration": 940"#,
      #""id": 106, "location_index": 5, "setup": 0, "service": 2400, "waiting_time": 200, "arrival": 37200, "duration": 1440"#,
      #""type": "end", "location_index": 0, "setup": 0, "service": 0, "waiting_time": 0, "arrival": 40920, "duration": 2560"#,
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
  }
}

/// Tries every order of jobs on two vehicles, with every place for the breaks, each as early as it can be.
private struct EveryOrder {
  let instance: VROOMInstance

  init(_ instance: VROOMInstance) { self.instance = instance }

  func best() -> SetObjective {
    var best = VROOMEvaluator.evaluate(solution([]), of: instance).objective
    func extend(_ lists: [[Int]]) {
      for solution in solutions(lists) {
        let evaluation = VROOMEvaluator.evaluate(solution, of: instance)
        if evaluation.isFeasible, evaluation.objective < best { best = evaluation.objective }
      }
      let last = lists.count - 1
      for job in instance.jobs.indices where !lists.joined().contains(job) {
        extend(lists.dropLast() + [lists[last] + [job]])
      }
      if lists.count < instance.vehicles.count { extend(lists + [[]]) }
    }
    extend([[]])
    return best
  }

  private func solutions(_ lists: [[Int]]) -> [VROOMSolution] {
    var all: [[VROOMSolution.Route]] = [[]]
    for (vehicle, list) in zip(instance.vehicles, lists) where !list.isEmpty {
      let places = vehicle.breaks.isEmpty ? [0] : Array(0...list.count)
      all = all.flatMap { routes in places.map { routes + [route(vehicle, list, restBefore: $0)] } }
    }
    return all.map(solution)
  }

  private func solution(_ routes: [VROOMSolution.Route]) -> VROOMSolution {
    let done = Set(routes.flatMap(\.steps).filter { $0.kind == .job }.map(\.id))
    return VROOMSolution(routes: routes, unassigned: instance.jobs.map(\.id).filter { !done.contains($0) })
  }

  private func route(
    _ vehicle: VROOMInstance.Vehicle, _ list: [Int], restBefore place: Int
  ) -> VROOMSolution.Route {
    var steps: [VROOMSolution.Step] = []
    var time = vehicle.window?.start ?? 0
    var node = vehicle.start
    for index in 0...list.count {
      let left = time
      var rested = 0
      if index == place, let rest = vehicle.breaks.first {
        let start = max(time, rest.window?.start ?? 0)
        steps.append(.init(.rest, id: rest.id, start: start, service: rest.service))
        (time, rested) = (start + rest.service, rest.service)
      }
      guard index < list.count else { break }
      let job = instance.jobs[list[index]]
      let way = node.map { instance.matrices[vehicle.matrix].durations[$0][job.location] } ?? 0
      let arrival = max(time, left + rested + way)
      let window = job.windows.first { $0.end >= arrival }
      let start = max(arrival, window?.start ?? arrival) + job.setup
      steps.append(.init(.job, id: job.id, start: start, service: job.service))
      (time, node) = (start + job.service, job.location)
    }
    return .init(vehicle: vehicle.id, steps: steps)
  }
}
