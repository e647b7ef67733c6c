import Quantities
import ReproducibleNumbers
import RotaOptimiser

/// Random days too large to try every rota of and too full for every call: four shifts, about thirty calls on a line.
enum BusyDays {
  static let purpose = StreamPurpose("tests.busyDays")

  static func day(seed: UInt64) -> HandDay {
    var random = RandomStream(seed: seed, purpose: purpose, index: 0)
    var day = HandDay()
    day.shifts = (0..<4).map { number in
      HandDay.Shift(
        from: 60 * (number % 2), until: 300 + 60 * (number % 2), overtime: 15,
        breaks: number == 0 ? [] : [(20, 120, 240)], share: 200)
    }
    day.breakRequiredAfter = 180
    day.calls = (0..<32).map { number in
      let from = 15 * random.nextInt(below: 16)
      var call = HandDay.Call(
        node: random.nextBool(perMille: 50) ? nil : 1 + random.nextInt(below: HandDay.nodes - 1),
        minutes: [15 * (1 + random.nextInt(below: 3))], windows: [(from, from + 30 + 15 * random.nextInt(below: 5))],
        level: random.nextInt(below: HandDay.cost), person: number / 2 + 100 * random.nextInt(below: 2))
      if random.nextBool(perMille: 150) { call.minutes.append(call.minutes[0]) }
      call.terms = [
        RotaProblem.TimingTerm(.after, minutes(from + 15), .perUnit(Seconds(60)), amount: 25, level: HandDay.cost)
      ]
      return call
    }
    day.links = [
      RotaProblem.Link(first: 0, second: 1, relation: .gap(minimum: minutes(30), maximum: minutes(120))),
      RotaProblem.Link(first: 2, second: 3, relation: .sameWorker),
      RotaProblem.Link(first: 4, second: 5, relation: .differentWorker),
      RotaProblem.Link(first: 6, second: 7, relation: .requires),
    ]
    day.bundles = [[8, 9, 10]]
    return day
  }
}

extension RotaProblem {
  /// The same with the cost alone for a level: leaving a call out costs 5,000 to 15,000.
  var onOneLevel: RotaProblem {
    var problem = self
    problem.levelCount = 1
    for call in problem.calls.indices {
      problem.calls[call].uncovered = [RotaProblem.LevelAmount(level: 0, amount: 5000 * (1 + call % 3))]
      for window in problem.calls[call].windows.indices {
        for term in problem.calls[call].windows[window].terms.indices {
          problem.calls[call].windows[window].terms[term].level = 0
        }
      }
    }
    return problem
  }
}
