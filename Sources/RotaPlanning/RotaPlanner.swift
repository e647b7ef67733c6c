package import CareModel
package import RotaChecking
package import RotaOptimiser
package import TravelTimes

/// Makes a rota for a day of the model: translates, solves, translates back, and proves the result with the checker.
///
/// ```swift
/// let travel = try TravelModel(caseload)
/// let planned = try RotaPlanner(caseload, travel: travel).plan()
/// ```
package struct RotaPlanner: Sendable {
  let caseload: Caseload
  private let travel: TravelModel
  let settings: OptimiserSettings
  let identity: Identity

  /// The day as it is put before the optimiser.
  package var problem: RotaProblem { DayProblem(caseload, travel: travel).problem }

  /// What a rota's provenance says of its making.
  package struct Identity: Sendable {
    package var inputDigest: String
    package var engineVersion: String
    package init(inputDigest: String = "", engineVersion: String = "") {
      self.inputDigest = inputDigest
      self.engineVersion = engineVersion
    }
  }

  package init(
    _ caseload: Caseload, travel: TravelModel, settings: OptimiserSettings = OptimiserSettings(),
    identity: Identity = Identity()
  ) {
    self.caseload = caseload
    self.travel = travel
    self.settings = settings
    self.identity = identity
  }

  /// Told while it works: the stage, and the rota in hand by level.
  package struct Progress: Sendable {
    package let stage: String
    package let score: Score
  }

  /// How often a day is solved, each time with a larger budget, before its locks are said to be impossible together.
  private static let attemptsAtLocks = 2
  private static let growthAtLocks = 4

  /// Makes the rota.
  ///
  /// - Parameters:
  ///   - start: a rota to start from. It may break any rule and is mended first; it binds nothing (what the day has published, locked or seen
  ///     happen stands in the caseload), but no level comes out worse than it is when mended, the first that differs deciding; only locked
  ///     calls come before them, and changes count as if there were no budget for them.
  ///   - progress: called on this thread, each time the rota in hand gets better.
  ///   - stageEnded: called on this thread with what a stage counted, when it has ended.
  ///   - deadlineReached: true ends the work with the best rota so far; the rota then says so.
  /// - Returns: a checked rota without a finding of cause `choice`.
  /// - Throws: `RotaPlanningError`.
  package func plan(
    from start: RotaStart? = nil, progress: (Progress) -> Void = { _ in },
    stageEnded: (OptimiserStage) -> Void = { _ in },
    deadlineReached: @escaping () -> Bool = { false }
  ) throws(RotaPlanningError) -> CheckedRota {
    let day = DayProblem(caseload, travel: travel)
    var result: OptimiserResult
    var impossible: [Visit] = []
    let given = start.map { day.start(from: $0.rota) }
    do {
      var settings = settings
      var attempts = RotaPlanner.attemptsAtLocks
      repeat {
        result = try DayOptimiser(day.problem, settings: settings).solve(
          from: given, progress: { progress(Progress(stage: $0.rawValue, score: day.score($1))) },
          stageEnded: stageEnded,
          deadlineReached: deadlineReached)
        impossible = result.solution.uncovered.map { day.calls[$0] }.filter { $0.lock != nil }
        settings.budget = result.budget * RotaPlanner.growthAtLocks
        attempts -= 1
      } while !impossible.isEmpty && attempts > 0 && result.isCutByWork && !result.isCutByDeadline
    } catch {
      throw .problemRefused(error.description)
    }
    guard impossible.isEmpty else {
      throw .locksImpossible(impossible.map { ($0.id, $0.lock?.setBy ?? "") })
    }
    let rota = day.rota(from: result.solution, provenance: nil)
    let checked = RotaChecker.check(rota, of: caseload, travel: travel)
    let choices = checked.findings.filter { $0.severity == .broken && $0.cause == .choice }
    guard choices.isEmpty else { throw .refusedByChecker(choices) }
    let difference = try agreement(day, result, checked)
    var provenance = try self.provenance(day, result, checked, difference: difference)
    if let start, let mended = result.mended {
      provenance.start = StartAccount(
        RotaChecker.check(start.rota, of: caseload, travel: travel), mended: mended, of: day
      ).report(digest: start.digest)
    }
    return RotaChecker.check(day.rota(from: result.solution, provenance: provenance), of: caseload, travel: travel)
  }

  /// Holds the optimiser's score against the checker's; what has happened counts with the checker alone, and is the same whatever is planned.
  ///
  /// - Returns: what the checker counts beyond the optimiser, by level of the ladder.
  private func agreement(
    _ day: DayProblem, _ result: OptimiserResult, _ checked: CheckedRota
  ) throws(RotaPlanningError) -> [Int] {
    let ladder = caseload.policy.ladder
    let idle = RotaChecker.check(day.rotaOfFacts, of: caseload, travel: travel).score
    let beyond = zip(idle.values, day.score(result.levelsOfEmptyRota).values).map { $0 - $1 }
    let optimised = zip(day.score(result.solution.levels).values, beyond).map { $0 + $1 }
    for (index, level) in ladder.levels.enumerated() {
      // With a change budget the level is what is left of the sum, which the optimiser doesn't take off.
      if level.kind == .stability, caseload.policy.changeBudget > 0 { continue }
      if optimised[index] != checked.score.values[index] {
        throw .scoresDisagree(level: level, optimiser: optimised[index], checker: checked.score.values[index])
      }
    }
    return beyond
  }
}

/// Why no rota comes out.
package enum RotaPlanningError: Error, CustomStringConvertible {
  /// The day can't be put before the optimiser: an input error.
  case problemRefused(String)
  /// Locked calls that no rota can hold together: an input error.
  case locksImpossible([(visit: VisitID, setBy: String)])
  /// An internal error: the checker refuses what the optimiser made.
  case refusedByChecker([Finding])
  /// An internal error: optimiser and checker reckon differently.
  case scoresDisagree(level: Level, optimiser: Int, checker: Int)
  /// An internal error: a rota is better than what is said to be the best possible.
  case boundExceedsValue(level: Level, bound: Int, value: Int)

  /// The input is to blame, not the engine.
  package var isInputError: Bool {
    switch self {
    case .problemRefused, .locksImpossible: true
    case .refusedByChecker, .scoresDisagree, .boundExceedsValue: false
    }
  }

  package var description: String {
    switch self {
    case .problemRefused(let reason): reason
    case .locksImpossible(let locks):
      "No rota was found that keeps these locks: "
        + locks.map { "call \($0.visit) (locked by \($0.setBy))" }.joined(separator: ", ")
        + ".\nMaybe one of them asks for a worker who is not on duty then, or two ask for the same worker at once."
    case .refusedByChecker(let findings):
      "Internal error: the checker refuses the rota: " + findings.map(\.sentence).joined(separator: " ")
    case .scoresDisagree(let level, let optimiser, let checker):
      "Internal error: at level \(level.name) the optimiser reckons \(optimiser) and the checker \(checker)."
    case .boundExceedsValue(let level, let bound, let value):
      "Internal error: at level \(level.name) the bound \(bound) exceeds the rota's \(value)."
    }
  }
}
