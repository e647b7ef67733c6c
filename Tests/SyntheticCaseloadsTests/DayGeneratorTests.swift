import CareModel
import Quantities
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("A generated day")
struct DayGeneratorTests {
  private func borough(_ seed: UInt64) -> Caseload {
    DayGenerator(DayPreset.smallBorough.parameters(seed: seed)).caseload
  }

  @Test("small boroughs of ten seeds are valid, and distances are known", arguments: 1...10)
  func valid(seed: Int) throws {
    let day = borough(UInt64(seed))
    #expect(faults(in: day) == [])
    #expect(validationProblems(day) == [])
    #expect(throws: Never.self) { try TravelModel(day) }
  }

  @Test("every preset is valid and of the size that it promises", arguments: DayPreset.allCases)
  func presets(preset: DayPreset) {
    let parameters = preset.parameters(seed: 3)
    let day = DayGenerator(parameters).caseload
    #expect(faults(in: day) == [])
    #expect(day.visits.count == parameters.calls)
    #expect(day.workers.count == parameters.workersOnShift)
    #expect(preset.summary.hasPrefix("\(day.visits.count) calls, \(day.workers.count) workers"))
  }

  @Test("the same seed gives the same day, another seed another")
  func determinism() {
    #expect(borough(7) == borough(7))
    #expect(borough(7) != borough(8))
  }

  @Test("the published figures are met", arguments: 1...10)
  func figures(seed: Int) {
    let day = borough(UInt64(seed))
    #expect(day.visits.count == 92)
    #expect(day.workers.count { $0.role == .rehabilitationAssistant } == 12)
    #expect(Set(day.workers.map(\.role)).count == 3)
    let first = day.visits.filter { $0.kind == .firstResponse }
    #expect(Set(first.map { day.rank(of: $0) }) == Set(CareHomeRiskScope.withinClass.ranks) && first.count == 6)
    #expect((day.visits.count { $0.demands.count == 2 }) == 7)
    #expect((day.visits.count { $0.isTimeCritical }) == 11)
    #expect((40...55).contains(day.people.count))
    let morning = day.visits.count { visit in
      visit.windows.contains { day.calendar.local($0.preferred.start).time < ClockTime(wrapping: 11 * 3600) }
    }
    #expect((41...46).contains(morning))
    #expect((0...9).contains(day.people.count { !$0.preferences.isEmpty }))
    #expect(day.links.count == 3)
    let modes = day.workers.flatMap { $0.dutyPeriods.map(\.mode) }
    #expect(modes.count { $0 == .car } * 2 > modes.count)
    #expect(Set(day.places.compactMap(\.patch)) == ["North", "South"])
  }

  @Test("over many days preferences come near their share")
  func preferenceShare() {
    let people = (1...40).flatMap { borough(UInt64($0)).people }
    let share = people.count { $0.preferences.contains { if case .gender = $0.wish { true } else { false } } } * 1000
    #expect((55...105).contains(share / people.count))
  }

  @Test("one assistant more changes no person, call, link or other worker, but who knows whom")
  func oneMoreWorker() {
    var parameters = DayPreset.smallBorough.parameters(seed: 11)
    let before = DayGenerator(parameters).caseload
    parameters.workersOnShift += 1
    let after = DayGenerator(parameters).caseload
    #expect(after.workers.count == before.workers.count + 1)
    #expect(after.visits == before.visits && after.links == before.links && after.referrals == before.referrals)
    #expect(before.workers.allSatisfy { after.worker($0.id) == $0 })
    #expect(before.places.allSatisfy { after.place($0.id) == $0 })
    for person in before.people {
      let same = after.person(person.id)
      #expect(same?.preferences == person.preferences && same?.place == person.place)
      #expect(person.coreTeam.count { same?.coreTeam.contains($0) != true } <= 1)
    }
  }

  @Test("a shortage takes assistants away and nothing else, until demand exceeds capacity so far")
  func shortage() {
    var parameters = DayPreset.smallBorough.parameters(seed: 5)
    let usual = DayGenerator(parameters).caseload
    parameters.demandOverCapacity = PerMille(300)
    let short = DayGenerator(parameters).caseload
    #expect(short.visits == usual.visits)
    #expect(short.workers.count < usual.workers.count)
    #expect(short.workers.allSatisfy { usual.worker($0.id) == $0 })
    #expect(faults(in: short) == [])
    let minutes = short.workers.filter { $0.role == .rehabilitationAssistant }.flatMap(\.dutyPeriods)
      .reduce(0) { $0 + $1.hours.length.value / 60 - ($1.breaks.isEmpty ? 0 : 30) }
    let demand = short.visits.flatMap(\.demands).filter { $0.roles.contains(.rehabilitationAssistant) }
      .reduce(0) { $0 + $1.length.value + 8 }
    #expect(demand * 10 >= minutes * 13)
    #expect(demand * 10 < (minutes + 450) * 13)
  }

  @Test("everybody can be visited by somebody who has the role and skills and is not refused", arguments: 1...10)
  func someoneFits(seed: Int) {
    let day = borough(UInt64(seed))
    for visit in day.visits {
      let person = day.person(visit.person)
      for demand in visit.demands {
        let fitting = day.workers.filter { worker in
          demand.isMet(by: worker) && person?.refusedWorkers.contains(worker.id) != true
            && person?.preferences.allSatisfy { $0.strength != .required || $0.isMet(by: worker) } == true
        }
        #expect(!fitting.isEmpty, "\(visit.id)")
      }
    }
  }

  @Test("a day of summer time and one at either end of the year are valid", arguments: ["2026-06-30", "2027-01-01"])
  func otherDates(date: String) throws {
    var parameters = DayPreset.smallBorough.parameters(seed: 2)
    parameters.serviceDate = try #require(CivilDate(iso: date))
    let day = DayGenerator(parameters).caseload
    #expect(faults(in: day) == [])
    #expect(day.calendar.local(day.asOf).time == ClockTime(wrapping: 7 * 3600))
  }

  @Test("parameters beyond reason give a day and no trap")
  func absurd() {
    var parameters = DayPreset.tiny.parameters(seed: 1)
    for (calls, workers, first) in [(0, 0, 0), (-5, -5, -5), (3, 40, 9), (1, 1, 0)] {
      parameters.calls = calls
      parameters.workersOnShift = workers
      parameters.firstVisits = first
      parameters.neighbourhoods = calls
      #expect(faults(in: DayGenerator(parameters).caseload) == [])
    }
  }
}
