import Quantities

/// Holds a problem against what the flat layout relies on, so that no index or overflow can trap later.
enum ProblemValidation {
  /// The farthest time either side of the origin: well over a year of seconds, or half a day of thousandths. Four times as much, the sum
  /// of any few times, is still an `Int32`.
  static let widest = 50_000_000
  /// References of timing terms may lie further off: forty years.
  private static let widestReference = 40 * 365 * 86_400
  /// The largest single amount or price.
  private static let largestAmount = 1_000_000_000_000_000
  private static let largestPrice = 1_000_000_000

  static func check(_ problem: RotaProblem) throws(RotaProblemError) {
    guard (1...1000).contains(problem.levelCount), (1...86_400).contains(problem.grain.value) else {
      throw .malformed("levels or grain")
    }
    guard isWithin(problem.breakRequiredAfter), isWithin(problem.hints.nearInTime) else { throw .malformed("breaks") }
    for term in problem.terms {
      guard (0...largestPrice).contains(term.amount), (1...widest).contains(term.unit.value),
        term.level.map({ (0..<problem.levelCount).contains($0) }) ?? true
      else { throw .malformed("terms or their prices") }
    }
    // The times of breaks under way are not known to what measures runs.
    let prices: [RotaProblem.Term.Measure] = [.overtime, .unfairness]
    guard !problem.runRules.breaksOnTheWay || problem.terms.allSatisfy({ prices.contains($0.measure) }) else {
      throw .malformed("breaks on the way, and terms of waiting or the like")
    }
    try checkTravel(problem)
    for shift in problem.shifts { try check(shift, in: problem) }
    for call in problem.calls { try check(call, in: problem) }
    let callRange = problem.calls.indices
    guard problem.links.allSatisfy({ callRange.contains($0.first) && callRange.contains($0.second) }),
      problem.bundles.allSatisfy({ $0.allSatisfy(callRange.contains) })
    else { throw .malformed("a link names no call") }
  }

  private static func checkTravel(_ problem: RotaProblem) throws(RotaProblemError) {
    guard (0...1_000_000).contains(problem.nodeCount) else { throw .malformed("nodes") }
    let cells = problem.nodeCount * problem.nodeCount
    guard problem.travel.allSatisfy({ $0.seconds.count == cells && $0.pence.count == cells }) else {
      throw .malformed("a travel matrix is not nodes by nodes")
    }
    for travel in problem.travel {
      guard travel.seconds.allSatisfy({ $0 >= 0 && $0 <= 10_000_000 }), travel.pence.allSatisfy({ $0 >= 0 }) else {
        throw .malformed("negative or endless travel")
      }
    }
  }

  private static func check(_ shift: RotaProblem.Shift, in problem: RotaProblem) throws(RotaProblemError) {
    let times =
      [shift.earliest, shift.latest, shift.contractedEnd, shift.contactShare, shift.contactSoFar]
      + [shift.departed].compactMap { $0 }
    guard times.allSatisfy(isWithin), (0...Int(Int32.max)).contains(shift.worker),
      problem.travel.indices.contains(shift.mode),
      (0..<problem.nodeCount).contains(shift.startNode),
      shift.endNode.map({ (0..<problem.nodeCount).contains($0) }) ?? true,
      shift.capacity.map({ (0...largestPrice).contains($0) }) ?? true,
      shift.breaks.allSatisfy({ isWithin($0.from) && isWithin($0.until) && $0.length.value > 0 && isWithin($0.length) })
    else { throw .malformed("a shift") }
  }

  private static func check(_ call: RotaProblem.Call, in problem: RotaProblem) throws(RotaProblemError) {
    guard (1...2).contains(call.demands.count),
      call.node.map({ (0..<problem.nodeCount).contains($0) }) ?? true,
      call.demands.allSatisfy({
        $0.placements.count == problem.shifts.count && $0.length.value > 0 && isWithin($0.length)
          && (0...1_000_000).contains($0.load)
      }),
      call.windows.allSatisfy({ isWithin($0.from) && isWithin($0.until) && isWithin($0.lateAfter ?? .zero) }),
      (call.uncovered + call.demands.flatMap { $0.placements.compactMap { $0 }.joined() })
        .allSatisfy({ (0..<problem.levelCount).contains($0.level) && (0...largestAmount).contains($0.amount) })
    else { throw .malformed("a call") }
    for term in call.windows.flatMap(\.terms) {
      guard (-widestReference...widestReference).contains(term.reference.value),
        (0...largestAmount).contains(term.amount), unit(of: term.shape) >= 1,
        (0..<problem.levelCount).contains(term.level)
      else { throw .malformed("a timing term") }
    }
  }

  private static func unit(of shape: RotaProblem.TimingTerm.Shape) -> Int {
    switch shape {
    case .step: 1
    case .perUnit(let unit), .perUnitSquared(let unit): unit.value
    }
  }

  private static func isWithin(_ time: Seconds) -> Bool { (-widest...widest).contains(time.value) }
}
