import CGLPKGuard
import Glibc

/// A thread of its own for solving, with its own GLPK environment and a stack of known size.
package enum SolverThread {
  /// Runs a closure on a fresh thread, waits for it, and frees its GLPK environment.
  ///
  /// A fault planned by `FaultInjection` goes along to the new thread, and the count of calls comes back. A linear program
  /// that leaves the closure is lost.
  ///
  /// - Parameters:
  ///   - stackMegabytes: Size of the stack, 1 to 4096.
  ///   - memoryLimitMegabytes: Limit for the thread's programs together, or `nil`.
  /// - Throws: What the closure throws; `invalidSetting`; `threadNotStarted`.
  @discardableResult
  package static func run<Value>(
    stackMegabytes: Int = 8, memoryLimitMegabytes: Int? = nil, _ body: () throws -> Value
  ) throws -> Value {
    guard (1...4096).contains(stackMegabytes) else {
      throw LinearProgrammingError.invalidSetting("stackMegabytes", value: "\(stackMegabytes)")
    }
    let calls = glpk_guard_calls()
    let failing = glpk_guard_failing_call()
    var callsAfter = calls
    var outcome: Result<Value, any Error>?
    try withoutActuallyEscaping(body) { body in
      try start(stackMegabytes: stackMegabytes) {
        glpk_guard_plan_fault(calls, failing)
        outcome = Result {
          try SolverEnvironment.limitMemory(megabytes: memoryLimitMegabytes)
          return try body()
        }
        _ = glpk_guard_free()
        callsAfter = glpk_guard_calls()
      }
    }
    glpk_guard_plan_fault(callsAfter, failing)
    guard let outcome else { throw LinearProgrammingError.threadNotStarted(code: 0) }
    return try outcome.get()
  }

  /// Holds what the thread is to do.
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  private static func start(
    stackMegabytes: Int, _ body: @escaping () -> Void
  ) throws(LinearProgrammingError) {
    var attributes = pthread_attr_t()
    var code = pthread_attr_init(&attributes)
    guard code == 0 else { throw .threadNotStarted(code: code) }
    defer { pthread_attr_destroy(&attributes) }
    code = pthread_attr_setstacksize(&attributes, stackMegabytes << 20)
    guard code == 0 else { throw .threadNotStarted(code: code) }
    // The closure crosses threads unchecked; that is sound because this thread waits until the other one has ended.
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    code = pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      throw .threadNotStarted(code: code)
    }
    pthread_join(thread, nil)
  }
}
