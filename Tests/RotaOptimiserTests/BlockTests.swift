import Quantities
import RotaOptimiser
import Testing

@Suite("Search in blocks of runs")
struct BlockTests {
  @Test("every shift is in one block, and a block is about as large as asked for", arguments: 1...4)
  func shared(size: Int) throws {
    for seed in 0..<20 {
      let trials = try BlockProbe(BusyDays.day(seed: UInt64(seed)).problem)
        .trials(shiftsOfBlock: size, budget: 0, seed: UInt64(seed))
      #expect(trials.flatMap(\.shifts).sorted() == Array(0..<4))
      #expect(trials.allSatisfy { abs($0.shifts.count - size) <= 1 })
    }
  }

  @Test(
    "a block begins with the runs as they stand, or earlier where calls outside no longer hold them up",
    arguments: 1...4)
  func start(size: Int) throws {
    for seed in 0..<40 {
      let probe = try BlockProbe(BusyDays.day(seed: UInt64(seed)).problem)
      for trial in probe.trials(shiftsOfBlock: size, budget: 0, seed: UInt64(seed)) {
        for (number, shift) in trial.shifts.enumerated() {
          let (own, whole) = (trial.start.runs[number].stops, probe.solution.runs[shift].stops)
          #expect(own.count == whole.count)
          #expect(zip(own, whole).allSatisfy { $0.start <= $1.start }, "day \(seed), shift \(shift)")
        }
      }
    }
  }

  @Test("what is found in a block changes the whole by as much, and keeps the rules of the whole", arguments: 1...3)
  func changes(size: Int) throws {
    var better = 0
    for seed in 0..<60 {
      let problem = BusyDays.day(seed: UInt64(seed)).problem
      let probe = try BlockProbe(problem)
      let whole = RotaMeter(problem: problem)
      for trial in probe.trials(shiftsOfBlock: size, budget: 3_000, seed: UInt64(seed)) {
        guard let end = trial.end, let wholeAtEnd = trial.wholeAtEnd else { continue }
        better += 1
        let block = RotaMeter(problem: trial.problem)
        let own = try (#require(block.levels(of: trial.start)), #require(block.levels(of: end)))
        let before = try #require(whole.levels(of: trial.wholeAtStart), "day \(seed)")
        let after = try #require(whole.levels(of: wholeAtEnd), "day \(seed)")
        #expect(zip(after, before).map(-) == zip(own.1, own.0).map(-), "day \(seed)")
        // Worked out anew the whole is the same or better: a call outside may move up.
        let levels = try #require(trial.levels, "day \(seed)")
        #expect(!after.lexicographicallyPrecedes(levels), "day \(seed)")
      }
    }
    #expect(better > 30)
  }

  /// Ten busy days side by side, with people and workers of their own and the cost alone for a level.
  private func crowd(seed: UInt64) -> RotaProblem {
    var day = BusyDays.day(seed: seed)
    for more in 1..<UInt64(10) {
      let other = BusyDays.day(seed: seed + 100 * more)
      let first = day.calls.count
      day.shifts += other.shifts
      day.calls += other.calls.map { call in
        var call = call
        call.person = call.person.map { $0 + 1000 * Int(more) }
        return call
      }
      day.links += other.links.map {
        RotaProblem.Link(first: first + $0.first, second: first + $0.second, relation: $0.relation)
      }
      day.bundles += other.bundles.map { $0.map { first + $0 } }
    }
    return day.problem.onOneLevel
  }

  private func solved(
    _ problem: RotaProblem, budget: Int, threads: Int = 1, without: Set<SearchOperator> = []
  ) throws -> OptimiserResult {
    var settings = OptimiserSettings(seed: 3, budget: budget)
    settings.threads = threads
    settings.without = without
    settings.audits = budget < 30_000
    return try DayOptimiser(problem, settings: settings).solve()
  }

  @Test(
    "a day of forty shifts is searched in blocks, a smaller one isn't, nor one with a ladder or without that operator")
  func stage() throws {
    let result = try solved(crowd(seed: 1), budget: 300_000)
    let stage = try #require(result.stage(.blocks))
    #expect(stage.ran)
    #expect(stage.labels > 0 && stage.places > 0)
    #expect(stage.workUsed > 100_000 && stage.workUsed < 300_000)
    #expect(try #require(stage.counts.first { $0.name == "better" }).value > 0)
    #expect(RotaMeter(problem: crowd(seed: 1)).levels(of: result.solution) == result.solution.levels)
    #expect(try solved(crowd(seed: 1), budget: 20_000, without: [.blocks]).stage(.blocks) == nil)
    #expect(try solved(BusyDays.day(seed: 1).problem.onOneLevel, budget: 20_000).stage(.blocks) == nil)
    var laddered = crowd(seed: 1)
    laddered.levelCount = 3
    #expect(try solved(laddered, budget: 20_000).stage(.blocks) == nil)
  }

  @Test("a large day without calls, or with none that anybody may do, ends")
  func nothingToDo() throws {
    var day = HandDay()
    day.shifts = (0..<45).map { _ in HandDay.Shift() }
    #expect(try solved(day.problem.onOneLevel, budget: 20_000).stage(.blocks)?.ran == false)
    day.calls = [HandDay.Call(shifts: [])]
    #expect(try solved(day.problem.onOneLevel, budget: 20_000).solution.uncovered == [0])
  }

  @Test("the rota is the same on any number of threads, wherever the work ends", arguments: [3_000, 25_000, 200_000])
  func threads(budget: Int) throws {
    for seed in 0..<2 {
      let problem = crowd(seed: UInt64(seed))
      let alone = try solved(problem, budget: budget)
      #expect(alone.auditFindings.isEmpty)
      for threads in 2...3 {
        #expect("\(try solved(problem, budget: budget, threads: threads))" == "\(alone)", "day \(seed)")
      }
    }
  }

  @Test("a deadline ends the blocks, and what they found by then counts")
  func deadline() throws {
    var settings = OptimiserSettings(seed: 1, budget: 1_000_000)
    settings.threads = 2
    var (isInBlocks, asked) = (false, 0)
    let result = try DayOptimiser(crowd(seed: 2), settings: settings).solve(
      stageEnded: { isInBlocks = isInBlocks || $0.kind == .search },
      deadlineReached: {
        if isInBlocks { asked += 1 }
        return asked > 20
      })
    #expect(result.isCutByDeadline)
    #expect(try #require(result.stage(.blocks)).ran)
    #expect(!(try #require(result.stage(.polish)).ran))
    #expect(result.workUsed < 1_000_000)
  }
}
