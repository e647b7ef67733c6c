import Quantities
import RotaOptimiser
import Testing

@Suite("What an attempt changed is put back exactly, and what stands adds up")
struct JournalTests {
  @Test("attempts within attempts, on busy days with pairs, sets, ties and breaks", arguments: 0..<12)
  func shaken(seed: UInt64) throws {
    let findings = try SearchProbe(BusyDays.day(seed: seed).problem, seed: seed).shake(rounds: 150, seed: seed)
    #expect(findings == [])
  }

  @Test("with terms of the whole rota", arguments: 0..<12)
  func shakenWithTerms(seed: UInt64) throws {
    let problem = TermProblems.problem(seed: seed)
    #expect(try SearchProbe(problem, seed: seed).shake(rounds: 100, seed: seed) == [])
  }

  @Test("every change that stands in a whole solve comes out the same when it is worked out again", arguments: 0..<6)
  func audited(seed: UInt64) throws {
    var settings = OptimiserSettings(seed: seed, budget: 30_000)
    settings.audits = true
    let audited = try DayOptimiser(BusyDays.day(seed: seed).problem, settings: settings).solve()
    #expect(audited.auditFindings == [])
    settings.audits = false
    let plain = try DayOptimiser(BusyDays.day(seed: seed).problem, settings: settings).solve()
    #expect(audited.solution.levels == plain.solution.levels || audited.workUsed != plain.workUsed)
  }

  @Test("the audit sees a start that isn't so")
  func falsified() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(windows: [(60, 120)]), HandDay.Call(node: 3, windows: [(60, 120)])]
    let probe = try SearchProbe(day.problem, runs: [[0, 1]])
    #expect(probe.audit() == [])
    probe.falsifyStart(of: 1)
    #expect(probe.audit() == ["change 1: shift 0 comes out otherwise"])
  }
}
