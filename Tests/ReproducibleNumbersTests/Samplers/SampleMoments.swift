/// Mean and variance of drawn numbers, for comparison with those of the distribution.
struct SampleMoments {
  let mean: Double
  let variance: Double

  init(_ numbers: [Double]) {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    self.mean = mean
    variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
  }

  /// Whether both lie within these relative tolerances.
  func agree(
    mean expectedMean: Double, variance expectedVariance: Double, _ meanTolerance: Double, _ varianceTolerance: Double
  )
    -> Bool
  {
    (mean - expectedMean).magnitude <= meanTolerance * expectedMean.magnitude
      && (variance - expectedVariance).magnitude <= varianceTolerance * expectedVariance
  }
}
