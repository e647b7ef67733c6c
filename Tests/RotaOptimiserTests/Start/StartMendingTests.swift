import Quantities
import ReproducibleNumbers
import RotaOptimiser
import Testing

@Suite("Starting from a given rota")
struct StartMendingTests {
  /// Lexicographically no larger.
  private func isNoWorse(_ levels: [Int], than other: [Int]) -> Bool { !other.lexicographicallyPrecedes(levels) }

  @Test("a rota that keeps every rule is kept whole, and nothing comes out worse", arguments: UInt64(0)..<12)
  func whole(seed: UInt64) throws {
    let day = BusyDays.day(seed: seed)
    let before = try day.solve(seed: seed, budget: 20_000).solution
    let after = try day.solve(seed: seed + 1, budget: 2_000, from: before)
    let mended = try #require(after.mended)
    #expect(places(mended) == places(before))
    #expect(isNoWorse(mended.levels, than: before.levels))
    #expect(isNoWorse(after.solution.levels, than: mended.levels))
    #expect(after.stages.map(\.kind).prefix(2) == [.start, .greedy])
    #expect(after.stages[0].counts.map(\.value) == [day.calls.count - before.uncovered.count])
    #expect(after.stages[0].levels == mended.levels)
  }

  @Test("however damaged a rota is: what is kept of it keeps every rule, the result is no worse, and twice the same")
  func damaged() throws {
    var (kept, dropped) = (0, 0)
    for seed in UInt64(0)..<120 {
      let problem = seed % 3 == 0 ? BusyDays.day(seed: seed).problem : TinyProblems.problem(seed: seed)
      var settings = OptimiserSettings(seed: seed, budget: 1_500)
      let sound = try DayOptimiser(problem, settings: settings).solve().solution
      let given = Damage.done(to: sound, of: problem, seed: seed)
      settings.audits = true
      let optimiser = try DayOptimiser(problem, settings: settings)
      let result = optimiser.solve(from: given)
      let mended = try #require(result.mended)
      #expect(result.auditFindings == [], "day \(seed)")
      #expect(RotaMeter(problem: problem).levels(of: mended) == mended.levels, "day \(seed)")
      #expect(LinkMeter(problem: problem).broken(in: mended) == [], "day \(seed)")
      #expect(places(mended).isSubset(of: places(given)), "day \(seed)")
      #expect(isNoWorse(result.solution.levels, than: mended.levels), "day \(seed)")
      for stage in result.stages { #expect(isNoWorse(stage.levels, than: mended.levels), "day \(seed)") }
      #expect("\(optimiser.solve(from: given))" == "\(result)", "day \(seed)")
      kept += places(mended).count
      dropped += places(given).count - places(mended).count
    }
    #expect(kept > 300 && dropped > 100, "\(kept), \(dropped)")
  }

  @Test("an empty rota to start from is as good as none")
  func nothing() throws {
    let day = BusyDays.day(seed: 2)
    let empty = RotaSolution(runs: [], levels: [], uncovered: [])
    #expect(try day.solve(budget: 5_000, from: empty).solution == day.solve(budget: 5_000).solution)
  }

  /// Three calls of an hour next door, the second of which overlaps the two others.
  private func crowd(levels: [Int]) -> HandDay {
    var day = HandDay()
    day.calls = zip([60, 90, 120], levels).map { HandDay.Call(minutes: [60], windows: [($0, $0)], level: $1) }
    return day
  }

  private func rota(_ runs: [[(call: Int, demand: Int, minute: Int)]]) -> RotaSolution {
    RotaSolution(
      runs: runs.map { stops in
        RotaSolution.Run(
          stops: stops.map { RotaSolution.Stop(call: $0.call, demand: $0.demand, start: minutes($0.minute)) })
      }, levels: [], uncovered: [])
  }

  @Test(
    "of calls that can't all be done the one goes that is in everybody's way, unless it is worth more than they are")
  func lightest() throws {
    let given = rota([[(0, 0, 60), (1, 0, 90), (2, 0, 120)]])
    for (levels, kept) in [([1, 1, 1], [0, 2]), ([2, 0, 2], [1]), ([0, 3, 2], [0, 2])] {
      let result = try crowd(levels: levels).solve(budget: 0, solver: .greedy, from: given)
      #expect(result.mended?.runs[0].stops.map(\.call) == kept, "\(levels)")
    }
  }

  @Test("half of a call for two is dropped; where one of its workers comes later, both start then")
  func pairs() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(), HandDay.Shift()]
    day.calls = [
      HandDay.Call(minutes: [30, 30], windows: [(10, 100)]), HandDay.Call(minutes: [30], windows: [(10, 10)]),
    ]
    let half = try day.solve(budget: 0, solver: .greedy, from: rota([[(0, 0, 20)], [(1, 0, 10)]]))
    #expect(half.mended?.runs.map { $0.stops.map(\.call) } == [[], [1]])
    let late = try day.solve(budget: 0, solver: .greedy, from: rota([[(0, 0, 10)], [(1, 0, 10), (0, 1, 10)]]))
    #expect(late.mended?.runs.map { $0.stops.map(\.start) } == [[minutes(40)], [minutes(10), minutes(40)]])
  }

  @Test("a call given outside its time is moved into it where there is room, and dropped where there is none")
  func time() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(windows: [(10, 100)]), HandDay.Call(windows: [(100, 100)])]
    let moved = try day.solve(budget: 0, solver: .greedy, from: rota([[(0, 0, 300)]]))
    #expect(moved.mended?.runs[0].stops.map(\.call) == [0])
    // Behind the other one it would be too late.
    let behind = try day.solve(budget: 0, solver: .greedy, from: rota([[(1, 0, 100), (0, 0, 300)]]))
    #expect(behind.mended?.runs[0].stops.count == 1)
    #expect(behind.solution.uncovered == [])
  }

  @Test("a call whose needed call can't stay goes with it, and so do sets")
  func needs() throws {
    var day = crowd(levels: [3, 0, 0])
    day.calls.append(HandDay.Call(minutes: [10], windows: [(300, 300)], level: 2))
    day.calls[1].windows = [(300, 300)]
    day.calls[0].windows = [(110, 110)]
    // Calls 0 and 2 overlap; 3 needs 0.
    day.links = [RotaProblem.Link(first: 0, second: 3, relation: .requires)]
    let given = rota([[(0, 0, 110), (2, 0, 120), (3, 0, 300)]])
    #expect(try day.solve(budget: 0, solver: .greedy, from: given).mended?.runs[0].stops.map(\.call) == [2])
    day.links = []
    day.bundles = [[0, 3]]
    #expect(try day.solve(budget: 0, solver: .greedy, from: given).mended?.runs[0].stops.map(\.call) == [2])
  }

  /// Who does what, whenever.
  private func places(_ rota: RotaSolution) -> Set<[Int]> {
    Set(rota.runs.enumerated().flatMap { shift, run in run.stops.map { [shift, $0.call, $0.demand] } })
  }
}
