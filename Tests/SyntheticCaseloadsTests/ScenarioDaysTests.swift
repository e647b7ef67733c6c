import CareModel
import Quantities
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("The days of the scenarios")
struct ScenarioDaysTests {
  @Test("each is valid by the model's own validator, and distances are known")
  func valid() {
    for scenario in ScenarioDays.all {
      #expect(validationProblems(scenario.day) == [], "\(scenario.name)")
      #expect(throws: Never.self) { try TravelModel(scenario.day) }
    }
    #expect(Set(ScenarioDays.all.map(\.name)).count == ScenarioDays.all.count)
  }

  @Test("the small borough has 92 calls, one start that must be late, and one call that two workers alone can do")
  func smallBorough() throws {
    let day = ScenarioDays.smallBoroughDay
    #expect(day.visits.count == 92 && day.workers.count == 14)
    // Two starts at noon with one worker who may make them: the second begins after the first has ended.
    let therapist = try #require(day.workers.first { $0.role == .occupationalTherapist })
    let starts = day.visits.filter { $0.kind == .firstResponse && $0.demands[0].roles == [therapist.role] }
    #expect(starts.count == 2 && day.workers.count(where: { $0.role == therapist.role }) == 1)
    let deadlines = try starts.map { try #require(day.responseDeadline(of: $0)) }
    let earliest = try starts.map { try #require($0.referral.flatMap(day.referral)?.readyFrom) + $0.length }
    #expect(deadlines.allSatisfy { deadline in earliest.allSatisfy { deadline < $0 } })
    #expect(starts.map { day.rank(of: $0).isFlagged } == [true, false])
    let tight = day.visits.filter { $0.demands.contains { $0.skills.contains(SyntheticSkill.heavyHoist) } }
    #expect(tight.count == 1)
    let able = day.workers.filter { worker in tight.allSatisfy { $0.demands.allSatisfy { $0.isMet(by: worker) } } }
    #expect(able.count == 2)
    let safe = try #require(tight.first?.windows.first).safe
    #expect(able.allSatisfy { $0.dutyPeriods.contains { $0.hours.contains(safe) } })
  }

  @Test("on the night the clocks go back, 01:30 is the first, the other an hour later, and nights last an hour more")
  func clockChange() throws {
    let day = ScenarioDays.clockChangeDay
    #expect(day.day.length == Seconds(25 * 3600))
    let first = try #require(day.visit(VisitID("p-004-medicine"))?.windows.first).preferred.start
    let second = try #require(day.visit(VisitID("p-001-medicine"))?.windows.first).preferred.start
    #expect(day.calendar.iso(first) == "2026-10-25T01:30:00+01:00")
    #expect(day.calendar.iso(second) == "2026-10-25T01:30:00+00:00")
    #expect(day.worker(WorkerID("n-01"))?.dutyPeriods.first?.hours.length == Seconds(8 * 3600 + 1800))
  }

  @Test("double-ups: most calls need two, and an odd number of assistants is on duty early")
  func doubleUps() {
    let day = ScenarioDays.doubleUps
    #expect((day.visits.count { $0.demands.count == 2 }) * 2 > day.visits.count)
    #expect(day.workers.count == 5)
    for visit in day.visits where visit.demands.count == 2 {
      let able = day.workers.filter { worker in
        visit.demands.allSatisfy { $0.skills.contains(SyntheticSkill.medicines) || $0.isMet(by: worker) }
      }
      #expect(able.count { $0.dutyPeriods.contains { $0.hours.overlaps(visit.windows[0].preferred) } } >= 2)
    }
  }

  @Test("not enough staff: the assistants' work exceeds their hours by 30 per cent")
  func notEnoughStaff() {
    let day = ScenarioDays.notEnoughStaff
    let hours = day.workers.filter { $0.role == .rehabilitationAssistant }.flatMap(\.dutyPeriods)
      .reduce(0) { $0 + $1.hours.length.value / 60 }
    let work = day.visits.flatMap(\.demands).filter { $0.roles.contains(.rehabilitationAssistant) }
      .reduce(0) { $0 + $1.length.value + 8 }
    #expect(work * 100 > hours * 120 && day.visits.count == 46)
  }

  @Test("overdue: one class 1 past its deadline, eight of classes 2 and 3 in time")
  func overdue() {
    let day = ScenarioDays.overdue
    let late = day.visits.filter { day.responseDeadline(of: $0).map { $0 < day.asOf } ?? false }
    #expect(late.map(\.person) == [PersonID("p-001")])
    #expect(day.visits.count == 9 && day.visits.allSatisfy { day.level(of: $0).level?.kind == .response })
  }
}
