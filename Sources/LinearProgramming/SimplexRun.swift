import CGLPK
import CGLPKGuard

/// The course of one simplex solve: what to do after each slice.
struct SimplexRun {
  /// What comes after a slice.
  enum Step {
    case goOn
    case remedy(SimplexResult.Remedy)
    case ended(SimplexResult.Status)
  }

  let limits: SimplexLimits
  let rowCount: Int
  let direction: LinearProgram.Direction
  private(set) var method: SimplexMethod
  private(set) var pivots = 0
  private var slices = 0
  private var remedies: [SimplexResult.Remedy] = []
  private var watch: StallWatch
  private var report = glpk_guard_simplex_report()

  init(method: SimplexMethod, limits: SimplexLimits, rowCount: Int, direction: LinearProgram.Direction) {
    self.method = method
    self.limits = limits
    self.rowCount = rowCount
    self.direction = direction
    let (product, isTooLarge) = limits.stallPivotsPerRow.multipliedReportingOverflow(by: rowCount)
    watch = StallWatch(slices: limits.stallSlices, pivots: isTooLarge ? .max : product)
  }

  /// Pivots for the next slice, before the limit is looked at.
  var nextSlice: Int {
    // Long enough for GLPK to begin perturbing (200 idle pivots) and to get out of the vertex.
    watch.wantsLongSlice ? max(2000, 4 * rowCount, limits.sliceLength) : limits.sliceLength
  }

  /// Takes note of a remedy that has been applied.
  mutating func note(_ remedy: SimplexResult.Remedy) {
    remedies.append(remedy)
    watch.note(remedy)
    switch remedy {
    case .longSlice: break
    case .advancedBasis: method = .dual
    case .standardBasis: method = .primal
    }
  }

  /// Decides what to do after a slice.
  mutating func next(after report: glpk_guard_simplex_report) -> Step {
    self.report = report
    let made = max(0, Int(report.pivots))
    pivots += made
    slices += 1
    switch report.code {
    case 0:
      if let status = settled { return .ended(status) }
      // The dual method ended without a dual solution: whether there is a primal one only the primal method can tell.
      if method == .dual {
        method = .primal
        return pivots < limits.pivotLimit ? .goOn : .ended(.pivotLimit)
      }
      return step(watch.advanceOrEnd, atEnd: .numericalTrouble)
    case GLP_EITLIM, GLP_ETMLIM:
      guard pivots < limits.pivotLimit else { return .ended(.pivotLimit) }
      return step(watch.next(progress, pivots: made), atEnd: .stalled)
    default:
      return step(watch.advanceOrEnd, atEnd: .numericalTrouble)
    }
  }

  /// The result with the state after the last slice.
  func result(_ status: SimplexResult.Status) -> SimplexResult {
    SimplexResult(
      status: status, objective: report.objective, pivots: pivots, slices: slices,
      isPrimalFeasible: report.primal_status == GLP_FEAS, isDualFeasible: report.dual_status == GLP_FEAS,
      remedies: remedies)
  }

  private var settled: SimplexResult.Status? {
    switch (report.primal_status, report.dual_status) {
    case (GLP_FEAS, GLP_FEAS): .optimal
    case (GLP_FEAS, GLP_NOFEAS): .unbounded
    case (GLP_NOFEAS, _): .infeasible
    default: nil
    }
  }

  private var progress: StallWatch.Progress {
    let sign = direction == .minimise ? 1.0 : -1.0
    switch method {
    case .primal:
      let feasible = report.primal_status == GLP_FEAS
      return .init(phase: feasible ? 2 : 1, value: feasible ? sign * report.objective : report.primal_infeasibility)
    case .dual:
      // The dual method's objective is the bound, which grows when minimising.
      let feasible = report.dual_status == GLP_FEAS
      return .init(phase: feasible ? 2 : 1, value: feasible ? -sign * report.objective : report.dual_infeasibility)
    }
  }

  private func step(_ advice: StallWatch.Advice, atEnd status: SimplexResult.Status) -> Step {
    switch advice {
    case .goOn: .goOn
    case .remedy(let remedy): .remedy(remedy)
    case .stalled: .ended(status)
    }
  }
}
