import CareModel
import Quantities
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("Tiny days")
struct TinyDaysTests {
  @Test("days of 400 seeds are valid and of the promised size, with every feature allowed")
  func valid() {
    for seed in UInt64(1)...400 {
      let features: TinyDayFeatures = seed % 2 == 0 ? .all : .usual
      let day = TinyDays.day(seed: seed, features: features)
      // Orders to stop are there under either policy, and one of them heeds none.
      let problems = validationProblems(day).filter { !$0.contains("episode.stopNotInForce") }
      #expect(problems == [], "seed \(seed)")
      #expect((1...3).contains(day.workers.count) && (2...6).contains(day.visits.count))
      #expect(throws: Never.self) { try TravelModel(day) }
    }
  }

  @Test("the same seed gives the same day, and switching nothing on gives plain calls")
  func determinism() {
    #expect(TinyDays.day(seed: 5, features: .all) == TinyDays.day(seed: 5, features: .all))
    #expect(TinyDays.day(seed: 5) != TinyDays.day(seed: 6))
    for seed in UInt64(1)...50 {
      let plain = TinyDays.day(seed: seed, features: [])
      #expect(plain.links.isEmpty && plain.visits.allSatisfy { $0.demands.count == 1 && $0.windows.count == 1 })
      #expect(plain.visits.allSatisfy { $0.kind != .firstResponse && !$0.isRemote && $0.lock == nil })
      #expect(plain.workers.flatMap(\.dutyPeriods).allSatisfy { $0.breaks.isEmpty && $0.endPlace != nil })
    }
  }

  @Test("everything that was promised occurs somewhere in 600 days")
  func everythingOccurs() {
    var seen: Set<String> = []
    for seed in UInt64(1)...600 {
      let day = TinyDays.day(seed: seed, features: .all)
      for link in day.links { seen.insert("link \(link.relation)".prefix(8).description) }
      for visit in day.visits {
        seen.insert("kind \(visit.kind)")
        seen.insert("mode \(visit.mode)")
        seen.insert("state \(visit.state)")
        seen.insert("demands \(visit.demands.count)")
        seen.insert("windows \(visit.windows.count)")
        seen.insert("time-critical \(visit.isTimeCritical)")
        if visit.lock?.workers != nil, visit.lock?.start != nil { seen.insert("lock of both") }
        if visit.lock != nil, visit.lock?.workers == nil { seen.insert("lock of start") }
        if visit.lock != nil, visit.lock?.start == nil { seen.insert("lock of workers") }
        if visit.isInStartBundle { seen.insert("bundle") }
        switch day.level(of: visit) {
        case .counted(let level): seen.insert("level \(level.kind)")
        case .notWanted(let reason): seen.insert("not wanted \(reason)")
        }
      }
      for person in day.people {
        for preference in person.preferences { seen.insert("preference \(preference.strength)") }
        if !person.refusedWorkers.isEmpty { seen.insert("refusal") }
      }
      for duty in day.workers.flatMap(\.dutyPeriods) {
        seen.insert("open end \(duty.endPlace == nil)")
        seen.insert("breaks \(duty.breaks.count)")
        seen.insert("overtime \(duty.agreedOvertime > .zero)")
      }
    }
    let levels = Level.Kind.allCases.filter(\.countsUncovered).map { "level \($0)" }
    let wanted =
      Visit.Kind.allCases.filter { $0 != .assessment && $0 != .equipmentFit }.map { "kind \($0)" }
      + Visit.Mode.allCases.map { "mode \($0)" } + Visit.State.allCases.map { "state \($0)" }
      + VisitLevel.Reason.allCases.map { "not wanted \($0)" } + levels
      + Preference.Strength.allCases.map { "preference \($0)" }
      + ["link sam", "link gap", "link ord", "link dif", "link req", "demands 2", "windows 2", "time-critical true"]
      + ["lock of both", "lock of start", "lock of workers", "bundle", "refusal", "open end true", "breaks 2"]
      + ["overtime true"]
    #expect(wanted.filter { !seen.contains($0) } == [])
  }
}
