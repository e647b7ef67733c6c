import CareModel
import EpisodePlanning
import Quantities
import SyntheticCaseloads
import Testing

@Suite("A generated service")
struct ServiceGeneratorTests {
  private func borough(_ seed: UInt64) -> Service {
    ServiceGenerator(ServicePreset.smallBorough.parameters(seed: seed)).service
  }

  @Test("the same parameters give the same service, another seed another")
  func determinism() {
    #expect(borough(7) == borough(7))
    #expect(borough(7) != borough(8))
  }

  @Test("every reference leads somewhere, and no id stands twice", arguments: ServicePreset.allCases)
  func references(preset: ServicePreset) {
    let service = ServiceGenerator(preset.parameters(seed: 2)).service
    let places = Set(service.places.map(\.id))
    #expect(places.count == service.places.count && service.places.allSatisfy { $0.position != nil })
    for ids in [
      service.people.map(\.id.text), service.referrals.map(\.id.text), service.episodes.map(\.id.text),
      service.staff.map(\.id.text), service.appointments.map(\.id.text),
    ] { #expect(Set(ids).count == ids.count) }
    for person in service.people {
      #expect(places.contains(person.place))
      let workers = person.coreTeam + person.refusedWorkers + person.recentVisits.keys.sorted()
      #expect(workers.allSatisfy { service.staffMember($0) != nil })
      #expect(Set(person.coreTeam).isDisjoint(with: person.refusedWorkers))
    }
    #expect(service.referrals.allSatisfy { service.person($0.referral.person) != nil })
    for record in service.episodes {
      #expect(service.referral(record.episode.referral ?? ReferralID(""))?.referral.person == record.episode.person)
    }
    for member in service.staff {
      #expect(places.contains(member.home) && places.contains(member.startsFrom))
      #expect(member.endsAt.map(places.contains) ?? true)
    }
    for appointment in service.appointments {
      #expect(service.episode(appointment.episode ?? EpisodeID(""))?.episode.person == appointment.person)
      #expect(appointment.date >= service.today.adding(days: -70))
      #expect(appointment.call.place.map(places.contains) ?? true)
    }
  }

  @Test(
    "nothing in it lies after its moment, but what has been booked and agreed", arguments: 1...3 as ClosedRange<UInt64>)
  func known(seed: UInt64) {
    let service = borough(seed)
    for record in service.referrals {
      #expect(record.referral.receivedAt < service.asOf)
      #expect(record.contactAssessment.map { $0.heldAt <= service.asOf } ?? true)
    }
    for record in service.episodes {
      #expect(record.clocks.firstVisitAt.map { $0 < service.asOf } ?? false)
      #expect(record.clocks.reviewsHeld.allSatisfy { $0 < service.today })
      #expect(record.clocks.predictedEnds.allSatisfy { $0.madeOn < service.today && $0.end > $0.madeOn })
      #expect(record.packages.allSatisfy { $0.effectiveFrom <= service.today })
      #expect((record.endedOn != nil) == (record.state == .ended))
      #expect(record.endedOn.map { $0 < service.today } ?? true)
      #expect((record.awaitingOnwardSince.map { $0 <= service.today } ?? true))
    }
    #expect(service.people.flatMap(\.suspensions).allSatisfy { $0.start < service.asOf })
    #expect(service.staff.flatMap(\.sickness).allSatisfy { $0.first <= service.today })
  }

  @Test("an extension has an authoriser, a running episode past six weeks has either or goes on as bridging")
  func pastTheLimit() {
    let service = ServiceGenerator(ServicePreset.largestCounty.parameters(seed: 1)).service
    let running = service.episodes.filter { $0.state != .ended }
    let past = running.filter { $0.episode.dayNumber(on: service.today) > 42 }
    #expect(past.count > 10)
    #expect(past.contains { $0.episode.extension != nil } && past.contains { $0.episode.extension == nil })
    #expect(
      running.compactMap(\.episode.extension).allSatisfy { !$0.authorisedBy.isEmpty && $0.lastDay >= service.today })
    // Domain: mostly waiting for long-term care.
    #expect(past.count { $0.state == .awaitingOnward } * 2 > past.count)
    #expect(running.contains { $0.state == .suspended })
  }

  private static func withoutCallers(_ record: EpisodeRecord) -> EpisodeRecord {
    EpisodeRecord(
      episode: record.episode, packages: record.packages, clocks: record.clocks, reviews: record.reviews,
      equipment: record.equipment, state: record.state, awaitingOnwardSince: record.awaitingOnwardSince,
      plannedEnd: record.plannedEnd, endedOn: record.endedOn, endReason: record.endReason)
  }

  @Test("who has called in which week goes with who has called in the last four")
  func callers() throws {
    let service = ServiceGenerator(ServicePreset.smallBorough.parameters(seed: 3)).service
    let running = service.episodes.filter { $0.isRunning(on: service.today) && $0.episode.startDate < service.today }
    #expect(!running.isEmpty)
    for record in running {
      let person = try #require(service.person(record.episode.person))
      #expect(Set(record.callers.map(\.worker)) == Set(person.recentVisits.keys))
      let week = (service.today.daysSinceEpoch - 1 - record.episode.startDate.daysSinceEpoch) / 7 + 1
      #expect(record.workersByWeek.count <= week)
      for caller in record.callers {
        let lately = caller.weeks.count { $0 > week - 4 }
        #expect(lately >= 1 && lately <= person.recentVisits[caller.worker, default: 0])
      }
    }
  }

  @Test("one worker more changes nobody's care, home or wishes, only who knows whom")
  func oneMoreWorker() throws {
    let parameters = ServicePreset.smallBorough.parameters(seed: 11)
    var more = parameters
    more[.staffShortagePerMille] = -40
    let (before, after) = (ServiceGenerator(parameters).service, ServiceGenerator(more).service)
    #expect(after.staff.count > before.staff.count)
    #expect(after.episodes.map(Self.withoutCallers) == before.episodes.map(Self.withoutCallers))
    #expect(after.referrals == before.referrals)
    #expect(after.appointments == before.appointments)
    #expect(before.staff.allSatisfy { after.staffMember($0.id) == $0 })
    #expect(Set(before.places).isSubset(of: Set(after.places)))
    for person in before.people {
      let same = try #require(after.person(person.id))
      #expect(same.place == person.place && same.preferences == person.preferences)
      #expect(same.suspensions == person.suspensions)
      #expect(same.recentVisits.values.reduce(0, +) == person.recentVisits.values.reduce(0, +))
    }
  }

  @Test("the same seed a week later is the same service a week later")
  func aWeekLater() throws {
    var parameters = ServicePreset.innerLondon.parameters(seed: 5)
    let before = ServiceGenerator(parameters).service
    parameters.date = parameters.date.adding(days: 7)
    let after = ServiceGenerator(parameters).service
    for record in before.episodes where record.state != .ended {
      let later = try #require(after.episode(record.id))
      #expect(later.packages.starts(with: record.packages))
      #expect(later.clocks.reviewsHeld.starts(with: record.clocks.reviewsHeld))
    }
    #expect(
      before.episodes.filter { $0.state == .ended }.allSatisfy {
        after.episode($0.id).map { $0.state == .ended } ?? true
      })
    #expect(before.staff.map(\.roster) == after.staff.map(\.roster))
    #expect(after.referrals.contains { before.referral($0.id) == nil })
  }

  @Test("the past calls of a running episode are shared among the people who have been there")
  func recentVisits() throws {
    let service = borough(3)
    for record in service.episodes where record.state == .active {
      let person = try #require(service.person(record.episode.person))
      let therapists = person.recentVisits.filter { service.staffMember($0.key)?.role != .rehabilitationAssistant }
      let care = person.recentVisits.values.reduce(0, +) - therapists.values.reduce(0, +)
      let since = max(record.episode.startDate, service.today.adding(days: -28))
      let due = stride(from: since.daysSinceEpoch, to: service.today.daysSinceEpoch, by: 1).reduce(0) { sum, day in
        let date = CivilDate(daysSinceEpoch: day)
        return sum + (record.package(on: date)?.lines(on: date).count ?? 0)
      }
      // Days in hospital have none.
      #expect(person.suspensions.isEmpty ? care == due : care <= due)
      #expect(person.coreTeam.count == 4 || service.staff.count < 4)
    }
  }

  @Test("another size keeps the proportions: thirty starts a week")
  func startsPerWeek() {
    var parameters = ServicePreset.innerLondon.parameters(seed: 1)
    parameters.setStartsPerWeek(tenths: 300)
    #expect(parameters[.startsPerYear] == 1564)
    #expect(parameters.title.contains("30 starts a week"))
    #expect(parameters.patches == 4 && (60...63).contains(Int(parameters.assistantPosts.rounded())))
  }

  @Test("the largest number of starts a week is the largest that its setting holds, and has its own title")
  func largestSize() {
    var parameters = ServicePreset.innerLondon.parameters(seed: 1)
    let most = ServiceParameters.startsPerWeekTenths.upperBound
    parameters.setStartsPerWeek(tenths: most)
    let largest = ServiceSetting.of(.startsPerYear).range.upperBound
    #expect(parameters[.startsPerYear] == (most * 365 + 35) / 70 && parameters[.startsPerYear] <= largest)
    #expect(((most + 1) * 365 + 35) / 70 > largest)
    parameters.setStartsPerWeek(tenths: most + 100)
    #expect(parameters.title.hasSuffix("383.5 starts a week, 383.5 starts a week"))
  }

  @Test("settings at either end of their range are no trap", arguments: ServiceSetting.all.map(\.key))
  func extremes(key: ServiceSetting.Key) {
    for value in [ServiceSetting.of(key).range.lowerBound, ServiceSetting.of(key).range.upperBound] {
      var parameters = ServicePreset.tiny.parameters(seed: 1)
      parameters[.historyWeeks] = 2
      parameters[.ruralPerMille] = 200
      parameters[key] = value
      // The largest services take their time; their sizes are tested elsewhere.
      if key == .startsPerYear { parameters[key] = min(value, 2000) }
      let service = ServiceGenerator(parameters).service
      #expect(service.staff.count >= 1)
      #expect(DayCut.caseload(of: service, on: service.today).quarantine.isEmpty, "\(key) \(value)")
    }
  }

  @Test("all weights at nothing are no trap")
  func nothing() {
    var parameters = ServicePreset.tiny.parameters(seed: 1)
    for setting in ServiceSetting.all where setting.range.lowerBound == 0 { parameters[setting.key] = 0 }
    let service = ServiceGenerator(parameters).service
    #expect(service.people.isEmpty && service.staff.count >= 1)
    for setting in ServiceSetting.all where setting.key.name.hasPrefix("monday") { parameters[setting.key] = 1000 }
    #expect(!ServiceGenerator(parameters).service.people.isEmpty)
  }
}
