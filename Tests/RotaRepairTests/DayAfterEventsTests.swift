import CareModel
import Quantities
import RotaRepair
import Testing

@Suite("A day after events")
struct DayAfterEventsTests {
  private let morning = PublishedMorning()

  // MARK: Without events about it

  @Test("what is over is done, what has begun stays with its worker, the rest is published")
  func standing() throws {
    let after = try morning.after([], asOf: "09:10")
    #expect(after.caseload.asOf == at("09:10"))
    #expect(after.state("v1") == .done && after.state("v2") == .underWay && after.state("v3") == .published)
    #expect(after.visit("v2")?.actual == placement(["w1"], "09:00"))
    #expect(after.visit("v3")?.published == placement(["w1"], "10:00") && after.visit("v3")?.actual == nil)
    #expect(after.struckBy.isEmpty && after.published.count == 3)
    // A call that begins at this very moment has begun.
    #expect(try morning.after([], asOf: "09:00").state("v2") == .underWay)
    #expect(try morning.after([], asOf: "08:59").state("v2") == .published)
  }

  @Test("asOf is the latest event's instant unless one is given, and never before the day's own")
  func moment() throws {
    let events = [
      event("09:40", .cancelled(VisitID("v4")), id: "a"), event("09:20", .cancelled(VisitID("v7")), id: "b"),
    ]
    #expect(try morning.after(events).caseload.asOf == at("09:40"))
    #expect(try morning.after(events, asOf: "10:20").caseload.asOf == at("10:20"))
    #expect(morning.problems(events, asOf: "09:30") == ["0 at event.afterAsOf"])
    var late = morning
    late.day.asOf = at("10:00")
    #expect(try late.after(events).caseload.asOf == at("10:00"))
  }

  @Test("a call that the rota leaves out is planned, whatever was published before")
  func uncovered() throws {
    var morning = morning
    morning.day.visits[2].published = placement(["w1"], "10:00")
    morning.day.visits[2].state = .published
    morning.rota = Rota(
      serviceDate: morning.rota.serviceDate, asOf: morning.rota.asOf,
      runs: morning.rota.runs.map { run in
        Run(worker: run.worker, duty: run.duty, stops: run.stops.filter { $0.visit != VisitID("v3") })
      }, uncovered: [VisitID("v3")])
    let after = try morning.after([], asOf: "09:00")
    #expect(after.state("v3") == .planned && after.visit("v3")?.published == nil)
  }

  @Test("nobody else's records are touched")
  func othersStand() throws {
    let after = try morning.after([event("09:40", .workerOff(WorkerID("w1"), from: at("09:40")))])
    let day = morning.day.caseload
    #expect(after.caseload.people == day.people && after.caseload.places == day.places)
    #expect(after.caseload.worker(WorkerID("w2")) == day.worker(WorkerID("w2")))
    for id in ["v6", "v7"] {
      #expect(after.visit(id)?.windows == day.visit(VisitID(id))?.windows)
      #expect(after.visit(id)?.demands == day.visit(VisitID(id))?.demands)
    }
  }

  // MARK: Workers

  @Test("whoever is off finishes the call in hand; their later calls are struck, and the duty ends")
  func workerOff() throws {
    let after = try morning.after([event("09:10", .workerOff(WorkerID("w1"), from: at("09:10")))])
    #expect(after.state("v2") == .underWay && after.struck("v3") == ["e1"] && after.struck("v4") == ["e1"])
    #expect(after.struck("v7") == [])
    let duty = try #require(after.caseload.worker(WorkerID("w1"))?.dutyPeriods.first)
    #expect(duty.hours == span("07:00", "09:30") && duty.endPlace == nil)
    let ill = try morning.after([event("06:30", .workerOff(WorkerID("w1"), from: at("06:30")))])
    #expect(ill.caseload.worker(WorkerID("w1"))?.dutyPeriods == [])
    #expect(ill.struckBy.count == 4)
  }

  @Test("who will be off later is here until then")
  func workerOffLater() throws {
    let after = try morning.after([event("09:10", .workerOff(WorkerID("w1"), from: at("10:40")))])
    #expect(after.struck("v3") == [] && after.struck("v4") == ["e1"])
  }

  @Test("whoever is late has the delay on the call in hand, and waiting makes up for it")
  func runningLate() throws {
    // v2 is over at 9:55 instead of 9:30; the way takes 20 minutes, so v3 begins at 10:15.
    let after = try morning.after([event("09:10", .runningLate(WorkerID("w1"), by: Minutes(25)))])
    #expect(after.visit("v2")?.length == Minutes(55) && after.state("v2") == .underWay)
    #expect(after.struck("v3") == [])
    let more = try morning.after([event("09:10", .runningLate(WorkerID("w1"), by: Minutes(26)))])
    #expect(more.struck("v3") == ["e1"] && more.struck("v4") == [])
    // Between two calls it is the one before, which then goes on.
    let between = try morning.after([event("09:40", .runningLate(WorkerID("w1"), by: Minutes(25)))])
    #expect(between.state("v2") == .underWay && between.visit("v2")?.length == Minutes(55))
  }

  @Test("whoever is late before the first call sets out later")
  func lateFromTheStart() throws {
    let after = try morning.after([event("07:30", .runningLate(WorkerID("w1"), by: Minutes(40)))])
    // They would have left at 7:50.
    #expect(after.caseload.worker(WorkerID("w1"))?.dutyPeriods.first?.hours == span("08:30", "15:00"))
    #expect(after.struck("v1") == ["e1"])
  }

  @Test("a delay told earlier moves what has happened since")
  func lateThenLater() throws {
    let after = try morning.after([event("08:10", .runningLate(WorkerID("w1"), by: Minutes(60)))], asOf: "10:05")
    // v1 until 9:30, v2 from 9:50 to 10:20.
    #expect(after.state("v1") == .done && after.state("v2") == .underWay && after.state("v3") == .published)
    #expect(after.visit("v2")?.actual == placement(["w1"], "09:50"))
  }

  @Test("a worker more comes with their record, or comes in on a day off")
  func workerAdded() throws {
    var records = DayRecords()
    records.workers = [HandMadeDay.worker("w3")]
    let added = try morning.after([event("09:10", .workerAdded(records))])
    #expect(added.caseload.workers.count == 3)
    var dayOff = morning
    dayOff.day.workers.append(HandMadeDay.worker("w3", duties: []))
    #expect(
      try dayOff.after([event("09:10", .workerAdded(records))]).caseload.worker(WorkerID("w3"))?.dutyPeriods.count == 1)
    records.workers = [HandMadeDay.worker("w2")]
    #expect(morning.problems([event("09:10", .workerAdded(records))]) == ["0 workers[0].id id.repeated"])
  }

  @Test("breaks that are over are taken, of one that goes on the rest is to come")
  func breaks() throws {
    var morning = morning
    let rest = Break(length: Minutes(30), window: span("08:30", "12:00"))
    morning.day.workers[1] = HandMadeDay.worker("w2", duties: [HandMadeDay.duty("d2", breaks: [rest])])
    morning.rota = Rota(
      serviceDate: morning.rota.serviceDate, asOf: morning.rota.asOf,
      runs: morning.rota.runs.map { run in
        Run(
          worker: run.worker, duty: run.duty, stops: run.stops,
          breaks: run.worker == WorkerID("w2")
            ? [BreakStop(start: at("10:30"), end: at("11:00"))] : [])
      }, uncovered: [])
    func rests(_ asOf: String) throws -> [Break]? {
      try morning.after([], asOf: asOf).caseload.worker(WorkerID("w2"))?.dutyPeriods.first?.breaks
    }
    #expect(try rests("10:30") == [rest])
    #expect(try rests("10:40") == [Break(length: Minutes(20), window: span("10:40", "12:00"))])
    #expect(try rests("11:00") == [Break(length: Minutes(30), window: rest.window, isTaken: true)])
  }

  // MARK: Calls

  @Test("a cancelled call goes, with its links; one that has begun can't be cancelled")
  func cancelled() throws {
    var morning = morning
    morning.day.links = [VisitLink(first: VisitID("v3"), second: VisitID("v4"), relation: .differentWorker)]
    let after = try morning.after([event("09:10", .cancelled(VisitID("v3")))])
    #expect(after.visit("v3") == nil && after.caseload.links.isEmpty)
    #expect(after.fallenAway.map(\.visit.text) == ["v3"] && after.fallenAway.first?.person == PersonID("p3"))
    #expect(morning.problems([event("09:10", .cancelled(VisitID("v2")))]) == ["0 visit event.callBegun"])
  }

  @Test("with a first visit the calls of its start go, and a call that requires another goes with it")
  func dependents() throws {
    var morning = morning
    morning.day.addStart(8, class: .newCommunity, deadline: "14:00")
    morning.day.visits.append(HandMadeDay.visit("b8", person: "p8", referral: "r8"))
    morning.day.links = [VisitLink(first: VisitID("v3"), second: VisitID("v4"), relation: .requires)]
    let after = try morning.after([
      event("07:10", .cancelled(VisitID("first8")), id: "a"), event("07:10", .cancelled(VisitID("v3")), id: "b"),
    ])
    #expect(after.fallenAway.map { "\($0.visit) \($0.event)" } == ["b8 a", "first8 a", "v3 b", "v4 b"])
  }

  @Test("a call refused on the telephone goes, one refused at the door ends there")
  func refused() throws {
    #expect(try morning.after([event("08:50", .refused(VisitID("v2")))]).visit("v2") == nil)
    let after = try morning.after([event("09:05", .refused(VisitID("v2")))])
    #expect(after.state("v2") == .done && after.visit("v2")?.length == Minutes(5))
    #expect(morning.problems([event("09:30", .refused(VisitID("v2")))]) == ["0 visit event.callOver"])
  }

  @Test("where nobody answers the worker is free again; before the call begins nobody can be at the door")
  func noReply() throws {
    let after = try morning.after([event("09:10", .noReply(VisitID("v2")))])
    #expect(after.state("v2") == .done && after.visit("v2")?.length == Minutes(10))
    #expect(morning.problems([event("09:10", .noReply(VisitID("v3")))]) == ["0 visit event.notBegun"])
  }

  @Test("a call cut short frees its worker, one that takes longer makes them late")
  func lengths() throws {
    let short = try morning.after([event("09:10", .cutShort(VisitID("v2"), to: Minutes(15)))])
    #expect(short.visit("v2")?.length == Minutes(15) && short.state("v2") == .underWay)
    let long = try morning.after([event("09:10", .takesLonger(VisitID("v2"), to: Minutes(60)))])
    #expect(long.visit("v2")?.length == Minutes(60) && long.struck("v3") == ["e1"])
    #expect(
      morning.problems([
        event("09:10", .cutShort(VisitID("v2"), to: Minutes(30)), id: "a"),
        event("09:10", .takesLonger(VisitID("v2"), to: Minutes(30)), id: "b"),
        event("09:10", .cutShort(VisitID("v1"), to: Minutes(10)), id: "c"),
      ]) == ["0 minutes event.length", "1 minutes event.length", "2 visit event.callOver"])
  }

  @Test("other windows are told as a day's document tells them; they may not be over")
  func windows() throws {
    let wish = WindowDraft(preferred: span("11:30", "12:00"))
    let after = try morning.after([event("09:10", .newWindows(VisitID("v3"), [wish]))])
    #expect(after.visit("v3")?.windows.first?.preferred == span("11:30", "12:00"))
    #expect(after.visit("v3")?.windows.first?.agreed == span("10:30", "13:00"))
    #expect(after.struck("v3") == ["e1"])
    let over = WindowDraft(
      preferred: span("08:00", "08:30"), agreed: span("08:00", "08:30"), safe: span("08:00", "09:00"))
    #expect(morning.problems([event("09:10", .newWindows(VisitID("v3"), [over]))]) == ["0 windows event.windowOver"])
  }

  @Test("whoever goes to hospital is away; the call in hand ends")
  func hospital() throws {
    let after = try morning.after([
      event("09:10", .toHospital(PersonID("p2"), from: at("09:10"), until: nil), id: "a"),
      event("09:10", .toHospital(PersonID("p4"), from: at("10:30"), until: at("12:00")), id: "b"),
    ])
    #expect(after.state("v2") == .done && after.visit("v2")?.length == Minutes(10))
    #expect(after.caseload.person(PersonID("p4"))?.suspensions == [span("10:30", "12:00")])
    #expect(after.struck("v4") == ["b"])
    #expect(
      morning.problems([event("09:10", .toHospital(PersonID("p4"), from: at("10:30"), until: at("10:00")))])
        == ["0 until interval.backwards"])
  }

  // MARK: New work

  @Test("a new call, a referral and a provider's calls come with what they need; what is wrong in them is told")
  func newWork() throws {
    var urgent = DayRecords()
    urgent.visits = [newVisit("n1")]
    var outage = DayRecords()
    outage.places = [Place(id: PlaceID("h10"), kind: .home, position: nil, matrixIndex: 3)]
    outage.people = [Person(id: PersonID("p10"), place: PlaceID("h10"))]
    outage.visits = [newVisit("n2", person: "p10"), newVisit("n3", person: "p10", from: "13:00", until: "14:00")]
    let after = try morning.after([
      event("09:10", .newCall(urgent), id: "a"),
      event("09:10", .providerOutage(provider: "Northside Care", outage), id: "b"),
    ])
    #expect(after.brought.map { "\($0.visit) \($0.event)" } == ["n1 a", "n2 b", "n3 b"])
    #expect(after.visit("n2")?.windows.first?.safe == span("10:00", "12:00"))
    urgent.visits = [newVisit("v1"), newVisit("n4", person: "p99"), newVisit("n5", from: "07:00", until: "08:00")]
    #expect(
      morning.problems([event("09:10", .newCall(urgent))])
        == [
          "0 visits[0].id id.repeated", "0 visits[1].person reference.unknown", "0 visits[2].windows event.windowOver",
        ])
  }

  @Test("a referral brings its first visit and its start")
  func referral() throws {
    var records = DayRecords()
    records.referrals = [
      Referral(
        id: ReferralID("r8"), person: PersonID("p8"), referralClass: .hospitalDischarge, receivedAt: at("09:00"),
        whereabouts: .home)
    ]
    records.visits = [
      VisitDraft(
        HandMadeDay.visit("f8", person: "p8", kind: .firstResponse, referral: "r8", windows: []),
        windows: [WindowDraft(preferred: span("11:00", "14:00"))])
    ]
    let after = try morning.after([event("09:10", .newReferral(records))])
    #expect(after.caseload.referral(ReferralID("r8")) != nil && after.visit("f8")?.kind == .firstResponse)
    records.referrals = []
    #expect(
      morning.problems([event("09:10", .newReferral(records))]) == ["0 visits[0].referral reference.unknown"])
  }

  // MARK: Orders

  @Test("an order of each of the four kinds stands, and is taken back")
  func locks() throws {
    func order(_ workers: [String]?, _ start: InstantInterval?) -> DayEvent {
      event(
        "09:10",
        .locked(
          VisitID("v3"),
          CallOrder(workers: workers?.map { WorkerID($0) }, start: start, setBy: "A. Shah", reason: "asked for")))
    }
    let time = InstantInterval(at: at("10:30"))
    #expect(try morning.after([order(["w2"], nil)]).visit("v3")?.lock?.workers == [WorkerID("w2")])
    #expect(try morning.after([order(nil, time)]).visit("v3")?.lock?.start == at("10:30"))
    let both = try morning.after([order(["w2"], time)])
    #expect(
      both.visit("v3")?.lock
        == Lock(workers: [WorkerID("w2")], start: at("10:30"), setBy: "A. Shah", reason: "asked for"))
    #expect(both.struck("v3") == ["e1"])
    let range = try morning.after([order(nil, span("10:20", "11:00"))])
    #expect(range.visit("v3")?.windows.map(\.safe) == [span("10:20", "11:00")])
    #expect(morning.problems([order(nil, nil)]) == ["0 lock lock.empty"])
    #expect(morning.problems([order(["w1", "w2"], nil)]) == ["0 lock.workers lock.workerCount"])
    #expect(morning.problems([order(["w7"], nil)]).first == "0 lock.workers[0] reference.unknown")
    var locked = morning
    locked.day.visits[2].lock = lock(["w1"], "10:00")
    #expect(try locked.after([event("09:10", .unlocked(VisitID("v3")))]).visit("v3")?.lock == nil)
    #expect(morning.problems([event("09:10", .unlocked(VisitID("v3")))]) == ["0 visit event.noLock"])
  }

  @Test("an order that an event has made impossible is lifted as far as it is, and told")
  func lifted() throws {
    var morning = morning
    morning.day.visits[2].lock = lock(["w1"], "10:00")
    morning.day.visits[3].lock = lock(nil, "11:00")
    let off = try morning.after([event("09:10", .workerOff(WorkerID("w1"), from: at("09:10")))])
    #expect(off.visit("v3")?.lock == lock(nil, "10:00"))
    #expect(off.visit("v4")?.lock == lock(nil, "11:00"))
    #expect(off.lifted == [LiftedLock(visit: VisitID("v3"), lock: lock(["w1"], "10:00"), event: EventID("e1"))])
    let away = try morning.after([event("09:10", .toHospital(PersonID("p4"), from: at("10:00"), until: nil))])
    #expect(away.visit("v4")?.lock == nil && away.lifted.map(\.visit.text) == ["v4"])
    // Behind by so much that ten o'clock can't be kept: the worker stays ordered.
    let late = try morning.after([event("09:10", .runningLate(WorkerID("w1"), by: Minutes(45)))])
    #expect(late.visit("v3")?.lock == lock(["w1"], nil))
  }

  // MARK: All at once

  @Test("everything that is wrong with any event is told in one pass, and a likely guess")
  func problems() throws {
    let events = [
      event("09:10", .workerOff(WorkerID("w7"), from: at("09:10")), id: "a"),
      event("09:10", .cancelled(VisitID("v1")), id: "b"), event("09:10", .cancelled(VisitID("vv3")), id: "c"),
      event("09:10", .workerOff(WorkerID("w1"), from: at("16:00")), id: "d"),
      event("09:10", .cancelled(VisitID("v4")), id: "e"), event("09:10", .cancelled(VisitID("v4")), id: "e"),
      event("+06:00", .runningLate(WorkerID("w1"), by: Minutes(5)), id: "f"),
      event("09:10", .runningLate(WorkerID("w2"), by: Minutes(0)), id: "g"),
      event("09:10", .toHospital(PersonID("p0"), from: at("09:00"), until: nil), id: "h"),
    ]
    #expect(
      morning.problems(events, asOf: "09:10") == [
        "0 worker reference.unknown", "1 visit event.callBegun", "2 visit reference.unknown",
        "3 worker event.notOnDuty", "5 id id.repeated", "5 visit event.callGone", "6 at event.outsideDay",
        "6 worker event.notOnDuty", "7 minutes number.range", "8 person reference.unknown",
      ])
    #expect(throws: EventRefusal.self) { try morning.after(events) }
    do {
      _ = try morning.after([events[2]])
    } catch {
      #expect(error.problems.first?.suggestion == "v3")
    }
  }
}
