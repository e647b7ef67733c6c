import CGLPKGuard

/// Makes solver calls of this thread fail on purpose, so that tests can show what happens then.
///
/// Off unless a test turns it on. A planned failure goes the whole way of a real one: GLPK's fatal error, the jump out of it,
/// the loss of the thread's programs.
package enum FaultInjection {
  /// Runs a closure in which the solver call with this number, counted from one, fails.
  package static func failCall<Value, Failure>(
    number: Int, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let calls = glpk_guard_calls()
    let failing = glpk_guard_failing_call()
    glpk_guard_plan_fault(0, Int64(number))
    defer { glpk_guard_plan_fault(calls, failing) }
    return try body()
  }

  /// Runs a closure and counts the solver calls it makes.
  package static func countCalls<Value, Failure>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> (value: Value, calls: Int) {
    let calls = glpk_guard_calls()
    let failing = glpk_guard_failing_call()
    glpk_guard_plan_fault(0, 0)
    defer { glpk_guard_plan_fault(calls, failing) }
    let value = try body()
    return (value, Int(glpk_guard_calls()))
  }
}

/// A misuse of GLPK that would end the process, committed on purpose in tests.
package enum DeliberateMisuse: Int32, CaseIterable, Sendable {
  /// A row that is not there.
  case rowIndex = 0
  /// A column that is not there.
  case columnIndex
  /// A negative number of columns.
  case count
  /// Two coefficients for one place.
  case duplicate
  /// A solver parameter out of range.
  case parameter
  /// A broken assertion inside GLPK.
  case assertion
  /// More memory than allowed.
  case memory

  /// Does it.
  ///
  /// - Throws: `solverFailure`, always; this thread's programs are lost.
  package func commit() throws(LinearProgrammingError) {
    try guarded("misuse \(self)", glpk_guard_misuse(rawValue))
  }
}
