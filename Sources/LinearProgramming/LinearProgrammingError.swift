/// Why a call of this module did nothing.
///
/// An infeasible or unbounded program is a result, not an error.
package enum LinearProgrammingError: Error, Hashable, Sendable {
  /// What an index or a length counts.
  package enum Subject: String, Hashable, Sendable {
    /// A row.
    case row
    /// A column.
    case column
  }

  /// A value that must be a finite number.
  package enum Number: String, Hashable, Sendable {
    /// An objective coefficient.
    case objective = "objective coefficient"
    /// A coefficient of the matrix.
    case coefficient = "matrix coefficient"
    /// A value of a solution handed in.
    case incumbent = "value of the given solution"
  }

  /// GLPK found a fault it would have ended the process for; every linear program of this thread is lost.
  case solverFailure(operation: String, text: String)
  /// The program's solver environment was freed or lost, so it can no longer be used.
  case environmentLost
  /// The program was used on another thread than the one that made it.
  case wrongThread
  /// A call was made from inside another one, for instance from a deadline check.
  case nestedCall
  /// There was no memory for the solver environment.
  case environmentNotMade
  /// A row or column that is not there.
  case indexOutOfRange(Subject, index: Int, count: Int)
  /// Bounds that no value can keep, or that are not finite numbers.
  case invalidBounds(Bounds)
  /// Bounds that an integer column can't have: fractional ends, or for a binary one ends outside zero to one.
  case invalidIntegerBounds(column: Int, Bounds)
  /// A value that is not a finite number, at the place in the list handed in.
  case notFinite(Number, position: Int)
  /// Two coefficients for one place of the matrix.
  case duplicateEntry(row: Int, column: Int)
  /// The same row or column named twice in one list.
  case namedTwice(Subject, index: Int)
  /// Lists that don't fit together.
  case lengthMismatch(String, expected: Int, found: Int)
  /// A basis that has not as many basic variables as the program has rows.
  case invalidBasis(basic: Int, rows: Int)
  /// A setting outside its range.
  case invalidSetting(String, value: String)
  /// More rows, columns or coefficients than the solver can count.
  case tooLarge
  /// A given solution that breaks a row, a column's bounds or integrality, by so much relative to its size.
  case incumbentInfeasible(Subject, index: Int, violation: Double)
  /// The memory limit is below what is already in use.
  case memoryAlreadyInUse(megabytes: Int)
  /// The system did not give a thread; its error number.
  case threadNotStarted(code: Int32)
}

extension LinearProgrammingError: CustomStringConvertible {
  /// What was wrong, with the values, and what may be the reason.
  package var description: String {
    switch self {
    case .solverFailure(let operation, let text):
      "GLPK failed in '\(operation)': \(text)\nMaybe the memory limit is too low for this program."
    case .environmentLost:
      "This linear program's solver environment is gone.\nMaybe an earlier call on this thread failed; build the program again."
    case .wrongThread:
      "A linear program was used on another thread than the one that made it."
    case .nestedCall:
      "A solver call was made from inside another one.\nMaybe a deadline check uses a linear program."
    case .environmentNotMade:
      "There was no memory for a solver environment."
    case .indexOutOfRange(let subject, let index, let count):
      "There is no \(subject.rawValue) \(index): the program has \(count)."
    case .invalidBounds(let bounds):
      "No value can keep the bounds \(bounds).\nMaybe they are the wrong way round or not finite."
    case .invalidIntegerBounds(let column, let bounds):
      "Integer column \(column) can't have the bounds \(bounds).\nMaybe they should be whole numbers."
    case .notFinite(let number, let position):
      "The \(number.rawValue) at position \(position) is not a finite number."
    case .duplicateEntry(let row, let column):
      "There are two coefficients for row \(row), column \(column)."
    case .namedTwice(let subject, let index):
      "The \(subject.rawValue) \(index) is named twice."
    case .lengthMismatch(let what, let expected, let found):
      "The list of \(what) has \(found) entries where \(expected) are needed."
    case .invalidBasis(let basic, let rows):
      "A basis with \(basic) basic variables does not fit a program of \(rows) rows."
    case .invalidSetting(let name, let value):
      "The setting \(name) can't be \(value)."
    case .tooLarge:
      "The program has more rows, columns or coefficients than the solver can count."
    case .incumbentInfeasible(let subject, let index, let violation):
      "The given solution breaks \(subject.rawValue) \(index) by \(violation) relative to its size."
    case .memoryAlreadyInUse(let megabytes):
      "More than \(megabytes) MB are in use already, so that can't be the limit.\nMaybe set it before building programs."
    case .threadNotStarted(let code):
      "The system gave no thread for the solver (error \(code))."
    }
  }
}
