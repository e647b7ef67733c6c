import CareModel
import PublicInstances
import Testing

@Suite("Mankowska: reading and judging")
struct MankowskaTests {
  /// Row 0 the office, 1 p1 (services a and b), 2 p2 (service a); caregivers c1 (a, b), c2 (b), c3 (a).
  private func text(
    _ synchronization: String = "{\"type\": \"simultaneous\"}", window: String = "{\"start\": 10.0, \"end\": 20.5}"
  ) -> String {
    """
    {"metadata": {"cost_components": {"travel_time": 1, "total_tardiness": 1, "highest_tardiness": 1}, "area": null, "name": "M",
     "origin": "mankowska"}, "distances": [[0.0, 7.123, 4.5], [7.123, 0.0, 3.0], [4.5, 3.0, 0.0]],
     "terminal_points": [{"id": "d", "distance_matrix_index": 0, "location": [1.5, 2]}],
     "caregivers": [{"id": "c1", "abilities": ["a", "b"], "departing_point": "d", "arrival_point": "d"},
      {"id": "c2", "abilities": ["b"], "departing_point": "d", "arrival_point": "d"},
      {"id": "c3", "abilities": ["a"], "departing_point": "d", "arrival_point": "d"}],
     "patients": [{"id": "p1", "required_services": [{"service": "a", "duration": 5}, {"service": "b", "duration": 6}],
       "distance_matrix_index": 1, "time_windows": [\(window)], "synchronization": \(synchronization)},
      {"id": "p2", "required_services": [{"service": "a", "duration": 4.25}], "distance_matrix_index": 2,
       "time_windows": [{"start": 0, "end": 9}]}], "services": []}
    """
  }

  private func instance(_ text: String) throws -> MankowskaInstance {
    let reading = MankowskaReader.read(Array(text.utf8), file: "m.json")
    return try #require(reading.instance, "\(reading.problems)")
  }

  /// Per caregiver: patient, service, start in thousandths.
  private func evaluation(
    _ instance: MankowskaInstance, _ routes: [Int: [[Int]]], tolerance: Int = 0
  ) -> MankowskaEvaluation {
    let solution = MankowskaSolution(
      routes: routes.sorted { $0.key < $1.key }.map { caregiver, visits in
        MankowskaSolution.Route(
          caregiver: caregiver,
          visits: visits.map { MankowskaSolution.Visit(patient: $0[0], service: $0[1], start: $0[2]) })
      })
    return MankowskaEvaluator.evaluate(solution, of: instance, tolerance: tolerance)
  }

  private func rules(_ instance: MankowskaInstance, _ routes: [Int: [[Int]]], tolerance: Int = 0) -> [SetRule] {
    evaluation(instance, routes, tolerance: tolerance).violations.map(\.rule)
  }

  @Test("solutions that reach the proven optimum have its value, part by part")
  func published() throws {
    let table = try PublicSetFiles.bestKnown(.mankowska)
    for (name, travel, total, highest) in [("10_1", 654_596, 0, 0), ("10_3", 741_137, 99_304, 77_134)] {
      let name = "InstanzCPLEX_HCSRP_\(name)"
      let instance = try PublicSetFiles.mankowska(name)
      let reading = MankowskaSolution.read(
        try PublicSetFiles.bytes(.mankowska, "solutions/\(name).json"), file: name, of: instance)
      let evaluation = MankowskaEvaluator.evaluate(
        try #require(reading.instance, "\(reading.problems)"), of: instance, tolerance: 0)
      #expect(evaluation.violations == [])
      #expect(evaluation.components.travel == travel && evaluation.components.totalTardiness == total)
      #expect(evaluation.components.highestTardiness == highest)
      #expect(try #require(table.best(of: name)).gap(of: evaluation.objective) == 0)
    }
  }

  @Test("the objective is a third of travel, total and highest tardiness; a patient with two services is tardy twice")
  func objective() throws {
    let instance = try instance(text())
    let evaluation = evaluation(instance, [0: [[0, 0, 30_500]], 1: [[0, 1, 30_500]], 2: [[1, 0, 4_500]]])
    #expect(evaluation.isFeasible)
    #expect(evaluation.components.travel == 4 * 7_123 + 2 * 4_500)
    // A naive evaluator counts the patient once (10), and the highest twice.
    #expect(evaluation.components.totalTardiness == 20_000 && evaluation.components.highestTardiness == 10_000)
    // The file's weights would make the whole sum.
    #expect(evaluation.objective == SetObjective(ExactValue(37_492 + 30_000, over: 3000)))
    #expect(evaluation.parts.map(\.value.description) == ["37.492", "20", "10"])
  }

  @Test("tardiness is the start past the window's end, not the service's end; the end of the window is in time")
  func tardiness() throws {
    let instance = try instance(text())
    #expect(evaluation(instance, [0: [[0, 0, 20_500]]]).components.totalTardiness == 0)
    #expect(evaluation(instance, [0: [[0, 0, 20_501]]]).components.totalTardiness == 1)
  }

  @Test("nothing starts before its window, before its way from the office at time 0, or before the work before it")
  func times() throws {
    let instance = try instance(text())
    let others = [[0, 1, 10_000]]
    #expect(rules(instance, [0: [[0, 0, 10_000]], 1: others, 2: [[1, 0, 4_500]]]).isEmpty)
    #expect(
      rules(instance, [0: [[0, 0, 9_999]], 1: [[0, 1, 9_999]], 2: [[1, 0, 4_500]]]) == [.tooEarly, .tooEarly])
    #expect(rules(instance, [0: [[0, 0, 10_000]], 1: others, 2: [[1, 0, 4_499]]]) == [.travel])
    // 4.5 + 4.25 + 3 = 11.75: the duration is the service's own.
    #expect(rules(instance, [0: [[1, 0, 4_500], [0, 0, 11_750]], 1: [[0, 1, 11_750]]]).isEmpty)
    #expect(rules(instance, [0: [[1, 0, 4_500], [0, 0, 11_749]], 1: [[0, 1, 11_749]]]) == [.travel])
    // No shift ends and no return is late.
    #expect(rules(instance, [0: [[1, 0, 4_500], [0, 0, 9_000_000]], 1: [[0, 1, 9_000_000]]]).isEmpty)
  }

  @Test("times may miss each other by a hundredth of a minute where a published solution rounds them")
  func tolerance() throws {
    let instance = try instance(text())
    let rounded = [0: [[1, 0, 4_490], [0, 0, 11_735]], 1: [[0, 1, 11_730]]]
    #expect(rules(instance, rounded) == [.travel, .travel, .simultaneous])
    #expect(rules(instance, rounded, tolerance: MankowskaEvaluator.publishedTolerance).isEmpty)
    #expect(rules(instance, [0: [[1, 0, 4_489], [0, 0, 11_735]], 1: [[0, 1, 11_735]]], tolerance: 10) == [.travel])
  }

  @Test("a sequence runs from the start of the first listed service to the start of the second")
  func sequence() throws {
    let instance = try instance(text("{\"type\": \"sequential\", \"distance\": {\"min\": 2, \"max\": 5}}"))
    func rules(_ second: Int) -> [SetRule] {
      self.rules(instance, [0: [[0, 0, 10_000]], 1: [[0, 1, second]], 2: [[1, 0, 4_500]]])
    }
    // A naive evaluator measures from the end of the first (15), or takes the order of the day.
    #expect(rules(12_000).isEmpty && rules(15_000).isEmpty)
    #expect(rules(11_999) == [.sequential] && rules(15_001) == [.sequential])
    let turned = self.rules(instance, [0: [[0, 0, 14_000]], 1: [[0, 1, 11_000]], 2: [[1, 0, 4_500]]])
    #expect(turned == [.sequential])
  }

  @Test("each service is done once, by somebody who can, the two of a patient by two")
  func coverage() throws {
    let instance = try instance(text())
    #expect(rules(instance, [0: [[0, 0, 10_000]], 2: [[1, 0, 4_500]]]) == [.notServed])
    #expect(
      rules(instance, [0: [[0, 0, 10_000]], 1: [[0, 1, 10_000]], 2: [[1, 0, 4_500], [1, 0, 9_000]]]) == [.servedTwice])
    #expect(
      rules(instance, [0: [[0, 0, 10_000], [0, 1, 15_000]], 2: [[1, 0, 4_500]]]) == [
        .sameCaregiverTwice, .simultaneous,
      ])
    #expect(rules(instance, [1: [[0, 0, 10_000]], 0: [[0, 1, 10_000]], 2: [[1, 0, 4_500]]]) == [.ability])
    #expect(
      rules(
        instance,
        [0: [[0, 0, 10_000]], 1: [[0, 1, 10_000]], 2: [[1, 0, 4_500], [1, 1, 20_000], [-1, 0, 0]], 9: []]
      ).map { $0 } == [.unknown, .unknown, .unknown])
    // Caregivers who stay at the office cost nothing.
    #expect(evaluation(instance, [0: [], 1: []]).components.travel == 0)
    let wild = evaluation(instance, [0: [[0, 0, Int.min], [0, 1, Int.max], [1, 0, Int.max]]])
    #expect(!wild.isFeasible)
  }

  @Test("an instance of other rules, or a damaged one, is refused with place and reason")
  func damage() throws {
    let good = text()
    for bytes in Damage.texts(of: good) {
      let reading = MankowskaReader.read(bytes, file: "m.json")
      #expect((reading.instance == nil) == !reading.problems.isEmpty)
    }
    let wrong = [
      ("\"highest_tardiness\": 1", "\"highest_tardiness\": 2"), ("7.123, 4.5]", "7.1234, 4.5]"),
      ("7.123, 4.5]", "7.123]"),
      ("\"id\": \"c2\"", "\"id\": \"c1\""), ("\"id\": \"p2\"", "\"id\": \"p1\""), ("\"simultaneous\"", "\"sometimes\""),
      ("\"end\": 20.5", "\"end\": 9"), ("\"arrival_point\": \"d\"", "\"arrival_point\": \"e\""),
      ("\"distance_matrix_index\": 2", "\"distance_matrix_index\": 3"),
      ("\"end\": 9}", "\"end\": 9}, {\"start\": 0, \"end\": 9}"),
      ("{\"type\": \"simultaneous\"}", "{\"type\": \"sequential\", \"distance\": {\"min\": 5, \"max\": 2}}"),
      (", \"synchronization\": {\"type\": \"simultaneous\"}", ""), ("\"duration\": 4.25", "\"duration\": 1e3"),
    ]
    for (old, new) in wrong {
      let reading = MankowskaReader.read(Array(good.replacing(old, with: new).utf8), file: "m.json")
      #expect(reading.instance == nil, "\(new)")
      #expect(reading.problems.allSatisfy { $0.location.contains("m.json:") && !$0.expected.isEmpty })
    }
    let instance = try instance(good)
    let solution =
      #"{"routes": [{"caregiver_id": "c1", "locations": [{"patient": "p1", "service": "a", "start_time": 10.004}]}]}"#
    for bytes in Damage.texts(of: solution, every: 1) {
      let reading = MankowskaSolution.read(bytes, file: "s", of: instance)
      #expect((reading.instance == nil) == !reading.problems.isEmpty)
    }
  }
}
