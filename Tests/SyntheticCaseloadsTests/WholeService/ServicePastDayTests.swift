import CareModel
import EpisodePlanning
import Quantities
import SyntheticCaseloads
import Testing

@Suite("Past days of a generated service")
struct ServicePastDayTests {
  /// The service seen on its usual date.
  private let service: Service
  /// The same service as it was on the past day, seen then.
  private let parameters: ServiceParameters

  init() {
    parameters = ServicePreset.innerLondon.parameters(seed: 6)
    service = ServiceGenerator(parameters).service
  }

  private static let fixed: Set<Visit.Kind> = [
    .assessment, .carePlan, .therapy, .review, .dischargeReview, .equipmentFit,
  ]

  @Test(
    "a past day has the plans, reviews and therapy that it had when it was today, those of ended episodes too",
    arguments: [1, 15, 43, 69])
  func bookings(daysAgo: Int) {
    let date = service.today.adding(days: -daysAgo)
    var then = parameters
    then.date = date
    let before = DayCut.caseload(of: ServiceGenerator(then).service, on: date)
    let after = DayCut.caseload(of: service, on: date)
    func booked(_ day: Caseload) -> [Visit] { day.visits.filter { Self.fixed.contains($0.kind) } }
    #expect(booked(after).map(\.id) == booked(before).map(\.id))
    #expect(booked(after).map(\.lastPermittedDay) == booked(before).map(\.lastPermittedDay))
    // Mondays and working days: at weekends there are hardly any therapists.
    #expect(booked(after).count > 10 && Set(booked(after).map(\.kind)).count >= 4)
    #expect(after.quarantine.isEmpty)
    // Nobody who was away then is on duty in hindsight.
    #expect(abs(after.workers.count - before.workers.count) <= 2)
  }

  @Test("a past day has a first visit for everybody who waited at its beginning", arguments: [1, 15, 43, 69])
  func firstVisits(daysAgo: Int) {
    let date = service.today.adding(days: -daysAgo)
    var then = parameters
    then.date = date
    let before = DayCut.caseload(of: ServiceGenerator(then).service, on: date)
    let after = DayCut.caseload(of: service, on: date)
    func first(_ day: Caseload) -> Set<PersonID> {
      Set(day.visits.filter { $0.kind == .firstResponse }.map(\.person))
    }
    let open = Set(service.referrals.filter { $0.referral.state == .accepted }.map(\.referral.person))
    #expect(first(after) == first(before).intersection(open))
    #expect(first(after).count > 2)
    // Those whose first visit was made that day are among them.
    let day = service.calendar.day(date)
    let started = service.episodes.filter { record in
      record.episode.startDate == date
        && record.episode.referral.flatMap(service.referral).map { $0.referral.receivedAt <= day.start } ?? false
    }
    #expect(Set(started.map(\.episode.person)).isSubset(of: first(after)))
  }
}
