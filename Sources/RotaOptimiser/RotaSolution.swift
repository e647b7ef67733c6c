package import Quantities

/// The optimiser's answer, in the problem's indices.
package struct RotaSolution: Hashable, Sendable {
  /// One for each shift, in their order; a shift without stops is not used.
  package var runs: [Run]
  /// The sum at each level, the problem's own calls and runs only.
  package var levels: [Int]
  /// Calls that nobody does, in order.
  package var uncovered: [Int]

  package init(runs: [Run], levels: [Int], uncovered: [Int]) {
    self.runs = runs
    self.levels = levels
    self.uncovered = uncovered
  }

  package struct Run: Hashable, Sendable {
    package var stops: [Stop]
    package var breaks: [Break]
    package init(stops: [Stop] = [], breaks: [Break] = []) {
      self.stops = stops
      self.breaks = breaks
    }
  }

  package struct Stop: Hashable, Sendable {
    package var call: Int
    package var demand: Int
    package var start: Seconds
    package init(call: Int, demand: Int, start: Seconds) {
      self.call = call
      self.demand = demand
      self.start = start
    }
  }

  package struct Break: Hashable, Sendable {
    package var start: Seconds
    package var end: Seconds
    package init(start: Seconds, end: Seconds) {
      self.start = start
      self.end = end
    }
  }
}
