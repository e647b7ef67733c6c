import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("A date's day cut from a whole service")
struct DayCutTests {
  private let daily = worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "14:30")) }])

  @Test("the day holds the calls, the people and places they need, and who works; nothing is set aside")
  func wholeDay() {
    var parts = InventedService()
    parts.people.append(Person(id: PersonID("p-2"), place: PlaceID("home-2")))
    parts.episodes = [episode()]
    parts.staff = [daily]
    let day = parts.cut()
    #expect(day.visits.map(\.id.text) == ["e-1-bed-20261124", "e-1-morning-20261124"])
    #expect(day.people.map(\.id.text) == ["p-1"])
    #expect(day.places.map(\.id.text) == ["base", "home-1"])
    #expect(day.workers.map(\.id.text) == ["w-1"])
    #expect(day.quarantine.isEmpty)
    #expect(day.asOf == parts.asOf)
  }

  @Test("a coming day is seen from now, a past one from its beginning")
  func moments() {
    let parts = InventedService()
    #expect(parts.cut("2026-11-30").asOf == parts.asOf)
    #expect(parts.cut("2026-11-20").asOf == instant("2026-11-20", "05:00"))
    #expect(parts.cut("2026-11-20", asOf: parts.asOf).asOf == instant("2026-11-21", "05:00"))
  }

  @Test("an appointment of the date shortens the safe window of the call before it")
  func appointments() {
    var parts = InventedService()
    parts.episodes = [episode()]
    parts.appointments = ["2026-11-24", "2026-11-25"].map { iso in
      Appointment(
        id: VisitID("review-\(iso)"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date(iso),
        call: CallNeed(kind: .review, demands: [Demand(length: Minutes(45))], preferred: clocks("11:00", "12:00")),
        lastPermittedDay: date("2026-11-24"))
    }
    let day = parts.cut()
    #expect(day.visits.map(\.id.text) == ["e-1-bed-20261124", "e-1-morning-20261124", "review-2026-11-24"])
    #expect(day.visit(VisitID("review-2026-11-24"))?.lastPermittedDay == date("2026-11-24"))
    #expect(day.visit(VisitID("e-1-morning-20261124"))?.windows.first?.safe.end == instant("2026-11-24", "11:00"))
  }

  @Test("nobody is started beside a running package, nor twice")
  func oneStart() {
    var parts = InventedService()
    parts.staff = [daily]
    parts.episodes = [episode()]
    let package = parts.cut().visits.map(\.id)
    parts.referrals = [referral()]
    #expect(parts.cut().visits.map(\.id) == package)
    parts.episodes = [episode(ended: "2026-11-23")]
    let started = parts.cut().visits.map(\.id.text)
    #expect(started == ["r-1-bed-20261124", "r-1-first-20261124"])
    parts.referrals.append(waiting("r-2", state: .accepted, of: "p-1"))
    #expect(parts.cut().visits.map(\.id.text) == started)
  }

  @Test("an accepted referral gets a first visit, and behind it the essential calls that follow it")
  func start() throws {
    var parts = InventedService()
    parts.staff = [daily]
    parts.referrals = [
      referral(
        preferred: clocks("12:00", "13:00"),
        lines: [
          line("morning", "08:00", "09:00"), line("tea", "16:30", "17:30"), line("bed", "21:00", "21:30"),
          line("walk", "18:00", "19:00", consequence: .low),
        ])
    ]
    let day = parts.cut()
    #expect(day.visits.map(\.id.text) == ["r-1-bed-20261124", "r-1-first-20261124", "r-1-tea-20261124"])
    let first = try #require(day.visit(VisitID("r-1-first-20261124")))
    #expect(first.kind == .firstResponse && !first.isInStartBundle)
    #expect(first.windows.first?.preferred.start == instant("2026-11-24", "12:00"))
    #expect(first.windows.first?.safe.end == instant("2026-11-24", "23:00"))
    #expect(day.visit(VisitID("r-1-tea-20261124"))?.isInStartBundle == true)
    #expect(day.links.map(\.relation) == [.order, .order])
    #expect(day.quarantine.isEmpty)
  }

  @Test("somebody in hospital gets no call before they are home, and none on a day before")
  func notReady() throws {
    var parts = InventedService()
    parts.referrals = [referral(readyFrom: instant("2026-11-25", "14:00"))]
    #expect(parts.cut().visits.isEmpty)
    #expect(parts.cut().referrals.count == 1)
    let first = try #require(parts.cut("2026-11-25").visit(VisitID("r-1-first-20261125"))?.windows.first)
    #expect(first.safe.start == instant("2026-11-25", "14:00"))
    #expect(first.preferred.start == instant("2026-11-25", "14:00"))
  }

  @Test(
    "a referral that is not accepted has no calls", arguments: [Referral.State.received, .screened, .provisional])
  func notAccepted(state: Referral.State) {
    var parts = InventedService()
    parts.referrals = [referral(state: state)]
    #expect(parts.cut().visits.isEmpty)
    #expect(parts.cut().referrals.count == 1)
  }

  @Test("a referral is not known before it is received, nor open when it is withdrawn or its episode has begun")
  func closed() {
    var parts = InventedService()
    parts.referrals = [referral()]
    #expect(parts.cut("2026-11-23").referrals.isEmpty)
    parts.referrals = [referral(state: .withdrawn)]
    #expect(parts.cut().visits.isEmpty)
    parts.referrals = [referral(received: instant("2026-11-09", "12:00"))]
    parts.episodes = [episode(referral: "r-1")]
    let day = parts.cut()
    #expect(day.visits.map(\.kind) == [.personalCare, .personalCare])
    #expect(day.referrals.count == 1)
  }

  @Test("on the day of the first visit the start is planned until the visit is made, and the episode goes on after it")
  func dayOfStart() {
    var parts = InventedService()
    parts.referrals = [referral(received: instant("2026-11-24", "05:00"), preferred: clocks("12:00", "13:00"))]
    parts.asOf = instant("2026-11-24", "15:00")
    parts.episodes = [
      episode(start: "2026-11-24", referral: "r-1", firstVisitAt: instant("2026-11-24", "12:00"))
    ]
    let before = parts.cut(asOf: instant("2026-11-24", "07:00"))
    #expect(before.visits.map(\.id.text) == ["e-1-bed-20261124", "e-1-first-20261124"])
    #expect(before.visits.allSatisfy { $0.episode == nil && $0.referral == ReferralID("r-1") })
    let after = parts.cut()
    #expect(after.visits.map(\.id.text) == ["e-1-bed-20261124", "e-1-morning-20261124"])
    #expect(after.visits.allSatisfy { $0.episode == EpisodeID("e-1") })
  }

  @Test("a first visit that is booked comes on its date, with what was promised, and not before")
  func bookedFirstVisit() {
    var parts = InventedService()
    parts.referrals = [referral()]
    parts.appointments = [
      Appointment(
        id: VisitID("a-1"), person: PersonID("p-1"), referral: ReferralID("r-1"), date: date("2026-11-25"),
        call: CallNeed(
          kind: .firstResponse, demands: [Demand(length: Minutes(60))], preferred: clocks("10:00", "10:30")),
        published: Visit.Placement(workers: [], start: instant("2026-11-25", "10:00")))
    ]
    #expect(parts.cut().visits.isEmpty)
    #expect(parts.cut("2026-11-25").visits.map(\.id.text) == ["a-1", "r-1-bed-20261125"])
    #expect(parts.cut("2026-11-25").visit(VisitID("a-1"))?.state == .published)
    #expect(parts.cut("2026-11-26").visits.map(\.id.text) == ["r-1-bed-20261126"])
    parts.asOf = instant("2026-11-26", "07:00")
    #expect(parts.cut("2026-11-26").visits.map(\.id.text) == ["r-1-bed-20261126", "r-1-first-20261126"])
  }

  @Test("what was left undone yesterday counts today and on no other day")
  func yesterday() {
    var parts = InventedService()
    parts.people = [
      Person(id: PersonID("p-1"), place: PlaceID("home-1"), hadUncoveredEssentialCallYesterday: true)
    ]
    parts.episodes = [episode()]
    #expect(parts.cut().people.first?.hadUncoveredEssentialCallYesterday == true)
    #expect(parts.cut("2026-11-25").people.first?.hadUncoveredEssentialCallYesterday == false)
  }

  @Test("calls with one id are set aside by name, and the rest of the day goes on")
  func repeatedIDs() {
    var parts = InventedService()
    parts.episodes = [episode()]
    parts.appointments = [
      Appointment(
        id: VisitID("e-1-bed-20261124"), person: PersonID("p-1"), date: date("2026-11-24"),
        call: CallNeed(kind: .other, demands: [Demand(length: Minutes(30))], preferred: clocks("15:00", "16:00")))
    ]
    let day = parts.cut()
    #expect(day.visits.map(\.id.text) == ["e-1-morning-20261124"])
    #expect(day.quarantine.map(\.id) == ["e-1-bed-20261124", "e-1-bed-20261124"])
    #expect(day.quarantine.allSatisfy { $0.person == PersonID("p-1") })
    #expect(day.quarantine.flatMap(\.problems).map(\.code) == ["id.repeated", "id.repeated"])
  }

  @Test("links of calls that fall away with a suspension fall away with them")
  func suspendedLinks() {
    var parts = InventedService()
    parts.referrals = [referral(preferred: clocks("12:00", "13:00"))]
    parts.people = [
      Person(
        id: PersonID("p-1"), place: PlaceID("home-1"),
        suspensions: InstantInterval(start: instant("2026-11-24", "18:00"), end: instant("2026-11-25", "18:00"))
          .map { [$0] } ?? [])
    ]
    let day = parts.cut()
    #expect(day.visits.map(\.id.text) == ["r-1-first-20261124"])
    #expect(day.links.isEmpty)
    #expect(day.quarantine.isEmpty)
  }
}
