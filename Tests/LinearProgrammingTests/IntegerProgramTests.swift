import LinearProgramming
import Testing

@Suite struct IntegerProgramTests {
  @Test("the knapsack of 15 things is filled best", arguments: [true, false], [true, false])
  func knapsack(presolve: Bool, cuts: Bool) throws {
    let result = try WrittenProgram.knapsack.make().solveInteger(limits: IntegerLimits(presolve: presolve, cuts: cuts))
    #expect(result.status == .optimal && result.end == .proof)
    #expect(result.solution?.objective == 1458 && result.bound == 1458)
    #expect(result.solution?.values.allSatisfy { $0 == 0 || $0 == 1 } == true)
    #expect(result.solution?.isGiven == false)
  }

  @Test(
    "random binary programs agree with trying every point, with presolve and without, with a given solution and without"
  )
  func bruteForce() throws {
    var infeasible = 0
    var searched = 0
    for seed in 1...250 as ClosedRange<UInt64> {
      let (written, points) = WrittenProgram.randomBinary(seed: seed)
      var numbers = TestNumbers(seed: seed + 1000)
      for presolve in [true, false] {
        for isGiven in [true, false] {
          // Cuts in every second pair: some of these programs lose all their columns to the presolver.
          let limits = IntegerLimits(presolve: presolve, cuts: seed.isMultiple(of: 2))
          let given = isGiven && !points.isEmpty ? points[numbers.next(0...points.count - 1)].values : nil
          let result = try written.make().solveInteger(limits: limits, incumbent: given)
          if let best = points.first {
            #expect(result.status == .optimal, "seed \(seed)")
            let found = try #require(result.solution)
            #expect(isClose(found.objective, best.objective), "seed \(seed): \(found.objective), \(best.objective)")
            #expect(points.contains { $0.values == found.values }, "seed \(seed)")
            #expect(isClose(try #require(result.bound), best.objective))
          } else {
            #expect(result.status == .infeasible && result.solution == nil && result.bound == nil, "seed \(seed)")
            infeasible += 1
          }
          searched += result.nodes > 0 ? 1 : 0
        }
      }
    }
    #expect(infeasible > 10 && searched > 100)
  }

  @Test("a program that GLPK 5.0's presolver takes for feasible is found infeasible")
  func presolverFault() throws {
    // The second row fixes the first and fourth columns at one; then the third row says 1 <= 5 x <= 3 of the second.
    let written = WrittenProgram(
      costs: [9, 18, 7, 19, 14],
      rows: [
        ([3, 2, 3, 1, 3], .lower(8)), ([5, -1, 1, 5, 1], .lower(8)), ([5, 5, 0, 1, 0], .between(7, 9)),
      ], kind: .binary)
    let result = try written.make().solveInteger()
    #expect(result.status == .infeasible && result.end == .proof && result.solution == nil)
  }

  @Test("cuts may be asked for where the presolver leaves rows without columns")
  func cutsWithoutColumns() throws {
    let written = WrittenProgram(costs: [3, 18, 2, 14], rows: [([4, 0, 4, 0], .lower(5))], kind: .binary)
    let result = try written.make().solveInteger(limits: IntegerLimits(cuts: true))
    #expect(result.status == .optimal && result.solution?.values == [1, 0, 1, 0])
  }

  @Test("a set partitioning program is solved to the sum of its parts")
  func partitioning() throws {
    let program = try LinearProgram(direction: .minimise)
    try program.addRows(Array(repeating: .fixed(1), count: 6))
    var batch = ColumnBatch()
    // An odd cycle of pairs costs half as much again when halves are allowed; the cheapest whole cover is a triple and three ones.
    for pair in [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5]] as [[Int32]] {
      batch.append(objective: 10, kind: .binary, rows: pair)
    }
    for single in 0..<6 as Range<Int32> { batch.append(objective: 8, kind: .binary, rows: [single]) }
    batch.append(objective: 17, kind: .binary, rows: [0, 1, 2])
    try program.addColumns(batch)
    #expect(isClose(try program.solve().objective, 30))
    let result = try program.solveInteger()
    #expect(result.status == .optimal)
    #expect(result.solution?.objective == 35)
  }

  @Test("integer columns beyond one and continuous ones are mixed")
  func mixed() throws {
    let program = try LinearProgram(direction: .maximise)
    try program.addRows([.upper(7.5), .upper(20)])
    try program.addColumns(
      ColumnBatch(columns: [
        .init(objective: 5, kind: .integer, entries: [(0, 2), (1, 4)]),
        .init(objective: 1, bounds: .between(0, 3), entries: [(0, 1), (1, 3)]),
      ]))
    let result = try program.solveInteger()
    #expect(result.status == .optimal)
    #expect(isClose(try #require(result.solution?.objective), 16.5))
    #expect(result.solution?.values.first == 3)
  }

  @Test("infeasible, unbounded and empty integer programs are told apart")
  func special() throws {
    let noWhole = WrittenProgram(
      costs: [1, 1], rows: [([2, 2], .fixed(3))], columnBounds: [.between(0, 5), .between(0, 5)], kind: .integer)
    for presolve in [true, false] {
      #expect(try noWhole.make().solveInteger(limits: IntegerLimits(presolve: presolve)).status == .infeasible)
    }
    let noneAtAll = WrittenProgram(costs: [1], rows: [([1], .lower(2))], kind: .binary)
    #expect(try noneAtAll.make().solveInteger().status == .infeasible)
    let unbounded = WrittenProgram(costs: [-1], rows: [([1], .lower(2))], kind: .integer)
    #expect(try unbounded.make().solveInteger().status == .unboundedRelaxation)
    let empty = try LinearProgram(direction: .minimise).solveInteger()
    #expect(empty.status == .optimal && empty.solution?.objective == 0 && empty.nodes == 0)
  }

  @Test("the node limit is kept and counted the same twice, and the bound is true")
  func nodeLimit() throws {
    let written = Self.hard()
    for presolve in [true, false] {
      var previous: IntegerResult?
      for limit in [0, 1, 5, 40] {
        let limits = IntegerLimits(nodeLimit: limit, presolve: presolve)
        let result = try written.make().solveInteger(limits: limits)
        #expect(try result == written.make().solveInteger(limits: limits))
        #expect(result.nodes <= limit && result.end == .nodeLimit)
        #expect(result.status == (result.solution == nil ? .noSolutionFound : .feasible))
        let bound = try #require(result.bound)
        #expect(bound >= Self.hardOptimum)
        if let before = previous?.bound { #expect(bound <= before) }
        if let value = result.solution?.objective { #expect(value <= Self.hardOptimum) }
        previous = result
      }
    }
  }

  @Test("the pivot limit, the gap and the deadline end the search and say so")
  func otherLimits() throws {
    for presolve in [true, false] {
      let few = try Self.hard().make().solveInteger(limits: IntegerLimits(pivotLimit: 30, presolve: presolve))
      #expect(few.end == .pivotLimit && few.status != .optimal)
      let noRoot = IntegerLimits(root: SimplexLimits(pivotLimit: 1), presolve: presolve)
      #expect(try Self.hard().make().solveInteger(limits: noRoot).end == .pivotLimit)

      let loose = try Self.hard().make().solveInteger(limits: IntegerLimits(relativeGap: 0.2, presolve: presolve))
      #expect(loose.end == .relativeGap || loose.end == .proof)
      let value = try #require(loose.solution?.objective)
      #expect(try #require(loose.bound) - value <= 0.2 * abs(value) + 1e-9)

      var looks = 0
      let stopped = try Self.hard().make().solveInteger(limits: IntegerLimits(presolve: presolve)) {
        looks += 1
        return looks > 60
      }
      #expect(stopped.end == .interrupted && stopped.status != .optimal && looks == 61)
      let never = try Self.hard().make().solveInteger(
        limits: IntegerLimits(presolve: presolve), deadlineReached: { true })
      #expect(never.end == .interrupted && never.status == .noSolutionFound && never.bound == nil)
      let struck = IntegerLimits(presolve: presolve, hardTimeLimitMilliseconds: 0)
      #expect(try Self.hard().make().solveInteger(limits: struck).end == .interrupted)
    }
  }

  @Test("a given solution is never lost, wherever the search is stopped", arguments: [true, false])
  func incumbentKept(presolve: Bool) throws {
    let written = Self.hard()
    let full = try written.make().solveInteger(limits: IntegerLimits(presolve: presolve))
    #expect(full.solution?.objective == Self.hardOptimum)
    let best = try #require(full.solution)
    var weak = [Double](repeating: 0, count: written.costs.count)
    weak[3] = 1
    for given in [best.values, weak] {
      let objective = zip(given, written.costs).reduce(0) { $0 + $1.0 * $1.1 }
      for nodes in [0, 1, 2, 10, 100_000] {
        let limits = IntegerLimits(nodeLimit: nodes, presolve: presolve)
        let result = try written.make().solveInteger(limits: limits, incumbent: given)
        let solution = try #require(result.solution)
        #expect(solution.objective >= objective)
        #expect(solution.isGiven == (solution.objective == objective))
        #expect(try #require(result.bound) >= Self.hardOptimum)
        if nodes == 100_000 {
          #expect(result.status == .optimal && solution.objective == Self.hardOptimum && result.end == .proof)
        }
      }
      let stopped = try written.make().solveInteger(incumbent: given, deadlineReached: { true })
      #expect(stopped.solution?.values == given && stopped.status == .feasible && stopped.end == .interrupted)
    }
  }

  @Test("a given optimum makes the tree smaller", arguments: [true, false])
  func incumbentPrunes(presolve: Bool) throws {
    let limits = IntegerLimits(presolve: presolve)
    let without = try Self.hard().make().solveInteger(limits: limits)
    let with = try Self.hard().make().solveInteger(limits: limits, incumbent: without.solution?.values)
    #expect(with.status == .optimal && with.solution?.isGiven == true)
    #expect(with.nodes < without.nodes)
  }

  @Test("a given solution that does not fit is refused")
  func badIncumbents() throws {
    let program = try WrittenProgram.knapsack.make()
    #expect(throws: LinearProgrammingError.lengthMismatch("given values", expected: 15, found: 1)) {
      try program.solveInteger(incumbent: [1])
    }
    var values = [Double](repeating: 0, count: 15)
    values[4] = .nan
    #expect(throws: LinearProgrammingError.notFinite(.incumbent, position: 4)) {
      try program.solveInteger(incumbent: values)
    }
    values[4] = 0.5
    #expect(throws: LinearProgrammingError.incumbentInfeasible(.column, index: 4, violation: 0.5)) {
      try program.solveInteger(incumbent: values)
    }
    #expect(throws: LinearProgrammingError.self) {
      try program.solveInteger(incumbent: [Double](repeating: 1, count: 15))
    }
    values[4] = 1 + 1e-9
    #expect(try program.solveInteger(incumbent: values).status == .optimal)
  }

  @Test("the program is as it was after an integer solve", arguments: [true, false])
  func unchanged(presolve: Bool) throws {
    let program = try Self.hard().make()
    let relaxed = try program.solve()
    _ = try program.solveInteger(limits: IntegerLimits(nodeLimit: 20, presolve: presolve))
    #expect(program.columnCount == Self.hard().costs.count)
    for column in 0..<program.columnCount { #expect(try program.column(column).bounds == .unit) }
    #expect(isClose(try program.solve().objective, relaxed.objective))
  }

  @Test("the log is given on request only")
  func log() throws {
    var text = ""
    _ = try Self.hard().make().solveInteger(limits: IntegerLimits(nodeLimit: 5), log: { text += $0 })
    #expect(text.contains("Integer"))
  }

  /// A knapsack with several rooms, hard enough for a tree of some hundred nodes.
  private static func hard() -> WrittenProgram {
    var numbers = TestNumbers(seed: 77)
    let columns = 20
    var written = WrittenProgram(direction: .maximise, costs: [], rows: [], kind: .binary)
    for _ in 0..<5 {
      let weights = (0..<columns).map { _ in Double(numbers.next(10...60)) }
      written.rows.append((weights, .upper((weights.reduce(0, +) / 3).rounded())))
    }
    written.costs = (0..<columns).map { column in
      Double(numbers.next(0...10)) + (written.rows.reduce(0) { $0 + $1.coefficients[column] } / 5).rounded()
    }
    return written
  }

  /// Its optimum, found by trying every point in an order that changes one column at a time.
  private static let hardOptimum: Double = {
    let written = hard()
    var loads = [Int](repeating: 0, count: written.rows.count)
    let weights = written.rows.map { $0.coefficients.map { Int($0) } }
    let rooms = written.rows.map { Int($0.bounds.greatest) }
    let values = written.costs.map { Int($0) }
    var value = 0
    var best = 0
    var code = 0
    for step in 1..<(1 << values.count) {
      let column = step.trailingZeroBitCount
      code ^= 1 << column
      let sign = code >> column & 1 == 1 ? 1 : -1
      value += sign * values[column]
      for row in weights.indices { loads[row] += sign * weights[row][column] }
      if value > best, zip(loads, rooms).allSatisfy({ $0 <= $1 }) { best = value }
    }
    return Double(best)
  }()
}
