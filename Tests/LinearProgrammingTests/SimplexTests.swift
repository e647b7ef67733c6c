import LinearProgramming
import Testing

@Suite struct SimplexTests {
  @Test(
    "textbook programs reach their known optimum by both methods, in one call and in slices of one pivot",
    arguments: [
      ("Wyndor", WrittenProgram.wyndor, 36), ("GLPK manual", .manual, 2200.0 / 3),
      ("transportation", .transportation, 153.675),
      ("diet", .diet, 3.15), ("Klee-Minty", .kleeMinty, 1_000_000), ("Beale", .beale, -0.05), ("Kuhn", .kuhn, -2),
    ])
  func textbook(name: String, written: WrittenProgram, optimum: Double) throws {
    for method in [SimplexMethod.primal, .dual] {
      for slice in [1, 1_000_000] {
        let result = try written.make().solve(method: method, limits: SimplexLimits(sliceLength: slice))
        #expect(result.status == .optimal, "\(name)")
        #expect(
          isClose(result.objective, optimum, within: name == "diet" ? 1e-2 : 1e-7), "\(name): \(result.objective)")
        #expect(result.isPrimalFeasible && result.isDualFeasible)
      }
    }
  }

  @Test("values, duals and reduced costs are the book's")
  func duals() throws {
    let program = try WrittenProgram.wyndor.make()
    _ = try program.solve()
    let solution = try program.solution()
    #expect(zip(solution.columnValues, [2, 6]).allSatisfy { isClose($0, $1) })
    #expect(zip(solution.rowDuals, [0, 1.5, 1]).allSatisfy { isClose($0, $1) })
    #expect(zip(solution.rowValues, [2, 12, 18]).allSatisfy { isClose($0, $1) })
    #expect(solution.reducedCosts.allSatisfy { isClose($0, 0) })
    #expect(try program.rowDuals() == solution.rowDuals)
    #expect(try program.columnValues() == solution.columnValues)
  }

  @Test("an infeasible program is said to be one", arguments: [SimplexMethod.primal, .dual])
  func infeasible(method: SimplexMethod) throws {
    let written = WrittenProgram(costs: [1, 1], rows: [([1, 1], .lower(3)), ([1, 1], .upper(2))])
    #expect(try written.make().solve(method: method).status == .infeasible)
    let bothWays = WrittenProgram(
      costs: [-1, -1], rows: [([1, 1], .lower(3)), ([1, 1], .upper(2)), ([1, -1], .free)])
    #expect(try bothWays.make().solve(method: method).status == .infeasible)
  }

  @Test("an unbounded program is said to be one", arguments: [SimplexMethod.primal, .dual])
  func unbounded(method: SimplexMethod) throws {
    let written = WrittenProgram(direction: .maximise, costs: [1, 1], rows: [([1, -1], .upper(2))])
    #expect(try written.make().solve(method: method).status == .unbounded)
    var kuhn = WrittenProgram.kuhn
    kuhn.rows.removeLast()
    #expect(try kuhn.make().solve(method: method).status == .unbounded)
  }

  @Test("programs without rows, columns or both are solved", arguments: [SimplexMethod.primal, .dual])
  func empty(method: SimplexMethod) throws {
    let nothing = try LinearProgram(direction: .minimise)
    try nothing.setObjectiveConstant(7)
    let result = try nothing.solve(method: method)
    #expect(result.status == .optimal && result.objective == 7 && result.pivots == 0)
    #expect(try nothing.columnValues().isEmpty && nothing.rowDuals().isEmpty)

    let rowsOnly = try LinearProgram(direction: .minimise)
    try rowsOnly.addRows([.lower(-1), .between(0, 2)])
    #expect(try rowsOnly.solve(method: method).status == .optimal)
    try rowsOnly.setBounds(.lower(1), ofRow: 0)
    #expect(try rowsOnly.solve(method: method).status == .infeasible)

    let columnsOnly = try LinearProgram(direction: .maximise)
    try columnsOnly.addColumns(ColumnBatch(columns: [.init(objective: 2, bounds: .between(-1, 5))]))
    #expect(try columnsOnly.solve(method: method).objective == 10)
    try columnsOnly.setBounds(.nonnegative, ofColumn: 0)
    #expect(try columnsOnly.solve(method: method).status == .unbounded)

    let emptyRow = WrittenProgram(costs: [1], rows: [([0], .lower(1)), ([1], .lower(1))])
    #expect(try emptyRow.make().solve(method: method).status == .infeasible)
    for program in [nothing, rowsOnly, columnsOnly] { try program.useAdvancedBasis() }
  }

  @Test("strong duality and complementary slackness hold on random programs")
  func duality() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let written = WrittenProgram.random(seed: seed, rows: 3 + Int(seed) % 17, columns: 5 + Int(seed * 7) % 40)
      let program = try written.make()
      let result = try program.solve(method: seed.isMultiple(of: 2) ? .primal : .dual)
      let solution = try program.solution()
      #expect(result.status == .optimal)
      var dualObjective = 0.0
      for (row, written) in written.rows.enumerated() {
        let dual = solution.rowDuals[row]
        dualObjective += dual * written.bounds.least
        #expect(dual >= -1e-7)
        #expect(isClose(dual * (solution.rowValues[row] - written.bounds.least), 0))
        let activity = zip(written.coefficients, solution.columnValues).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(isClose(activity, solution.rowValues[row]))
      }
      for column in written.costs.indices {
        let bounds = written.columnBounds?[column] ?? .nonnegative
        let cost = solution.reducedCosts[column]
        let value = solution.columnValues[column]
        #expect(value >= -1e-7 && value <= bounds.greatest + 1e-7)
        let priced = zip(written.rows, solution.rowDuals).reduce(0) { $0 + $1.0.coefficients[column] * $1.1 }
        #expect(isClose(written.costs[column] - priced, cost))
        if cost < -1e-7 { dualObjective += cost * bounds.greatest }
        #expect(cost >= 0 ? isClose(cost * value, 0) : isClose(value, bounds.greatest))
      }
      #expect(isClose(dualObjective, result.objective), "seed \(seed)")
    }
  }

  @Test("slices give the optimum of one call, whatever their length")
  func slices() throws {
    let written = WrittenProgram.random(seed: 5, rows: 60, columns: 200)
    let whole = try written.make().solve(limits: SimplexLimits(sliceLength: 1_000_000))
    #expect(whole.slices == 1 && whole.status == .optimal)
    for length in [1, 7, 50] {
      let cut = try written.make().solve(limits: SimplexLimits(sliceLength: length))
      #expect(cut.status == .optimal && isClose(cut.objective, whole.objective))
      #expect(cut.slices >= cut.pivots / length)
    }
  }

  @Test("the same solve twice makes the same pivots and the same bits")
  func determinism() throws {
    for method in [SimplexMethod.primal, .dual] {
      let written = WrittenProgram.random(seed: 8, rows: 50, columns: 300)
      let first = try written.make()
      let second = try written.make()
      let limits = SimplexLimits(sliceLength: 20)
      #expect(try first.solve(method: method, limits: limits) == second.solve(method: method, limits: limits))
      #expect(try first.solution() == second.solution())
      #expect(try first.basis() == second.basis())
    }
  }

  @Test("the pivot limit is kept, and the next solve goes on from there")
  func pivotLimit() throws {
    let written = WrittenProgram.random(seed: 3, rows: 40, columns: 120)
    let optimum = try written.make().solve().objective
    let program = try written.make()
    var solves = 0
    while true {
      let result = try program.solve(limits: SimplexLimits(pivotLimit: 5, sliceLength: 3))
      #expect(result.pivots <= 5)
      solves += 1
      if result.status == .optimal {
        #expect(isClose(result.objective, optimum))
        break
      }
      #expect(result.status == .pivotLimit)
      guard solves < 1000 else { break }
    }
    #expect(solves > 3 && solves < 1000)
    #expect(try written.make().solve(limits: SimplexLimits(pivotLimit: 0)).status == .pivotLimit)
  }

  @Test("a deadline stops between two slices, and the next solve ends at the optimum")
  func interruption() throws {
    let written = WrittenProgram.random(seed: 4, rows: 40, columns: 120)
    let program = try written.make()
    var looks = 0
    let result = try program.solve(limits: SimplexLimits(sliceLength: 2)) {
      looks += 1
      return looks > 4
    }
    #expect(result.status == .interrupted && result.slices == 4 && result.pivots == 8)
    #expect(try program.solve(deadlineReached: { true }).slices == 0)
    #expect(isClose(try program.solve().objective, try written.make().solve().objective))
    #expect(try program.solve(limits: SimplexLimits(hardTimeLimitMilliseconds: 0)).status == .interrupted)
    #expect(try program.solve(limits: SimplexLimits(hardTimeLimitMilliseconds: 1_000_000)).status == .optimal)
  }

  @Test("a stall is noticed, and the remedies end it")
  func stall() throws {
    let written = WrittenProgram.assignment(seed: 1, size: 14)
    let plain = try written.make().solve(method: .dual)
    let patient = try written.make()
    try patient.useStandardBasis()
    let result = try patient.solve(
      method: .primal, limits: SimplexLimits(sliceLength: 1, stallSlices: 1, stallPivotsPerRow: 0))
    #expect(plain.status == .optimal && plain.remedies.isEmpty)
    #expect(result.status == .optimal && isClose(result.objective, plain.objective))
    #expect(result.remedies.first == .longSlice)
  }

  @Test("after added columns the primal method goes on from the old basis")
  func warmStart() throws {
    let written = WrittenProgram.random(seed: 12, rows: 60, columns: 240)
    let program = try LinearProgram(direction: .minimise)
    try program.addRows(written.rows.map(\.bounds))
    func batch(_ columns: Range<Int>) -> ColumnBatch {
      var batch = ColumnBatch()
      for column in columns {
        let used = written.rows.indices.filter { written.rows[$0].coefficients[column] != 0 }
        batch.append(
          objective: written.costs[column], bounds: written.columnBounds?[column] ?? .nonnegative,
          rows: used.map { Int32($0) }, values: used.map { written.rows[$0].coefficients[column] })
      }
      return batch
    }
    try program.addColumns(batch(0..<200))
    let first = try program.solve(method: .dual)
    #expect(first.status == .optimal)
    try program.addColumns(batch(200..<240))
    let second = try program.solve(method: .primal)
    let fresh = try written.make().solve(method: .primal)
    #expect(isClose(second.objective, fresh.objective) && second.objective <= first.objective)
    #expect(second.pivots < fresh.pivots)

    let kept = try program.basis()
    try program.useStandardBasis()
    #expect(try program.basis() != kept)
    try program.setBasis(kept)
    #expect(try program.solve().pivots == 0)
    try program.useAdvancedBasis()
    #expect(isClose(try program.solve(method: .dual).objective, fresh.objective))
  }

  @Test("changed bounds and costs are taken up from the old basis")
  func changes() throws {
    let program = try WrittenProgram.wyndor.make()
    _ = try program.solve()
    try program.setBounds(.upper(24), ofRow: 2)
    #expect(isClose(try program.solve(method: .dual).objective, 42))
    try program.setBounds(.fixed(1), ofColumn: 0)
    #expect(isClose(try program.solve(method: .dual).objective, 33))
    try program.setObjective(10, ofColumn: 0)
    #expect(isClose(try program.solve().objective, 40))
  }

  @Test("a basis that lost a basic column is mended")
  func mended() throws {
    let program = try WrittenProgram.transportation.make()
    _ = try program.solve()
    let values = try program.columnValues()
    try program.deleteColumns([try #require(values.indices.max { values[$0] < values[$1] })])
    let result = try program.solve()
    #expect(result.remedies == [.advancedBasis])
    #expect(result.status == .optimal && result.objective > 153.675)
  }

  @Test("scaling changes no optimum")
  func scaling() throws {
    let written = WrittenProgram.kleeMinty
    let program = try written.make()
    try program.scale()
    #expect(isClose(try program.solve().objective, 1_000_000))
  }
}
