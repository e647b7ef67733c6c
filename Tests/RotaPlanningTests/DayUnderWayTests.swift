import CareModel
import Quantities
import RotaChecking
import RotaPlanning
import Testing

@Suite("A day that has begun")
struct DayUnderWayTests {
  @Test("what was done and is under way heads the run, as it happened, and the rest is planned behind it")
  func facts() throws {
    var day = PlannedDay(asOf: at("10:00"), workers: [PlannedDay.worker("w1"), PlannedDay.worker("w2")])
    day.visits = [
      // Off the grain and outside any window, by both: it is so because it was so.
      PlannedDay.visit("v1", minutes: [30, 30], state: .done, actual: placement(["w2", "w1"], "08:02")),
      PlannedDay.visit("v2", person: "p2", state: .underWay, actual: placement(["w1"], "09:47")),
      PlannedDay.visit("v3", person: "p3"),
      PlannedDay.visit("v4", person: "p4", from: "07:00", until: "10:00"),
    ]
    let checked = try day.plan()
    #expect(checked.uncovered == ["v4"])
    for run in checked.rota.runs {
      #expect(run.stops.map(\.start) == run.stops.map(\.start).sorted())
      #expect(run.stops.first?.visit == VisitID("v1"))
    }
    #expect(checked.stops(of: "v1").map(\.start) == [at("08:02"), at("08:02")])
    #expect(checked.workers(of: "v1") == ["w2", "w1"])
    #expect(checked.start(of: "v2") == at("09:47"))
    // w2 sets out at ten from p1 and is there twenty minutes later; w1 is under way until 10:17.
    #expect(checked.workers(of: "v3") == ["w2"])
    #expect(checked.start(of: "v3") == at("10:20"))
    #expect(checked.isPublishable)
  }

  @Test("nobody sets out before asOf")
  func notice() throws {
    var day = PlannedDay(asOf: at("09:03"))
    day.visits = [PlannedDay.visit("v1")]
    #expect(try day.plan().start(of: "v1") == at("09:15"))
  }

  @Test(
    "whoever is on the way to the call that is theirs next is there as published; nobody else is, and to no other call")
  func onTheWay() throws {
    func day(_ asOf: String, told: String = "w1", next: String = "10:00") -> PlannedDay {
      var day = PlannedDay(asOf: at(asOf))
      day.visits = [
        PlannedDay.visit("v1", state: .done, actual: placement(["w1"], "08:00")),
        PlannedDay.visit(
          "v2", person: "p2", from: next, until: "14:00", state: .published, published: placement([told], next)),
      ]
      return day
    }
    // It is 20 minutes from p1 to p2: w1 set out at 9:40.
    #expect(try day("09:50").plan().start(of: "v2") == at("10:00"))
    #expect(try day("10:00").plan().start(of: "v2") == at("10:00"))
    // Nobody can be on the way from where they were not free; and who should be there already has not gone.
    #expect(try day("08:35", next: "08:40").plan().start(of: "v2") == at("08:50"))
    #expect(try day("10:05").plan().start(of: "v2") == at("10:25"))
    #expect(try day("09:50", told: "w2").plan().start(of: "v2") == at("10:10"))
    var other = day("09:50")
    other.visits.append(PlannedDay.visit("v3", person: "p3", from: "09:00", until: "10:00"))
    other.visits[1] = PlannedDay.visit(
      "v2", person: "p2", from: "10:00", until: "14:00", state: .published, published: placement(["w1"], "10:00"))
    #expect(try other.plan().uncovered == ["v3"])
  }

  @Test("whoever is on the way from the base to the first call is, too; a break on the way takes its time")
  func onTheWayFromTheBase() throws {
    let pause = Break(length: Minutes(30), window: span("07:00", "14:00"))
    for breaks in [[], [pause]] {
      var day = PlannedDay(asOf: at("07:25"))
      day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", breaks: breaks)])]
      day.visits = [
        PlannedDay.visit("v1", from: "07:20", until: "14:00", state: .published, published: placement(["w1"], "07:30"))
      ]
      let checked = try day.plan()
      #expect(checked.start(of: "v1") == at("07:30"))
      #expect(checked.timelines.first?.departure == at("07:20"))
      func findings(_ clock: String, rest: String? = nil) -> [RuleName] {
        let stop = Stop(visit: VisitID("v1"), demand: 0, start: at(clock), end: at(clock) + Minutes(30))
        let rests = rest.map { [BreakStop(start: at($0), end: at($0) + Minutes(30))] } ?? []
        let run = Run(worker: WorkerID("w1"), duty: DutyID("d1"), stops: [stop], breaks: rests)
        return day.check(Rota(serviceDate: PlannedDay.serviceDate, asOf: day.asOf, runs: [run], uncovered: [])).findings
          .map(\.rule)
      }
      #expect(findings("07:30") == [])
      #expect(findings("07:25") == [.notice])
      // Five minutes of the way are left after it.
      #expect(findings("08:00", rest: "07:25") == [])
      #expect(findings("07:55", rest: "07:25") == [.travel])
    }
  }

  @Test("spacing from a call that has begun holds, both ways, and so do its workers")
  func linksToFacts() throws {
    var day = PlannedDay(asOf: at("09:00"), workers: [PlannedDay.worker("w1"), PlannedDay.worker("w2")])
    day.visits = [
      PlannedDay.visit("v1", state: .done, actual: placement(["w1"], "08:00")),
      PlannedDay.visit("v2", person: "p1"),
    ]
    func plan(_ relation: VisitLink.Relation) throws -> CheckedRota {
      day.links = [VisitLink(first: VisitID("v1"), second: VisitID("v2"), relation: relation)]
      return try day.plan()
    }
    #expect(try plan(.gap(minimum: Minutes(240), maximum: Minutes(300))).start(of: "v2") == at("12:00"))
    #expect(try plan(.gap(minimum: Minutes(10), maximum: Minutes(50))).uncovered == ["v2"])
    #expect(try plan(.sameWorker).workers(of: "v2") == ["w1"])
    #expect(try plan(.differentWorker).workers(of: "v2") == ["w2"])
    #expect(try plan(.requires).uncovered.isEmpty)
  }

  @Test("calls of a person under way and to come don't overlap")
  func onePerson() throws {
    var day = PlannedDay(asOf: at("10:00"), workers: [PlannedDay.worker("w1"), PlannedDay.worker("w2")])
    day.visits = [
      PlannedDay.visit("v1", minutes: [60], state: .underWay, actual: placement(["w1"], "09:30")),
      PlannedDay.visit("v2", until: "10:25"),
      PlannedDay.visit("v3", until: "10:30"),
    ]
    #expect(try day.plan().uncovered == ["v2"])
  }

  @Test("a break that was taken needs no room, one still to come does")
  func breaks() throws {
    for isTaken in [true, false] {
      let pause = Break(length: Minutes(30), window: span("10:00", "14:00"), isTaken: isTaken)
      var day = PlannedDay(asOf: at("10:00"))
      day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", breaks: [pause])])]
      day.visits = [
        PlannedDay.visit("v1", state: .done, actual: placement(["w1"], "07:10")),
        // The whole time from ten until the break's end.
        PlannedDay.visit("v2", person: "p2", minutes: [210], from: "10:20", until: "10:20"),
      ]
      #expect(try day.plan().uncovered == (isTaken ? [] : ["v2"]))
    }
  }
}

@Suite("A published rota is kept where it can be")
struct PublishedTests {
  private func day(asOf: String = "05:00", clock: String = "11:00") -> PlannedDay {
    var day = PlannedDay(asOf: at(asOf), workers: [PlannedDay.worker("w1"), PlannedDay.worker("w2")])
    day.people[0] = PlannedDay.person("p1", coreTeam: ["w1"])
    day.visits = [PlannedDay.visit("v1", state: .published, published: placement(["w2"], clock))]
    return day
  }

  @Test("worker and time stay, though another worker and time would be dearer to the service's prices")
  func stays() throws {
    let checked = try day().plan()
    #expect(checked.workers(of: "v1") == ["w2"])
    #expect(checked.value(.stability) == 0)
    // Any start up to a quarter of an hour away is no change; ten minutes are free of cost, and earlier is no better.
    let start = try #require(checked.start(of: "v1"))
    #expect(start >= at("10:50") && start <= at("11:10"))
  }

  @Test("a change is made where the level before asks for it, and counted with its weight")
  func changed() throws {
    var day = day(asOf: "10:00")
    day.workers.removeLast()
    let checked = try day.plan()
    #expect(checked.workers(of: "v1") == ["w1"])
    // Another worker, within two hours of the call: twice.
    #expect(checked.value(.stability) == 2)
    #expect(checked.uncovered.isEmpty)
  }

  @Test("a change budget is taken off the level, and proves nothing by itself")
  func changeBudget() throws {
    var day = day()
    day.workers.removeLast()
    #expect(try day.plan().value(.stability) == 1)
    day.policy.changeBudget = 1
    let checked = try day.plan()
    #expect(checked.value(.stability) == 0)
    #expect(checked.isPublishable)
  }

  /// v1 needs w2 and could start only when v2 was published: one of two calls changes, whichever; nothing shows that one must.
  @Test("with a change budget a level is called proven only where its bound, less the budget, reaches it")
  func budgetAndProof() throws {
    var day = PlannedDay()
    day.policy.changeBudget = 1
    day.visits = (1...3).map {
      PlannedDay.visit(
        "v\($0)", person: "p\($0)", from: "09:00", until: "12:00", state: .published,
        published: placement(["w1"], "09:00"))
    }
    let checked = try day.plan()
    // Two of three can't start within a quarter of an hour of nine; one is free.
    #expect(checked.value(.stability) == 1)
    let proof = try #require(checked.rota.provenance).proof
    #expect(proof.levels.last?.level == Level(.stability))
    #expect(proof.levels.last?.bound == 0)
  }

  @Test("published therapy goes to another worker rather than to nobody")
  func publishedWorkerIll() throws {
    var day = PlannedDay(workers: [PlannedDay.worker("w2")])
    day.visits = [
      PlannedDay.visit(
        "v1", kind: .therapy, state: .published,
        published: Visit.Placement(workers: [WorkerID("w1")], start: at("07:10")))
    ]
    let checked = try day.plan()
    #expect(checked.workers(of: "v1") == ["w2"])
    #expect(checked.score[Level(.stability)] == 1)
  }
}
