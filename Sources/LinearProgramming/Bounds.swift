import CGLPK

/// The values a row or a column may take, both ends included.
///
/// A row's value is the sum of its coefficients times its columns' values.
package enum Bounds: Hashable, Sendable {
  /// Any value.
  case free
  /// This value or more.
  case lower(Double)
  /// This value or less.
  case upper(Double)
  /// From the first value to the second.
  case between(Double, Double)
  /// Exactly this value.
  case fixed(Double)

  /// At least zero, the usual bounds of a column.
  package static let nonnegative = Bounds.lower(0)
  /// From zero to one.
  package static let unit = Bounds.between(0, 1)

  /// The bounds with the given ends, where an infinite end is none.
  ///
  /// - Throws: `invalidBounds` if an end is not a number, is infinite on the wrong side, or if they are the wrong way round.
  package init(from lower: Double, to upper: Double) throws(LinearProgrammingError) {
    let written = Bounds.between(lower, upper)
    guard !lower.isNaN, !upper.isNaN, lower < .infinity, upper > -.infinity, lower <= upper else {
      throw .invalidBounds(written)
    }
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): self = .free
    case (true, false): self = .lower(lower)
    case (false, true): self = .upper(upper)
    case (true, true): self = lower == upper ? .fixed(lower) : written
    }
  }

  /// The least value allowed, minus infinity if there is none.
  package var least: Double {
    switch self {
    case .free, .upper: -.infinity
    case .lower(let value), .between(let value, _), .fixed(let value): value
    }
  }

  /// The greatest value allowed, infinity if there is none.
  package var greatest: Double {
    switch self {
    case .free, .lower: .infinity
    case .upper(let value), .between(_, let value), .fixed(let value): value
    }
  }

  /// Whether a value keeps these bounds exactly.
  package func contains(_ value: Double) -> Bool {
    value >= least && value <= greatest
  }
}

/// Bounds in the form GLPK takes them.
struct GLPKBounds {
  /// `GLP_FR` to `GLP_FX`.
  var type: Int32
  var lower: Double
  var upper: Double

  /// Bounds for GLPK, which takes equal ends of a range for an error.
  ///
  /// - Throws: `invalidBounds`.
  init(_ bounds: Bounds) throws(LinearProgrammingError) {
    let checked: Bounds
    switch bounds {
    case .free: checked = .free
    case .lower(let value):
      guard value.isFinite else { throw .invalidBounds(bounds) }
      checked = bounds
    case .upper(let value):
      guard value.isFinite else { throw .invalidBounds(bounds) }
      checked = bounds
    case .fixed(let value):
      guard value.isFinite else { throw .invalidBounds(bounds) }
      checked = bounds
    case .between(let least, let greatest):
      guard least.isFinite, greatest.isFinite else { throw .invalidBounds(bounds) }
      checked = try Bounds(from: least, to: greatest)
    }
    switch checked {
    case .free: (type, lower, upper) = (GLP_FR, 0, 0)
    case .lower(let value): (type, lower, upper) = (GLP_LO, value, 0)
    case .upper(let value): (type, lower, upper) = (GLP_UP, 0, value)
    case .between(let least, let greatest): (type, lower, upper) = (GLP_DB, least, greatest)
    case .fixed(let value): (type, lower, upper) = (GLP_FX, value, value)
    }
  }

  /// The bounds that GLPK's type and ends stand for.
  static func bounds(type: Int32, lower: Double, upper: Double) -> Bounds {
    switch type {
    case GLP_LO: .lower(lower)
    case GLP_UP: .upper(upper)
    case GLP_DB: .between(lower, upper)
    case GLP_FX: .fixed(lower)
    default: .free
    }
  }
}
