import Quantities
import ReproducibleNumbers
import RotaOptimiser

/// Random problems small enough to try every rota of: two or three shifts, up to five calls, starts on a coarse grain.
enum TinyProblems {
  static let purpose = StreamPurpose("tests.tinyProblems")
  static let levels = 6

  /// - Parameter features: everything on, or plain calls and shifts alone.
  static func problem(seed: UInt64, isPlain: Bool = false) -> RotaProblem {
    var random = RandomStream(seed: seed, purpose: purpose, index: 0)
    let shiftCount = 2 + random.nextInt(below: 2)
    let callCount = 3 + random.nextInt(below: 2)
    let nodeCount = callCount + 1
    let points = (0..<nodeCount).map { _ in (random.nextInt(below: 30), random.nextInt(below: 30)) }
    var seconds: [Int32] = []
    var pence: [Int32] = []
    for from in points {
      for to in points {
        let minutes = abs(from.0 - to.0) + abs(from.1 - to.1)
        seconds.append(Int32(minutes * 60))
        pence.append(Int32(minutes * 40))
      }
    }
    let shifts = (0..<shiftCount).map { shift(worker: $0, home: callCount, isPlain: isPlain, &random) }
    let calls = (0..<callCount).map { call(node: $0, shifts: shiftCount, isPlain: isPlain, &random) }
    return RotaProblem(
      levelCount: levels, grain: Seconds(900), shifts: shifts, calls: calls,
      links: isPlain ? [] : links(calls: callCount, &random),
      bundles: !isPlain && random.nextBool(perMille: 250) ? [[0, 1]] : [],
      travel: [RotaProblem.Travel(seconds: seconds, pence: pence)], nodeCount: nodeCount,
      breakRequiredAfter: Seconds(2 * 3600), overtimePerMinute: Pence(60), unfairnessPerMinute: Pence(5))
  }

  private static func shift(
    worker: Int, home: Int, isPlain: Bool, _ random: inout RandomStream
  ) -> RotaProblem.Shift {
    let start = 3600 * random.nextInt(in: 0...2)
    let end = start + 3600 * random.nextInt(in: 2...5)
    let overtime = isPlain ? 0 : 900 * random.nextInt(below: 3)
    let needsBreak = !isPlain && random.nextBool(perMille: 500)
    let breakFrom = start + 1800 * random.nextInt(below: 3)
    let pause = RotaProblem.Break(
      length: Seconds(1200), from: Seconds(breakFrom),
      until: Seconds(breakFrom + 3600 + 1800 * random.nextInt(below: 2)))
    return RotaProblem.Shift(
      worker: worker, mode: 0, earliest: Seconds(start), latest: Seconds(end + overtime), contractedEnd: Seconds(end),
      startNode: home, endNode: random.nextBool(perMille: 700) ? home : nil, breaks: needsBreak ? [pause] : [],
      contactShare: Seconds(900 * random.nextInt(below: 6)))
  }

  private static func call(
    node: Int, shifts: Int, isPlain: Bool, _ random: inout RandomStream
  ) -> RotaProblem.Call {
    let demands = !isPlain && random.nextBool(perMille: 300) ? 2 : 1
    let from = 900 * random.nextInt(below: 20)
    var windows = [window(from: from, steps: random.nextInt(in: 1...4), isPlain: isPlain, &random)]
    if !isPlain, random.nextBool(perMille: 200) {
      windows.append(window(from: from + 7200, steps: random.nextInt(in: 0...2), isPlain: isPlain, &random))
    }
    let level = random.nextInt(below: levels - 1)
    return RotaProblem.Call(
      demands: (0..<demands).map { _ in
        RotaProblem.Demand(
          length: Seconds(900 * random.nextInt(in: 1...3)),
          placements: (0..<shifts).map { _ in
            random.nextBool(perMille: 850)
              ? [RotaProblem.LevelAmount(level: levels - 1, amount: 100 * random.nextInt(below: 6))] : nil
          })
      },
      node: !isPlain && random.nextBool(perMille: 100) ? nil : node,
      person: isPlain ? node : random.nextInt(below: 4), windows: windows,
      uncovered: [RotaProblem.LevelAmount(level: level, amount: 1 + random.nextInt(below: 2))])
  }

  private static func window(
    from: Int, steps: Int, isPlain: Bool, _ random: inout RandomStream
  ) -> RotaProblem.Window {
    let until = from + 900 * steps
    let cost = levels - 1
    var terms = [
      RotaProblem.TimingTerm(
        .after, Seconds(from + 900 * random.nextInt(below: 3)), .perUnit(Seconds(60)), amount: 25, level: cost)
    ]
    if !isPlain {
      if random.nextBool(perMille: 300) {
        terms.append(RotaProblem.TimingTerm(.before, Seconds(from + 900), .step, amount: 300, level: cost))
      }
      if random.nextBool(perMille: 200) {
        terms.append(
          RotaProblem.TimingTerm(.before, Seconds(from + 1800), .perUnit(Seconds(60)), amount: 10, level: cost))
      }
      if random.nextBool(perMille: 200) {
        terms.append(
          RotaProblem.TimingTerm(.after, Seconds(from + 450), .perUnitSquared(Seconds(900)), amount: 1, level: 2))
      }
    }
    return RotaProblem.Window(from: Seconds(from), until: Seconds(until), terms: terms)
  }

  private static func links(calls: Int, _ random: inout RandomStream) -> [RotaProblem.Link] {
    guard random.nextBool(perMille: 500) else { return [] }
    let first = random.nextInt(below: calls)
    let second = (first + 1 + random.nextInt(below: calls - 1)) % calls
    let relation: RotaProblem.Link.Relation
    switch random.nextInt(below: 6) {
    case 0: relation = .gap(minimum: .zero, maximum: .zero)
    case 1: relation = .gap(minimum: Seconds(1800), maximum: Seconds(5400))
    case 2: relation = .gap(minimum: Seconds(2700), maximum: nil)
    case 3: relation = .sameWorker
    case 4: relation = .differentWorker
    default: relation = .requires
    }
    return [RotaProblem.Link(first: first, second: second, relation: relation)]
  }
}
