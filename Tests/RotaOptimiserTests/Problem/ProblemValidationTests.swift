import Quantities
import RotaOptimiser
import Testing

@Suite("Malformed problems are refused, never trapped on")
struct ProblemValidationTests {
  /// A day in which everything that the checks look at is there.
  private var sound: RotaProblem {
    var day = HandDay()
    day.shifts[0].breaks = [(20, 60, 120)]
    day.calls = [HandDay.Call(), HandDay.Call(minutes: [30])]
    day.calls[0].terms = [
      RotaProblem.TimingTerm(.after, minutes(44), .perUnitSquared(Seconds(900)), amount: 3, level: 1)
    ]
    day.links = [RotaProblem.Link(first: 0, second: 1, relation: .requires)]
    day.bundles = [[0, 1]]
    return day.problem
  }

  @Test("the sound day is not refused")
  func accepted() throws { _ = try DayOptimiser(sound, settings: OptimiserSettings(budget: 0)) }

  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let part: String
    let make: @Sendable (inout RotaProblem) -> Void
    var testDescription: String { name }
    init(_ name: String, _ part: String, _ make: @escaping @Sendable (inout RotaProblem) -> Void) {
      (self.name, self.part, self.make) = (name, part, make)
    }
  }

  private static let far = Seconds(50_000_001)
  static let faults: [Fault] = [
    Fault("no levels", "levels") { $0.levelCount = 0 },
    Fault("too many levels", "levels") { $0.levelCount = 1001 },
    Fault("no grain", "grain") { $0.grain = .zero },
    Fault("a grain of more than a day", "grain") { $0.grain = Seconds(86_401) },
    Fault("endless work without a break", "breaks") { $0.breakRequiredAfter = Seconds(Int.max) },
    Fault("negative overtime", "prices") { $0.terms[0].amount = -1 },
    Fault("unfairness beyond measure", "prices") { $0.terms[1].amount = Int.max },
    Fault("a term without unit", "terms") { $0.terms[0].unit = .zero },
    Fault("a term with a unit beyond measure", "terms") { $0.terms[0].unit = far },
    Fault("a term at a level that is not there", "terms") { $0.terms[0].level = 5 },
    Fault("a negative capacity", "shift") { $0.shifts[0].capacity = -1 },
    Fault("a negative load", "call") { $0.calls[0].demands[0].load = -1 },
    Fault("lateness from long ago", "call") { $0.calls[0].windows[0].lateAfter = .zero - far },
    Fault("a reach beyond measure", "breaks") { $0.hints.nearInTime = far },
    Fault("a negative number of nodes", "nodes") { $0.nodeCount = -1 },
    Fault("more nodes than can be squared", "nodes") { $0.nodeCount = Int.max },
    Fault("a matrix for fewer nodes", "matrix") { $0.travel[0].seconds.removeLast() },
    Fault("a matrix of prices for fewer nodes", "matrix") { $0.travel[0].pence.removeLast() },
    Fault("negative travel", "travel") { $0.travel[0].seconds[3] = -1 },
    Fault("endless travel", "travel") { $0.travel[0].seconds[3] = Int32.max },
    Fault("negative price of travel", "travel") { $0.travel[0].pence[3] = -1 },
    Fault("a mode without matrix", "shift") { $0.shifts[0].mode = 1 },
    Fault("a negative mode", "shift") { $0.shifts[0].mode = -1 },
    Fault("a negative worker", "shift") { $0.shifts[0].worker = -1 },
    Fault("a worker beyond the numbers", "shift") { $0.shifts[0].worker = Int.max },
    Fault("a start node that is not there", "shift") { $0.shifts[0].startNode = 8 },
    Fault("an end node that is not there", "shift") { $0.shifts[0].endNode = -1 },
    Fault("a shift that starts long ago", "shift") { $0.shifts[0].earliest = .zero - far },
    Fault("a shift that never ends", "shift") { $0.shifts[0].latest = far },
    Fault("a contract that never ends", "shift") { $0.shifts[0].contractedEnd = far },
    Fault("a share beyond measure", "shift") { $0.shifts[0].contactShare = far },
    Fault("contact beyond measure", "shift") { $0.shifts[0].contactSoFar = far },
    Fault("a departure long ago", "shift") { $0.shifts[0].departed = .zero - far },
    Fault("a break without length", "shift") { $0.shifts[0].breaks[0].length = .zero },
    Fault("a break that starts long ago", "shift") { $0.shifts[0].breaks[0].from = .zero - far },
    Fault("a break that never ends", "shift") { $0.shifts[0].breaks[0].until = far },
    Fault("a call without demand", "call") { $0.calls[0].demands = [] },
    Fault("a call with three demands", "call") {
      $0.calls[0].demands += [$0.calls[0].demands[0], $0.calls[0].demands[0]]
    },
    Fault("a call at a node that is not there", "call") { $0.calls[0].node = 8 },
    Fault("placements for fewer shifts", "call") { $0.calls[0].demands[0].placements = [] },
    Fault("a demand without length", "call") { $0.calls[0].demands[0].length = .zero },
    Fault("a demand beyond measure", "call") { $0.calls[0].demands[0].length = far },
    Fault("a window that opens long ago", "call") { $0.calls[0].windows[0].from = .zero - far },
    Fault("a window that never closes", "call") { $0.calls[0].windows[0].until = far },
    Fault("an amount at a level that is not there", "call") { $0.calls[0].uncovered[0].level = 5 },
    Fault("a negative amount", "call") { $0.calls[0].uncovered[0].amount = -1 },
    Fault("an amount beyond measure", "call") { $0.calls[0].uncovered[0].amount = Int.max },
    Fault("a placement at a negative level", "call") {
      $0.calls[0].demands[0].placements = [[RotaProblem.LevelAmount(level: -1, amount: 1)]]
    },
    Fault("a timing term of a level that is not there", "timing") { $0.calls[0].windows[0].terms[0].level = 5 },
    Fault("a negative timing term", "timing") { $0.calls[0].windows[0].terms[0].amount = -1 },
    Fault("a reference before anybody was born", "timing") {
      $0.calls[0].windows[0].terms[0].reference = Seconds(Int.min)
    },
    Fault("a unit of nothing", "timing") { $0.calls[0].windows[0].terms[0].shape = .perUnit(.zero) },
    Fault("a negative unit squared", "timing") { $0.calls[0].windows[0].terms[0].shape = .perUnitSquared(Seconds(-1)) },
    Fault("a link to a call that is not there", "link") { $0.links[0].second = 2 },
    Fault("a link from a negative call", "link") { $0.links[0].first = -1 },
    Fault("a bundle with a call that is not there", "link") { $0.bundles[0].append(2) },
  ]

  @Test("each check names what is wrong", arguments: faults)
  func refused(fault: Fault) {
    var problem = sound
    fault.make(&problem)
    let error = #expect(throws: RotaProblemError.self) {
      _ = try DayOptimiser(problem, settings: OptimiserSettings(budget: 0))
    }
    guard case .malformed(let what)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(what.contains(fault.part))
    #expect(error?.description.contains(what) == true)
  }

  @Test("levels wider than a packed score are refused with their bits")
  func tooWide() {
    var day = HandDay()
    day.calls = [HandDay.Call()]
    var problem = day.problem
    problem.levelCount = 12
    problem.calls[0].uncovered = (0..<11).map { RotaProblem.LevelAmount(level: $0, amount: 1 << 49) }
    // Ten of fifty bits would leave a word for each; one more has none.
    #expect(throws: RotaProblemError.ladderTooWide(bits: 11 * 50 + 1)) {
      _ = try DayOptimiser(problem, settings: OptimiserSettings())
    }
    problem.calls[0].uncovered.removeLast(4)
    #expect(throws: Never.self) { _ = try DayOptimiser(problem, settings: OptimiserSettings()) }
  }

  @Test("a lateness that squares beyond all numbers is refused")
  func tooLate() {
    var problem = sound
    problem.calls[0].windows[0].terms = [
      RotaProblem.TimingTerm(.after, Seconds(-40 * 365 * 86_400), .perUnitSquared(Seconds(1)), amount: 1000, level: 0)
    ]
    let error = #expect(throws: RotaProblemError.self) { _ = try DayOptimiser(problem, settings: OptimiserSettings()) }
    guard case .ladderTooWide? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    problem.calls[0].windows[0].terms[0].level = HandDay.cost
    #expect(throws: RotaProblemError.costTooLarge) { _ = try DayOptimiser(problem, settings: OptimiserSettings()) }
  }

  @Test("wide levels that just fit are compared exactly, field by field")
  func wideFields() throws {
    var day = HandDay()
    day.shifts[0].until = 70
    day.calls = [HandDay.Call(), HandDay.Call()]
    var problem = day.problem
    problem.levelCount = 9
    let full = 1 << 47
    for level in 1..<8 {
      // Call 0 is dearer by one at one level, call 1 is dearer by all there is at each later one.
      problem.calls[0].uncovered = [RotaProblem.LevelAmount(level: level, amount: full)]
      problem.calls[1].uncovered =
        [RotaProblem.LevelAmount(level: level, amount: full - 1)]
        + (level + 1..<8).map { RotaProblem.LevelAmount(level: $0, amount: full) }
      let result = try DayOptimiser(problem, settings: OptimiserSettings(budget: 2000)).solve()
      #expect(result.solution.uncovered == [1])
      #expect(result.solution.levels[level] == full - 1)
    }
  }
}
