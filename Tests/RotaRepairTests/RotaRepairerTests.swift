import CareModel
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import RotaRepair
import Testing

@Suite("A published rota mended after events")
struct RotaRepairerTests {
  private let morning = PublishedMorning()

  @Test("without events nothing changes")
  func nothing() throws {
    let repair = try morning.repair([], asOf: "09:10")
    #expect(repair.report.changes.allSatisfy { $0.kind == .slightlyMoved }, "\(repair.report.said)")
    #expect(repair.report.others == OtherCalls(total: 3, changed: 0, limit: 0))
    #expect(repair.checked.isPublishable)
  }

  @Test("the calls of whoever is off go to others, who keep their own; it is told whom to ring and whose run changes")
  func workerOff() throws {
    let repair = try morning.repair([event("09:10", .workerOff(WorkerID("w1"), from: at("09:10")))])
    let told = repair.report.toRing
    #expect(told.map(\.visit.text) == ["v3", "v4"], "\(repair.report.said)")
    #expect(told.allSatisfy { $0.kind == .otherWorker && $0.after?.workers == [WorkerID("w2")] })
    #expect(told.allSatisfy { $0.struckBy == [EventID("e1")] && $0.makesRoomFor.isEmpty })
    #expect(repair.report.others.changed == 0 && repair.report.others.total == 1)
    let runs = repair.report.runs
    #expect(runs.map(\.worker.text) == ["w1", "w2"])
    #expect(runs[0].lost.map(\.text) == ["v3", "v4"] && Set(runs[1].gained.map(\.text)) == ["v3", "v4"])
    #expect(repair.checked.isPublishable && repair.checked.rota.uncovered.isEmpty)
  }

  @Test("what nobody can do is told as not covered any more")
  func uncovered() throws {
    let events = [
      event("09:10", .workerOff(WorkerID("w1"), from: at("09:10")), id: "a"),
      event("09:10", .workerOff(WorkerID("w2"), from: at("09:10")), id: "b"),
    ]
    let report = try morning.repair(events).report
    #expect(
      report.said == ["v3 uncovered: w1 10:00 -> -", "v7 uncovered: w2 10:00 -> -", "v4 uncovered: w1 11:00 -> -"])
    #expect(report.changes.map { $0.struckBy.map(\.text) } == [["a"], ["b"], ["a"]])
  }

  @Test("another's call moves only where a level before stability asks for it, and the report says for which call")
  func makesRoom() throws {
    var morning = morning
    // v7 fills w2's time at ten; a call that must be done then and lies on w1, who is off, pushes it.
    morning.day.visits[2] = HandMadeDay.visit(
      "v3", person: "p3", windows: [window("10:00", "10:00", "09:55", "10:05", "09:55", "10:05")])
    let repair = try morning.repair([event("09:35", .workerOff(WorkerID("w1"), from: at("09:35")))])
    let other = try #require(repair.report.changes.first { $0.visit == VisitID("v7") })
    #expect(other.kind == .otherTime && other.struckBy.isEmpty, "\(repair.report.said)")
    #expect(other.makesRoomFor.contains(VisitID("v3")))
    // One of one other call: more than a tenth, and said.
    #expect(repair.report.others == OtherCalls(total: 1, changed: 1, limit: 0) && repair.report.others.isBeyondLimit)
    #expect(
      !(try morning.repair([event("09:35", .workerOff(WorkerID("w1"), from: at("09:35")))], mostChanges: 1).report
        .others.isBeyondLimit))
  }

  @Test(
    "within the limit another call is moved to spare a struck one a long wait, and without a limit to spend none is")
  func eases() throws {
    var morning = morning
    // v3 would like ten o'clock and may come until the evening; v7 holds w2 then, v4 and v8 after it.
    morning.day.visits[2] = HandMadeDay.visit(
      "v3", person: "p3", windows: [window("10:00", "10:00", "09:45", "10:15", "09:45", "14:00")])
    morning.day.visits[6] = HandMadeDay.visit(
      "v7", person: "p7", windows: [window("10:00", "11:30", "09:00", "12:00", "09:00", "13:00")])
    let off = [event("09:35", .workerOff(WorkerID("w1"), from: at("09:35")))]
    let none = try morning.repair(off, mostChanges: 0)
    #expect(none.report.others.changed == 0, "\(none.report.said)")
    let one = try morning.repair(off, mostChanges: 1)
    #expect(one.report.others == OtherCalls(total: 1, changed: 1, limit: 1), "\(one.report.said)")
    func start(_ repair: Repair) -> Instant? { repair.report.changes.first { $0.visit == VisitID("v3") }?.after?.start }
    #expect(try #require(start(one)) < #require(start(none)))
    #expect(one.report.changes.first { $0.visit == VisitID("v7") }?.makesRoomFor.contains(VisitID("v3")) ?? false)
  }

  @Test("a time-critical call keeps its worker and time, though a call that was struck is left out for it")
  func timeCritical() throws {
    var morning = morning
    let narrow = window("10:00", "10:00", "09:55", "10:05", "09:55", "11:55")
    morning.day.visits[2] = HandMadeDay.visit(
      "v3", person: "p3", windows: [window("10:00", "10:00", "09:55", "10:05", "09:55", "10:05")])
    morning.day.visits[6] = HandMadeDay.visit("v7", person: "p7", windows: [narrow], timeCritical: true)
    let repair = try morning.repair([event("09:35", .workerOff(WorkerID("w1"), from: at("09:35")))])
    #expect(repair.report.changes.first { $0.visit == VisitID("v3") }?.kind == .uncovered, "\(repair.report.said)")
    #expect(!repair.report.changes.contains { $0.visit == VisitID("v7") && $0.countsAsChange })
  }

  @Test("a cancelled call is told as such, and so are new calls, covered or not")
  func newAndGone() throws {
    var records = DayRecords()
    records.visits = [newVisit("n1"), newVisit("n2", person: "p9", from: "09:10", until: "09:12")]
    let report = try morning.repair([
      event("09:10", .cancelled(VisitID("v4")), id: "a"), event("09:10", .newCall(records), id: "b"),
    ]).report
    #expect(report.changes.first { $0.visit == VisitID("v4") }?.kind == .fallenAway)
    #expect(report.changes.first { $0.visit == VisitID("n1") }?.kind == .covered)
    #expect(report.changes.first { $0.visit == VisitID("n2") }?.kind == .newUncovered)
    #expect(report.changes.filter { $0.visit.text.hasPrefix("n") }.allSatisfy { $0.struckBy == [EventID("b")] })
  }

  @Test("nobody calls on whoever is in hospital, before they come back")
  func hospital() throws {
    let repair = try morning.repair([
      event("09:10", .toHospital(PersonID("p4"), from: at("09:10"), until: nil), id: "a"),
      event("09:10", .toHospital(PersonID("p3"), from: at("09:10"), until: at("10:30")), id: "b"),
    ])
    #expect(repair.report.changes.first { $0.visit == VisitID("v4") }?.kind == .fallenAway)
    let start = try #require(repair.report.changes.first { $0.visit == VisitID("v3") }?.after?.start)
    #expect(start > at("10:30"))
  }

  @Test(
    "what each further change buys: the first row changes nobody else, each further one is better, none beyond its limit"
  )
  func tradeOff() throws {
    var morning = morning
    // v3 must be at ten, when w2 has v7.
    morning.day.visits[2] = HandMadeDay.visit(
      "v3", person: "p3", windows: [window("10:00", "10:00", "09:55", "10:05", "09:55", "10:05")])
    let after = try morning.after([event("09:35", .workerOff(WorkerID("w1"), from: at("09:35")))])
    let rows = try RotaRepairer(
      after, of: RotaStart(morning.rota), travel: morning.travel, settings: OptimiserSettings(budget: 20_000)
    ).tradeOff().rows
    #expect(rows.map(\.limit).prefix(2) == [0, 1] && rows.map(\.changed).prefix(2) == [0, 1], "\(rows)")
    #expect(rows.allSatisfy { $0.changed <= $0.limit })
    let uncovered = rows.map { $0.score[Level(.essentialMedium)] }
    #expect(uncovered.prefix(2) == [1, 0])
  }

  @Test("the same events give the same repair")
  func twice() throws {
    let events = [event("09:10", .workerOff(WorkerID("w1"), from: at("09:10")))]
    #expect(try morning.repair(events) == morning.repair(events))
  }
}
