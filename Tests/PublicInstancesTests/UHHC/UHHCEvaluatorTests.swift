import PublicInstances
import Testing

@Suite("UHHC: judging solutions")
struct UHHCEvaluatorTests {
  private typealias Made = HandMadeUHHC

  private func rules(_ evaluation: UHHCEvaluation) -> [SetRule] { evaluation.violations.map(\.rule) }

  @Test("travel goes from row to column, from the departing point and on to the arrival point")
  func travel() throws {
    // A naive evaluator takes the table for symmetric (10 + 5 + 20), or forgets the way home.
    let evaluation = try Made().evaluation(Made.route(0, [[0, 0, 10, 40], [1, 0, 45, 65]]))
    #expect(evaluation.components.travelTime == 10 + 5 + 21 && evaluation.isFeasible)
    #expect(evaluation.objective == SetObjective(ExactValue(36)))
    let elsewhere = try Made(arrival: "d1").evaluation(Made.route(0, [[0, 0, 10, 40], [1, 0, 45, 65]]))
    #expect(elsewhere.components.travelTime == 10 + 5 + 22)
    // Who has no route does not travel from one depot to the other.
    #expect(try Made(arrival: "d1").evaluation(Made.route(1, [[1, 0, 20, 40]])).components.travelTime == 41)
  }

  @Test("a start before the way there is done is broken, a minute later is kept")
  func arrival() throws {
    let early = try Made().evaluation(Made.route(0, [[0, 0, 10, 40], [1, 0, 44, 64]]))
    #expect(rules(early) == [.travel])
    let short = try Made().evaluation(Made.route(0, [[0, 0, 10, 39], [1, 0, 45, 65]]))
    #expect(rules(short) == [.tooShort])
    let long = try Made().evaluation(Made.route(0, [[0, 0, 10, 60], [1, 0, 65, 85]]))
    #expect(long.isFeasible)
  }

  @Test("departure is as late as possible, so the first visit is not waited for; it must not be before the shift")
  func departure() throws {
    let late = try Made().evaluation(Made.route(0, [[0, 0, 100, 130]]))
    #expect(late.components.totalWaitingTime == 0 && late.isFeasible)
    // Idle: 90 before departure, 200 - 141 after the return.
    #expect(late.components.maxIdleTime == 200)
    let shift = "\"working_shift\": {\"start\": 50, \"end\": 200}, "
    #expect(rules(try Made(shift: shift).evaluation(Made.route(0, [[0, 0, 59, 89]]))) == [.shiftStart])
    #expect(rules(try Made(shift: shift).evaluation(Made.route(0, [[0, 0, 60, 90]]))).isEmpty)
  }

  @Test("in the two older sets departure is the shift's start, and the first visit may be waited for")
  func olderSets() throws {
    for origin in ["bazirha", "bazirha-caie"] {
      let evaluation = try Made(origin: origin).evaluation(
        Made.route(0, [[0, 0, 100, 130]]), Made.route(1, [[1, 0, 20, 40]]))
      // A naive evaluator leaves late here too and finds no waiting.
      #expect(evaluation.components.totalWaitingTime == 90 && evaluation.components.maxWaitingTime == 90)
      #expect(evaluation.components.maxIdleTime == 90 + (200 - 141))
    }
  }

  @Test("tardiness counts from the end of the last window that has begun, by start or by end")
  func tardiness() throws {
    let windows = "{\"start\": 10, \"end\": 20}, {\"start\": 60, \"end\": 70}"
    func tardiness(_ start: Int, _ timing: String = "at_service_start") throws -> [Int] {
      let evaluation = try Made(timing: timing, windows: windows).evaluation(
        Made.route(0, [[0, 0, start, start + 30]]))
      return [evaluation.components.totalTardiness, evaluation.components.highestTardiness]
    }
    #expect(try tardiness(20) == [0, 0])
    // A naive evaluator takes the nearest window, or the last one.
    #expect(try tardiness(59) == [39, 39])
    #expect(try tardiness(60) == [0, 0])
    #expect(try tardiness(75) == [5, 5])
    #expect(try tardiness(20, "at_service_end") == [30, 30])
    #expect(try tardiness(60, "at_service_end") == [20, 20])
  }

  @Test("no start comes before the first window, however the windows are listed")
  func tooEarly() throws {
    let made = Made(windows: "{\"start\": 60, \"end\": 70}, {\"start\": 15, \"end\": 20}")
    #expect(rules(try made.evaluation(Made.route(0, [[0, 0, 14, 44]]))) == [.tooEarly])
    let second = try made.evaluation(Made.route(0, [[0, 0, 25, 55]]))
    #expect(second.isFeasible && second.components.totalTardiness == 5)
  }

  @Test("highest tardiness is over visits, total is their sum")
  func twoTardy() throws {
    let other = Made(windows: "{\"start\": 0, \"end\": 5}", other: "")
    let text = other.text.replacing(
      "\"time_windows\": [{\"start\": 0, \"end\": 300}]", with: "\"time_windows\": [{\"start\": 0, \"end\": 40}]")
    let instance = try #require(UHHCInstanceReader.read(Array(text.utf8), file: "i").instance)
    let solution = UHHCSolution(routes: [Made.route(0, [[0, 0, 10, 40], [1, 0, 47, 67]])])
    let components = UHHCEvaluator.evaluate(solution, of: instance).components
    #expect(components.totalTardiness == 5 + 7 && components.highestTardiness == 7)
  }

  private static let lunch = "\"lunch_breaks\": {\"start\": 40, \"end\": 120, \"min_duration\": 30},"

  @Test("the visit right behind a leading lunch break is not waited for, but idle time counts it")
  func leadingLunch() throws {
    let made = Made(costs: "\"missed_lunch_break\": 7", lunch: UHHCEvaluatorTests.lunch, hasLunch: "true")
    let leading = try made.evaluation(
      Made.route(0, [[-2, 0, 40, 70], [0, 0, 90, 120]]), Made.route(1, [[1, 0, 20, 40]]))
    // A naive evaluator counts the 20 minutes from 70 to 90.
    #expect(leading.components.totalWaitingTime == 0 && leading.components.maxWaitingTime == 0)
    #expect(leading.components.missedLunchBreak == 0 && leading.isFeasible)
    // 30 before departure at 30, 20 waited, 200 - 131 after the return; c2: 0 + 0 + 200 - 61.
    #expect(leading.components.maxIdleTime == max(30 + 20 + 69, 139))
    let behind = try made.evaluation(Made.route(0, [[0, 0, 10, 40], [-2, 0, 50, 80], [1, 0, 95, 115]]))
    // A lunch stop itself is waited for, and so is what follows a lunch that does not lead.
    #expect(behind.components.totalWaitingTime == 10 + 10 && behind.components.maxWaitingTime == 10)
  }

  @Test("a lunch at the departing point is a stop there, with the ways to it and from it")
  func lunchAtDepot() throws {
    let made = Made(
      costs: "\"missed_lunch_break\": 7", lunch: UHHCEvaluatorTests.lunch, hasLunch: "true", arrival: "d1")
    let evaluation = try made.evaluation(Made.route(0, [[0, 0, 10, 40], [-1, 0, 51, 81], [1, 0, 101, 121]]))
    // A naive evaluator has lunch on the way: 10 + 5 + 22.
    #expect(evaluation.components.travelTime == 10 + 11 + 20 + 22 && evaluation.isFeasible)
    #expect(rules(try made.evaluation(Made.route(0, [[0, 0, 10, 40], [-1, 0, 50, 80]]))) == [.travel])
  }

  @Test("a lunch starts within its hours, and ends within them too where services are on time by their end")
  func lunchHours() throws {
    var made = Made(costs: "\"missed_lunch_break\": 7", lunch: UHHCEvaluatorTests.lunch, hasLunch: "true")
    let late = Made.route(0, [[-2, 0, 120, 150], [0, 0, 150, 180]])
    // The published solution of i-134 has lunch begin with the last minute of the hours.
    #expect(rules(try made.evaluation(late)).isEmpty)
    #expect(rules(try made.evaluation(Made.route(0, [[-2, 0, 121, 151], [0, 0, 151, 181]]))) == [.restBreak])
    made.timing = "at_service_end"
    #expect(rules(try made.evaluation(late)) == [.restBreak])
    func evaluation(_ start: Int, _ end: Int) throws -> UHHCEvaluation {
      try made.evaluation(Made.route(0, [[-2, 0, start, end], [0, 0, 130, 160]]))
    }
    #expect(rules(try evaluation(90, 120)).isEmpty)
    #expect(rules(try evaluation(91, 121)) == [.restBreak])
    #expect(rules(try evaluation(39, 69)) == [.restBreak])
    #expect(rules(try evaluation(40, 69)) == [.restBreak])
  }

  @Test("a missed lunch is counted, and must be had where nothing is said")
  func missedLunch() throws {
    let made = Made(costs: "\"missed_lunch_break\": 7", lunch: UHHCEvaluatorTests.lunch, hasLunch: "true")
    let missed = try made.evaluation(Made.route(0, [[0, 0, 130, 160]]))
    #expect(missed.isFeasible && missed.objective == SetObjective(ExactValue(7)))
    // c2 has no lunch break to miss.
    let hard = Made(lunch: UHHCEvaluatorTests.lunch, hasLunch: "true")
    #expect(rules(try hard.evaluation(Made.route(0, [[0, 0, 130, 160]]))) == [.hardComponent])
  }

  @Test("a caregiver without visits idles the whole shift, and extra time is summed over caregivers")
  func shifts() throws {
    let idle = try Made().evaluation(Made.route(0, [[0, 0, 10, 180]]))
    // A naive evaluator looks only at caregivers with a route (9).
    #expect(idle.components.maxIdleTime == 200)
    let extra = try Made().evaluation(Made.route(0, [[0, 0, 170, 200]]), Made.route(1, [[1, 0, 170, 190]]))
    #expect(extra.components.totalExtraTime == 11 + 11 && extra.isFeasible)
    let free = try Made(shift: "").evaluation(Made.route(0, [[0, 0, 170, 200]]))
    #expect(free.components.totalExtraTime == 0 && free.components.maxIdleTime == 0)
  }

  @Test("workload balance rounds each caregiver's distance from the mean up")
  func balance() throws {
    // Workloads 51 and 0: mean 25.5, each 25.5 away: 26 + 26. A naive evaluator has 51.
    let one = try Made(costs: "\"workload_balance\": 1").evaluation(Made.route(0, [[0, 0, 10, 40]]))
    #expect(one.components.workloadBalance == 52 && one.objective == SetObjective(ExactValue(52)))
    // Service counts as long as it lasted, lunch not at all: 30 + 21 and 20 + 41.
    let lunch = Made(
      costs: "\"workload_balance\": 1, \"missed_lunch_break\": 0", lunch: UHHCEvaluatorTests.lunch, hasLunch: "true")
    let two = try lunch.evaluation(
      Made.route(0, [[0, 0, 10, 40], [-2, 0, 40, 70]]), Made.route(1, [[1, 0, 20, 40]]))
    #expect(two.components.workloadBalance == 5 + 5)
  }

  @Test("ability, preference and incompatibility are counted by visit, and hard where nothing is said")
  func wishes() throws {
    let wishes = ", \"preferred_caregivers\": [\"c1\"], \"incompatible_caregivers\": [\"c2\"]"
    let soft = "\"qualification\": 100, \"incompabilities\": 10, \"caregiver_preferences\": 1"
    let priced = try Made(costs: soft, more: wishes).evaluation(Made.route(1, [[0, 0, 10, 40]]))
    #expect(priced.isFeasible && priced.objective == SetObjective(ExactValue(111)))
    let hard = try Made(more: wishes).evaluation(Made.route(1, [[0, 0, 10, 40]]))
    #expect(rules(hard) == [.hardComponent, .hardComponent, .hardComponent])
    // A patient without a list of preferred caregivers prefers nobody.
    #expect(try Made().evaluation(Made.route(0, [[0, 0, 10, 40]])).components.caregiverPreferences == 0)
  }

  @Test("only optional patients may be left out, and each is served whole or not at all")
  func coverage() throws {
    let left = try Made(costs: "\"optional_patients\": 50").evaluation(Made.route(1, [[1, 0, 20, 40]]))
    #expect(rules(left) == [.notServed] && left.components.optionalPatients == 1)
    let optional = try Made(costs: "\"optional_patients\": 50").evaluation(Made.route(0, [[0, 0, 10, 40]]))
    #expect(optional.isFeasible && optional.objective == SetObjective(ExactValue(50)))
    let two = Made(costs: "\"optional_patients\": 0", services: UHHCEvaluatorTests.two)
    #expect(rules(try two.evaluation(Made.route(0, [[0, 0, 10, 40]]))) == [.partlyServed])
    let twice = try Made(costs: "\"optional_patients\": 0, \"qualification\": 0").evaluation(
      Made.route(0, [[0, 0, 10, 40]]), Made.route(1, [[0, 0, 10, 40]]))
    #expect(rules(twice) == [.servedTwice])
    let unknown = try Made().evaluation(
      Made.route(0, [[0, 0, 10, 40], [0, 1, 50, 60], [7, 0, 70, 80]]), Made.route(5, []))
    #expect(rules(unknown) == [.unknown, .unknown])
    // Where nothing is said of them, optional patients must be served too.
    #expect(rules(try Made(leftOut: "").evaluation(Made.route(0, [[0, 0, 10, 40]]))) == [.hardComponent])
  }

  private static let two = "{\"service\": \"a\", \"duration\": 30}, {\"service\": \"b\", \"duration\": 20}"

  @Test("the services of a patient are done by different caregivers, together or in sequence from start to start")
  func synchronization() throws {
    func rules(_ synchronization: String, _ second: Int, by caregiver: Int = 1, first: Int = 20) throws -> [SetRule] {
      let made = Made(
        costs: "\"optional_patients\": 0", services: UHHCEvaluatorTests.two,
        more: ", \"synchronization\": {\(synchronization)}")
      let routes =
        caregiver == 1
        ? [Made.route(0, [[0, 0, first, first + 30]]), Made.route(1, [[0, 1, second, second + 20]])]
        : [Made.route(0, [[0, 0, 20, 50], [0, 1, second, second + 20]])]
      let instance = try #require(made.reading.instance)
      return UHHCEvaluator.evaluate(UHHCSolution(routes: routes), of: instance).violations.map(\.rule)
    }
    let together = "\"type\": \"simultaneous\""
    #expect(try rules(together, 20).isEmpty)
    #expect(try rules(together, 21) == [.simultaneous])
    let sequence = "\"type\": \"sequential\", \"distance\": {\"min\": 15, \"max\": 25}"
    // A naive evaluator measures from the end of the first, or in either direction.
    #expect(try rules(sequence, 35).isEmpty && rules(sequence, 45).isEmpty)
    #expect(try rules(sequence, 34) == [.sequential] && rules(sequence, 46) == [.sequential])
    #expect(try rules(sequence, 20, first: 40) == [.sequential])
    #expect(try rules("\"type\": \"independent\"", 90).isEmpty)
    #expect(try rules("\"type\": \"independent\"", 90, by: 0) == [.sameCaregiverTwice])
  }

  @Test("a hard component must be zero, a weighted one costs its weight, an absent one nothing")
  func costs() throws {
    let late = Made.route(0, [[0, 0, 310, 340]])
    #expect(
      rules(try Made(costs: "\"total_tardiness\": \"HARD\", \"optional_patients\": 0").evaluation(late)) == [
        .hardComponent
      ])
    let priced = try Made(costs: "\"total_tardiness\": 3, \"highest_tardiness\": 2, \"optional_patients\": 0")
      .evaluation(late)
    #expect(priced.isFeasible && priced.objective == SetObjective(ExactValue(50)))
    let absent = try Made(costs: "\"optional_patients\": 0").evaluation(late)
    #expect(
      absent.isFeasible && absent.objective == SetObjective(ExactValue(0)) && absent.components.totalExtraTime == 151)
    #expect(absent.parts.map(\.name) == UHHCComponent.allCases.map(\.rawValue))
  }

  @Test("one caregiver has one route, and times beyond all sense overflow nothing")
  func sense() throws {
    let twice = try Made(costs: "\"optional_patients\": 0").evaluation(
      Made.route(0, [[0, 0, 10, 40]]), Made.route(0, [[1, 0, 45, 65]]))
    #expect(rules(twice) == [.routes])
    let wild = try Made().evaluation(Made.route(0, [[0, 0, Int.min, Int.max], [1, 0, Int.max, Int.min]]))
    #expect(!wild.isFeasible)
  }
}
