import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("The measures of a rota")
struct RotaMeasuresTests {
  private func visit(_ id: String, of person: String, kind: Visit.Kind = .personalCare, workers: Int = 1) -> Visit {
    Visit(
      id: VisitID(id), person: PersonID(person), kind: kind,
      demands: Array(repeating: Demand(length: Minutes(30)), count: workers),
      windows: [window("09:00", "09:30", "08:30", "10:00", "07:00", "14:00")])
  }

  private func measures(_ day: TinyDay, _ runs: [Run], uncovered: [String] = []) -> RotaMeasures {
    RotaMeasures(day.check(runs, uncovered: uncovered), of: day.caseload)
  }

  @Test("a worker's paid time is with people, on the way, at rest or free")
  func worker() {
    var day = TinyDay([visit("v1", of: "p1"), visit("v2", of: "p2")])
    day.workers = [
      TinyDay.worker(
        "w1", duties: [TinyDay.duty(breaks: [Break(length: Minutes(20), window: span("10:00", "13:00"))])])
    ]
    let found = measures(day, [run([stop("v1", "09:00"), stop("v2", "09:50")], breaks: [rest("10:20", "10:40")])])
    let worker = found.workers[0]
    // Ten minutes there, twenty between the homes, ten back.
    #expect(worker.travel == Minutes(40) && worker.contact == Minutes(60) && worker.breaks == Minutes(20))
    #expect(worker.paid == Minutes(480) && worker.overtime == .zero && worker.free == Minutes(360))
    #expect(worker.calls == 2 && worker.duties == 1)
    #expect(worker.mileage == worker.distance && worker.distance == Metres(4 * 16_093))
  }

  @Test("only what is driven by car is mileage, and somebody without a call counts with hours alone")
  func mileage() {
    var day = TinyDay([visit("v1", of: "p1")])
    day.workers = [
      TinyDay.worker("w1", duties: [TinyDay.duty(mode: .bicycle)]), TinyDay.worker("w2", duties: [TinyDay.duty("d2")]),
    ]
    let found = measures(day, [run([stop("v1", "09:00")])])
    #expect(found.workers.map(\.worker.text) == ["w1", "w2"])
    #expect(found.workers[0].mileage == .zero && found.workers[0].distance > .zero)
    #expect(found.workers[1].paid == Minutes(480) && found.workers[1].calls == 0)
  }

  @Test(
    "unsocial are evenings from eight, nights until six, weekends and bank holidays",
    arguments: [
      ("2026-11-24", "07:00", "15:00", 0), ("2026-11-24", "05:00", "07:00", 60), ("2026-11-24", "19:00", "22:00", 120),
      ("2026-11-28", "07:00", "15:00", 480), ("2026-11-29", "07:00", "15:00", 480),
      ("2026-11-27", "22:00", "+02:00", 240),
      ("2026-12-25", "07:00", "15:00", 480),
    ])
  func unsocial(date: String, from: String, until: String, expected: Int) throws {
    let day = try #require(CivilDate(iso: date))
    func instant(_ text: String) throws -> Instant {
      let time = try #require(ClockTime(text.hasPrefix("+") ? String(text.dropFirst()) : text))
      return CivilDateTime(date: text.hasPrefix("+") ? day.adding(days: 1) : day, time: time).instant(offset: .zero)
    }
    let calendar = ServiceCalendar(
      zone: "UTC", initialOffset: .zero, changes: [], bankHolidays: [try #require(CivilDate(iso: "2026-12-25"))])
    let hours = try #require(InstantInterval(start: instant(from), end: instant(until)))
    #expect(UnsocialHours.minutes(of: hours, in: calendar) == Minutes(expected))
  }

  @Test("in the night when the clocks go back an hour more is unsocial")
  func clocksGoBack() throws {
    let calendar = ServiceCalendar(
      zone: "Europe/London", initialOffset: Seconds(3600),
      changes: [.init(from: Instant(epochSeconds: 1_792_890_000), offset: .zero)])
    // Sat 24 Oct 2026 23:00 BST to Sun 07:00 GMT.
    let start = Instant(epochSeconds: 1_792_890_000 - 3 * 3600)
    let hours = try #require(InstantInterval(start: start, end: start + Minutes(9 * 60)))
    #expect(UnsocialHours.minutes(of: hours, in: calendar) == Minutes(540))
  }

  @Test("continuity: core team, known and strangers are told apart, first visits left aside")
  func continuity() {
    var day = TinyDay([
      visit("v1", of: "p1"), visit("v2", of: "p1", workers: 2), visit("v3", of: "p2", kind: .firstResponse),
    ])
    day.people = [
      TinyDay.person("p1", coreTeam: ["w1"], recentVisits: ["w1": 4, "w3": 1, "w4": 0]), TinyDay.person("p2"),
    ]
    day.workers = ["w1", "w2", "w3"].enumerated().map {
      TinyDay.worker($1, duties: [TinyDay.duty("d\($0 + 1)")])
    }
    let found = measures(
      day,
      [
        run("w1", "d1", [stop("v1", "08:00"), stop("v3", "11:00")]), run("w2", "d2", [stop("v2", "09:00", demand: 0)]),
        run("w3", "d3", [stop("v2", "09:00", demand: 1)]),
      ])
    let first = found.people[0]
    #expect(first.calls == 2 && first.comings == 3 && first.byCoreTeam == 1 && first.byKnown == 2)
    #expect(first.workers == 3 && first.workersOfFourWeeks == 3 && first.hasHistory)
    let second = found.people[1]
    #expect(second.comings == 0 && second.workers == 1 && !second.hasHistory)
  }

  @Test("punctuality: on the window's edge is in it, a minute past it is not")
  func punctuality() {
    let day = TinyDay((1...6).map { visit("v\($0)", of: "p\(($0 - 1) % 4 + 1)") })
    let found = measures(
      day,
      [run([stop("v1", "08:29"), stop("v2", "09:00"), stop("v3", "09:30"), stop("v4", "10:00"), stop("v5", "10:01")])],
      uncovered: ["v6"])
    #expect(found.calls.map(\.fromPreferred.value) == [-31 * 60, 0, 0, 30 * 60, 31 * 60, 0])
    #expect(found.calls.map(\.fromAgreed.value) == [-60, 0, 0, 0, 60, 0])
    #expect(found.calls.map(\.isCovered) == [true, true, true, true, true, false])
  }

  @Test("a first visit is late by what lies behind its deadline, and a call for two that has one is uncovered")
  func deadlines() {
    var day = TinyDay([
      Visit(
        id: VisitID("v1"), person: PersonID("p1"), kind: .firstResponse, referral: ReferralID("r1"),
        demands: [Demand(length: Minutes(30))], windows: [window("09:00", "12:00", "09:00", "12:00", "07:00", "14:00")]),
      visit("v2", of: "p2", workers: 2),
    ])
    day.referrals = [
      Referral(
        id: ReferralID("r1"), person: PersonID("p1"), referralClass: .hospitalDischarge, receivedAt: at("-10:00"),
        whereabouts: .home, responseDeadline: at("10:00"))
    ]
    let late = measures(day, [run([stop("v1", "10:20")]), run("w2", "d2", [stop("v2", "09:00")])])
    #expect(late.calls.map(\.afterDeadline.value) == [20 * 60, 0])
    #expect(late.calls.map(\.isCovered) == [true, false] && late.calls[1].workers.isEmpty)
    #expect(measures(day, [run([stop("v1", "10:00")])], uncovered: ["v2"]).calls[0].afterDeadline == .zero)
  }
}
