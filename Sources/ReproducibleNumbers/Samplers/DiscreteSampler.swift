/// Draws values from a table in proportion to integer weights, exactly.
///
/// Source: inversion by binary search of the cumulative weights, one draw for each value.
package struct DiscreteSampler<Value: Sendable>: Sendable {
  private let values: [Value]
  private let cumulativeWeights: [Int]
  private let total: Int

  /// Makes the sampler of values and their weights, in this order.
  ///
  /// Nil when the lists differ in length, a weight is negative, none is positive, or their sum exceeds an `Int`.
  package init?(values: [Value], weights: [Int]) {
    guard values.count == weights.count else { return nil }
    var total = 0
    var cumulative: [Int] = []
    for weight in weights {
      let sum = total.addingReportingOverflow(weight)
      guard weight >= 0, !sum.overflow else { return nil }
      total = sum.partialValue
      cumulative.append(total)
    }
    guard total > 0 else { return nil }
    self.values = values
    self.cumulativeWeights = cumulative
    self.total = total
  }

  /// Draws one value.
  ///
  /// - Complexity: logarithmic in the number of values.
  package func draw(from stream: inout RandomStream) -> Value {
    let level = stream.nextInt(below: total)
    var first = 0
    var last = values.count - 1
    while first < last {
      let middle = (first + last) / 2
      if cumulativeWeights[middle] > level { last = middle } else { first = middle + 1 }
    }
    return values[first]
  }
}
