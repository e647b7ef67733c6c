/// The least amount by which two solutions' objectives can differ.
struct ObjectiveGrain {
  /// The greatest number that divides every cost, if all are whole and only integer columns have one; else `nil`.
  let step: Double?
  /// What is added to every objective.
  let constant: Double

  init(costs: [Double], constant: Double, isWhole: [Bool]) {
    self.constant = constant
    var divisor = 0
    for (cost, whole) in zip(costs, isWhole) where cost != 0 {
      // Beyond 2^46 a sum of many costs is no longer exact.
      guard whole, cost == cost.rounded(), abs(cost) < 0x1p46 else {
        step = nil
        return
      }
      var (a, b) = (divisor, Int(abs(cost)))
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    step = divisor > 0 ? Double(divisor) : nil
  }

  /// The least gain over an objective that counts.
  func gain(over objective: Double) -> Double {
    if let step { return step }
    return 1e-7 * (1 + abs(objective))
  }

  /// An objective that every better solution keeps. Half a step off, so that rounding can't shut one out.
  func cutoff(below objective: Double, _ direction: LinearProgram.Direction) -> Double {
    let gain = step.map { $0 / 2 } ?? gain(over: objective)
    return direction == .minimise ? objective - gain : objective + gain
  }

  /// A bound brought to the next objective that a solution can have.
  func rounded(_ bound: Double, _ direction: LinearProgram.Direction) -> Double {
    guard let step else { return bound }
    let steps = (bound - constant) / step
    let slack = 1e-6 * (1 + abs(steps))
    guard slack < 0.1 else { return bound }
    let whole = direction == .minimise ? (steps - slack).rounded(.up) : (steps + slack).rounded(.down)
    return constant + step * whole
  }
}

/// The course of one integer solve: the best solution, the bound, and what they add up to.
struct IntegerRun {
  let direction: LinearProgram.Direction
  let grain: ObjectiveGrain
  private(set) var best: IntegerResult.Solution?
  private(set) var bound: Double?
  var nodes = 0
  var pivots = 0

  init(direction: LinearProgram.Direction, grain: ObjectiveGrain) {
    self.direction = direction
    self.grain = grain
  }

  private var sign: Double { direction == .minimise ? 1 : -1 }

  /// Keeps a solution if it is better than the one in hand.
  mutating func offer(_ solution: IntegerResult.Solution) {
    if let best, sign * solution.objective >= sign * best.objective { return }
    best = solution
  }

  /// Takes a bound if it is tighter.
  mutating func tighten(to found: Double) {
    let found = grain.rounded(found, direction)
    if let bound, sign * found <= sign * bound { return }
    bound = found
  }

  /// The result if the relaxation alone decides; else takes its bound.
  mutating func settle(root: SimplexResult) -> IntegerResult? {
    switch root.status {
    case .optimal:
      tighten(to: root.objective)
      guard let best, let bound else { return nil }
      // Within tolerance of the bound nothing better can exist.
      return sign * (best.objective - bound) <= closeness(best.objective) ? result(.proof, isProven: true) : nil
    case .infeasible: return result(.proof, isProven: true, isInfeasible: true)
    case .unbounded:
      var unbounded = result(.proof, isProven: false)
      if best == nil { unbounded.status = .unboundedRelaxation }
      return unbounded
    case .pivotLimit: return result(.pivotLimit, isProven: false)
    case .interrupted: return result(.interrupted, isProven: false)
    case .stalled, .numericalTrouble: return result(.numericalTrouble, isProven: false)
    }
  }

  /// Whether a solution reaches the relaxation's objective.
  func isOptimal(_ solution: IntegerResult.Solution, _ root: SimplexResult) -> Bool {
    sign * (solution.objective - root.objective) <= closeness(solution.objective)
  }

  /// The result of a solve that ended so.
  ///
  /// - Parameters:
  ///   - isProven: Nothing better than the best solution exists.
  ///   - isInfeasible: The solver found no solution at all; if one is in hand, tolerances are at odds and nothing is proven.
  func result(_ end: IntegerResult.End, isProven: Bool, isInfeasible: Bool = false) -> IntegerResult {
    var proven = bound
    let status: IntegerResult.Status
    if let best {
      status = isProven && !isInfeasible ? .optimal : .feasible
      // The search looked only for better ones, so its bound says nothing beyond the solution in hand.
      if status == .optimal || proven.map({ sign * $0 > sign * best.objective }) == true { proven = best.objective }
    } else {
      status = isProven ? .infeasible : .noSolutionFound
      if isProven { proven = nil }
    }
    return IntegerResult(status: status, end: end, solution: best, bound: proven, nodes: nodes, pivots: pivots)
  }

  private func closeness(_ objective: Double) -> Double {
    grain.step.map { $0 / 2 } ?? (1e-7 * (1 + abs(objective)))
  }
}
