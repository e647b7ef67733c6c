import CareModel
import Quantities
import ReproducibleNumbers
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("Starting from a rota of the day")
struct StartTests {
  @Test("a rota of the engine's own is taken up whole, and the result is no worse", arguments: UInt64(0)..<60)
  func own(seed: UInt64) throws {
    let day = TinyDays.day(seed: seed, features: .all)
    let planner = RotaPlanner(day, travel: try TravelModel(day), settings: OptimiserSettings(seed: seed, budget: 600))
    guard let first = try? planner.plan() else { return }
    let again = try planner.plan(from: RotaStart(first.rota, digest: "00ff"))
    let start = try #require(again.rota.provenance?.start)
    #expect(start.inputDigest == "00ff" && start.mends == [], "\(start.mends)")
    #expect(!(first.score < again.score))
    let planned = first.rota.runs.flatMap(\.stops).map(\.visit).filter { day.visit($0)?.state.isFact == false }
    #expect(start.kept == Set(planned).count)
    #expect(again.rota.provenance?.stages.first?.name == "start")
  }

  @Test(
    "of any damaged rota the checker accepts what is made from it; no level is worse than the mended start's; twice the same"
  )
  func damaged() throws {
    var remedies: [StartReport.Remedy: Int] = [:]
    var rules: Set<String> = []
    for seed in UInt64(0)..<300 {
      let day = TinyDays.day(seed: seed, features: .all)
      let solver: OptimiserSettings.Solver = seed % 2 == 0 ? .greedy : .auto
      let settings = OptimiserSettings(seed: seed, budget: 600, solver: solver)
      let planner = RotaPlanner(day, travel: try TravelModel(day), settings: settings)
      guard let sound = try? planner.plan() else { continue }
      let given = RotaStart(Self.damage(sound.rota, seed: seed))
      let made = try planner.plan(from: given)
      #expect(made.isPublishable, "day \(seed)")
      let provenance = try #require(made.rota.provenance)
      // A locked call comes before the ladder, and changes within the budget are counted while searching.
      if day.visits.allSatisfy({ $0.lock == nil }), day.policy.changeBudget == 0 {
        #expect(!(provenance.stages[0].score < made.score), "day \(seed)")
      }
      #expect(try planner.plan(from: given) == made, "day \(seed)")
      for mend in try #require(provenance.start).mends {
        remedies[mend.remedy, default: 0] += 1
        rules.insert(mend.rule)
        #expect(RuleName(rawValue: mend.rule) != nil && !mend.sentence.isEmpty)
      }
    }
    #expect(StartReport.Remedy.allCases.allSatisfy { remedies[$0, default: 0] > 20 }, "\(remedies)")
    #expect(rules.count > 9, "\(rules)")
  }

  // MARK: One thing wrong at a time

  private var day: PlannedDay {
    var day = PlannedDay(workers: [PlannedDay.worker("w1"), PlannedDay.worker("w2")])
    day.visits = [PlannedDay.visit("v1"), PlannedDay.visit("v2", person: "p2")]
    return day
  }

  private func stop(_ visit: String, _ clock: String, demand: Int = 0, minutes: Int = 30) -> Stop {
    Stop(visit: VisitID(visit), demand: demand, start: at(clock), end: at(clock) + Minutes(minutes))
  }

  private func run(_ worker: String, _ stops: [Stop], duty: String? = nil) -> Run {
    Run(worker: WorkerID(worker), duty: DutyID(duty ?? "d" + worker.dropFirst()), stops: stops)
  }

  /// Each mend as call, worker, remedy and rule.
  private func mends(_ day: PlannedDay, _ runs: [Run], uncovered: [String] = []) throws -> [[String]] {
    let rota = Rota(
      serviceDate: PlannedDay.serviceDate, asOf: day.asOf, runs: runs, uncovered: uncovered.map(VisitID.init))
    let made = try day.plan(budget: 0, solver: .greedy, from: RotaStart(rota))
    #expect(made.isPublishable)
    return try #require(made.rota.provenance?.start).mends.map {
      [$0.visit?.text ?? "", $0.worker?.text ?? "", $0.remedy.rawValue, $0.rule]
    }
  }

  @Test("nothing is said of a rota that keeps every rule, though its calls move up to be early")
  func sound() throws {
    #expect(try mends(day, [run("w1", [stop("v1", "08:00")]), run("w2", [stop("v2", "09:00")])]) == [])
  }

  @Test("a worker who is not there any more loses all calls, an unknown call and a call not wanted any more go")
  func unknown() throws {
    #expect(
      try mends(day, [run("w9", [stop("v1", "08:00")]), run("w2", [stop("v2", "09:00")])])
        == [["v1", "w9", "dropped", "knownRecords"]])
    #expect(
      try mends(day, [run("w1", [stop("v7", "08:00")])], uncovered: ["v1", "v2"])
        == [["v7", "w1", "dropped", "knownRecords"]])
    var away = day
    away.people[0] = PlannedDay.person("p1", suspensions: [span("06:00", "16:00")])
    #expect(
      try mends(away, [run("w1", [stop("v1", "08:00")]), run("w2", [stop("v2", "09:00")])])
        == [["v1", "w1", "dropped", "suspension"]])
  }

  @Test("a worker who lacks a skill loses the call")
  func skill() throws {
    var day = day
    day.visits[0] = PlannedDay.visit("v1", demands: [Demand(skills: [Skill("hoist")], length: Minutes(30))])
    day.workers[1] = PlannedDay.worker("w2", skills: ["hoist"])
    #expect(
      try mends(day, [run("w1", [stop("v1", "08:00"), stop("v2", "09:00")])])
        == [["v1", "w1", "dropped", "roleAndSkill"]])
  }

  @Test("a call past its window is moved into it, one off the grain to a time that can be told")
  func late() throws {
    var day = day
    day.visits[1] = PlannedDay.visit("v2", person: "p2", from: "09:00", until: "10:00")
    #expect(
      try mends(day, [run("w1", [stop("v1", "08:02")]), run("w2", [stop("v2", "11:00")])])
        == [["v1", "w1", "moved", "timeGrain"], ["v2", "w2", "moved", "safeWindow"]])
  }

  @Test("of two calls at one time the second is moved, or dropped where it can't be later")
  func overlap() throws {
    let runs = [run("w1", [stop("v1", "08:00"), stop("v2", "08:05")])]
    var day = day
    day.visits[0] = PlannedDay.visit("v1", from: "08:00", until: "08:00")
    #expect(try mends(day, runs) == [["v2", "w1", "moved", "travel"]])
    day.visits[1] = PlannedDay.visit("v2", person: "p2", from: "08:00", until: "08:10")
    #expect(try mends(day, runs) == [["v2", "w1", "dropped", "travel"]])
  }

  @Test("half of a two-person call is dropped; the partners of a worker who is not there any more lose it, too")
  func half() throws {
    var day = day
    day.visits[0] = PlannedDay.visit("v1", minutes: [30, 30])
    #expect(
      try mends(day, [run("w1", [stop("v1", "08:00")]), run("w2", [stop("v2", "09:00")])])
        == [["v1", "w1", "dropped", "wholeCall"]])
    #expect(
      try mends(
        day, [run("w1", [stop("v1", "08:00")]), run("w9", [stop("v1", "08:00", demand: 1)])], uncovered: ["v2"]
      )
      .map { $0[0...2] } == [["v1", "w1", "dropped"], ["v1", "w9", "dropped"]])
  }

  @Test("a break that is lost is put back")
  func lostBreak() throws {
    var day = day
    let rest = Break(length: Minutes(30), window: span("10:00", "13:00"))
    day.workers[0] = PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", breaks: [rest])])
    day.visits[0] = PlannedDay.visit("v1", from: "07:30", until: "07:30")
    day.visits[1] = PlannedDay.visit("v2", person: "p2", from: "14:00", until: "14:00")
    #expect(
      try mends(day, [run("w1", [stop("v1", "07:30"), stop("v2", "14:00")])]) == [["", "w1", "corrected", "breaks"]])
  }

  @Test("a call off shift is moved into the shift, and one whose window is elsewhere is dropped")
  func offShift() throws {
    var day = day
    day.visits[0] = PlannedDay.visit("v1", from: "05:00", until: "06:00")
    day.visits[1] = PlannedDay.visit("v2", person: "p2", from: "06:00", until: "14:00")
    #expect(
      try mends(day, [run("w1", [stop("v1", "06:00")]), run("w2", [stop("v2", "06:30")])])
        == [["v1", "w1", "dropped", "dutyPeriod"], ["v2", "w2", "moved", "dutyPeriod"]])
  }

  @Test("a shift that the worker does not have is taken for the one at that time")
  func otherDuty() throws {
    #expect(
      try mends(day, [run("w1", [stop("v1", "08:00"), stop("v2", "09:30")], duty: "late")])
        == [["", "w1", "corrected", "knownRecords"]])
  }

  @Test("what has happened stands as it happened, whatever the rota says")
  func facts() throws {
    var day = day
    day.asOf = at("10:00")
    day.visits[0] = PlannedDay.visit("v1", state: .done, actual: placement(["w2"], "08:00"))
    #expect(
      try mends(day, [run("w1", [stop("v1", "08:00"), stop("v2", "11:00")])]) == [["v1", "w1", "dropped", "facts"]])
  }

  // MARK: Damage

  /// A rota in which up to five things have gone wrong.
  private static func damage(_ rota: Rota, seed: UInt64) -> Rota {
    var random = RandomStream(seed: seed, purpose: StreamPurpose("tests.damagedRotas"), index: 0)
    var runs = rota.runs
    for _ in 0..<random.nextInt(below: 6) where !runs.isEmpty {
      let (from, to) = (random.nextInt(below: runs.count), random.nextInt(below: runs.count))
      var (stops, others) = (runs[from].stops, runs[to].stops)
      var (worker, duty, breaks) = (runs[from].worker, runs[from].duty, runs[from].breaks)
      let stop = random.choose(from: stops)
      switch random.nextInt(below: 8) {
      case 0: stops.removeAll { $0 == stop }
      case 1: others += stop.map { [$0] } ?? []
      case 2: worker = WorkerID("gone")
      case 3: duty = DutyID("changed")
      case 4: breaks = []
      case 5:
        let shift = Minutes(random.nextInt(in: -120...120))
        stops = stops.map { Stop(visit: $0.visit, demand: $0.demand, start: $0.start + shift, end: $0.end + shift) }
      case 6:
        stops.append(
          Stop(
            visit: VisitID("v\(random.nextInt(below: 9))"), demand: random.nextInt(below: 3),
            start: rota.asOf + Minutes(random.nextInt(below: 600)), end: rota.asOf))
      default:
        stops = stops.filter { $0 != stop }
        others += stop.map { [$0] } ?? []
      }
      if to != from {
        runs[to] = Run(worker: runs[to].worker, duty: runs[to].duty, stops: others, breaks: runs[to].breaks)
      }
      runs[from] = Run(worker: worker, duty: duty, stops: stops, breaks: breaks)
    }
    return Rota(serviceDate: rota.serviceDate, asOf: rota.asOf, runs: runs, uncovered: rota.uncovered)
  }
}
