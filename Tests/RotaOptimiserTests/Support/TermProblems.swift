import Quantities
import ReproducibleNumbers
import RotaOptimiser

/// Random problems with terms, small enough to try every rota, every start and every place of the breaks.
enum TermProblems {
  static let purpose = StreamPurpose("tests.termProblems")
  static let levels = 4

  static func problem(seed: UInt64) -> RotaProblem {
    var random = RandomStream(seed: seed, purpose: purpose, index: 0)
    let points = (0..<4).map { _ in (random.nextInt(below: 30), random.nextInt(below: 30)) }
    var seconds: [Int32] = []
    for from in points {
      for to in points { seconds.append(Int32(60 * (abs(from.0 - to.0) + abs(from.1 - to.1)))) }
    }
    let capacity = random.nextBool(perMille: 400) ? 2 : nil
    let shifts = (0..<2).map { worker in
      let start = 1800 * random.nextInt(below: 3)
      let end = start + 3600 * random.nextInt(in: 2...4)
      let pause = RotaProblem.Break(
        length: Seconds(900), from: Seconds(start + 1800),
        until: Seconds(start + 1800 + 900 * random.nextInt(in: 1...4)))
      return RotaProblem.Shift(
        worker: worker, mode: 0, earliest: Seconds(start), latest: Seconds(end + 1800), contractedEnd: Seconds(end),
        startNode: 3, endNode: random.nextBool(perMille: 800) ? 3 : nil,
        breaks: random.nextBool(perMille: 500) ? [pause] : [], contactShare: Seconds(1800), capacity: capacity)
    }
    let calls = (0..<3).map { call(node: $0, &random) }
    var problem = RotaProblem(
      levelCount: levels, grain: Seconds(900), shifts: shifts, calls: calls, links: [], bundles: [],
      travel: [RotaProblem.Travel(seconds: seconds, pence: seconds.map { $0 / 2 })], nodeCount: 4,
      breakRequiredAfter: Seconds(2 * 3600), overtimePerMinute: Pence(random.nextInt(below: 3) * 20),
      unfairnessPerMinute: Pence(random.nextInt(below: 2) * 5), terms: terms(&random))
    problem.runRules.departsAtShiftStart = random.nextBool(perMille: 300)
    problem.runRules.breaksFillWaiting = random.nextBool(perMille: 500)
    return problem
  }

  private static func call(node: Int, _ random: inout RandomStream) -> RotaProblem.Call {
    let from = 900 * random.nextInt(below: 12)
    let late = Seconds(from + 900 * random.nextInt(below: 3))
    let window = RotaProblem.Window(
      from: Seconds(from), until: Seconds(from + 900 * random.nextInt(in: 1...4)),
      terms: [RotaProblem.TimingTerm(.after, late, .perUnit(Seconds(60)), amount: 150, level: levels - 1)],
      lateAfter: late)
    return RotaProblem.Call(
      demands: (0..<(random.nextBool(perMille: 150) ? 2 : 1)).map { _ in
        RotaProblem.Demand(
          length: Seconds(900 * random.nextInt(in: 1...2)),
          placements: (0..<2).map { _ in random.nextBool(perMille: 900) ? [] : nil }, load: 1 + random.nextInt(below: 2)
        )
      }, node: node, person: node, windows: [window],
      uncovered: [RotaProblem.LevelAmount(level: random.nextInt(below: 2), amount: 1)])
  }

  private static func terms(_ random: inout RandomStream) -> [RotaProblem.Term] {
    let count = 1 + random.nextInt(below: 3)
    return (0..<count).map { _ in
      let all = RotaProblem.Term.Measure.allCases
      return RotaProblem.Term(
        all[random.nextInt(below: all.count)], amount: 1 + random.nextInt(below: 40),
        unit: Seconds([1, 60, 900][random.nextInt(below: 3)]), level: random.nextBool(perMille: 250) ? 2 : nil)
    }
  }
}

/// The optimum over every rota of a `TermProblems` problem, by the plainest means.
struct EveryTermRota {
  let problem: RotaProblem

  func best() -> [Int] {
    let meter = RotaMeter(problem: problem)
    var best: [Int]?
    var stops = problem.shifts.map { _ in [RotaSolution.Stop]() }
    func visit(_ call: Int) {
      guard call < problem.calls.count else {
        for rota in rotas(stops) {
          if let levels = meter.levels(of: rota), best.map({ levels.lexicographicallyPrecedes($0) }) ?? true {
            best = levels
          }
        }
        return
      }
      visit(call + 1)
      let entry = problem.calls[call]
      let (from, until) = (entry.windows[0].from.value, entry.windows[0].until.value)
      for start in stride(from: from, through: until, by: problem.grain.value) {
        for shifts in entry.demands.count == 1 ? [[0], [1]] : [[0, 1], [1, 0]] {
          for (demand, shift) in shifts.enumerated() {
            stops[shift].append(RotaSolution.Stop(call: call, demand: demand, start: Seconds(start)))
          }
          visit(call + 1)
          for shift in shifts { stops[shift].removeLast() }
        }
      }
    }
    visit(0)
    return best ?? []
  }

  /// Every way to take the breaks between these stops.
  private func rotas(_ stops: [[RotaSolution.Stop]]) -> [RotaSolution] {
    let sorted = stops.map { $0.sorted { $0.start < $1.start } }
    let options = sorted.enumerated().map { shift, list in runs(list, problem.shifts[shift]) }
    return options[0].flatMap { first in options[1].map { RotaSolution(runs: [first, $0], levels: [], uncovered: []) } }
  }

  private func runs(_ stops: [RotaSolution.Stop], _ shift: RotaProblem.Shift) -> [RotaSolution.Run] {
    guard !stops.isEmpty, let pause = shift.breaks.first else { return [RotaSolution.Run(stops: stops)] }
    var list = [RotaSolution.Run(stops: stops)]
    for place in 0...stops.count {
      let free = place == 0 ? shift.earliest.value : end(stops[place - 1])
      let node = place == 0 ? shift.startNode : problem.calls[stops[place - 1].call].node ?? 0
      let next =
        place < stops.count
        ? stops[place].start.value - leg(node, problem.calls[stops[place].call].node ?? 0)
        : max(free, pause.from.value) + pause.length.value
      let opens = max(free, pause.from.value)
      let home = shift.endNode.map { leg(node, $0) } ?? 0
      let closes = min(pause.until.value, place < stops.count ? next : max(next, shift.contractedEnd.value - home))
      var spans = [(opens, opens + pause.length.value), (closes - pause.length.value, closes)]
      if problem.runRules.breaksFillWaiting { spans.append((opens, closes)) }
      for span in spans where span.0 >= opens && span.1 <= closes && span.1 - span.0 >= pause.length.value {
        list.append(
          RotaSolution.Run(
            stops: stops, breaks: [RotaSolution.Break(start: Seconds(span.0), end: Seconds(span.1))]))
      }
    }
    return list
  }

  private func end(_ stop: RotaSolution.Stop) -> Int {
    stop.start.value + problem.calls[stop.call].demands[stop.demand].length.value
  }

  private func leg(_ from: Int, _ to: Int) -> Int { Int(problem.travel[0].seconds[from * problem.nodeCount + to]) }
}
