import Quantities
import RotaOptimiser

/// Tries every rota of a tiny problem, every start on the grain included, by the plainest means: the optimum to hold the
/// optimiser against. It shares nothing with it.
struct EveryRota {
  let problem: RotaProblem

  /// How one call is done.
  private struct Choice {
    var start: Int
    /// One for each demand.
    var shifts: [Int]
  }

  /// The lexicographically smallest levels over all rotas.
  func best() -> [Int] {
    let options = problem.calls.indices.map(options)
    var choices = [Choice?](repeating: nil, count: problem.calls.count)
    var best: [Int]?
    func visit(_ call: Int) {
      guard call < options.count else {
        if let levels = levels(choices), best.map({ levels.lexicographicallyPrecedes($0) }) ?? true { best = levels }
        return
      }
      for option in options[call] {
        choices[call] = option
        visit(call + 1)
      }
    }
    visit(0)
    return best ?? []
  }

  private func options(of call: Int) -> [Choice?] {
    let entry = problem.calls[call]
    var options: [Choice?] = [nil]
    let grain = problem.grain.value
    for window in entry.windows {
      for start in stride(from: window.from.value, through: window.until.value, by: grain) {
        for first in problem.shifts.indices where entry.demands[0].placements[first] != nil {
          guard entry.demands.count > 1 else {
            options.append(Choice(start: start, shifts: [first]))
            continue
          }
          for second in problem.shifts.indices
          where entry.demands[1].placements[second] != nil
            && problem.shifts[first].worker != problem.shifts[second].worker
          {
            options.append(Choice(start: start, shifts: [first, second]))
          }
        }
      }
    }
    return options
  }

  /// The sum at each level; nil where a rule is broken.
  private func levels(_ choices: [Choice?]) -> [Int]? {
    guard keepsLinks(choices) else { return nil }
    var sums = [Int](repeating: 0, count: problem.levelCount)
    for (call, choice) in choices.enumerated() {
      guard let choice else {
        for amount in problem.calls[call].uncovered { sums[amount.level] += amount.amount }
        continue
      }
      addTiming(call, choice.start, &sums)
      for (demand, shift) in choice.shifts.enumerated() {
        for amount in problem.calls[call].demands[demand].placements[shift] ?? [] {
          sums[amount.level] += amount.amount
        }
      }
    }
    for shift in problem.shifts.indices {
      guard let cost = runCost(shift, choices) else { return nil }
      sums[problem.levelCount - 1] += cost
    }
    return sums
  }

  private func addTiming(_ call: Int, _ start: Int, _ sums: inout [Int]) {
    guard let window = problem.calls[call].windows.first(where: { $0.from.value <= start && start <= $0.until.value })
    else { return }
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

  private func keepsLinks(_ choices: [Choice?]) -> Bool {
    for bundle in problem.bundles {
      let done = bundle.filter { choices[$0] != nil }.count
      if done != 0, done != bundle.count { return false }
    }
    for link in problem.links {
      let (first, second) = (choices[link.first], choices[link.second])
      if case .requires = link.relation, first == nil, second != nil { return false }
      guard let first, let second else { continue }
      let workers = [first, second].map { Set($0.shifts.map { problem.shifts[$0].worker }) }
      switch link.relation {
      case .gap(let minimum, let maximum):
        let gap = second.start - first.start
        if gap < minimum.value || gap > maximum?.value ?? Int.max { return false }
      case .sameWorker:
        let (fewer, more) = workers[0].count <= workers[1].count ? (workers[0], workers[1]) : (workers[1], workers[0])
        if !fewer.isSubset(of: more) { return false }
      case .differentWorker: if !workers[0].isDisjoint(with: workers[1]) { return false }
      case .requires: break
      }
    }
    return keepsPeopleApart(choices)
  }

  private func keepsPeopleApart(_ choices: [Choice?]) -> Bool {
    for one in choices.indices {
      for other in choices.indices.dropFirst(one + 1) where problem.calls[one].person == problem.calls[other].person {
        guard let first = choices[one], let second = choices[other] else { continue }
        let together = problem.links.contains { link in
          guard case .gap(let minimum, let maximum) = link.relation else { return false }
          return minimum == .zero && maximum == .zero && Set([link.first, link.second]) == Set([one, other])
        }
        if !together, first.start < second.start + length(other), second.start < first.start + length(one) {
          return false
        }
      }
    }
    return true
  }

  private func length(_ call: Int) -> Int { problem.calls[call].demands.map(\.length.value).max() ?? 0 }

  /// Travel, overtime and unfairness of a run at these starts; nil where it can't be worked, whichever way breaks are taken.
  private func runCost(_ shift: Int, _ choices: [Choice?]) -> Int? {
    let entry = problem.shifts[shift]
    var stops: [(start: Int, length: Int, node: Int?)] = []
    for (call, choice) in choices.enumerated() {
      for (demand, chosen) in (choice?.shifts ?? []).enumerated() where chosen == shift {
        stops.append(
          (choice?.start ?? 0, problem.calls[call].demands[demand].length.value, problem.calls[call].node))
      }
    }
    guard !stops.isEmpty else { return 0 }
    stops.sort { $0.start < $1.start }
    let contact = entry.contactSoFar.value + stops.reduce(0) { $0 + $1.length }
    let unfair = max(0, contact - entry.contactShare.value)
    var ends: [(end: Int, departure: Int, cost: Int, rested: Bool)] = []
    for gap in [nil] + (entry.breaks.isEmpty ? [] : (0...stops.count).map { $0 }) {
      if let run = walk(entry, stops, breakBefore: gap) { ends.append(run) }
    }
    let workable = ends.filter {
      $0.end <= entry.latest.value
        && ($0.rested || entry.breaks.isEmpty || $0.end - $0.departure <= problem.breakRequiredAfter.value)
    }
    let costs = workable.map { run in
      let overtime = max(0, run.end - entry.contractedEnd.value)
      return run.cost + (overtime + 59) / 60 * perMinute(.overtime)
    }
    return costs.min().map { $0 + (unfair + 59) / 60 * perMinute(.unfairness) }
  }

  private func perMinute(_ measure: RotaProblem.Term.Measure) -> Int {
    problem.terms.first { $0.measure == measure }?.amount ?? 0
  }

  private func walk(
    _ entry: RotaProblem.Shift, _ stops: [(start: Int, length: Int, node: Int?)], breakBefore: Int?
  ) -> (end: Int, departure: Int, cost: Int, rested: Bool)? {
    var time = entry.earliest.value
    var node = entry.startNode
    var cost = 0
    var departure: Int?
    func rest(before index: Int) -> Bool {
      guard breakBefore == index, let pause = entry.breaks.first else { return true }
      let start = max(time, pause.from.value)
      departure = departure ?? start
      time = start + pause.length.value
      return time <= pause.until.value
    }
    for (index, stop) in stops.enumerated() {
      guard rest(before: index) else { return nil }
      var leg = 0
      if let next = stop.node {
        leg = Int(problem.travel[entry.mode].seconds[node * problem.nodeCount + next])
        cost += Int(problem.travel[entry.mode].pence[node * problem.nodeCount + next])
        node = next
      }
      if time + leg > stop.start { return nil }
      departure = departure ?? stop.start - leg
      time = stop.start + stop.length
    }
    guard rest(before: stops.count) else { return nil }
    if let home = entry.endNode {
      time += Int(problem.travel[entry.mode].seconds[node * problem.nodeCount + home])
      cost += Int(problem.travel[entry.mode].pence[node * problem.nodeCount + home])
    }
    return (time, departure ?? time, cost, breakBefore != nil)
  }
}
