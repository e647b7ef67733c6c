import CareModel
import Presentation
import Quantities

/// A service made by hand: two people who have calls, one who waits, one worker.
struct SmallService {
  var title = "A small service"
  var patch = "North"
  var isInvented = true
  var isEmpty = false
  var weeksKept = 8
  /// Today's calls by the hour of their preferred start, of a running package or of a start.
  var calls: [(hour: Int, isStart: Bool)] = []

  /// Tuesday 24 November 2026.
  private let today = CivilDate(daysSinceEpoch: 20_781)
  private let calendar = ServiceCalendar(zone: "Europe/London", initialOffset: .zero, changes: [])

  private func instant(_ days: Int, _ hour: Int) -> Instant {
    Instant(epochSeconds: (today.daysSinceEpoch + days) * 86_400 + hour * 3600)
  }

  private func line(_ name: String, _ hour: Int, on days: [Weekday] = Weekday.allCases) -> PackageLine {
    PackageLine(
      id: LineID(name), weekdays: WeekdaySet(days),
      call: CallNeed(
        kind: .personalCare, demands: [Demand(length: Minutes(30))],
        preferred: ClockInterval(
          from: ClockTime(wrapping: hour * 3600), until: ClockTime(wrapping: hour * 3600 + 1800))))
  }

  private func referral(_ name: String, received: Instant) -> ReferralRecord {
    ReferralRecord(
      referral: Referral(
        id: ReferralID("r-" + name), person: PersonID("p-" + name), referralClass: .newCommunity, receivedAt: received,
        whereabouts: .home))
  }

  private var service: Service {
    let places = ["a", "b", "c"].enumerated().map { index, name in
      Place(
        id: PlaceID("home-" + name),
        position: GeographicPosition(
          latitudeMicrodegrees: 51_400_000 + index * 9000, longitudeMicrodegrees: -290_000 + index * 4000),
        patch: patch)
    }
    let base = Place(
      id: PlaceID("base"), kind: .base,
      position: GeographicPosition(latitudeMicrodegrees: 51_405_000, longitudeMicrodegrees: -287_000), patch: patch)
    let first = EpisodeRecord(
      episode: Episode(
        id: EpisodeID("e-a"), person: PersonID("p-a"), referral: ReferralID("r-a"), startDate: today.adding(days: -7)),
      packages: [
        PackageVersion(effectiveFrom: today.adding(days: -7), lines: [line("morning", 8), line("bed", 20)])
      ])
    let second = EpisodeRecord(
      episode: Episode(
        id: EpisodeID("e-b"), person: PersonID("p-b"), referral: ReferralID("r-b"), startDate: today.adding(days: -25)),
      packages: [
        PackageVersion(effectiveFrom: today.adding(days: -25), lines: [line("morning", 9)]),
        PackageVersion(
          effectiveFrom: today.adding(days: -4),
          approval: PackageVersion.Approval(approvedBy: "A. Nother", riskNote: "seen"),
          lines: [line("morning", 9, on: [.monday, .wednesday, .friday])]),
      ])
    return Service(
      title: title, isInvented: isInvented, asOf: instant(0, 7), calendar: calendar, policy: Policy(),
      places: isEmpty ? [] : places + [base],
      people: isEmpty ? [] : ["a", "b", "c"].map { Person(id: PersonID("p-" + $0), place: PlaceID("home-" + $0)) },
      // Mondays the 16th and 23rd, Friday the 30th of October.
      referrals: isEmpty
        ? []
        : [
          referral("a", received: instant(-8, 10)), referral("b", received: instant(-25, 15)),
          referral("c", received: instant(-1, 10)),
        ],
      episodes: isEmpty ? [] : [first, second], staff: [])
  }

  private var day: Caseload {
    let duty = DutyPeriod(
      id: DutyID("w"),
      hours: InstantInterval(start: instant(0, 7), end: instant(0, 14)) ?? InstantInterval(at: instant(0, 7)),
      startPlace: PlaceID("base"), endPlace: nil, mode: .car)
    let service = service
    return Caseload(
      title: title, isInvented: isInvented, asOf: service.asOf, serviceDate: today, calendar: calendar,
      policy: Policy(),
      places: service.places, people: service.people,
      workers: isEmpty ? [] : [Worker(id: WorkerID("w"), role: .rehabilitationAssistant, dutyPeriods: [duty])],
      visits: calls.enumerated().map(visit))
  }

  private func visit(_ number: Int, _ call: (hour: Int, isStart: Bool)) -> Visit {
    let time = InstantInterval(at: instant(0, call.hour))
    return Visit(
      id: VisitID("v-\(number)"), person: PersonID(call.isStart ? "p-c" : "p-a"), kind: .personalCare,
      episode: call.isStart ? nil : EpisodeID("e-a"), referral: call.isStart ? ReferralID("r-c") : nil,
      demands: [Demand(length: Minutes(30))],
      windows: [WindowAlternative(preferred: time, agreed: time, safe: time)].compactMap { $0 })
  }

  var summary: ServiceSummary { ServiceSummary(service, days: [day], weeksKept: weeksKept) }

  var page: String {
    ServicePage(summary, made: [ServicePage.Fact("Seed", "1")]).html
  }
}
