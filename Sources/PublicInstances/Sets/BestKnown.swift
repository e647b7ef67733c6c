/// A published value of an instance, and how far it can be trusted.
package struct BestKnown: Hashable, Sendable {
  package let instance: String
  package let convention: Convention
  /// The objective under the convention.
  package let value: SetObjective
  /// A proven lower bound of the value's last part; nil where none is published.
  package let lowerBound: ExactValue?
  /// The value is proven to be optimal.
  package let isProven: Bool
  package let evidence: Evidence
  /// Method and publication.
  package let source: String
  /// With how many decimals the value is published.
  package let decimals: Int

  package init(
    instance: String, convention: Convention, value: SetObjective, lowerBound: ExactValue? = nil,
    isProven: Bool = false,
    evidence: Evidence, source: String, decimals: Int = 0
  ) {
    self.instance = instance
    self.convention = convention
    self.value = value
    self.lowerBound = lowerBound
    self.isProven = isProven
    self.evidence = evidence
    self.source = source
    self.decimals = decimals
  }

  /// How far an objective lies above this value, in ten-thousandths of it, after rounding it as the value is published.
  ///
  /// Nil where another number of vehicles makes the distances incomparable.
  package func gap(of objective: SetObjective) -> Int? {
    guard objective.values.count == value.values.count, objective.values.dropLast() == value.values.dropLast() else {
      return nil
    }
    return objective.last.rounded(decimals: decimals).gap(above: value.last)
  }

  /// By which rules a value was computed; values of two conventions are never compared.
  package enum Convention: String, CaseIterable, Hashable, Sendable {
    /// The only one that the set has.
    case own
    /// Solomon: distances cut to tenths, total distance alone.
    case dimacs
    /// Solomon: double precision, vehicles before distance.
    case hierarchical
    /// Solomon, the first 25 or 50 customers, rules as `dimacs`.
    case first25, first50
  }

  /// What stands behind a value.
  package enum Evidence: String, CaseIterable, Hashable, Sendable {
    /// A published solution, judged again by the rules.
    case solution
    /// Only the number was published.
    case valueOnly
    /// Only the number, and others contradict it.
    case doubtful
  }
}

/// The published values of a set.
package struct BestKnownTable: Hashable, Sendable {
  /// In the order of the file.
  package let rows: [BestKnown]

  package init(rows: [BestKnown]) { self.rows = rows }

  /// The best value of an instance that is not doubtful; nil where there is none.
  package func best(of instance: String, under convention: BestKnown.Convention = .own) -> BestKnown? {
    rows.filter { $0.instance == instance && $0.convention == convention && $0.evidence != .doubtful }
      .min { $0.value < $1.value }
  }
}
