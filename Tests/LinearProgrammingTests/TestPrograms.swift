import LinearProgramming

/// A small generator for test data; the same numbers everywhere.
struct TestNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from the range, ends included.
  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}

/// A program written out: rows of coefficients.
struct WrittenProgram {
  var direction = LinearProgram.Direction.minimise
  var costs: [Double]
  var rows: [(coefficients: [Double], bounds: Bounds)]
  var columnBounds: [Bounds]?
  var kind = ColumnKind.continuous

  /// The program, made on this thread.
  func make() throws -> LinearProgram {
    let program = try LinearProgram(direction: direction)
    try program.addRows(rows.map(\.bounds))
    var batch = ColumnBatch()
    for (column, cost) in costs.enumerated() {
      let used = rows.indices.filter { rows[$0].coefficients[column] != 0 }
      batch.append(
        objective: cost, bounds: columnBounds?[column] ?? .nonnegative, kind: kind, rows: used.map { Int32($0) },
        values: used.map { rows[$0].coefficients[column] })
    }
    try program.addColumns(batch)
    return program
  }
}

extension WrittenProgram {
  /// Wyndor Glass (Hillier and Lieberman): 36 at (2, 6).
  static let wyndor = WrittenProgram(
    direction: .maximise, costs: [3, 5],
    rows: [([1, 0], .upper(4)), ([0, 2], .upper(12)), ([3, 2], .upper(18))])

  /// The example of GLPK's manual: 733 1/3 at (33 1/3, 66 2/3, 0).
  static let manual = WrittenProgram(
    direction: .maximise, costs: [10, 6, 4],
    rows: [([1, 1, 1], .upper(100)), ([10, 4, 5], .upper(600)), ([2, 2, 6], .upper(300))])

  /// Dantzig's transportation example: 153.675.
  static let transportation = WrittenProgram(
    costs: [2.5, 1.7, 1.8, 2.5, 1.8, 1.4].map { $0 * 90 / 1000 },
    rows: [
      ([1, 1, 1, 0, 0, 0], .upper(350)), ([0, 0, 0, 1, 1, 1], .upper(600)), ([1, 0, 0, 1, 0, 0], .lower(325)),
      ([0, 1, 0, 0, 1, 0], .lower(300)), ([0, 0, 1, 0, 0, 1], .lower(275)),
    ])

  /// The diet of the NEOS guide (corn, milk, bread): 3.15.
  static let diet = WrittenProgram(
    costs: [0.18, 0.23, 0.05], rows: [([107, 500, 0], .between(5000, 50000)), ([72, 121, 65], .between(2000, 2250))],
    columnBounds: [.between(0, 10), .between(0, 10), .between(0, 10)])

  /// Klee and Minty's cube in four dimensions: 10^6.
  static let kleeMinty = WrittenProgram(
    direction: .maximise, costs: [1000, 100, 10, 1],
    rows: [
      ([1, 0, 0, 0], .upper(1)), ([20, 1, 0, 0], .upper(100)), ([200, 20, 1, 0], .upper(10_000)),
      ([2000, 200, 20, 1], .upper(1_000_000)),
    ])

  /// Beale's program, on which the textbook simplex method cycles: -0.05.
  static let beale = WrittenProgram(
    costs: [-0.75, 150, -0.02, 6],
    rows: [([0.25, -60, -0.04, 9], .upper(0)), ([0.5, -90, -0.02, 3], .upper(0)), ([0, 0, 1, 0], .upper(1))])

  /// Kuhn's cycling program with a limit: -2.
  static let kuhn = WrittenProgram(
    costs: [-2, -3, 1, 12],
    rows: [
      ([-2, -9, 1, 9], .upper(0)), ([1.0 / 3, 1, -1.0 / 3, -2], .upper(0)), ([2, 3, -1, -12], .upper(2)),
    ])

  /// A knapsack of 15 things with 750 of room: 1458.
  static let knapsack = WrittenProgram(
    direction: .maximise,
    costs: [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240],
    rows: [([70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120], .upper(750))], kind: .binary)

  /// A random program with an optimum: costs and coefficients not negative, rows of both kinds.
  static func random(seed: UInt64, rows: Int, columns: Int) -> WrittenProgram {
    var numbers = TestNumbers(seed: seed)
    var program = WrittenProgram(costs: (0..<columns).map { _ in Double(numbers.next(1...40)) }, rows: [])
    for _ in 0..<rows {
      var coefficients = (0..<columns).map { _ in numbers.next(0...3) == 0 ? Double(numbers.next(1...9)) : 0 }
      coefficients[numbers.next(0...columns - 1)] = 3
      program.rows.append((coefficients, .lower(Double(numbers.next(1...30)))))
    }
    program.columnBounds = (0..<columns).map { _ in numbers.next(0...4) == 0 ? .between(0, 50) : .nonnegative }
    return program
  }

  /// An assignment of `size` to `size`, highly degenerate.
  static func assignment(seed: UInt64, size: Int) -> WrittenProgram {
    var numbers = TestNumbers(seed: seed)
    let costs = (0..<size * size).map { _ in Double(numbers.next(1...9)) }
    var rows: [(coefficients: [Double], bounds: Bounds)] = []
    for line in 0..<size {
      rows.append(((0..<size * size).map { $0 / size == line ? 1 : 0 }, .fixed(1)))
      rows.append(((0..<size * size).map { $0 % size == line ? 1 : 0 }, .fixed(1)))
    }
    return WrittenProgram(costs: costs, rows: rows)
  }

  /// A random binary program, with the least or greatest objective over all points, or `nil` if none fits.
  static func randomBinary(seed: UInt64) -> (program: WrittenProgram, points: [(values: [Double], objective: Double)]) {
    var numbers = TestNumbers(seed: seed)
    let columns = numbers.next(4...10)
    var program = WrittenProgram(
      direction: numbers.next(0...1) == 0 ? .minimise : .maximise,
      costs: (0..<columns).map { _ in Double(numbers.next(-9...20)) / (seed % 3 == 0 ? 7 : 1) }, rows: [], kind: .binary
    )
    for _ in 0..<numbers.next(1...4) {
      let coefficients = (0..<columns).map { _ in Double(numbers.next(-2...5)) }
      let side = Double(numbers.next(1...8))
      program.rows.append(
        (coefficients, [.lower(side), .upper(side), .between(side, side + 2), .fixed(side)][numbers.next(0...3)]))
    }
    var points: [(values: [Double], objective: Double)] = []
    for code in 0..<(1 << columns) {
      let values = (0..<columns).map { Double((code >> $0) & 1) }
      let fits = program.rows.allSatisfy { row in
        row.bounds.contains(zip(row.coefficients, values).reduce(0) { $0 + $1.0 * $1.1 })
      }
      if fits { points.append((values, zip(program.costs, values).reduce(0) { $0 + $1.0 * $1.1 })) }
    }
    points.sort { program.direction == .minimise ? $0.objective < $1.objective : $0.objective > $1.objective }
    return (program, points)
  }
}

/// Whether two numbers agree to the solver's accuracy.
func isClose(_ left: Double, _ right: Double, within tolerance: Double = 1e-6) -> Bool {
  abs(left - right) <= tolerance * (1 + abs(right))
}
