import CareModel
import Interchange
import PublicInstances
import Testing

@Suite("Tight days: reading and judging")
struct DaysTests {
  /// Points 2.5 km apart are 9 minutes apart. Worker 0 (RA) and 1 (RA), 2 (OT) start at the origin at 100.
  private static let staff = [
    #"{"id": 0, "role": "RA", "skills": ["hoist"], "shift": [100, 200], "max_ot": 30, "start": [0, 0], "end": [0, 0], "break": null, "patch": 0}"#,
    #"{"id": 1, "role": "RA", "skills": [], "shift": [100, 200], "max_ot": 30, "start": [0, 0], "end": [0.0, 2.50], "break": null, "patch": 0}"#,
    #"{"id": 2, "role": "OT", "skills": ["hoist"], "shift": [100, 200], "max_ot": 0, "start": [0, 0], "end": [0, 0], "break": {"dur": 30, "from": 120, "to": 150}, "patch": 1}"#,
  ]

  private static func visit(
    _ id: Int, at place: String = "[2.5, 0]", tw: String = "[100, 180]", pref: Int = 100,
    roles: String = "[\"RA\", \"OT\"]",
    skills: String = "[]", n: Int = 1, tier: Int = 2, known: String = "[]"
  ) -> String {
    #"{"id": \#(id), "patient_xy": \#(place), "dur": 20, "tw": \#(tw), "pref": \#(pref), "roles": \#(roles), "skills": \#(skills), "n": \#(n), "tier": \#(tier), "cont": \#(known)}"#
  }

  private func text(_ visits: [String]) -> String {
    #"{"name": "t", "seed": 1, "variant": "full", "slot": 15, "weights": {"tier": [0, 40000, 10000, 2500, 600], "travel": 2, "late": 1, "discont": 15, "overtime": 4}, "staff": [\#(DaysTests.staff.joined(separator: ", "))], "visits": [\#(visits.joined(separator: ", "))]}"#
  }

  private func instance(_ visits: [String]) throws -> DaysInstance {
    let reading = DaysReader.read(Array(text(visits).utf8), file: "t.json")
    return try #require(reading.instance, "\(reading.problems)")
  }

  private func evaluation(_ visits: [String], _ routes: DaysSolution.Route...) throws -> DaysEvaluation {
    DaysEvaluator.evaluate(DaysSolution(routes: routes), of: try instance(visits))
  }

  private typealias Route = DaysSolution.Route

  @Test("travel is rounded up exactly, also where it is a whole number of minutes, and none within a point")
  func travel() {
    func minutes(_ x: Int, _ y: Int) -> Int { DaysInstance.travel(.init(x: 5, y: 7), .init(x: 5 + x, y: 7 + y)) }
    #expect(minutes(0, 0) == 0 && minutes(1, 0) == 4)
    // 2.5 km are 3 + 6 minutes; binary fractions of coordinates like 9.08 and 8.38 make it a little more: 10.
    #expect(minutes(250, 0) == 9 && minutes(-70, 240) == 9 && minutes(251, 0) == 10)
    #expect(minutes(125, 0) == 6 && minutes(0, -126) == 7)
    for x in stride(from: 1, to: 400, by: 7) {
      let thousandths = 24 * x
      #expect(minutes(x, 0) == 3 + (thousandths + 999) / 1000)
    }
  }

  @Test("the cost adds uncovered tiers, travel, lateness, discontinuity and overtime")
  func cost() throws {
    let visits = [
      DaysTests.visit(0, pref: 105, known: "[0]"), DaysTests.visit(1, at: "[0, 0]", tw: "[180, 190]", known: "[1, 2]"),
      DaysTests.visit(2, tier: 4),
    ]
    let evaluation = try evaluation(visits, Route(staff: 0, visits: [0, 1]))
    // Start 109 and 180; 9 + 9 minutes of way; home at 200 exactly.
    #expect(evaluation.isFeasible && evaluation.starts == [109, 180, nil])
    #expect(evaluation.components.travel == 18 && evaluation.components.late == 4 + 80)
    #expect(evaluation.components.discontinuity == 1 && evaluation.components.overtime == 0)
    #expect(evaluation.components.uncovered == [0, 0, 0, 0, 1])
    #expect(evaluation.objective == SetObjective(ExactValue(600 + 36 + 84 + 15)))
    #expect(evaluation.costs.reduce(0, +) == 735 && evaluation.parts.count == evaluation.costs.count)
    // Where the way ends elsewhere, it is the worker's end that counts: 9 + 9 + 9.
    #expect(try self.evaluation(visits, Route(staff: 1, visits: [0, 1])).components.travel == 27)
  }

  @Test(
    "the window bounds the start, both ends included; lateness counts from the preferred time, early starts cost nothing"
  )
  func windows() throws {
    #expect(try evaluation([DaysTests.visit(0, tw: "[100, 109]")], Route(staff: 0, visits: [0])).isFeasible)
    let late = try evaluation([DaysTests.visit(0, tw: "[100, 108]")], Route(staff: 0, visits: [0]))
    #expect(late.violations.map(\.rule) == [.tooLate])
    let early = try evaluation([DaysTests.visit(0, pref: 150)], Route(staff: 0, visits: [0]))
    #expect(early.components.late == 0 && early.starts == [109])
  }

  @Test("overtime is the minutes past the shift's end with the way home, and has its limit")
  func overtime() throws {
    func evaluation(_ start: Int) throws -> DaysEvaluation {
      try self.evaluation([DaysTests.visit(0, tw: "[\(start), 300]", pref: 300)], Route(staff: 0, visits: [0]))
    }
    #expect(try evaluation(171).components.overtime == 0)
    #expect(try evaluation(201).components.overtime == 30 && evaluation(201).isFeasible)
    #expect(try evaluation(202).violations.map(\.rule) == [.shiftEnd])
  }

  @Test("a break starts within its window, on the way or at either end, and the rest of the way comes after it")
  func breaks() throws {
    func evaluation(_ position: Int?, start: Int = 100) throws -> DaysEvaluation {
      try self.evaluation(
        [DaysTests.visit(0, tw: "[\(start), 300]", pref: 300)], Route(staff: 2, visits: [0], breakBefore: position))
    }
    // Before the visit: at the door at 109, wait for 120, break to 150. A naive evaluator travels on after it: 159.
    #expect(try evaluation(0).starts == [150] && evaluation(0).isFeasible)
    // Behind it: free at 129, break at once, home at 129 + 30 + 9; nobody waits.
    #expect(try evaluation(1).isFeasible && evaluation(1).components.overtime == 0)
    // Free at 150: it starts at the last minute; a minute later is too late.
    #expect(try evaluation(1, start: 130).isFeasible)
    #expect(try evaluation(1, start: 131).violations.map(\.rule) == [.restBreak])
    // The window opens on the way of 39 minutes: 20 gone, break 120 to 150, 19 left. A naive evaluator has 159 or 189.
    let onTheWay = try self.evaluation(
      [DaysTests.visit(0, at: "[15, 0]", tw: "[100, 300]", pref: 300)], Route(staff: 2, visits: [0], breakBefore: 0))
    #expect(onTheWay.starts == [169])
    // Between two visits: free at 134, break at once, then the way.
    let between = try self.evaluation(
      [DaysTests.visit(0, at: "[0, 0]", tw: "[114, 300]"), DaysTests.visit(1, tw: "[100, 300]", pref: 300)],
      Route(staff: 2, visits: [0, 1], breakBefore: 1))
    #expect(between.starts == [114, 134 + 30 + 9])
  }

  @Test("whoever has a break and is used must have it; who is not used needs none")
  func missedBreak() throws {
    let visits = [DaysTests.visit(0)]
    #expect(try evaluation(visits, Route(staff: 2, visits: [0])).violations.map(\.rule) == [.restBreak])
    #expect(try evaluation(visits, Route(staff: 2, visits: [0], breakBefore: 2)).violations.map(\.rule) == [.restBreak])
    #expect(try evaluation(visits, Route(staff: 2, visits: [])).isFeasible)
    #expect(try evaluation(visits, Route(staff: 0, visits: [0], breakBefore: 0)).violations.map(\.rule) == [.restBreak])
  }

  @Test("both workers of a call for two start together, and wait for each other")
  func together() throws {
    let visits = [
      DaysTests.visit(0, tw: "[130, 140]"), DaysTests.visit(1, n: 2, known: "[0]"),
      DaysTests.visit(2, tw: "[100, 190]"),
    ]
    let evaluation = try evaluation(
      visits, Route(staff: 0, visits: [0, 1]), Route(staff: 1, visits: [1, 2]))
    // Worker 1 could start at 109, worker 0 comes at 150; a naive evaluator counts its lateness twice.
    #expect(evaluation.starts == [130, 150, 170] && evaluation.components.late == 30 + 50 + 70)
    #expect(evaluation.components.discontinuity == 3 && evaluation.isFeasible)
  }

  @Test("calls for two that wait for each other in a circle are said, and end")
  func deadlock() throws {
    let visits = [DaysTests.visit(0, n: 2), DaysTests.visit(1, n: 2)]
    let evaluation = try evaluation(visits, Route(staff: 0, visits: [0, 1]), Route(staff: 1, visits: [1, 0]))
    // A naive evaluator runs on for ever, or serves one of them on one route only.
    #expect(evaluation.violations.map(\.rule) == [.deadlock, .deadlock] && evaluation.starts == [nil, nil])
  }

  @Test("a call for two needs two different workers, a call for one has one")
  func numbers() throws {
    let two = [DaysTests.visit(0, n: 2)]
    #expect(try evaluation(two, Route(staff: 0, visits: [0])).violations.map(\.rule) == [.partlyServed])
    #expect(
      try evaluation(two, Route(staff: 0, visits: [0, 0])).violations.map(\.rule) == [
        .sameCaregiverTwice, .partlyServed,
      ])
    #expect(
      try evaluation(two, Route(staff: 0, visits: [0]), Route(staff: 0, visits: [0])).violations.map(\.rule) == [
        .routes, .partlyServed,
      ])
    let one = try evaluation([DaysTests.visit(0)], Route(staff: 0, visits: [0]), Route(staff: 1, visits: [0]))
    #expect(one.violations.map(\.rule) == [.servedTwice])
    let unknown = try evaluation(
      [DaysTests.visit(0)], Route(staff: 0, visits: [0, 4, -1]), Route(staff: 9, visits: []))
    #expect(unknown.violations.map(\.rule) == [.unknown, .unknown, .unknown])
  }

  @Test("any of the roles and all of the skills, of each worker")
  func fitting() throws {
    let visits = [DaysTests.visit(0, roles: "[\"RA\", \"PT\"]", skills: "[\"hoist\"]", n: 2)]
    let evaluation = try evaluation(visits, Route(staff: 0, visits: [0]), Route(staff: 1, visits: [0]))
    #expect(evaluation.violations.map(\.rule) == [.ability])
    let instance = try instance(visits)
    #expect(instance.fits(0, 0) && !instance.fits(1, 0) && !instance.fits(2, 0) && !instance.fits(9, 0))
  }

  @Test("an empty plan of a shipped day costs its tiers and breaks nothing")
  func shipped() throws {
    for name in ["s20-1", "s20-1-core"] {
      let instance = try PublicSetFiles.days(name)
      let evaluation = DaysEvaluator.evaluate(DaysSolution(routes: []), of: instance)
      #expect(instance.isCore == (name == "s20-1-core") && instance.staff.count == 20 && instance.visits.count == 120)
      #expect(evaluation.isFeasible && evaluation.components.uncovered.reduce(0, +) == 120)
      #expect(instance.visits.contains { $0.workers == 2 } == !instance.isCore)
    }
  }

  @Test("solutions are written as they are read, and damage is refused")
  func solutions() throws {
    let solution = DaysSolution(routes: [Route(staff: 0, visits: [3, 1], breakBefore: 1), Route(staff: 2, visits: [])])
    let text = solution.json.line
    #expect(
      text
        == #"{"routes": [{"staff": 0, "visits": [3, 1], "break_before": 1}, {"staff": 2, "visits": [], "break_before": null}]}"#
    )
    #expect(DaysSolution.read(Array(text.utf8), file: "s").instance == solution)
    for bytes in Damage.texts(of: text, every: 1) {
      let reading = DaysSolution.read(bytes, file: "s")
      #expect((reading.instance == nil) == !reading.problems.isEmpty)
    }
  }

  @Test("an instance that is damaged or contradicts itself is refused")
  func damage() throws {
    let good = text([DaysTests.visit(0), DaysTests.visit(1, n: 2)])
    for bytes in Damage.texts(of: good) {
      let reading = DaysReader.read(bytes, file: "t.json")
      #expect((reading.instance == nil) == !reading.problems.isEmpty)
    }
    let wrong = [
      ("\"id\": 1, \"patient", "\"id\": 2, \"patient"), ("[100, 180]", "[180, 100]"), ("\"n\": 2", "\"n\": 3"),
      ("\"tier\": 2", "\"tier\": 5"),
      ("\"cont\": []", "\"cont\": [3]"), ("\"full\"", "\"half\""), ("[2.5, 0]", "[2.505, 0]"), ("[2.5, 0]", "[2.5]"),
      ("\"from\": 120", "\"from\": 160"), ("[0, 40000, 10000, 2500, 600]", "[0, 1, 2, 3]"),
      ("\"travel\": 2", "\"travel\": -2"),
    ]
    for (old, new) in wrong {
      let reading = DaysReader.read(Array(good.replacing(old, with: new).utf8), file: "t.json")
      #expect(reading.instance == nil && !reading.problems.isEmpty, "\(new)")
    }
  }
}
