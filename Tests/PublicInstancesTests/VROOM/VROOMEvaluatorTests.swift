import PublicInstances
import Testing

@Suite("VROOM: solutions judged by its rules")
struct VROOMEvaluatorTests {
  /// Two places 100 seconds apart, and 40 from place 0 to itself; one vehicle from place 0 and back, from 1000 to 2000.
  private func instance(
    _ jobs: [VROOMInstance.Job], breaks: [VROOMInstance.Rest] = [], capacity: Int? = nil, fixedCost: Int = 0,
    perHour: Int = 3600, costs: [[Int]]? = nil
  ) -> VROOMInstance {
    VROOMInstance(
      vehicles: [
        .init(
          id: 7, matrix: 0, start: 0, end: 0, skills: [1], capacity: capacity, window: .init(1000, 2000),
          breaks: breaks,
          fixedCost: fixedCost, costPerHour: perHour)
      ], jobs: jobs, matrices: [.init(profile: "car", durations: [[40, 100], [100, 0]], costs: costs)])
  }

  private func job(
    _ id: Int, setup: Int = 0, service: Int = 60, load: Int = 0, skills: Set<Int> = [], priority: Int = 0,
    _ windows: VROOMInstance.Span...
  ) -> VROOMInstance.Job {
    .init(
      id: id, location: 1, setup: setup, service: service, load: load, skills: skills, priority: priority,
      windows: windows)
  }

  private func step(_ id: Int, at start: Int, service: Int = 60) -> VROOMSolution.Step {
    .init(.job, id: id, start: start, service: service)
  }

  private func rest(_ id: Int, at start: Int, service: Int = 30) -> VROOMSolution.Step {
    .init(.rest, id: id, start: start, service: service)
  }

  private func evaluation(
    _ instance: VROOMInstance, _ steps: [VROOMSolution.Step], unassigned: [Int] = []
  ) -> VROOMEvaluation {
    VROOMEvaluator.evaluate(
      VROOMSolution(routes: [.init(vehicle: 7, steps: steps)], unassigned: unassigned), of: instance)
  }

  private func rules(
    _ instance: VROOMInstance, _ steps: [VROOMSolution.Step], unassigned: [Int] = []
  ) -> [SetRule] { evaluation(instance, steps, unassigned: unassigned).violations.map(\.rule) }

  @Test("priorities left out come first, then how many jobs, then what travel and vehicles cost")
  func objective() {
    let jobs = [job(1), job(2, priority: 10), job(3, priority: 5)]
    let part = evaluation(instance(jobs, fixedCost: 50, perHour: 1800), [step(1, at: 1100)], unassigned: [2, 3])
    #expect(part.isFeasible && part.objective.description == "15 / 2 / 150")
    let table = evaluation(instance([job(1)], costs: [[0, 3], [4, 0]]), [step(1, at: 1100)])
    #expect(table.objective.description == "0 / 0 / 7" && table.components.duration == 200)
    let odd = evaluation(instance([job(1)], perHour: 100), [step(1, at: 1100)])
    #expect(odd.objective.last == ExactValue(50, over: 9))
    #expect(evaluation(instance([job(1)], fixedCost: 50), [], unassigned: [1]).objective.description == "0 / 1 / 0")
  }

  @Test("a vehicle travels, works and comes back within its window, and not a second sooner")
  func times() {
    let one = instance([job(1), job(2)])
    #expect(rules(one, [step(1, at: 1100), step(2, at: 1160)]) == [])
    #expect(rules(one, [step(1, at: 1100), step(2, at: 1159)]) == [.travel])
    #expect(rules(one, [step(1, at: 1099), step(2, at: 1160)]) == [.travel])
    #expect(rules(one, [step(1, at: 1100), step(2, at: 1840)]) == [])
    #expect(rules(one, [step(1, at: 1100), step(2, at: 1841)]) == [.shiftEnd])
    #expect(rules(one, [step(1, at: 900), step(2, at: 1160)]) == [.shiftStart, .travel])
    #expect(rules(one, [step(1, at: 1100, service: 59), step(2, at: 1160)]) == [.tooShort])
  }

  @Test("windows are for the start of setup and service together, whichever of them it lies in")
  func windows() {
    let one = instance([job(1, setup: 20, .init(1100, 1200), .init(1300, 1400))])
    for start in [1120, 1220, 1320, 1420] { #expect(rules(one, [step(1, at: start)]) == []) }
    #expect(rules(one, [step(1, at: 1119)]) == [.travel, .tooEarly])
    #expect(rules(one, [step(1, at: 1221)]) == [.tooEarly])
    #expect(rules(one, [step(1, at: 1421)]) == [.tooLate])
  }

  @Test("each break is had once, in its window and in full, and under way it holds the travel up as long as it lasts")
  func breaks() {
    let rests: [VROOMInstance.Rest] = [.init(id: 1, service: 30, window: .init(1050, 1150))]
    let one = instance([job(1)], breaks: rests)
    #expect(rules(one, [rest(1, at: 1050), step(1, at: 1130)]) == [])
    #expect(rules(one, [rest(1, at: 1050), step(1, at: 1129)]) == [.travel])
    #expect(rules(one, [rest(1, at: 1049), step(1, at: 1130)]) == [.restBreak])
    #expect(rules(one, [rest(1, at: 1150), step(1, at: 1180)]) == [])
    #expect(rules(one, [rest(1, at: 1151), step(1, at: 1181)]) == [.restBreak])
    #expect(rules(one, [rest(1, at: 1150), step(1, at: 1179)]) == [.travel])
    #expect(rules(one, [step(1, at: 1100)]) == [.restBreak])
    #expect(rules(one, [rest(1, at: 1050, service: 29), step(1, at: 1130)]) == [.restBreak])
    #expect(rules(one, [rest(1, at: 1050), rest(1, at: 1080), step(1, at: 1200)]) == [.restBreak])
    #expect(rules(one, [rest(2, at: 1050), rest(1, at: 1080), step(1, at: 1200)]) == [.restBreak])
    // A vehicle that does nothing has no break to have.
    #expect(rules(one, [], unassigned: [1]) == [])
    // After the last job: 1840 + 60 + 30 + 100 > 2000.
    let late = instance([job(1)], breaks: [.init(id: 1, service: 30, window: nil)])
    #expect(rules(late, [step(1, at: 1810), rest(1, at: 1870)]) == [])
    #expect(rules(late, [step(1, at: 1811), rest(1, at: 1871)]) == [.shiftEnd])
  }

  @Test("skills and capacity are the vehicle's")
  func vehicle() {
    #expect(rules(instance([job(1, skills: [1])]), [step(1, at: 1100)]) == [])
    #expect(rules(instance([job(1, skills: [1, 2])]), [step(1, at: 1100)]) == [.ability])
    let loads = [job(1, load: 2), job(2, load: 3)]
    #expect(rules(instance(loads, capacity: 5), [step(1, at: 1100), step(2, at: 1160)]) == [])
    #expect(rules(instance(loads, capacity: 4), [step(1, at: 1100), step(2, at: 1160)]) == [.capacity])
  }

  @Test("every job is done once or said to be unassigned, and every number names something")
  func jobs() {
    let one = instance([job(1)])
    #expect(rules(one, [step(1, at: 1100), step(1, at: 1160)]) == [.servedTwice])
    #expect(rules(one, [step(1, at: 1100)], unassigned: [1]) == [.servedTwice])
    #expect(rules(one, []) == [.notServed])
    #expect(rules(one, [step(1, at: 1100), step(9, at: 1300)]) == [.unknown])
    #expect(rules(one, [step(1, at: 1100)], unassigned: [9]) == [.unknown])
    let routes = VROOMSolution(routes: [
      .init(vehicle: 8, steps: []), .init(vehicle: 7, steps: [step(1, at: 1100)]), .init(vehicle: 7, steps: []),
    ])
    #expect(VROOMEvaluator.evaluate(routes, of: one).violations.map(\.rule) == [.unknown, .routes])
  }
}
