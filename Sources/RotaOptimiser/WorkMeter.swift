/// Work in units of about a microsecond, by one published table (`Documentation/work-units.md`).
///
/// A budget in work units stops at the same point on every machine; seconds are only a safety net.
package struct WorkTable: Sendable {
  /// Labels of run evaluation to a unit.
  package static let labelsPerUnit = 40
  /// Places looked at by insertion to a unit.
  package static let placesPerUnit = 120
  /// Units of one simplex pivot, for each row of the program.
  package static let pivotsTimesRowsPerUnit = 4
  /// Units of one branch-and-bound node beyond its pivots.
  package static let unitsPerNode = 200

  /// Units of one round of ruin and recreate beyond its labels and places: a round costs something even where nothing fits.
  package static let unitsPerRound = 5

  /// Labels compared and ways looked at while runs are priced, to a unit.
  package static let pricingStepsPerUnit = 100

  /// Units for so many steps of pricing; a pass costs one even where it makes no step.
  static func units(pricingSteps steps: Int) -> Int { steps / pricingStepsPerUnit + 1 }

  /// Units for so many simplex pivots on a program of so many rows.
  static func units(pivots: Int, rows: Int) -> Int { pivots * max(rows, 1) / pivotsTimesRowsPerUnit + pivots }
}

/// Adds up the work of a solve.
final class WorkMeter {
  private let evaluator: RunEvaluator
  private let search: InsertionSearch
  private var otherUnits = 0
  private var (labelsElsewhere, placesElsewhere) = (0, 0)
  let budget: Int
  let clock: SharedClock
  private var checks = 0

  init(budget: Int, evaluator: RunEvaluator, search: InsertionSearch, clock: SharedClock) {
    self.budget = budget
    self.evaluator = evaluator
    self.search = search
    self.clock = clock
  }

  /// Labels of run evaluation made, and places looked at by insertion.
  var labels: Int { evaluator.labelsMade + labelsElsewhere }
  var places: Int { search.placesTried + placesElsewhere }

  var used: Int { labels / WorkTable.labelsPerUnit + places / WorkTable.placesPerUnit + otherUnits }

  /// Adds what another meter has counted.
  func add(_ other: WorkMeter) {
    labelsElsewhere += other.labels
    placesElsewhere += other.places
    otherUnits += other.otherUnits
  }

  /// Adds work that neither labels nor places measure.
  func add(units: Int) { otherUnits += units }

  /// True when a stage that may use the budget up to `limit` must stop.
  func mustStop(at limit: Int) -> Bool { used >= limit || isOverdue() }

  /// The clock has cut the work.
  var isPastDeadline: Bool { clock.hasStruck }

  /// Asks the clock now and then only.
  func isOverdue() -> Bool {
    checks += 1
    return checks & 15 == 0 ? clock.isReached() : isPastDeadline
  }

  func isOverdueNow() -> Bool { clock.isReached() }
}
