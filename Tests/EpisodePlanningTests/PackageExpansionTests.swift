import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("From package versions, suspensions and a date to calls")
struct PackageExpansionTests {
  private func calls(
    _ record: EpisodeRecord, _ iso: String, suspended: [InstantInterval] = [], left: Bool = false,
    policy: Policy = Policy()
  ) -> [Visit] {
    PackageExpansion.visits(
      of: record,
      person: Person(
        id: PersonID("p-1"), place: PlaceID("home-1"), suspensions: suspended, hadUncoveredEssentialCallYesterday: left),
      on: date(iso), calendar: InventedService.calendar, policy: policy)
  }

  private func names(_ record: EpisodeRecord, _ iso: String, suspended: [InstantInterval] = []) -> [String] {
    calls(record, iso, suspended: suspended).map(\.id.text)
  }

  private func away(_ from: Instant, _ until: Instant) -> [InstantInterval] {
    InstantInterval(start: from, end: until).map { [$0] } ?? []
  }

  @Test("a call has its line, date and windows: agreed by the policy, safe until the next call or the evening's end")
  func windows() throws {
    let visits = calls(episode(), "2026-11-24")
    #expect(visits.map(\.id.text) == ["e-1-morning-20261124", "e-1-bed-20261124"])
    let morning = try #require(visits.first?.windows.first)
    let bed = try #require(visits.last?.windows.first)
    #expect(morning.preferred.start == instant("2026-11-24", "08:00"))
    #expect(morning.agreed.end == instant("2026-11-24", "10:00"))
    #expect(morning.safe.end == instant("2026-11-24", "21:00"))
    #expect(bed.safe.end == instant("2026-11-24", "23:00"))
    #expect(visits.allSatisfy { $0.episode == EpisodeID("e-1") && $0.state == .planned })
  }

  @Test("the version in force is the last that begins on the date or before")
  func versions() {
    let record = episode(packages: [
      package(from: "2026-11-10", [line("morning", "08:00", "09:00"), line("bed", "21:00", "21:30")]),
      package(from: "2026-11-20", [line("morning", "09:00", "10:00")]),
    ])
    #expect(names(record, "2026-11-19") == ["e-1-morning-20261119", "e-1-bed-20261119"])
    #expect(names(record, "2026-11-20") == ["e-1-morning-20261120"])
    #expect(calls(record, "2026-11-20").first?.windows.first?.preferred.start == instant("2026-11-20", "09:00"))
  }

  @Test("a line falls on its days of the week, and a bank holiday is no gap")
  func weekdays() {
    let record = episode(
      start: "2026-11-20",
      packages: [package(from: "2026-11-20", [line("morning", "08:00", "09:00", weekdays: WeekdaySet([.friday]))])])
    #expect(InventedService.calendar.isBankHoliday(date("2026-12-25")))
    #expect(names(record, "2026-12-25") == ["e-1-morning-20261225"])
    #expect(names(record, "2026-12-24").isEmpty)
    #expect(names(episode(start: "2026-12-01"), "2026-12-25").count == 2)
  }

  @Test("nothing falls before the first day, after the last, or before the first version")
  func bounds() {
    let record = episode(ended: "2026-11-24")
    #expect(names(record, "2026-11-09").isEmpty)
    #expect(names(record, "2026-11-10").count == 2)
    #expect(names(record, "2026-11-24").count == 2)
    #expect(names(record, "2026-11-25").isEmpty)
    #expect(names(episode(packages: [package(from: "2026-11-24", [])]), "2026-11-23").isEmpty)
    #expect(names(episode(state: .preStart), "2026-11-24").isEmpty)
  }

  @Test("a suspension from noon takes the afternoon's calls and leaves the morning's")
  func suspendedFromNoon() {
    let stay = away(instant("2026-11-24", "12:00"), instant("2026-11-30", "12:00"))
    #expect(names(episode(), "2026-11-24", suspended: stay) == ["e-1-morning-20261124"])
    #expect(names(episode(), "2026-11-26", suspended: stay).isEmpty)
    #expect(names(episode(), "2026-11-30", suspended: stay).count == 2)
    #expect(names(episode(), "2026-12-01", suspended: stay).count == 2)
  }

  @Test("a call that could start a second before the suspension falls, one that could not does not")
  func suspensionToTheSecond() {
    // The call's safe window is 20:00 to 23:00.
    let until = instant("2026-11-24", "23:00")
    let opens = instant("2026-11-24", "20:00")
    #expect(names(episode(), "2026-11-24", suspended: away(opens, until)) == ["e-1-morning-20261124"])
    #expect(names(episode(), "2026-11-24", suspended: away(opens + Seconds(1), until)).count == 2)
    #expect(names(episode(), "2026-11-24", suspended: away(opens, until - Seconds(1))).count == 2)
  }

  @Test("two stays that touch are one absence")
  func joinedSuspensions() {
    let stays =
      away(instant("2026-11-24", "19:00"), instant("2026-11-24", "22:00"))
      + away(instant("2026-11-24", "22:00"), instant("2026-11-25", "06:00"))
    #expect(names(episode(), "2026-11-24", suspended: stays) == ["e-1-morning-20261124"])
  }

  @Test("after the last permitted day only essential calls go on, as long as nobody has taken over or stopped them")
  func lastPermittedDay() {
    let lines = [line("morning", "08:00", "09:00"), line("walk", "11:00", "12:00", consequence: .low, kind: .therapy)]
    func record(handedOver: Bool = false, stopped: Bool = false, extended: String? = nil) -> EpisodeRecord {
      episode(
        start: "2026-10-14", packages: [package(from: "2026-10-14", lines)], handedOver: handedOver,
        stopped: stopped, extended: extended)
    }
    // Day 42 is 24 November.
    #expect(names(record(), "2026-11-24").count == 2)
    #expect(names(record(), "2026-11-25") == ["e-1-morning-20261125"])
    #expect(names(record(handedOver: true), "2026-11-25").isEmpty)
    #expect(names(record(extended: "2026-11-25"), "2026-11-25").count == 2)
    var policy = Policy()
    policy.afterLimit = .stop
    #expect(calls(record(stopped: true), "2026-11-25", policy: policy).isEmpty)
    #expect(calls(record(), "2026-11-25", policy: policy).count == 1)
  }

  @Test("links bind the calls of a date on which both fall")
  func links() {
    let lines = [line("am", "08:00", "09:00"), line("pm", "13:00", "14:00", weekdays: .weekend)]
    let gap = PackageVersion.LineLink(
      first: LineID("am"), second: LineID("pm"), relation: .gap(minimum: Minutes(240), maximum: nil))
    let record = episode(packages: [
      PackageVersion(effectiveFrom: date("2026-11-10"), lines: lines, links: [gap])
    ])
    func links(_ iso: String) -> [VisitLink] {
      PackageExpansion.links(
        of: record, person: Person(id: PersonID("p-1"), place: PlaceID("home-1")), on: date(iso), policy: Policy())
    }
    #expect(links("2026-11-24").isEmpty)
    #expect(links("2026-11-28").map(\.second) == [VisitID("e-1-pm-20261128")])
  }
}
