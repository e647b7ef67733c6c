package import RotaOptimiser

/// Runs the optimiser on instances of the public sets, each under its set's own rules.
///
/// ```swift
/// let row = PublicBenchmark(settings: OptimiserSettings(budget: 1_000_000)).row(
///   "R101", of: instance, under: .dimacs, published: table)
/// ```
package struct PublicBenchmark: Sendable {
  private let settings: OptimiserSettings

  package init(settings: OptimiserSettings) { self.settings = settings }

  /// Solves an instance and has the result judged by the set's evaluator; seconds and memory are for the caller to fill in.
  package func row(
    _ name: String, of instance: PublicInstance, under convention: BestKnown.Convention, published: BestKnownTable?
  ) -> BenchmarkRow {
    var row = BenchmarkRow(
      set: instance.set, instance: name, convention: convention,
      published: published?.best(of: name, under: convention))
    let translation = instance.translation(convention)
    let optimiser: DayOptimiser
    do {
      optimiser = try DayOptimiser(translation.problem, settings: settings)
    } catch {
      row.faults = [error.description]
      return row
    }
    let result = optimiser.solve()
    row.work = result.workUsed
    row.rota = result.solution
    row.document = translation.document(of: result.solution)
    row.leftOut = translation.leftOut(result.solution.levels)
    let evaluation = translation.evaluation(of: result.solution)
    let own = translation.objective(of: result.solution.levels)
    row.value = evaluation.objective
    // What must be served and is not is no fault of the rules: it is said beside the value.
    let broken = evaluation.violations.filter { row.leftOut == 0 || $0.rule != .notServed && $0.rule != .hardComponent }
    row.faults = broken.map(\.description)
    if !agrees(own, evaluation.objective, instance.set, convention), row.leftOut == 0 {
      row.faults.append("the optimiser reckons \(own), the set \(evaluation.objective)")
    }
    // The result's bound of the last level holds where nothing before it is left out.
    let bound = zip(optimiser.boundsServingAll(), result.bounds).map { row.leftOut == 0 ? max($0, $1) : $0 }
    if convention != .hierarchical, instance.set != .vroom, let least = bound.last, least > 0 {
      row.bound = translation.objective(of: bound).last
    }
    return row
  }

  /// Distances in double precision are rounded here, and the tight days let everybody go as early as they can, where a call for two may have
  /// been held to a later start here. Everything else agrees exactly.
  private func agrees(
    _ own: SetObjective, _ judged: SetObjective, _ set: PublicSet, _ convention: BestKnown.Convention
  ) -> Bool {
    if convention == .hierarchical { return own.values.first == judged.values.first }
    return set == .days ? judged <= own : judged == own
  }
}
