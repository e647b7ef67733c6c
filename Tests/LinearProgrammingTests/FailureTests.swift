import Glibc
import LinearProgramming
import Testing

@Suite(.serialized) struct FailureTests {
  @Test(
    "a misuse of GLPK comes back as an error with GLPK's text, and the next program works",
    arguments: DeliberateMisuse.allCases)
  func misuse(_ misuse: DeliberateMisuse) throws {
    let lost = try WrittenProgram.wyndor.make()
    let failure = #expect(throws: LinearProgrammingError.self) { try misuse.commit() }
    guard case .solverFailure(let operation, let text)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(operation.contains("misuse"))
    let expected: [DeliberateMisuse: String] = [
      .rowIndex: "row number out of range", .columnIndex: "column number out of range",
      .count: "invalid number of columns", .duplicate: "duplicate", .parameter: "invalid parameter",
      .assertion: "Assertion failed: day < night", .memory: "memory allocation limit exceeded",
    ]
    #expect(text.contains(expected[misuse] ?? "?"), "\(text)")
    #expect(text.contains("Error detected in file"))
    #expect(failure?.description.contains(text) == true)

    #expect(!lost.isAlive)
    #expect(throws: LinearProgrammingError.environmentLost) { try lost.solve() }
    #expect(throws: LinearProgrammingError.environmentLost) { try lost.addRows([.free]) }
    #expect(throws: LinearProgrammingError.environmentLost) { try lost.basis() }
    #expect(try WrittenProgram.wyndor.make().solve().objective == 36)
  }

  @Test("nothing reaches standard output or standard error, not even in a fatal error")
  func silence() throws {
    let control = try captured { _ = "control mark\n".withCString { write(1, $0, 13) } }
    #expect(control.contains("control mark"))
    let text = try captured {
      for misuse in DeliberateMisuse.allCases { #expect(throws: LinearProgrammingError.self) { try misuse.commit() } }
      _ = try WrittenProgram.knapsack.make().solveInteger(log: { _ in })
      let program = try WrittenProgram.transportation.make()
      try program.scale()
      try program.useAdvancedBasis()
      _ = try program.solve()
    }
    for words in ["Error detected", "GLPK", "Assertion", "out of range", "OPTIMAL", "Integer optimization", "scaling"] {
      #expect(!text.contains(words), "\(text)")
    }
  }

  @Test("going over the memory limit is an error, and the thread can go on")
  func memoryLimit() throws {
    try SolverThread.run(memoryLimitMegabytes: 2) { () throws in
      let failure = #expect(throws: LinearProgrammingError.self) {
        let program = try LinearProgram(direction: .minimise)
        try program.addRows(Array(repeating: .free, count: 200_000))
      }
      guard case .solverFailure(_, let text)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(text.contains("memory allocation limit exceeded"))
      #expect(SolverEnvironment.memoryUse.now == 0)
      #expect(try WrittenProgram.wyndor.make().solve().objective == 36)
      // The limit outlives the environment.
      #expect(throws: LinearProgrammingError.self) {
        try LinearProgram(direction: .minimise).addRows(Array(repeating: .free, count: 200_000))
      }
    }
  }

  @Test("a memory limit below what is in use is refused, as is one below 1 MB")
  func memoryLimitTooLow() throws {
    try SolverThread.run { () throws in
      let program = try LinearProgram(direction: .minimise)
      try program.addRows(Array(repeating: .free, count: 50_000))
      #expect(SolverEnvironment.memoryUse.now > 1 << 20)
      #expect(throws: LinearProgrammingError.memoryAlreadyInUse(megabytes: 1)) {
        try SolverEnvironment.limitMemory(megabytes: 1)
      }
      #expect(throws: LinearProgrammingError.self) { try SolverEnvironment.limitMemory(megabytes: 0) }
      #expect(program.isAlive)
      try SolverEnvironment.limitMemory(megabytes: 100)
      try SolverEnvironment.limitMemory(megabytes: nil)
      try program.addRows([.free])
    }
  }

  @Test("a freed environment takes its programs with it, and a released program gives its memory back")
  func freed() throws {
    try SolverThread.run { () throws in
      var program: LinearProgram? = try WrittenProgram.wyndor.make()
      #expect(SolverEnvironment.memoryUse.now > 0)
      #expect(program?.isAlive == true)
      program = nil
      #expect(SolverEnvironment.memoryUse.now == 0)
      let lost = try WrittenProgram.wyndor.make()
      try SolverEnvironment.free()
      #expect(!lost.isAlive)
      #expect(throws: LinearProgrammingError.environmentLost) { try lost.solve() }
      let other = try WrittenProgram.wyndor.make()
      #expect(throws: LinearProgrammingError.environmentLost) { try lost.solve() }
      #expect(try other.solve().objective == 36)
    }
  }

  @Test("a solver call from inside a deadline check is refused")
  func nested() throws {
    let program = try WrittenProgram.knapsack.make()
    let other = try WrittenProgram.wyndor.make()
    var refused = 0
    _ = try program.solveInteger(
      limits: IntegerLimits(presolve: false),
      deadlineReached: {
        do throws(LinearProgrammingError) { _ = try other.solve() } catch {
          guard error == .nestedCall else { return false }
          refused += 1
          do throws(LinearProgrammingError) { try SolverEnvironment.free() } catch {
            if error == .nestedCall { refused += 1 }
          }
        }
        return false
      })
    #expect(refused > 2)
    #expect(try other.solve().objective == 36)
  }

  @Test(
    "each solver call in turn fails on purpose: an error comes back and the next program works",
    arguments: [true, false])
  func eachFault(presolve: Bool) throws {
    func work() throws -> Double {
      let program = try WrittenProgram.knapsack.make()
      _ = try program.solve(limits: SimplexLimits(sliceLength: 1))
      try program.setBounds(.fixed(1), ofColumn: 0)
      _ = try program.basis()
      return try program.solveInteger(limits: IntegerLimits(presolve: presolve)).solution?.objective ?? 0
    }
    let (right, calls) = try FaultInjection.countCalls { try work() }
    #expect(calls > 12)
    var unnoticed = 0
    for number in 1...calls {
      do {
        let value = try FaultInjection.failCall(number: number) { try work() }
        // Only the deletion at the very end has nobody to tell.
        #expect(value == right && number == calls)
        unnoticed += 1
      } catch let error as LinearProgrammingError {
        guard case .solverFailure(_, let text) = error else {
          Issue.record("call \(number): \(error)")
          continue
        }
        #expect(text.contains("Fault made on purpose at call \(number)"))
      }
      #expect(try work() == right)
    }
    #expect(unnoticed == 1)
    #expect(try FaultInjection.failCall(number: calls + 1) { try work() } == right)
  }

  /// What is written to standard output and standard error meanwhile; other tests' output is passed on afterwards.
  private func captured(_ body: () throws -> Void) throws -> String {
    var path = Array("/tmp/captured-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    try #require(file >= 0)
    unlink(path)
    fflush(nil)
    let saved = (dup(1), dup(2))
    dup2(file, 1)
    dup2(file, 2)
    defer { close(file) }
    let outcome = Result { try body() }
    fflush(nil)
    dup2(saved.0, 1)
    dup2(saved.1, 2)
    close(saved.0)
    close(saved.1)
    let size = Int(lseek(file, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: size)
    let count = pread(file, &bytes, size, 0)
    bytes.removeLast(max(0, size - count))
    _ = write(1, bytes, bytes.count)
    try outcome.get()
    return String(decoding: bytes, as: UTF8.self)
  }
}
