import CGLPK
import CGLPKGuard

/// A linear or integer program, solved by GLPK.
///
/// Rows and columns count from zero. A program belongs to the thread that made it, because GLPK keeps its memory by thread; it
/// refuses work on any other. When GLPK meets a fatal fault, all programs of the thread are lost and say so
/// (`LinearProgrammingError.environmentLost`); a new one can be made at once.
///
/// ```swift
/// let program = try LinearProgram(direction: .minimise)
/// try program.addRows([.lower(10)])
/// try program.addColumns(ColumnBatch(columns: [.init(objective: 3, entries: [(row: 0, value: 2)])]))
/// let result = try program.solve()
/// ```
package final class LinearProgram {
  /// Whether the objective is made small or large.
  package enum Direction: Hashable, Sendable {
    /// Towards the least objective.
    case minimise
    /// Towards the greatest objective.
    case maximise
  }

  /// Which way the objective goes.
  package let direction: Direction
  /// How many rows there are.
  package internal(set) var rowCount = 0
  /// How many columns there are.
  package internal(set) var columnCount = 0

  private let pointer: OpaquePointer
  private let thread: UInt64
  private let environment: UInt64

  /// An empty program on this thread, without rows and columns.
  ///
  /// - Throws: `environmentNotMade`, `nestedCall`, `solverFailure`.
  package init(direction: Direction) throws(LinearProgrammingError) {
    var made: OpaquePointer?
    try guarded("make a program", glpk_guard_create(&made))
    guard let made else { throw .environmentNotMade }
    self.direction = direction
    pointer = made
    thread = glpk_guard_thread()
    environment = glpk_guard_environment()
    if direction == .maximise { try guarded("set the direction", glpk_guard_set_direction(made, GLP_MAX)) }
  }

  deinit {
    // With another environment the memory is gone already; its thread frees what is left at its end.
    if glpk_guard_environment() == environment { _ = glpk_guard_delete(pointer) }
  }

  /// GLPK's object, if it still exists and this is its thread.
  ///
  /// - Throws: `wrongThread`, `environmentLost`.
  func problem() throws(LinearProgrammingError) -> OpaquePointer {
    guard glpk_guard_thread() == thread else { throw .wrongThread }
    guard glpk_guard_environment() == environment else { throw .environmentLost }
    return pointer
  }

  /// Whether the program can still be used on this thread.
  package var isAlive: Bool {
    glpk_guard_thread() == thread && glpk_guard_environment() == environment
  }

  /// Refuses a row or column that is not there, and gives its number for GLPK.
  func number(of index: Int, in subject: LinearProgrammingError.Subject) throws(LinearProgrammingError) -> Int32 {
    let count = subject == .row ? rowCount : columnCount
    guard index >= 0, index < count else { throw .indexOutOfRange(subject, index: index, count: count) }
    return Int32(index + 1)
  }
}

/// Most rows, columns and coefficients: GLPK's own limits (`M_MAX`, `N_MAX`, `NNZ_MAX`).
enum GLPKLimit {
  static let rows = 100_000_000
  static let columns = 100_000_000
  static let entries = 500_000_000
}

/// Turns a guarded call's status into an error.
///
/// - Throws: `solverFailure` with GLPK's text, `nestedCall`, `environmentNotMade`.
func guarded(_ operation: String, _ status: Int32) throws(LinearProgrammingError) {
  switch Int(status) {
  case GLPK_GUARD_OK: return
  case GLPK_GUARD_NESTED: throw .nestedCall
  case GLPK_GUARD_NO_ENVIRONMENT: throw .environmentNotMade
  default:
    var text = String(cString: glpk_guard_text())
    while text.last?.isNewline == true { text.removeLast() }
    throw .solverFailure(operation: operation, text: text)
  }
}
