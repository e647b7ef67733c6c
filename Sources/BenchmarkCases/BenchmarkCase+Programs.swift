import LinearProgramming
import ReproducibleNumbers

extension BenchmarkCase {
  /// GLPK on one fixed program: which of 400 runs cover 60 calls, each by one shift.
  static let programCases = [
    BenchmarkCase(
      "program-relaxation", summary: "a fixed set partitioning program without whole numbers", repetitions: 10
    ) {
      let columns = FixedProgram.columns()
      return {
        try SolverThread.run {
          let result = try FixedProgram.program(columns).solve(method: .dual)
          guard result.status == .optimal else { throw BenchmarkFault.unexpected("relaxation: \(result.status)") }
          return BenchmarkOutcome(counters: [
            BenchmarkCounter(.size, "size.columns", "columns", columns.count),
            BenchmarkCounter(.work, "work.pivots", "pivots", result.pivots),
            BenchmarkCounter(
              .bound, "bound.objective", "objective, in millionths", FixedProgram.millionths(result.objective)),
          ])
        }
      }
    },
    BenchmarkCase(
      "program-integer", summary: "the same program with whole numbers, by branch and bound", repetitions: 3
    ) {
      let columns = FixedProgram.columns()
      return {
        try SolverThread.run {
          let result = try FixedProgram.program(columns).solveInteger(limits: IntegerLimits(nodeLimit: 300))
          guard let solution = result.solution else { throw BenchmarkFault.unexpected("integer: \(result.status)") }
          return BenchmarkOutcome(counters: [
            BenchmarkCounter(.size, "size.columns", "columns", columns.count),
            BenchmarkCounter(.work, "work.pivots", "pivots", result.pivots),
            BenchmarkCounter(.work, "work.nodes", "nodes", result.nodes),
            BenchmarkCounter(.level, "level.objective", "objective", Int(solution.objective.rounded())),
          ])
        }
      }
    },
  ]
}

/// A set partitioning program with costs in whole numbers, drawn from a keyed stream.
private enum FixedProgram {
  static let calls = 60
  static let shifts = 12

  static func columns() -> ColumnBatch {
    var random = RandomStream(seed: 1, purpose: StreamPurpose("benchmark.program"))
    var batch = ColumnBatch()
    for index in 0..<400 {
      let covered = Set((0..<random.nextInt(in: 3...8)).map { _ in Int32(shifts + random.nextInt(below: calls)) })
        .sorted()
      batch.append(
        objective: Double(20 * covered.count + random.nextInt(in: 0...60)), bounds: .unit, kind: .binary,
        rows: [Int32(index % shifts)] + covered)
    }
    for call in 0..<calls {
      batch.append(objective: 1000, bounds: .unit, kind: .continuous, rows: [Int32(shifts + call)])
    }
    return batch
  }

  static func program(_ columns: ColumnBatch) throws -> LinearProgram {
    let program = try LinearProgram(direction: .minimise)
    try program.addRows(Array(repeating: .upper(1), count: shifts) + Array(repeating: .fixed(1), count: calls))
    _ = try program.addColumns(columns)
    return program
  }

  static func millionths(_ value: Double) -> Int { Int((min(max(value, -1e9), 1e9) * 1e6).rounded()) }
}
