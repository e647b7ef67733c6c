import CareModel
import Interchange
import PublicInstances
import Quantities
import Testing

@Suite("VROOM: days of ours out, rotas in")
struct VROOMCaseloadTests {
  private func caseload() throws -> Caseload {
    let bytes = try PublicSetFiles.bytes("Scenarios/uhhc-i-134/instance.json")
    return try #require(UHHCReader.read(json: bytes, file: "i.json").caseload)
  }

  /// By the day's own matrix.
  private func problem(_ caseload: Caseload) -> VROOMProblem {
    VROOMProblem(caseload) { from, to, mode, _ in
      guard let matrix = caseload.matrices.first(where: { $0.mode == mode }),
        let row = caseload.place(from)?.matrixIndex, let column = caseload.place(to)?.matrixIndex
      else { return Seconds(-1) }
      return Seconds(Int(matrix.seconds[row * matrix.size + column]))
    }
  }

  @Test("duty periods and calls for one become vehicles and jobs; calls for two are left out and said")
  func day() throws {
    let caseload = try caseload()
    let problem = problem(caseload)
    let single = caseload.visits.indices.filter { caseload.visits[$0].demands.count == 1 }
    #expect(problem.vehicles.count == 3 && problem.jobs.map(\.id) == single && single.count == 13)
    #expect(problem.unsaid.contains("2 calls for two workers are left out"))
    for job in problem.jobs {
      let visit = caseload.visits[job.id]
      #expect(job.description == visit.id.text && job.windows.count == visit.windows.count)
      #expect(job.windows.first?.start == (visit.windows[0].safe.start - caseload.day.start).value)
      #expect(job.priority == (visit.consequence == .low ? 1 : 100))
      for (vehicle, worker) in zip(problem.vehicles, caseload.workers) {
        let fits =
          visit.demands[0].isMet(by: worker)
          && caseload.person(visit.person)?.refusedWorkers.contains(worker.id) == false
        #expect(Set(job.skills).isSubset(of: vehicle.skills) == fits)
      }
    }
    let durations = try #require(problem.matrices.first)
    #expect(durations.profile == "car" && durations.durations.joined().allSatisfy { $0 >= 0 && $0 % 60 == 0 })
    // A break of ours lies wholly in its window; VROOM's window is for its start.
    for (vehicle, worker) in zip(problem.vehicles, caseload.workers) {
      let rests = worker.dutyPeriods[0].breaks
      #expect(vehicle.breaks.map(\.service) == rests.map(\.length.seconds.value))
      #expect(vehicle.breaks.map(\.window.end) == rests.map { ($0.window.end - $0.length - caseload.day.start).value })
    }
    #expect(try JSONParser.parse(Array(problem.json.line.utf8), file: "v").position.line == 1)
  }

  @Test("routes become runs in the order of the workers, at the moments that VROOM says")
  func rota() throws {
    let caseload = try caseload()
    let jobs = problem(caseload).jobs.map(\.id)
    let solution = VROOMSolution(routes: [
      .init(
        vehicle: 2,
        steps: [
          .init(.job, id: jobs[0], start: 3600, service: 60), .init(.rest, id: 0, start: 9000, service: 1800),
        ]), .init(vehicle: 0, steps: [.init(.job, id: jobs[1], start: 7200, service: 60)]),
      .init(vehicle: 1, steps: [.init(.rest, id: 0, start: 0, service: 1800)]),
    ])
    let (made, problems) = solution.rota(of: caseload)
    let rota = try #require(made, "\(problems)")
    #expect(rota.runs.map(\.worker) == [caseload.workers[0].id, caseload.workers[2].id])
    let stop = try #require(rota.runs[1].stops.first)
    #expect(stop.visit == caseload.visits[jobs[0]].id && stop.start == caseload.day.start + Seconds(3600))
    #expect(stop.end == stop.start + caseload.visits[jobs[0]].length)
    #expect(rota.runs[1].breaks.map { ($0.end - $0.start).value } == [1800])
    #expect(rota.uncovered.count == caseload.visits.count - 2)
    for wrong in [
      VROOMSolution.Route(vehicle: 9, steps: []),
      .init(vehicle: 0, steps: [.init(.job, id: 999, start: 0, service: 0)]),
    ] {
      let (rota, problems) = VROOMSolution(routes: [wrong]).rota(of: caseload)
      #expect(rota == nil && !problems.isEmpty)
    }
  }
}
