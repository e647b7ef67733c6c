import LinearProgramming
import Testing

@Suite struct LinearProgramTests {
  @Test("what is put in is read back")
  func readBack() throws {
    let program = try LinearProgram(direction: .minimise)
    try program.addRows([.lower(1), .between(2, 5), .free])
    let first = try program.addColumns(
      ColumnBatch(columns: [
        .init(objective: 4, entries: [(0, 1), (1, -2)]), .init(objective: -1, bounds: .between(-1, 3)),
        .init(objective: 0, kind: .binary, entries: [(2, 7)]), .init(objective: 2, bounds: .fixed(2), kind: .integer),
      ]))
    #expect(first == 0 && program.rowCount == 3 && program.columnCount == 4)
    #expect(try program.bounds(ofRow: 0) == .lower(1))
    #expect(try program.bounds(ofRow: 1) == .between(2, 5))
    #expect(try program.bounds(ofRow: 2) == .free)
    #expect(try program.column(0) == (4, .nonnegative, .continuous))
    #expect(try program.column(1) == (-1, .between(-1, 3), .continuous))
    #expect(try program.column(2) == (0, .unit, .binary))
    #expect(try program.column(3) == (2, .fixed(2), .integer))
    #expect(
      try program.entries(ofColumn: 0) == [
        MatrixEntry(row: 0, column: 0, value: 1), MatrixEntry(row: 1, column: 0, value: -2),
      ])
    #expect(try program.entries(ofRow: 2) == [MatrixEntry(row: 2, column: 2, value: 7)])
    try program.setBounds(.upper(9), ofRow: 0)
    try program.setBounds(.fixed(1), ofColumn: 2)
    try program.setObjective(11, ofColumn: 1)
    try program.setObjectiveConstant(100)
    try program.setKind(.integer, ofColumn: 0)
    #expect(try program.bounds(ofRow: 0) == .upper(9))
    #expect(try program.column(2) == (0, .fixed(1), .integer))
    #expect(try program.objective() == (100, [4, 11, 0, 2]))
    #expect(try program.column(0).kind == .integer)
  }

  @Test("deleted rows and columns are gone and the rest moves up")
  func deletion() throws {
    let program = try WrittenProgram.manual.make()
    try program.deleteColumns([0])
    try program.deleteRows([1])
    #expect(program.columnCount == 2 && program.rowCount == 2)
    #expect(try program.column(0).objective == 6)
    #expect(try program.bounds(ofRow: 1) == .upper(300))
    #expect(
      try program.entries(ofRow: 1) == [
        MatrixEntry(row: 1, column: 0, value: 2), MatrixEntry(row: 1, column: 1, value: 6),
      ])
    try program.deleteColumns([])
    #expect(throws: LinearProgrammingError.namedTwice(.column, index: 1)) { try program.deleteColumns([1, 1]) }
  }

  @Test("a matrix by triplets replaces the old one")
  func triplets() throws {
    let program = try WrittenProgram.wyndor.make()
    try program.setMatrix([
      MatrixEntry(row: 2, column: 1, value: 1), MatrixEntry(row: 0, column: 0, value: 1),
      MatrixEntry(row: 1, column: 1, value: 0),
    ])
    #expect(try program.entries(ofRow: 1).isEmpty)
    #expect(try program.solve().objective == 3 * 4 + 5 * 18)
  }

  @Test("bad input is refused before GLPK sees it, and the program stays whole")
  func badInput() throws {
    let program = try WrittenProgram.wyndor.make()
    let before = SolverEnvironment.memoryUse.now
    #expect(throws: LinearProgrammingError.indexOutOfRange(.row, index: 3, count: 3)) {
      try program.setBounds(.free, ofRow: 3)
    }
    #expect(throws: LinearProgrammingError.indexOutOfRange(.column, index: -1, count: 2)) {
      try program.setObjective(1, ofColumn: -1)
    }
    #expect(throws: LinearProgrammingError.indexOutOfRange(.column, index: .max, count: 2)) {
      try program.deleteColumns([.max])
    }
    #expect(throws: LinearProgrammingError.invalidBounds(.between(2, 1))) { try program.addRows([.between(2, 1)]) }
    #expect(throws: LinearProgrammingError.self) { try program.addRows([.lower(.nan)]) }
    #expect(throws: LinearProgrammingError.self) { try program.addRows([.upper(.infinity)]) }
    #expect(throws: LinearProgrammingError.self) { try program.addRows([.fixed(-.infinity)]) }
    #expect(throws: LinearProgrammingError.notFinite(.objective, position: 0)) {
      try program.setObjective(.infinity, ofColumn: 0)
    }
    #expect(throws: LinearProgrammingError.notFinite(.objective, position: -1)) {
      try program.setObjectiveConstant(.nan)
    }
    #expect(throws: LinearProgrammingError.duplicateEntry(row: 1, column: 0)) {
      let twice = MatrixEntry(row: 1, column: 0, value: 1)
      try program.setMatrix([twice, MatrixEntry(row: 1, column: 1, value: 1), twice])
    }
    #expect(throws: LinearProgrammingError.indexOutOfRange(.row, index: 9, count: 3)) {
      try program.setMatrix([MatrixEntry(row: 9, column: 0, value: 1)])
    }
    #expect(throws: LinearProgrammingError.notFinite(.coefficient, position: 0)) {
      try program.setMatrix([MatrixEntry(row: 0, column: 0, value: .nan)])
    }
    #expect(throws: LinearProgrammingError.invalidIntegerBounds(column: 2, .between(0.5, 2))) {
      try program.addColumns(
        ColumnBatch(columns: [.init(objective: 1, bounds: .between(0.5, 2), kind: .integer)]))
    }
    #expect(throws: LinearProgrammingError.invalidIntegerBounds(column: 2, .between(0, 2))) {
      try program.addColumns(ColumnBatch(columns: [.init(objective: 1, bounds: .between(0, 2), kind: .binary)]))
    }
    #expect(program.rowCount == 3 && program.columnCount == 2)
    #expect(SolverEnvironment.memoryUse.now == before)
    #expect(try program.solve().objective == 36)
  }

  @Test("a batch whose lists don't fit together is refused")
  func badBatches() throws {
    let program = try LinearProgram(direction: .minimise)
    try program.addRows([.free, .free])
    var good = ColumnBatch()
    good.append(objective: 1, rows: [0, 1], value: 2)
    good.append(objective: 1, rows: [1])
    func refuses(_ change: (inout ColumnBatch) -> Void) -> Bool {
      var batch = good
      change(&batch)
      do throws(LinearProgrammingError) { try program.addColumns(batch) } catch {
        if case .solverFailure = error { return false }
        return true
      }
      return false
    }
    #expect(refuses { $0.starts = [] })
    #expect(refuses { $0.starts = [0, 3, 2] })
    #expect(refuses { $0.starts = [0, -5, 3] })
    #expect(refuses { $0.starts = [1, 2, 3] })
    #expect(refuses { $0.starts = [0, .max, 3] })
    #expect(refuses { $0.values.removeLast() })
    #expect(refuses { $0.values[0] = .nan })
    #expect(refuses { $0.bounds.removeLast() })
    #expect(refuses { $0.kinds.removeLast() })
    #expect(refuses { $0.objective[1] = .infinity })
    #expect(refuses { $0.rows[0] = 2 })
    #expect(refuses { $0.rows[0] = -1 })
    #expect(refuses { $0.rows[0] = 1 })
    #expect(refuses { $0.rows.append(0) })
    #expect(program.columnCount == 0)
    #expect(try program.addColumns(good) == 0)
    #expect(try program.addColumns(good) == 2)
    #expect(try program.addColumns(ColumnBatch()) == 4)
  }

  @Test("a basis that does not fit is refused")
  func badBases() throws {
    let program = try WrittenProgram.wyndor.make()
    let basis = try program.basis()
    #expect(basis == Basis(rows: [.basic, .basic, .basic], columns: [.atLower, .atLower]))
    var wrong = basis
    wrong.rows[0] = .atUpper
    #expect(throws: LinearProgrammingError.invalidBasis(basic: 2, rows: 3)) { try program.setBasis(wrong) }
    wrong.rows.removeLast()
    #expect(throws: LinearProgrammingError.self) { try program.setBasis(wrong) }
    #expect(throws: LinearProgrammingError.self) { try program.setBasis(Basis(rows: basis.rows, columns: [])) }
  }

  @Test("settings out of range are refused")
  func badSettings() throws {
    let program = try WrittenProgram.wyndor.make()
    for limits in [
      SimplexLimits(pivotLimit: -1), SimplexLimits(sliceLength: 0), SimplexLimits(stallSlices: 0),
      SimplexLimits(hardTimeLimitMilliseconds: -1),
    ] {
      #expect(throws: LinearProgrammingError.self) { try program.solve(limits: limits) }
    }
    for limits in [
      IntegerLimits(nodeLimit: -1), IntegerLimits(pivotLimit: -1), IntegerLimits(relativeGap: .nan),
      IntegerLimits(hardTimeLimitMilliseconds: -1),
    ] {
      #expect(throws: LinearProgrammingError.self) { try program.solveInteger(limits: limits) }
    }
  }

  @Test("the version is GLPK's")
  func version() {
    #expect(SolverEnvironment.version.split(separator: ".").count == 2)
    #expect(SolverEnvironment.version >= "5.0")
  }
}
