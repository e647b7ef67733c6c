import LinearProgramming
import Testing

@Suite struct SolverThreadTests {
  private struct Refusal: Error {}

  private struct Outcome: Equatable {
    var simplex: SimplexResult
    var solution: BasicSolution
    var integer: IntegerResult
  }

  private static func solveMuch(seed: UInt64) throws -> Outcome {
    let program = try WrittenProgram.random(seed: seed, rows: 60, columns: 250).make()
    let simplex = try program.solve(limits: SimplexLimits(sliceLength: 25))
    let knapsack = try WrittenProgram.knapsack.make()
    return Outcome(simplex: simplex, solution: try program.solution(), integer: try knapsack.solveInteger())
  }

  @Test("two threads at once get bit for bit what one gets")
  func twoAtOnce() async throws {
    let alone = try (1...6 as ClosedRange<UInt64>).map { seed in try SolverThread.run { try Self.solveMuch(seed: seed) }
    }
    try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
      for lane in 0..<2 {
        group.addTask {
          var same = true
          for seed in 1...6 as ClosedRange<UInt64> {
            let outcome = try SolverThread.run { try Self.solveMuch(seed: seed) }
            same = same && outcome == alone[Int(seed) - 1]
          }
          return (lane, same)
        }
      }
      for try await (lane, same) in group { #expect(same, "lane \(lane)") }
    }
  }

  @Test("a failure on one thread leaves the programs of another alone")
  func apart() throws {
    let here = try WrittenProgram.wyndor.make()
    #expect(throws: LinearProgrammingError.self) {
      try SolverThread.run { try DeliberateMisuse.assertion.commit() }
    }
    #expect(here.isAlive)
    #expect(try here.solve().objective == 36)
  }

  @Test("a program refuses to work on another thread, before and after its own has ended")
  func wrongThread() throws {
    let here = try WrittenProgram.wyndor.make()
    try SolverThread.run { () throws in
      #expect(throws: LinearProgrammingError.wrongThread) { try here.solve() }
      #expect(throws: LinearProgrammingError.wrongThread) { try here.addRows([.free]) }
    }
    #expect(try here.solve().objective == 36)
    let escaped = try SolverThread.run { try WrittenProgram.wyndor.make() }
    #expect(throws: LinearProgrammingError.wrongThread) { try escaped.solve() }
    try SolverThread.run { () throws in
      #expect(throws: LinearProgrammingError.wrongThread) { try escaped.solve() }
    }
  }

  @Test("the closure's value and its error come back")
  func outcome() throws {
    #expect(try SolverThread.run { 42 } == 42)
    #expect(throws: Refusal.self) { try SolverThread.run { throw Refusal() } }
    #expect(throws: LinearProgrammingError.self) { try SolverThread.run(stackMegabytes: 0) { 1 } }
    #expect(throws: LinearProgrammingError.self) { try SolverThread.run(stackMegabytes: 1_000_000) { 1 } }
    #expect(throws: LinearProgrammingError.self) { try SolverThread.run(memoryLimitMegabytes: -1) { 1 } }
  }

  @Test("a large stack is really there")
  func stack() throws {
    func depth(_ left: Int) -> Int {
      withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { buffer in
        buffer[0] = UInt8(truncatingIfNeeded: left)
        return left == 0 ? 0 : depth(left - 1) + 1 + Int(buffer[0]) - Int(UInt8(truncatingIfNeeded: left))
      }
    }
    #expect(try SolverThread.run(stackMegabytes: 256) { depth(20_000) } == 20_000)
  }

  @Test("a planned fault goes along to the thread, and the count of calls comes back")
  func faults() throws {
    let (_, calls) = try FaultInjection.countCalls {
      try SolverThread.run { try WrittenProgram.wyndor.make().solve() }
    }
    #expect(calls >= 5)
    for number in 1..<calls {
      #expect(throws: LinearProgrammingError.self, "call \(number)") {
        try FaultInjection.failCall(number: number) {
          try SolverThread.run { try WrittenProgram.wyndor.make().solve() }
        }
      }
    }
    #expect(try SolverThread.run { try WrittenProgram.wyndor.make().solve().objective } == 36)
  }
}
