import CareModel
import Interchange
import PublicInstances
import Testing

@Suite("VROOM: tight days out, solutions in")
struct VROOMDaysTests {
  @Test(
    "who may do a job is exactly who fits the visit, in seconds, for every visit for one",
    arguments: ["s20-1", "s20-1-core"])
  func wholeDay(name: String) throws {
    let instance = try PublicSetFiles.days(name)
    let problem = VROOMProblem(instance)
    #expect(problem.vehicles.map(\.id) == Array(instance.staff.indices))
    #expect(problem.jobs.map(\.id) == instance.visits.indices.filter { instance.visits[$0].workers == 1 })
    let durations = try #require(problem.matrices.first?.durations)
    for job in problem.jobs {
      let visit = instance.visits[job.id]
      #expect(
        job.service == visit.duration * 60 && job.windows == [.init(visit.windowStart * 60, visit.windowEnd * 60)])
      for vehicle in problem.vehicles {
        #expect(Set(job.skills).isSubset(of: vehicle.skills) == instance.fits(vehicle.id, job.id))
        let minutes = DaysInstance.travel(instance.staff[vehicle.id].start, visit.place)
        #expect(durations[vehicle.startIndex][job.locationIndex] == minutes * 60)
      }
    }
    #expect(problem.vehicles.contains { !$0.breaks.isEmpty } == !instance.isCore)
    #expect(problem.unsaid.contains { $0.hasSuffix("calls for two workers are left out") } == !instance.isCore)
    #expect(Set(problem.jobs.map(\.priority)).isSubset(of: [100, 40, 10, 2]))
    // A tier above another is never ranked below it.
    for (tier, priority) in Set(problem.jobs.map { [instance.visits[$0.id].tier, $0.priority] }).map({ ($0[0], $0[1]) })
    {
      #expect(problem.jobs.allSatisfy { instance.visits[$0.id].tier >= tier || $0.priority > priority })
    }
  }

  @Test("the document has VROOM's keys, and reads as JSON")
  func document() throws {
    let problem = VROOMProblem(try PublicSetFiles.days("s20-1"))
    let root = try JSONParser.parse(Array(problem.json.line.utf8), file: "v.json")
    let log = ProblemLog()
    let record = try #require(RecordReader(root, path: "", keys: ["vehicles", "jobs", "matrices"], log: log))
    let vehicles = record.objects(
      "vehicles",
      keys: ["id", "description", "profile", "start_index", "end_index", "skills", "time_window", "breaks"])
    let jobs = record.objects(
      "jobs", keys: ["id", "description", "location_index", "service", "skills", "priority", "time_windows"])
    #expect(vehicles.count == 20 && jobs.count == problem.jobs.count && log.isEmpty)
    for vehicle in vehicles {
      for rest in vehicle.objects("breaks", keys: ["id", "service", "time_windows"]) {
        #expect(rest.integer("service", in: 1...7200) == 1800)
      }
    }
    #expect(log.isEmpty)
    let rows = problem.matrices[0].durations
    #expect(rows.allSatisfy { $0.count == rows.count } && rows.indices.allSatisfy { rows[$0][$0] == 0 })
  }

  private static let output = """
    {"code": 0, "summary": {"cost": 12, "routes": 1}, "unassigned": [{"id": 7, "type": "job", "location_index": 3}], "routes": [
     {"vehicle": 4, "cost": 5, "steps": [
      {"type": "start", "arrival": 100, "duration": 0, "violations": []},
      {"type": "job", "id": 3, "job": 3, "arrival": 200, "setup": 5, "service": 600, "waiting_time": 60, "violations": []},
      {"type": "break", "id": 0, "arrival": 900, "setup": 0, "service": 1800, "waiting_time": 0},
      {"type": "job", "id": 9, "arrival": 2800, "service": 600, "waiting_time": 0},
      {"type": "end", "arrival": 4000, "duration": 300}]}]}
    """

  private func read(_ text: String) -> InstanceReading<VROOMSolution> {
    VROOMSolution.read(Array(text.utf8), file: "s.json")
  }

  @Test(
    "steps become visits in order, the break stands before the visit behind it, service starts after waiting and setup")
  func solution() throws {
    let solution = try #require(read(VROOMDaysTests.output).instance)
    #expect(solution.unassigned == [7] && solution.routes.map(\.vehicle) == [4])
    #expect(solution.routes[0].steps.map(\.start) == [265, 900, 2800])
    #expect(solution.routes[0].steps.map(\.kind) == [.job, .rest, .job])
    let (days, problems) = solution.solution(of: try PublicSetFiles.days("s20-1"))
    #expect(problems.isEmpty && days == DaysSolution(routes: [.init(staff: 4, visits: [3, 9], breakBefore: 1)]))
    let (core, _) = try #require(
      read(VROOMDaysTests.output.replacing("\"break\", \"id\": 0", with: "\"job\", \"id\": 5")).instance
    )
    .solution(of: try PublicSetFiles.days("s20-1-core"))
    #expect(core == DaysSolution(routes: [.init(staff: 4, visits: [3, 5, 9])]))
  }

  @Test("an error of VROOM, numbers of another problem and damage are told")
  func mistakes() throws {
    let failed = read(#"{"code": 2, "error": "Invalid skills"}"#)
    #expect(failed.instance == nil && failed.problems.first?.found == "2: Invalid skills")
    #expect(read(VROOMDaysTests.output.replacing("\"job\", \"id\": 9", with: "\"pickup\", \"id\": 9")).instance == nil)
    let days = try PublicSetFiles.days("s20-1")
    for (old, new) in [
      ("\"vehicle\": 4", "\"vehicle\": 99"), ("\"id\": 9", "\"id\": 999"),
      ("\"job\", \"id\": 9", "\"break\", \"id\": 9"),
    ] {
      let solution = try #require(read(VROOMDaysTests.output.replacing(old, with: new)).instance)
      let (converted, problems) = solution.solution(of: days)
      #expect(converted == nil && !problems.isEmpty, "\(new)")
    }
    for bytes in Damage.texts(of: VROOMDaysTests.output, every: 1) {
      let reading = VROOMSolution.read(bytes, file: "s.json")
      #expect((reading.instance == nil) == !reading.problems.isEmpty)
    }
  }
}
