import CGLPKGuard

/// GLPK's environment of the present thread: memory, version, the end of it.
package enum SolverEnvironment {
  /// GLPK's version.
  package static var version: String { String(cString: glpk_guard_version()) }

  /// Bytes in use by the programs of this thread, and the most that were.
  package static var memoryUse: (now: Int, most: Int) {
    var now = 0
    var most = 0
    glpk_guard_memory(&now, &most)
    return (now, most)
  }

  /// Limits the memory of this thread's programs together; going over it is a `solverFailure`.
  ///
  /// - Parameter megabytes: At least 1, or `nil` for no limit.
  /// - Throws: `invalidSetting`; `memoryAlreadyInUse`, with nothing changed.
  package static func limitMemory(megabytes: Int?) throws(LinearProgrammingError) {
    if let megabytes, megabytes < 1 {
      throw .invalidSetting("memoryLimitMegabytes", value: "\(megabytes)")
    }
    guard glpk_guard_limit_memory(Int32(clamping: megabytes ?? 0)) == 0 else {
      throw .memoryAlreadyInUse(megabytes: megabytes ?? 0)
    }
  }

  /// Frees everything GLPK has on this thread; its programs are lost. A thread's end does the same.
  ///
  /// - Throws: `nestedCall`.
  package static func free() throws(LinearProgrammingError) {
    try guarded("free the environment", glpk_guard_free())
  }
}
