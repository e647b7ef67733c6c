/// Climbs with prices over the runs of a pool, by the volume algorithm (Barahona and Anbil 2000): the way leads along how much each row is
/// missed by a mean of the answers so far, from the best prices found.
///
/// The pool promises more than is true of all runs, the more so the farther the prices go. So a climb ends where it has reached what it set
/// out for, and sets out for less after one that was led astray.
struct PriceAscent {
  /// How much more than before a climb sets out for, as a share of what there is.
  private var reach = 1.0
  /// The share of the way to the goal that a step takes; less after steps that led nowhere.
  private var boldness = 0.3

  private static let reaches = 0.01...2.0
  private static let boldnesses = 0.001...0.3
  private static let steps = 40
  private static let patience = 5
  /// What of the mean an answer makes up.
  private static let weight = 0.1
  /// A start from nothing counts as this share of what can be reached at most.
  private static let beginning = 0.02

  /// Sets out for no more than this from now on.
  mutating func rein(to most: Double) { reach = min(reach, most) }

  /// Learns from what came of a climb: what the pool promised and what was found, both beyond where it began.
  mutating func learn(promised: Double, found: Double) {
    let change = found <= 0 ? 0.5 : found > promised / 2 ? 1.5 : 1
    reach = min(max(reach * change, Self.reaches.lowerBound), Self.reaches.upperBound)
    if found > 0 { boldness = min(boldness * 1.5, Self.boldnesses.upperBound) }
  }

  /// - Parameter most: what a bound can reach at most.
  /// - Returns: The best prices found, with the sum over the pool, and the steps taken, as steps of pricing are counted.
  mutating func climbed(
    from worth: RowWorth, over pool: AscentPool, most: Double
  ) -> (worth: RowWorth, sum: Double, steps: Int) {
    var best = worth
    var (sum, mean) = pool.evaluated(at: worth)
    var (failures, steps) = (0, pool.stepsOfEvaluation)
    let goal = sum + reach * max(abs(sum), Self.beginning * abs(most))
    for _ in 0..<Self.steps where sum < goal {
      var direction = [Double](repeating: 0, count: pool.rowCount)
      var square = 0.0
      for row in direction.indices {
        let slope = pool.wanted(row) - mean[row]
        if slope < 0, best[row] <= 0 { continue }
        direction[row] = slope
        square += slope * slope
      }
      guard square > 1e-9 else { break }
      let step = boldness * (goal - sum) / square
      let trial = zip(best, direction).map { max(0, $0 + step * $1) }
      let (found, met) = pool.evaluated(at: trial)
      steps += pool.stepsOfEvaluation
      for row in mean.indices { mean[row] += Self.weight * (met[row] - mean[row]) }
      if found > sum {
        (best, sum, failures) = (trial, found, 0)
      } else {
        failures += 1
        if failures % Self.patience == 0 { boldness = max(Self.boldnesses.lowerBound, boldness * 0.7) }
      }
    }
    return (best, sum, steps)
  }
}
