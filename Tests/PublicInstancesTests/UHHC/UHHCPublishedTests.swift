import CareModel
import PublicInstances
import Testing

@Suite("UHHC: published solutions have their published values")
struct UHHCPublishedTests {
  /// Weighted components as published with the solution files, or as published in the table of best values.
  private static let files: [(file: String, instance: String, total: Int, parts: [UHHCComponent: Int])] = [
    ("D1", "D1", 769, [.travelTime: 769, .totalWaitingTime: 299, .maxIdleTime: 308]),
    ("J8", "J8", 115, [.totalWaitingTime: 81, .workloadBalance: 34, .travelTime: 1989, .maxIdleTime: 73]),
    (
      "i-100-cp", "i-100", 14_744,
      [.travelTime: 1120, .totalWaitingTime: 2, .maxIdleTime: 177, .caregiverPreferences: 4]
    ),
    (
      "i-116-cp", "i-116", 17_117,
      [.travelTime: 410, .totalTardiness: 409, .highestTardiness: 159, .maxIdleTime: 170, .optionalPatients: 2]
    ),
    (
      "i-116-sa", "i-116", 17_393,
      [.travelTime: 410, .totalTardiness: 441, .highestTardiness: 163, .maxIdleTime: 170, .optionalPatients: 2]
    ),
    (
      "i-134-cp", "i-134", 15_616,
      [
        .travelTime: 441, .totalTardiness: 4, .highestTardiness: 4, .totalWaitingTime: 199, .totalExtraTime: 27,
        .maxIdleTime: 276, .optionalPatients: 4,
      ]
    ),
    // Its lunch breaks stand behind the visits in the file, and one leads its route: 45 minutes are not waited.
    (
      "i-134-sa", "i-134", 15_820,
      [
        .travelTime: 440, .totalTardiness: 4, .highestTardiness: 4, .totalWaitingTime: 353, .totalExtraTime: 27,
        .maxIdleTime: 277, .optionalPatients: 4,
      ]
    ),
  ]

  @Test("component by component, without a broken rule", arguments: 0..<7)
  func published(index: Int) throws {
    let (file, name, total, parts) = UHHCPublishedTests.files[index]
    let instance = try PublicSetFiles.uhhc(name)
    let reading = UHHCSolutionReader.read(
      try PublicSetFiles.bytes(.uhhc, "solutions/\(file).json"), file: file, of: instance)
    let solution = try #require(reading.instance, "\(reading.problems)")
    let evaluation = UHHCEvaluator.evaluate(solution, of: instance)
    #expect(evaluation.violations == [])
    #expect(evaluation.total == total)
    for (part, value) in parts { #expect(evaluation.components[part] == value, "\(part)") }
    let best = try #require(try PublicSetFiles.bestKnown(.uhhc).best(of: name))
    #expect(best.value <= evaluation.objective)
  }

  @Test("an instance that is damaged or names what is not there is refused")
  func damage() throws {
    let good = HandMadeUHHC(more: ", \"synchronization\": {\"type\": \"independent\"}").text
    for bytes in Damage.texts(of: good) {
      let reading = UHHCInstanceReader.read(bytes, file: "i.json")
      #expect((reading.instance == nil) == !reading.problems.isEmpty)
    }
    let sequence = ", \"synchronization\": {\"type\": \"sequential\", \"distance\": {\"min\": 9, \"max\": 8}}"
    let wrong = [
      HandMadeUHHC(arrival: "d9"), HandMadeUHHC(costs: "\"unheard_of\": 3"),
      HandMadeUHHC(costs: "\"travel_time\": 0.5"),
      HandMadeUHHC(costs: "\"travel_time\": -1"), HandMadeUHHC(more: sequence), HandMadeUHHC(distances: "[[0]]"),
    ]
    for instance in wrong + [
      HandMadeUHHC(
        arrival: "d0\"}, {\"id\": \"c1\", \"abilities\": [], \"departing_point\": \"d0\", \"arrival_point\": \"d0")
    ] {
      #expect(instance.reading.instance == nil && !instance.reading.problems.isEmpty)
    }
    #expect(HandMadeUHHC(costs: "\"unheard_of\": 0").reading.instance != nil)
  }

  @Test("a solution that is damaged or names what is not there is refused")
  func damagedSolution() throws {
    let instance = try #require(HandMadeUHHC().reading.instance)
    let good =
      #"{"cost": 5, "routes": [{"caregiver_id": "c1", "locations": [{"patient": "p0", "service": "a", "arrival_time": 10, "departure_time": 40.0}, {"patient": "p9", "service": "lunch_break", "start_time": 3, "end_time": 5}]}, {"caregiver_id": "c2"}]}"#
    let reading = UHHCSolutionReader.read(Array(good.utf8), file: "s", of: instance)
    let solution = try #require(reading.instance, "\(reading.problems)")
    // Sorted by start; lunch where no patient is served is lunch at the departing point.
    #expect(solution.routes.first?.stops.map(\.work) == [.lunch(at: nil), .service(patient: 0, service: 0)])
    #expect(solution.routes.last?.stops.isEmpty == true)
    for bytes in Damage.texts(of: good, every: 1) {
      let reading = UHHCSolutionReader.read(bytes, file: "s", of: instance)
      #expect((reading.instance == nil) == !reading.problems.isEmpty)
    }
    for (old, new) in [
      ("c1", "c7"), ("p0", "p7"), ("\"a\"", "\"b\""), ("40.0", "40.5"), ("arrival_time", "x"), ("departure_time", "x"),
    ] {
      let reading = UHHCSolutionReader.read(Array(good.replacing(old, with: new).utf8), file: "s", of: instance)
      #expect(reading.instance == nil && !reading.problems.isEmpty, "\(new)")
    }
  }
}
