import CareModel
import Quantities
import RotaChecking
import RotaPlanning
import Testing

@Suite("Windows of calls")
struct CallWindowsTests {
  @Test("a suspension splits a window: the call ends before it begins, or starts after it has ended")
  func suspension() throws {
    var day = PlannedDay()
    day.people[0] = PlannedDay.person("p1", suspensions: [span("07:40", "13:00")])
    day.visits = [PlannedDay.visit("v1")]
    // From 07:10 it would touch the suspension's first second.
    #expect(try day.plan().start(of: "v1") == at("13:05"))
    day.people[0] = PlannedDay.person("p1", suspensions: [span("07:41", "13:00")])
    #expect(try day.plan().start(of: "v1") == at("07:10"))
    day.visits = [PlannedDay.visit("v1", from: "07:15", until: "13:00")]
    #expect(try day.plan().uncovered == ["v1"])
    day.people[0] = PlannedDay.person("p1", suspensions: [span("06:00", "08:00"), span("10:00", "14:00")])
    day.visits = [PlannedDay.visit("v1", minutes: [110]), PlannedDay.visit("v2", minutes: [110])]
    #expect(try day.plan().uncovered.count == 1)
  }

  @Test("nobody comes before the person is ready", arguments: ["09:00", "09:01", "13:55", "14:01"])
  func readyFrom(clock: String) throws {
    var day = PlannedDay()
    day.addStart(1, class: .hospitalDischarge, deadline: "12:00", whereabouts: .inHospital, readyFrom: clock)
    let expected = ["09:00": at("09:00"), "09:01": at("09:05"), "13:55": at("13:55")]
    #expect(try day.plan().start(of: "first1") == expected[clock])
  }

  @Test("of two alternatives the one that costs less is taken, and the other where the first is full")
  func alternatives() throws {
    var day = PlannedDay()
    let windows = [
      window("08:00", "08:00", "07:30", "08:00", "07:00", "08:10"),
      window("12:00", "12:00", "12:00", "12:00", "11:00", "12:30"),
    ]
    day.visits = [PlannedDay.visit("v1", windows: windows)]
    #expect(try day.plan().start(of: "v1") == at("08:00"))
    day.visits.append(PlannedDay.visit("v2", person: "p2", from: "08:00", until: "08:00", timeCritical: true))
    #expect(try day.plan().start(of: "v1") == at("12:00"))
  }

  @Test("a remote call needs no way: the worker stays, and goes on from the last real place")
  func remote() throws {
    var day = PlannedDay()
    day.visits = [
      PlannedDay.visit("v1", from: "07:10", until: "07:10"),
      PlannedDay.visit("call", person: "p2", kind: .other, mode: .telephone, from: "07:40", until: "07:40"),
      PlannedDay.visit("v3", person: "p3", from: "08:30", until: "08:30"),
      PlannedDay.visit("video", person: "p4", kind: .other, mode: .video, from: "09:00", until: "09:00"),
    ]
    let checked = try day.plan()
    #expect(checked.uncovered.isEmpty)
    #expect(checked.timelines.first?.legs.map { "\($0.from) \($0.to)" } == ["base h1", "h1 h3", "h3 base"])
  }

  @Test("a call that is not wanted is in no run and not lost")
  func notWanted() throws {
    var day = PlannedDay()
    day.people[0] = PlannedDay.person("p1", suspensions: [span("05:00", "23:00")])
    day.visits = [PlannedDay.visit("v1"), PlannedDay.visit("v2", person: "p2")]
    day.links = [VisitLink(first: VisitID("v1"), second: VisitID("v2"), relation: .requires)]
    let checked = try day.plan()
    #expect(checked.stops(of: "v1").isEmpty)
    // What needs a call that nobody may do can't be done either.
    #expect(checked.uncovered.contains("v2"))
    #expect(checked.isPublishable)
  }
}

@Suite("Duties")
struct DutiesTests {
  @Test("a split duty is two runs of one worker, who is never sent to one two-person call twice")
  func split() throws {
    var day = PlannedDay()
    day.workers = [
      PlannedDay.worker(
        "w1", duties: [PlannedDay.duty("d1a", "07:00", "10:00"), PlannedDay.duty("d1b", "16:00", "20:00")])
    ]
    day.visits = [
      PlannedDay.visit("early", until: "08:00"), PlannedDay.visit("late", from: "17:00", until: "18:00"),
      PlannedDay.visit("noon", from: "11:00", until: "13:00"),
      PlannedDay.visit("double", person: "p2", minutes: [30, 30], until: "19:00"),
    ]
    let checked = try day.plan()
    #expect(checked.uncovered == ["double", "noon"])
    #expect(checked.rota.runs.map(\.duty.text) == ["d1a", "d1b"])
    #expect(checked.isPublishable)
  }

  @Test("the duty ends hard at its end plus agreed overtime, the way home inside it", arguments: [0, 19, 20])
  func overtime(agreed: Int) throws {
    var day = PlannedDay()
    day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "09:00", overtime: agreed)])]
    day.visits = [PlannedDay.visit("v1", from: "08:40", until: "08:40")]
    #expect(try day.plan().uncovered == (agreed == 20 ? [] : ["v1"]))
  }

  @Test("rest after the last duty and hours worked this week close a duty early or open it late")
  func rest() throws {
    var day = PlannedDay()
    day.visits = [PlannedDay.visit("v1", until: "14:20")]
    let record = WorkingRecord(previousDutyEnd: at("-22:00"))
    day.workers = [PlannedDay.worker("w1", record: record)]
    // Eleven hours' rest end at 09:00.
    #expect(try day.plan().start(of: "v1") == at("09:10"))
    day.workers = [PlannedDay.worker("w1", record: WorkingRecord(minutesWorkedThisWeek: Minutes(2880 - 49)))]
    #expect(try day.plan().uncovered == ["v1"])
    day.workers = [PlannedDay.worker("w1", record: WorkingRecord(minutesWorkedThisWeek: Minutes(2880 - 50)))]
    #expect(try day.plan().uncovered.isEmpty)
  }

  @Test("a break is placed in its window; a run of exactly six hours goes without one")
  func breaks() throws {
    let pause = Break(length: Minutes(30), window: span("10:00", "12:00"))
    var day = PlannedDay()
    day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", breaks: [pause])])]
    day.visits = [
      PlannedDay.visit("v1", from: "07:10", until: "07:10"),
      PlannedDay.visit("v2", person: "p2", from: "12:20", until: "12:25"),
      PlannedDay.visit("v3", person: "p3", minutes: [240], from: "08:05", until: "08:05"),
    ]
    // From 07:00 to 13:00 without a break: v2 at 12:20 at the latest, which the way from v3 (ends 12:05) doesn't allow.
    #expect(try day.plan().uncovered.count == 1)
    day.visits[2] = PlannedDay.visit("v3", person: "p3", minutes: [230], from: "08:05", until: "08:05")
    let six = try day.plan()
    #expect(six.uncovered.isEmpty)
    #expect(six.rota.runs.allSatisfy { $0.breaks.isEmpty })
    #expect(six.start(of: "v2") == at("12:20"))
    day.visits.removeLast()
    day.visits[1] = PlannedDay.visit("v2", person: "p2", from: "12:25", until: "12:25")
    let longer = try day.plan()
    #expect(longer.uncovered.isEmpty)
    #expect(longer.rota.runs.first?.breaks.count == 1)
  }
}
