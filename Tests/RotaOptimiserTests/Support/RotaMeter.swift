import Quantities
import RotaOptimiser

/// Reckons a finished rota from nothing but its stops and breaks: whether it keeps the rules of its runs, and the sum at each level with
/// every term. It shares nothing with the optimiser. Links are not looked at.
struct RotaMeter {
  let problem: RotaProblem

  /// What is measured of one run.
  struct Measured {
    var departure = 0
    var end = 0
    var travel = 0
    var pence = 0
    var contact = 0
    var waits: [Int] = []
    var idle = 0
    var lateness = 0
    var isUsed = false
    var missedBreaks = 0
    var overtime = 0
  }

  /// The sum at each level; nil where a run breaks a rule.
  func levels(of rota: RotaSolution) -> [Int]? {
    var sums = [Int](repeating: 0, count: problem.levelCount)
    let done = Set(rota.runs.flatMap(\.stops).map(\.call))
    for (index, call) in problem.calls.enumerated() where !done.contains(index) {
      for amount in call.uncovered { sums[amount.level] += amount.amount }
    }
    var runs: [Measured] = []
    for (shift, run) in rota.runs.enumerated() {
      guard let measured = measured(run, problem.shifts[shift]) else { return nil }
      runs.append(measured)
      sums[problem.levelCount - 1] += measured.pence
      for stop in run.stops {
        let call = problem.calls[stop.call]
        guard let placement = call.demands[stop.demand].placements[shift] else { return nil }
        for amount in placement { sums[amount.level] += amount.amount }
        if stop.demand == 0 { addTiming(call, stop.start.value, &sums) }
      }
    }
    for term in problem.terms {
      let values = values(of: term.measure, runs)
      let unit = term.unit.value
      sums[term.level ?? problem.levelCount - 1] += values.reduce(0) { $0 + term.amount * (($1 + unit - 1) / unit) }
    }
    return sums
  }

  private func values(of measure: RotaProblem.Term.Measure, _ runs: [Measured]) -> [Int] {
    switch measure {
    case .overtime: runs.map(\.overtime)
    case .unfairness:
      zip(runs, problem.shifts).map { max(0, $0.contact + $1.contactSoFar.value - $1.contactShare.value) }
    case .usedShifts: runs.map { $0.isUsed ? 1 : 0 }
    case .travel: runs.map(\.travel)
    case .waiting: runs.map { $0.waits.reduce(0, +) }
    case .idle: runs.map(\.idle)
    case .missedBreaks: runs.map(\.missedBreaks)
    case .longestWaiting: [runs.flatMap(\.waits).max() ?? 0]
    case .longestIdle: [runs.map(\.idle).max() ?? 0]
    case .highestLateness: [runs.map(\.lateness).max() ?? 0]
    case .workloadDeviation:
      [
        runs.reduce(0) { sum, run in
          let all = runs.reduce(0) { $0 + $1.contact + $1.travel }
          let distance = Double(abs((run.contact + run.travel) * runs.count - all)) / Double(runs.count)
          return sum + Int((distance - 1e-9).rounded(.up))
        }
      ]
    }
  }

  private func addTiming(_ call: RotaProblem.Call, _ start: Int, _ sums: inout [Int]) {
    guard let window = call.windows.first(where: { $0.from.value <= start && start <= $0.until.value }) else { return }
    for term in window.terms {
      let past = term.side == .after ? start - term.reference.value : term.reference.value - start
      guard past > 0 else { continue }
      switch term.shape {
      case .step: sums[term.level] += term.amount
      case .perUnit(let unit): sums[term.level] += term.amount * ((past + unit.value - 1) / unit.value)
      case .perUnitSquared(let unit):
        let units = (past + unit.value - 1) / unit.value
        sums[term.level] += term.amount * units * units
      }
    }
  }

  private enum Event {
    case stop(RotaSolution.Stop)
    case rest(RotaSolution.Break)
    var start: Int {
      switch self {
      case .stop(let stop): stop.start.value
      case .rest(let rest): rest.start.value
      }
    }
  }

  /// Nil where the run can't be worked.
  private func measured(_ run: RotaSolution.Run, _ shift: RotaProblem.Shift) -> Measured? {
    var measured = Measured()
    if run.stops.isEmpty {
      measured.idle = max(0, shift.contractedEnd.value - shift.earliest.value)
      for pause in shift.breaks {
        let room = min(pause.until, shift.contractedEnd).value - max(pause.from, shift.earliest).value
        guard room >= pause.length.value else {
          measured.missedBreaks += 1
          continue
        }
        measured.idle -= problem.runRules.breaksFillWaiting ? room : pause.length.value
      }
      measured.idle = max(0, measured.idle)
      return measured
    }
    let load = run.stops.reduce(0) { $0 + problem.calls[$1.call].demands[$1.demand].load }
    if let capacity = shift.capacity, load > capacity { return nil }
    let events = (run.stops.map(Event.stop) + run.breaks.map(Event.rest)).sorted { $0.start < $1.start }
    var node = shift.startNode
    var free: Int?
    for (index, event) in events.enumerated() {
      var leg = 0
      if case .stop(let stop) = event, let next = problem.calls[stop.call].node {
        leg = travel(node, next, shift)
        measured.pence += pence(node, next, shift)
        node = next
      }
      if index == 0 {
        measured.departure = problem.runRules.departsAtShiftStart ? shift.earliest.value : event.start - leg
        if measured.departure < shift.earliest.value { return nil }
        measured.idle = measured.departure - shift.earliest.value
      }
      let arrival = (free ?? measured.departure) + leg
      if event.start < arrival { return nil }
      let behindLeadingBreak = index == 1 && isRest(events[0])
      if !behindLeadingBreak { measured.waits.append(event.start - arrival) }
      measured.idle += event.start - arrival
      measured.travel += leg
      switch event {
      case .stop(let stop):
        let call = problem.calls[stop.call]
        let length = call.demands[stop.demand].length.value
        measured.isUsed = true
        measured.contact += length
        free = event.start + length
        let window = call.windows.first { $0.from <= stop.start && stop.start <= $0.until }
        guard let window else { return nil }
        measured.lateness = max(measured.lateness, window.lateAfter.map { event.start - $0.value } ?? 0)
      case .rest(let rest):
        let taken = shift.breaks[min(shift.breaks.count - 1, events[..<index].count(where: isRest))]
        let length = rest.end.value - rest.start.value
        guard rest.start >= taken.from, rest.end <= taken.until, length >= taken.length.value,
          problem.runRules.breaksFillWaiting || length == taken.length.value
        else { return nil }
        free = rest.end.value
      }
    }
    if let home = shift.endNode {
      measured.travel += travel(node, home, shift)
      measured.pence += pence(node, home, shift)
      free = (free ?? 0) + travel(node, home, shift)
    }
    measured.end = free ?? 0
    measured.idle += max(0, shift.contractedEnd.value - measured.end)
    measured.overtime = max(0, measured.end - shift.contractedEnd.value)
    measured.missedBreaks = shift.breaks.count - run.breaks.count
    let mayMiss = problem.terms.contains { $0.measure == .missedBreaks }
    let isShort = measured.end - measured.departure <= problem.breakRequiredAfter.value
    guard measured.end <= shift.latest.value, measured.missedBreaks == 0 || mayMiss || isShort else { return nil }
    return measured
  }

  private func isRest(_ event: Event) -> Bool {
    if case .rest = event { return true }
    return false
  }

  private func travel(_ from: Int, _ to: Int, _ shift: RotaProblem.Shift) -> Int {
    Int(problem.travel[shift.mode].seconds[from * problem.nodeCount + to])
  }

  private func pence(_ from: Int, _ to: Int, _ shift: RotaProblem.Shift) -> Int {
    Int(problem.travel[shift.mode].pence[from * problem.nodeCount + to])
  }
}
