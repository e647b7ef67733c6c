import CareModel
import PublicInstances
import Testing

@Suite("Solomon: reading and judging")
struct SolomonEvaluatorTests {
  /// Hand-made: number, x, y, demand, ready, due, service.
  private func text(_ customers: [[Int]], vehicles: Int = 2, capacity: Int = 10) -> String {
    let rows = customers.map { $0.map(String.init).joined(separator: "  ") }.joined(separator: "\r\n")
    return "T1\n\nVEHICLE\nNUMBER CAPACITY\n \(vehicles)  \(capacity)\n\nCUSTOMER\n"
      + "CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME\n\n\(rows)   \n"
  }

  private func instance(_ customers: [[Int]], vehicles: Int = 2, capacity: Int = 10) throws -> SolomonInstance {
    let reading = SolomonReader.read(
      Array(text(customers, vehicles: vehicles, capacity: capacity).utf8), file: "t.txt")
    return try #require(reading.instance, "\(reading.problems)")
  }

  private func rules(
    _ routes: [[Int]], _ instance: SolomonInstance, _ convention: SolomonEvaluator.Convention = .dimacs
  ) -> [SetRule] {
    SolomonEvaluator.evaluate(SolomonSolution(routes: routes), of: instance, under: convention).violations.map(\.rule)
  }

  private static let bestC101 = [
    [81, 78, 76, 71, 70, 73, 77, 79, 80], [57, 55, 54, 53, 56, 58, 60, 59], [98, 96, 95, 94, 92, 93, 97, 100, 99],
    [32, 33, 31, 35, 37, 38, 39, 36, 34], [13, 17, 18, 19, 15, 16, 14, 12], [90, 87, 86, 83, 82, 84, 85, 88, 89, 91],
    [43, 42, 41, 40, 44, 46, 45, 48, 51, 50, 52, 49, 47], [67, 65, 63, 62, 74, 72, 61, 64, 68, 66, 69],
    [5, 3, 7, 8, 10, 11, 9, 6, 4, 2, 1, 75], [20, 24, 25, 27, 29, 30, 28, 26, 23, 22, 21],
  ]

  @Test("the known best routes of C101 have their published value under each convention")
  func published() throws {
    let instance = try PublicSetFiles.solomon("C101")
    let table = try PublicSetFiles.bestKnown(.solomon)
    let solution = SolomonSolution(routes: SolomonEvaluatorTests.bestC101)
    let dimacs = SolomonEvaluator.evaluate(solution, of: instance, under: .dimacs)
    #expect(dimacs.violations.isEmpty && dimacs.objective.description == "827.3")
    let hierarchical = SolomonEvaluator.evaluate(solution, of: instance, under: .hierarchical)
    #expect(hierarchical.violations.isEmpty && hierarchical.components.vehicles == 10)
    #expect(hierarchical.objective.last.text(decimals: 2) == "828.94")
    // Unrounded, 828.9369 would seem better than the best known 828.94.
    #expect(table.best(of: "C101", under: .hierarchical)?.gap(of: hierarchical.objective) == 0)
    #expect(table.best(of: "C101", under: .dimacs)?.gap(of: dimacs.objective) == 0)
    #expect(table.best(of: "C101") == nil)
  }

  @Test("the first 25 customers make the smaller instance")
  func first25() throws {
    let instance = try PublicSetFiles.solomon("C101").first(25)
    #expect(instance.name == "C101.25" && instance.customers.count == 25)
    let solution = SolomonSolution(routes: [
      [5, 3, 7, 8, 10, 11, 9, 6, 4, 2, 1], [13, 17, 18, 19, 15, 16, 14, 12], [20, 24, 25, 23, 22, 21],
    ])
    let evaluation = SolomonEvaluator.evaluate(solution, of: instance, under: .dimacs)
    #expect(evaluation.isFeasible && evaluation.objective.description == "191.3")
  }

  @Test("distances are cut to tenths one by one, exactly")
  func cut() throws {
    let instance = try instance([[0, 0, 0, 0, 0, 100, 0], [1, 1, 1, 1, 0, 100, 0], [2, 3, 4, 1, 0, 100, 0]])
    let origin = instance.depot
    #expect(origin.tenths(to: instance.customers[0]) == 14)
    // Binary fractions may put 10 · 5 just below 50; integers don't.
    #expect(origin.tenths(to: instance.customers[1]) == 50)
    // Rounding the sum instead of each leg would give 2.8.
    let evaluation = SolomonEvaluator.evaluate(SolomonSolution(routes: [[1], [2]]), of: instance, under: .dimacs)
    #expect(evaluation.components.tenths == 14 + 14 + 50 + 50)
    #expect(evaluation.components.distance == 2 * 2.0.squareRoot() + 10)
    #expect(origin.tenths(to: SolomonInstance.far) == 14_142_135)
  }

  @Test("what is in time with distances cut may be late by true ones")
  func twoConventions() throws {
    // True distance 1.41421…: a clock of cut distances says 1.4 each, 14 after ten legs; the true one 14.14.
    let zigzag = (1...9).map { [$0, $0 % 2, $0 % 2, 1, 0, $0 == 9 ? 13 : 100, 0] }
    let instance = try instance([[0, 0, 0, 0, 0, 14, 0]] + zigzag, capacity: 20)
    let solution = SolomonSolution(routes: [Array(1...9)])
    #expect(SolomonEvaluator.evaluate(solution, of: instance, under: .dimacs).violations.isEmpty)
    let late = SolomonEvaluator.evaluate(solution, of: instance, under: .hierarchical)
    #expect(late.violations.map(\.rule) == [.tooLate])
  }

  @Test("service starts between ready time and due date, both included, after waiting")
  func windows() throws {
    // Arrival at 5, ready 9, service 4, home at 18.
    let instance = try instance([[0, 0, 0, 0, 0, 18, 0], [1, 3, 4, 1, 9, 9, 4]])
    #expect(rules([[1]], instance).isEmpty)
    // A naive evaluator asks for the service to end by the due date, or forgets the way home.
    #expect(rules([[1]], try self.instance([[0, 0, 0, 0, 0, 17, 0], [1, 3, 4, 1, 9, 9, 4]])) == [.tooLate])
    #expect(rules([[1]], try self.instance([[0, 0, 0, 0, 0, 18, 0], [1, 3, 4, 1, 0, 4, 4]])) == [.tooLate])
    // Vehicles leave when the depot opens, not at 0.
    #expect(
      rules([[1]], try self.instance([[0, 0, 0, 5, 18, 18, 0].map { $0 }, [1, 3, 4, 1, 9, 9, 4]])) == [
        .tooLate, .tooLate,
      ])
  }

  @Test("capacity is kept by each route, and vehicles are the routes that are not empty")
  func capacity() throws {
    let rows = [[0, 0, 0, 0, 0, 1000, 0], [1, 3, 4, 6, 0, 1000, 0], [2, 3, 4, 5, 0, 1000, 0]]
    #expect(rules([[1, 2]], try instance(rows)) == [.capacity])
    #expect(rules([[1, 2]], try instance(rows, capacity: 11)).isEmpty)
    // A naive evaluator counts empty routes as vehicles.
    let evaluation = SolomonEvaluator.evaluate(
      SolomonSolution(routes: [[], [1], [], [2], []]), of: try instance(rows), under: .hierarchical)
    #expect(evaluation.isFeasible && evaluation.components.vehicles == 2)
    #expect(rules([[1], [2]], try instance(rows, vehicles: 1)) == [.routes])
  }

  @Test("everybody is served exactly once, and nobody is made up")
  func coverage() throws {
    let instance = try instance([[0, 0, 0, 0, 0, 1000, 0], [1, 3, 4, 1, 0, 1000, 0], [2, 3, 4, 1, 0, 1000, 0]])
    #expect(rules([[1]], instance) == [.notServed])
    #expect(rules([[1, 2, 1]], instance) == [.servedTwice])
    #expect(rules([[1, 2, 0, 3, Int.min, Int.max]], instance) == [.unknown])
  }

  @Test("a file that is another or damaged is refused with place and reason")
  func damage() throws {
    let good = text([[0, 0, 0, 0, 0, 100, 0], [1, 3, 4, 1, 9, 9, 4]])
    for bytes in Damage.texts(of: good, every: 1) {
      let reading = SolomonReader.read(bytes, file: "t.txt")
      #expect((reading.instance == nil) == !reading.problems.isEmpty)
    }
    for (old, new) in [("VEHICLE", "CARS"), ("9  9", "9  8"), ("1  3", "2  3"), ("3  4", "3.5  4"), ("  4   ", "")] {
      let reading = SolomonReader.read(Array(good.replacing(old, with: new).utf8), file: "t.txt")
      let problem = try #require(reading.problems.first, "\(new)")
      #expect(reading.instance == nil && problem.location.hasPrefix("t.txt:") && !problem.expected.isEmpty)
    }
  }
}

extension SolomonInstance {
  /// A point where ten times the distance from the origin is no whole number: 1,000,000 · √2.
  fileprivate static var far: Customer {
    let text = "T\nVEHICLE\nNUMBER\n1 1\nCUSTOMER\nCUST\n0 1000000 1000000 0 0 1 0\n"
    guard let instance = SolomonReader.read(Array(text.utf8), file: "t").instance else { preconditionFailure() }
    return instance.depot
  }
}
