import CareModel
import EpisodePlanning
import Quantities
import SyntheticCaseloads
import Testing

@Suite("The staff of a generated service")
struct ServiceStaffTests {
  private static let county = ServiceGenerator(ServicePreset.countyLeicestershireLike.parameters(seed: 6)).service

  private var service: Service { Self.county }

  private var assistants: [StaffMember] { service.staff.filter { $0.role == .rehabilitationAssistant } }

  @Test("rosters keep to their contracts, every other weekend for most, many part-time")
  func contracts() {
    let parameters = ServicePreset.countyLeicestershireLike.parameters(seed: 6)
    let minutes = assistants.reduce(0) { $0 + $1.contract.weekly.value }
    // Posts less vacancies, to half a worker.
    #expect(abs(Double(minutes) / 2220 - parameters.assistantPosts * 0.917) < 0.6)
    #expect(share(assistants.count { $0.contract.weekends == .alternate }, of: assistants.count) > 0.85)
    let partTime = share(assistants.count { (1190...1860).contains($0.contract.weekly.value) }, of: assistants.count)
    #expect((0.35...0.6).contains(partTime), "\(partTime)")
    for member in service.staff {
      let weeks = member.roster.weeks
      let paid = weeks.flatMap { $0 }.reduce(0) { sum, shift in
        sum + (shift.shift.until.secondsOfDay - shift.shift.from.secondsOfDay) / 60
          - shift.shift.breaks.reduce(0) { $0 + ($1.length?.value ?? 20) }
      }
      #expect(paid / weeks.count == member.contract.weekly.value)
      if member.contract.weekends == .alternate {
        let weekends = weeks.map { week in week.contains { $0.weekday == .saturday } }
        #expect(zip(weekends, weekends.dropFirst()).allSatisfy { $0 != $1 })
      }
    }
  }

  @Test("each morning, evening and weekend has its workers, in proportion to the calls")
  func coverage() {
    for ahead in 0..<14 {
      let date = service.today.adding(days: ahead)
      let shifts = assistants.flatMap { $0.shifts(on: date) }
      let mornings = shifts.count { $0.from.hour < 9 }
      let evenings = shifts.count { $0.until.hour >= 20 }
      #expect(mornings >= 15 && evenings >= 10, "\(date)")
      #expect(mornings > evenings, "\(date)")
    }
  }

  @Test("no roster breaks the rules on hours: eleven hours' rest, 48 hours a week, a day off in each")
  func hoursOfWork() {
    for member in service.staff {
      var previous: Int?
      for day in 0..<84 {
        let date = service.today.adding(days: day - 28)
        for (place, shift) in member.roster.shifts(on: date).enumerated() {
          let start = day * 86_400 + shift.from.secondsOfDay
          // Between the halves of a split day there need be no rest.
          if let previous, place == 0 { #expect(start - previous >= 11 * 3600, "\(member.id) \(date)") }
          previous = day * 86_400 + shift.until.secondsOfDay
        }
      }
      for week in member.roster.weeks {
        #expect(Set(week.map(\.weekday)).count <= 6, "\(member.id)")
        let minutes = week.reduce(0) { $0 + ($1.shift.until.secondsOfDay - $1.shift.from.secondsOfDay) / 60 }
        #expect(minutes <= 48 * 60, "\(member.id)")
      }
    }
  }

  @Test("most are never or briefly sick, few for long; leave is whole weeks")
  func sickness() {
    let spells = assistants.flatMap(\.sickness)
    let away = assistants.count { member in member.sickness.contains { $0.contains(service.today) } }
    #expect(assistants.count { $0.sickness.isEmpty } * 2 > assistants.count)
    // 5 per cent, and 2.5 who called in this morning; 130 workers have a deviation of 2.3.
    #expect((0.01...0.15).contains(share(away, of: assistants.count)))
    #expect(spells.allSatisfy { $0.last != nil })
    for leave in assistants.flatMap(\.leave) {
      #expect(leave.first.weekday == .monday && leave.last?.weekday == .sunday)
    }
  }

  @Test("people who work in a patch mostly live in it, and drive in the county")
  func homes() {
    let homes = Dictionary(service.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let near = assistants.count { homes[$0.home]?.patch == $0.patch }
    #expect((0.7...0.95).contains(share(near, of: assistants.count)))
    #expect(share(assistants.count { $0.mode == .car }, of: assistants.count) > 0.9)
    #expect(Set(assistants.map(\.patch)).count == 7)
  }

  @Test("some are seniors, and therapists are of both professions")
  func skills() {
    let seniors = assistants.count { $0.skills.contains(SyntheticSkill.firstVisits) }
    #expect((0.22...0.45).contains(share(seniors, of: assistants.count)))
    #expect(assistants.allSatisfy { !$0.skills.contains(SyntheticSkill.firstVisits) || $0.skills.count == 4 })
    for role in [Role.occupationalTherapist, .physiotherapist] { #expect(service.staff.contains { $0.role == role }) }
  }
}
