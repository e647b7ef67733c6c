import CareModel
import EpisodePlanning
import Quantities

/// A small service in London, each part of which a test may replace.
struct InventedService {
  static let calendar = ServiceCalendar(
    zone: "Europe/London", initialOffset: .zero,
    changes: [
      .init(from: Instant(epochSeconds: 1_774_746_000), offset: Seconds(3600)),  // 2026-03-29 01:00 UTC
      .init(from: Instant(epochSeconds: 1_792_890_000), offset: .zero),  // 2026-10-25 01:00 UTC
    ], bankHolidays: [date("2026-12-25")])

  var asOf = instant("2026-11-24", "07:00")
  var policy = Policy()
  var people = [Person(id: PersonID("p-1"), place: PlaceID("home-1"))]
  var referrals: [ReferralRecord] = []
  var episodes: [EpisodeRecord] = []
  var staff: [StaffMember] = []
  var appointments: [Appointment] = []
  var places = ["home-1", "home-2", "base"].map { place($0) }

  var service: Service {
    Service(
      title: "", isInvented: true, asOf: asOf, calendar: Self.calendar, policy: policy,
      places: places, people: people, referrals: referrals, episodes: episodes, staff: staff, appointments: appointments
    )
  }

  func cut(_ iso: String = "2026-11-24", asOf: Instant? = nil) -> Caseload {
    DayCut.caseload(of: service, on: date(iso), asOf: asOf)
  }
}

/// A place so many kilometres north of London's edge.
func place(_ id: String, north kilometres: Int = 0, patch: String? = nil) -> Place {
  Place(
    id: PlaceID(id),
    position: GeographicPosition(
      latitudeMicrodegrees: 51_410_000 + 9000 * kilometres, longitudeMicrodegrees: -300_000),
    patch: patch)
}

/// A day that a test has written; the epoch's first where it is no day.
func date(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(daysSinceEpoch: 0) }

func clock(_ text: String) -> ClockTime { ClockTime(text) ?? ClockTime(wrapping: 0) }

func clocks(_ from: String, _ until: String) -> ClockInterval { ClockInterval(from: clock(from), until: clock(until)) }

/// What the clocks of a calendar day show, of a doubled time the first.
func instant(_ iso: String, _ time: String) -> Instant {
  InventedService.calendar.reading(CivilDateTime(date: date(iso), time: clock(time))).instant
    ?? Instant(epochSeconds: 0)
}

func line(
  _ id: String, _ from: String, _ until: String, weekdays: WeekdaySet = .every, consequence: Consequence = .medium,
  kind: Visit.Kind = .personalCare
) -> PackageLine {
  PackageLine(
    id: LineID(id), weekdays: weekdays,
    call: CallNeed(
      kind: kind, demands: [Demand(length: Minutes(30))], preferred: clocks(from, until), consequence: consequence))
}

func package(from iso: String, _ lines: [PackageLine]) -> PackageVersion {
  PackageVersion(effectiveFrom: date(iso), lines: lines)
}

func episode(
  start: String = "2026-11-10", referral: String? = nil, packages: [PackageVersion]? = nil,
  state: EpisodeRecord.State = .active, ended: String? = nil, firstVisitAt: Instant? = nil,
  handedOver: Bool = false, stopped: Bool = false, extended: String? = nil
) -> EpisodeRecord {
  EpisodeRecord(
    episode: Episode(
      id: EpisodeID("e-1"), person: PersonID("p-1"), referral: referral.map { ReferralID($0) },
      startDate: date(start),
      extension: extended.map { Episode.Extension(lastDay: date($0), authorisedBy: "team manager", reason: "") },
      isHandoverRecorded: handedOver, stopAtLimit: stopped ? Episode.StopOrder(orderedBy: "team manager") : nil),
    packages: packages ?? [package(from: start, [line("morning", "08:00", "09:00"), line("bed", "21:00", "21:30")])],
    clocks: EpisodeClocks(firstVisitAt: firstVisitAt), state: state, endedOn: ended.map(date))
}

func referral(
  received: Instant = instant("2026-11-24", "05:30"), state: Referral.State = .accepted,
  preferred: ClockInterval? = nil, readyFrom: Instant? = nil, lines: [PackageLine] = [line("bed", "21:00", "21:30")]
) -> ReferralRecord {
  ReferralRecord(
    referral: Referral(
      id: ReferralID("r-1"), person: PersonID("p-1"), referralClass: .hospitalDischarge, receivedAt: received,
      readyFrom: readyFrom, whereabouts: readyFrom == nil ? .home : .inHospital, state: state),
    needs: StartNeeds(
      firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(60))], preferred: preferred), lines: lines))
}

func worker(
  _ weeks: [[RosteredShift]], id: String = "w-1", patch: String? = nil, leave: [DateSpan] = [],
  sickness: [DateSpan] = [], changes: [RosterChange] = [],
  employed: DateSpan? = nil
) -> StaffMember {
  StaffMember(
    id: WorkerID(id), role: .rehabilitationAssistant, home: PlaceID("home-2"), patch: patch, mode: .car,
    startsFrom: PlaceID("base"), endsAt: nil, contract: Contract(weekly: Minutes(2220), weekends: .alternate),
    roster: RosterPattern(anchor: date("2026-11-23"), weeks: weeks), rosterChanges: changes, leave: leave,
    sickness: sickness, employed: employed)
}

/// Somebody who may own care plans, and works by agreement only.
func professional(
  _ id: String = "w-ot", _ role: Role = .occupationalTherapist, until last: String? = nil
) -> StaffMember {
  StaffMember(
    id: WorkerID(id), role: role, home: PlaceID("home-2"), mode: .car, startsFrom: PlaceID("base"), endsAt: nil,
    contract: Contract(weekly: Minutes(2220), weekends: .never),
    roster: RosterPattern(anchor: date("2026-11-23"), weeks: []),
    employed: last.flatMap { DateSpan(first: date("2020-01-06"), last: date($0)) })
}

func shift(_ from: String, _ until: String, breaks: [ShiftBreak] = []) -> Shift {
  Shift(from: clock(from), until: clock(until), breaks: breaks)
}
