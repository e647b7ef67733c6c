import CGLPK
import CGLPKGuard

extension LinearProgram {
  /// Solves the program with its whole numbers by branch and bound.
  ///
  /// First the relaxation is solved in slices; it gives a bound, and may settle the matter. Then GLPK's tree search runs. A
  /// solution handed in is kept here and returned unless a better one is found. Without presolve it is also handed to GLPK's
  /// search. With presolve GLPK's tree has other columns than ours, so a row that asks for a better objective is put into the
  /// tree's own problem instead, which prunes as well and is sound because values are the same in both. Every solution is
  /// checked here against all rows; if one found with presolve breaks a row, the search is made again without.
  ///
  /// - Parameters:
  ///   - incumbent: Values of a known solution, one for each column; integer columns within 1e-6 of a whole number.
  ///   - deadlineReached: Asked between slices and at each step of every node; it must not use a linear program.
  ///   - log: Given GLPK's messages at the end (the last 32 kB); they carry times, so they differ from run to run.
  /// - Throws: `invalidSetting`, `lengthMismatch`, `notFinite`, `incumbentInfeasible`, and the errors of a lost program.
  package func solveInteger(
    limits: IntegerLimits = IntegerLimits(), incumbent: [Double]? = nil, deadlineReached: () -> Bool = { false },
    log: ((String) -> Void)? = nil
  ) throws(LinearProgrammingError) -> IntegerResult {
    try limits.check()
    let (grain, whole) = try grainAndIntegerColumns()
    var run = IntegerRun(direction: direction, grain: grain)
    if let incumbent { run.offer(try checkedIncumbent(incumbent, isWhole: whole)) }

    let begin = ContinuousClock.now
    var rootLimits = limits.root
    if let hard = limits.hardTimeLimitMilliseconds {
      rootLimits.hardTimeLimitMilliseconds = min(hard, rootLimits.hardTimeLimitMilliseconds ?? hard)
    }
    let root = try solve(method: .dual, limits: rootLimits, deadlineReached: deadlineReached)
    run.pivots = root.pivots
    if let settled = run.settle(root: root) { return settled }
    if let rounded = try checked(try columnValues(), isWhole: whole, roundingWithin: 1e-9), run.isOptimal(rounded, root)
    {
      run.offer(rounded)
      return run.result(.proof, isProven: true)
    }

    var attempt = limits
    while true {
      var milliseconds = Int32.max
      if let hard = limits.hardTimeLimitMilliseconds {
        let used = Int(clamping: begin.duration(to: .now) / .milliseconds(1))
        guard used < hard else { return run.result(.interrupted, isProven: false) }
        milliseconds = Int32(clamping: hard - used)
      }
      let search = try search(
        limits: attempt, milliseconds: milliseconds, run: run, deadlineReached: deadlineReached, log: log)
      run.pivots += Int(search.pivots)
      run.nodes += Int(search.nodes)
      let result = try conclude(&run, limits: attempt, search: search, isWhole: whole)
      // GLPK 5.0's presolver can lose one side of a two-sided row that comes down to one integer column (npp_ineq_singlet
      // stops after fixing the column at the rounded lower bound), and then finds solutions that break the row.
      guard result.end == .numericalTrouble, attempt.presolve else { return result }
      attempt.presolve = false
      attempt.nodeLimit = max(0, attempt.nodeLimit - Int(search.nodes))
      attempt.pivotLimit = max(0, attempt.pivotLimit - Int(search.pivots))
    }
  }

  private func search(
    limits: IntegerLimits, milliseconds: Int32, run: IntegerRun, deadlineReached: () -> Bool, log: ((String) -> Void)?
  ) throws(LinearProgrammingError) -> glpk_guard_search {
    let problem = try problem()
    var search = glpk_guard_search()
    search.node_limit = Int64(limits.nodeLimit)
    search.pivot_limit = Int64(limits.pivotLimit)
    search.relative_gap = limits.relativeGap
    search.milliseconds = milliseconds
    search.presolve = limits.presolve ? 1 : 0
    search.cuts = limits.cuts ? 1 : 0
    search.feasibility_pump = limits.feasibilityPump ? 1 : 0
    search.log = log == nil ? 0 : 1
    if let known = run.best {
      search.has_cutoff = 1
      search.cutoff = run.grain.cutoff(below: known.objective, direction)
      search.best_known = known.objective
    }
    let given = limits.presolve ? [] : (run.best.map { [0] + $0.values } ?? [])
    // The check runs inside GLPK's search, but no longjmp can cross it: GLPK makes no call while it runs.
    let status = withoutActuallyEscaping(deadlineReached) { check in
      withUnsafePointer(to: check) { check in
        given.withUnsafeBufferPointer { values in
          search.incumbent = values.isEmpty ? nil : values.baseAddress
          search.context = UnsafeMutableRawPointer(mutating: check)
          search.should_stop = { context in
            guard let context else { return 0 }
            return context.assumingMemoryBound(to: (() -> Bool).self).pointee() ? 1 : 0
          }
          return glpk_guard_integer(problem, &search)
        }
      }
    }
    try guarded("integer search", status)
    log?(String(cString: glpk_guard_log()))
    return search
  }

  private func conclude(
    _ run: inout IntegerRun, limits: IntegerLimits, search: glpk_guard_search, isWhole: [Bool]
  ) throws(LinearProgrammingError) -> IntegerResult {
    var isTrusted = true
    if search.status == GLP_FEAS || search.status == GLP_OPT {
      var values = [Double](repeating: 0, count: columnCount)
      try guarded("read the integer solution", glpk_guard_get_integer_solution(try problem(), &values))
      if let found = try checked(values, isWhole: isWhole, roundingWithin: 1e-5) {
        run.offer(found)
      } else {
        isTrusted = false
      }
    }
    if search.has_bound != 0 { run.tighten(to: search.bound) }
    guard isTrusted else { return run.result(.numericalTrouble, isProven: false) }
    // A search that found no solution at all, not even one no better than ours, is at odds with ours.
    let isAtOdds =
      search.status == GLP_NOFEAS && (limits.presolve ? search.cutoff_row_added == 0 : search.incumbent_accepted == 0)
    switch search.code {
    case 0, GLP_ENOPFS: return run.result(.proof, isProven: true, isInfeasible: isAtOdds)
    case GLP_ETMLIM: return run.result(.interrupted, isProven: false)
    case GLP_ESTOP:
      switch Int(search.stopped_by) {
      case GLPK_GUARD_NODE_LIMIT: return run.result(.nodeLimit, isProven: false)
      case GLPK_GUARD_PIVOT_LIMIT: return run.result(.pivotLimit, isProven: false)
      case GLPK_GUARD_GAP_REACHED: return run.result(.relativeGap, isProven: false)
      default: return run.result(.interrupted, isProven: false)
      }
    default: return run.result(.numericalTrouble, isProven: false)
    }
  }

  private func grainAndIntegerColumns() throws(LinearProgrammingError) -> (ObjectiveGrain, [Bool]) {
    let problem = try problem()
    var constant = 0.0
    var costs = [Double](repeating: 0, count: columnCount)
    var kinds = [Int32](repeating: 0, count: columnCount)
    try guarded("read the costs", glpk_guard_get_objective(problem, &constant, &costs, &kinds))
    let isWhole = kinds.map { $0 != GLP_CV }
    return (ObjectiveGrain(costs: costs, constant: constant, isWhole: isWhole), isWhole)
  }

  private func checkedIncumbent(
    _ values: [Double], isWhole: [Bool]
  ) throws(LinearProgrammingError) -> IntegerResult.Solution {
    guard values.count == columnCount else {
      throw .lengthMismatch("given values", expected: columnCount, found: values.count)
    }
    for (position, value) in values.enumerated() where !value.isFinite {
      throw .notFinite(.incumbent, position: position)
    }
    let rounded = Self.rounded(values, isWhole: isWhole, within: 1e-6)
    let check = try check(rounded)
    guard check.violation <= Self.tolerance else {
      throw .incumbentInfeasible(check.subject, index: check.index, violation: check.violation)
    }
    return IntegerResult.Solution(values: rounded, objective: check.objective, isGiven: true)
  }

  /// The point with its integer columns rounded, if it then keeps all rows and bounds.
  private func checked(
    _ values: [Double], isWhole: [Bool], roundingWithin distance: Double
  ) throws(LinearProgrammingError) -> IntegerResult.Solution? {
    let rounded = Self.rounded(values, isWhole: isWhole, within: distance)
    let check = try check(rounded)
    guard check.violation <= Self.tolerance else { return nil }
    return IntegerResult.Solution(values: rounded, objective: check.objective, isGiven: false)
  }

  /// A row or bound may be broken by so much relative to its size; GLPK's own tolerance is a tenth of it.
  private static let tolerance = 1e-6

  private static func rounded(_ values: [Double], isWhole: [Bool], within distance: Double) -> [Double] {
    zip(values, isWhole).map { value, whole in
      let nearest = value.rounded()
      // Adding zero takes the sign from a negative zero.
      return whole && abs(value - nearest) <= distance ? nearest + 0 : value
    }
  }

  private func check(
    _ values: [Double]
  ) throws(LinearProgrammingError)
    -> (objective: Double, violation: Double, subject: LinearProgrammingError.Subject, index: Int)
  {
    let problem = try problem()
    var objective = 0.0
    var violation = 0.0
    var place: Int32 = 0
    var index: Int32 = 0
    try guarded("check a point", glpk_guard_check_point(problem, values, &objective, &violation, &place, &index))
    return (objective, violation, place < 0 ? .row : .column, Int(index))
  }
}
