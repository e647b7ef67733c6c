import CGLPK
import CGLPKGuard

extension LinearProgram {
  /// Solves the program, or its relaxation without whole numbers, from its present basis.
  ///
  /// The work is cut into slices of counted pivots. Between slices the deadline is looked at; as long as it is not reached, the
  /// same program, basis and limits give the same pivots and the same result. After any end but a failure the basis is kept, so
  /// that the next solve goes on from there.
  ///
  /// - Parameter deadlineReached: Asked before every slice; it must not use a linear program.
  /// - Throws: `invalidSetting` and the errors of a lost program.
  package func solve(
    method: SimplexMethod = .primal, limits: SimplexLimits = SimplexLimits(), deadlineReached: () -> Bool = { false }
  ) throws(LinearProgrammingError) -> SimplexResult {
    try limits.check()
    var run = SimplexRun(method: method, limits: limits, rowCount: rowCount, direction: direction)
    if try !hasFullBasis() { try apply(.advancedBasis, to: &run) }
    let clock = ContinuousClock()
    let begin = clock.now
    while true {
      if deadlineReached() { return run.result(.interrupted) }
      var milliseconds = Int32.max
      if let limit = limits.hardTimeLimitMilliseconds {
        let used = Int(clamping: begin.duration(to: clock.now) / .milliseconds(1))
        guard used < limit else { return run.result(.interrupted) }
        milliseconds = Int32(clamping: limit - used)
      }
      let pivots = min(run.nextSlice, limits.pivotLimit - run.pivots)
      var report = glpk_guard_simplex_report()
      try guarded(
        "simplex",
        glpk_guard_simplex(
          try problem(), run.method == .primal ? GLP_PRIMAL : GLP_DUALP, Int32(clamping: pivots), milliseconds, &report)
      )
      switch run.next(after: report) {
      case .ended(let status): return run.result(status)
      case .goOn: break
      case .remedy(let remedy): try apply(remedy, to: &run)
      }
    }
  }

  private func apply(
    _ remedy: SimplexResult.Remedy, to run: inout SimplexRun
  ) throws(LinearProgrammingError) {
    switch remedy {
    case .longSlice: break
    case .advancedBasis: try useAdvancedBasis()
    case .standardBasis: try useStandardBasis()
    }
    run.note(remedy)
  }
}

extension Int {
  /// A number of any size, cut to what fits; not a number becomes zero.
  init(clamping value: Double) {
    self = value.isNaN ? 0 : Int(Swift.min(Swift.max(value, -1e18), 1e18))
  }
}
