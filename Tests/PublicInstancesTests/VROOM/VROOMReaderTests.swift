import CareModel
import Interchange
import PublicInstances
import Testing

@Suite("VROOM: problems in")
struct VROOMReaderTests {
  private func read(_ text: String) -> InstanceReading<VROOMInstance> {
    VROOMReader.read(Array(text.utf8), file: "p.json")
  }

  private func shipped(_ name: String) throws -> String {
    String(decoding: try PublicSetFiles.bytes(.vroom, "instances/\(name).json"), as: UTF8.self)
  }

  @Test("every field of a problem that can be solved here is read, and what is left out has VROOM's own defaults")
  func fields() throws {
    let visits = try #require(read(try shipped("visits-6")).instance)
    #expect(visits.matrices.map(\.profile) == ["car", "bike"] && visits.rows == 6)
    let (first, second) = (visits.vehicles[0], visits.vehicles[1])
    #expect(first.id == 11 && first.start == 0 && first.end == 0 && first.matrix == 0 && second.matrix == 1)
    #expect(first.capacity == 3 && first.window == .init(28_800, 41_400) && first.skills == [1])
    #expect(first.breaks == [.init(id: 1, service: 1800, window: .init(34_200, 36_000))])
    #expect(second.end == nil && second.fixedCost == 600 && second.costPerHour == 1800 && first.costPerHour == 3600)
    #expect(visits.jobs.map(\.id) == [101, 102, 103, 104, 105, 106] && visits.jobs.allSatisfy { $0.load == 1 })
    #expect(visits.jobs[2].setup == 300 && visits.jobs[2].skills == [2] && visits.jobs[2].windows.isEmpty)
    #expect(visits.jobs[3].windows == [.init(29_400, 31_200), .init(36_600, 39_000)] && visits.jobs[3].priority == 20)
    let round = try #require(read(try shipped("round-6")).instance)
    #expect(round.vehicles[0].window == nil && round.vehicles[0].capacity == nil && round.vehicles[1].start == nil)
    #expect(
      round.jobs[0] == .init(id: 1, location: 1, setup: 0, service: 0, load: 0, skills: [], priority: 0, windows: []))
    #expect(round.matrices[1].costs?[0][1] == 245 && round.matrices[0].costs == nil)
  }

  @Test("a tight day written for VROOM is read as it was written")
  func written() throws {
    let problem = VROOMProblem(try PublicSetFiles.days("s20-1"))
    let instance = try #require(read(problem.json.lines(depth: 2)).instance)
    #expect(
      instance.jobs.map(\.id) == problem.jobs.map(\.id) && instance.jobs.map(\.windows) == problem.jobs.map(\.windows))
    #expect(instance.jobs.map(\.priority) == problem.jobs.map(\.priority))
    #expect(instance.vehicles.map(\.start) == problem.vehicles.map(\.startIndex))
    #expect(instance.vehicles.map(\.window) == problem.vehicles.map(\.window))
    #expect(instance.vehicles.flatMap(\.breaks).map(\.window) == problem.vehicles.flatMap(\.breaks).map(\.window))
    #expect(instance.matrices.map(\.durations) == problem.matrices.map(\.durations))
  }

  @Test(
    "what VROOM knows and can't be solved here is refused by its name",
    arguments: [
      ("\"jobs\": [", "\"shipments\": [{}], \"jobs\": [", "shipments"),
      ("\"jobs\": [", "\"matrix\": [[0]], \"jobs\": [", "matrix"),
      ("\"profile\": \"car\"", "\"max_tasks\": 4", "max_tasks"),
      ("\"profile\": \"car\"", "\"max_travel_time\": 4", "max_travel_time"),
      ("\"profile\": \"car\"", "\"max_distance\": 4", "max_distance"),
      ("\"profile\": \"car\"", "\"steps\": []", "steps"),
      ("\"profile\": \"car\"", "\"type\": \"x\"", "type"),
      ("\"profile\": \"car\"", "\"speed_factor\": 1.2", "speed_factor"),
      ("\"per_hour\": 1800", "\"per_km\": 10", "per_km"),
      ("\"per_hour\": 1800", "\"per_task_hour\": 1", "per_task_hour"),
      ("\"id\": 1, \"service\": 1800", "\"id\": 1, \"max_load\": [1]", "max_load"),
      ("[[34200, 36000]]", "[[34200, 36000], [37000, 38000]]", "time_windows"),
      ("\"setup\": 300", "\"setup_per_type\": {}", "setup_per_type"),
      ("\"setup\": 300", "\"service_per_type\": {}", "service_per_type"),
      ("\"location_index\": 4, \"service\": 1800, \"delivery\"", "\"location_index\": 4, \"pickup\"", "pickup"),
      ("\"delivery\": [1], \"priority\": 10", "\"delivery\": [1, 2], \"priority\": 10", "delivery"),
      ("\"capacity\": [3]", "\"capacity\": [3, 3]", "capacity"),
      ("\"service\": 0", "\"setup\": 60", "setup"),
    ])
  func unsupported(old: String, new: String, key: String) throws {
    let text = try shipped("visits-6")
    #expect(text.contains(old))
    let reading = read(text.replacing(old, with: new))
    #expect(reading.instance == nil)
    let problem = try #require(reading.problems.first { $0.code == "vroom.unsupported" }, "\(reading.problems)")
    #expect(problem.location.contains(key), "\(problem)")
  }

  @Test("values at which a key means nothing are read over, and so is what nobody needs to know")
  func harmless() throws {
    let text = try shipped("visits-6")
      .replacing("\"jobs\": [", with: "\"shipments\": [], \"jobs\": [")
      .replacing("\"profile\": \"car\"", with: "\"speed_factor\": 1.0, \"start\": [2.3, 48.8]")
      .replacing("\"per_hour\": 1800", with: "\"per_hour\": 1800, \"per_km\": 0")
    let reading = read(text)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    #expect(reading.instance == read(try shipped("visits-6")).instance)
  }

  @Test(
    "what contradicts itself, or names nothing, is refused",
    arguments: [
      ("\"id\": 12", "\"id\": 11", "id.repeated"), ("\"id\": 102", "\"id\": 101", "id.repeated"),
      ("\"profile\": \"bike\"", "\"profile\": \"boat\"", "reference.unknown"),
      ("\"location_index\": 5", "\"location_index\": 6", "number.range"),
      ("\"location_index\": 5", "\"location\": [2.3, 48.8]", "value.missing"),
      ("\"start_index\": 0, \"skills\": [1, 2]", "\"skills\": [1, 2]", "value.missing"),
      ("\"start_index\": 0, \"skills\": [1, 2]", "\"start\": [2.3, 48.8], \"skills\": [1, 2]", "value.missing"),
      ("\"capacity\": [2], ", "", "vroom.capacity"),
      ("[30000, 37800]", "[37800, 30000]", "interval.backwards"),
      ("[[29400, 31200], ", "[[29400, 36600], ", "window.overlap"), ("[[30000, 37800]]", "[]", "list.length"),
      ("[[30000, 37800]]", "[[30000]]", "number.list"), ("\"priority\": 80", "\"priority\": 101", "number.range"),
      ("\"service\": 2700", "\"servce\": 2700", "key.unknown"),
      ("\"service\": 2700", "\"service\": -1", "number.range"),
      ("[940, 880, 640, 0, 1020, 420]", "[940, 880, 640, 0, 1020]", "matrix.row"),
      ("[940, 880, 640, 0, 1020, 420]", "[940, 880, 640, 0, 1020, 20000000]", "matrix.row"),
      ("\"durations\"", "\"costs\"", "value.missing"), ("\"matrices\"", "\"tables\"", "key.unknown"),
      ("[940, 880, 640, 0, 1020, 420]", "[940, 880, 640, 0, 1020, 9000000]", "vroom.tooLarge"),
    ])
  func contradictions(old: String, new: String, code: String) throws {
    let text = try shipped("visits-6")
    #expect(text.contains(old))
    let reading = read(text.replacing(old, with: new))
    #expect(reading.instance == nil)
    #expect(reading.problems.contains { $0.code == code }, "\(reading.problems)")
  }

  @Test("tables that would fill the memory, one for each hourly cost, are refused", arguments: [40, 50])
  func tables(vehicles: Int) {
    let row = "[" + Array(repeating: "1", count: 700).joined(separator: ",") + "]"
    let list = (1...vehicles).map { "{\"id\": \($0), \"start_index\": 0, \"costs\": {\"per_hour\": \($0 * 3600)}}" }
    let reading = read(
      """
      {"jobs": [{"id": 1, "location_index": 1}], "vehicles": [\(list.joined(separator: ","))],
      "matrices": {"car": {"durations": [\(Array(repeating: row, count: 700).joined(separator: ","))]}}}
      """)
    #expect(reading.problems.map(\.code) == (vehicles == 40 ? [] : ["vroom.tooLarge"]))
  }

  @Test("costs of legs in the table and by the hour at once are refused")
  func twoCosts() throws {
    let reading = read(try shipped("round-6").replacing("\"fixed\": 250", with: "\"fixed\": 250, \"per_hour\": 20"))
    #expect(reading.problems.map(\.code) == ["vroom.unsupported"])
  }

  @Test("damage is told, and never traps")
  func damage() throws {
    for name in ["visits-6", "round-6"] {
      for bytes in Damage.texts(of: try shipped(name)) {
        let reading = VROOMReader.read(bytes, file: "p.json")
        #expect((reading.instance == nil) == !reading.problems.isEmpty)
      }
    }
  }
}
