import CareModel
import Explanations
import Interchange
import Quantities
import RotaChecking
import TravelTimes

/// A small day with a two-person call, and a rota of it.
enum RotaSample {
  static let sheets = SheetFolder()
    .adding("w-02,occupational therapist,,male,51.4152,-0.2910,town,0", to: "workers.csv")
    .adding("w-02-am,w-02,07:00,11:00,,,car,,,,", to: "shifts.csv")
    .adding("w-02-pm,w-02,12:00,16:00,,,car,,,,", to: "shifts.csv")
    .adding("v-002,p-001,personal care,30,yes,,,14:00,14:30,high,no,,", to: "visits.csv")
    .adding("v-003,p-001,therapy,40,no,,,09:00,09:30,,no,,", to: "visits.csv")
    .replacing("07:00,14:00", with: "07:00,16:00", in: "shifts.csv")

  static var caseload: Caseload? { sheets.reading.caseload }

  /// A clock time of the sample's day.
  static func at(_ time: String, _ caseload: Caseload) -> Instant {
    let reading = ClockTime(time).map { caseload.calendar.reading($0, onServiceDay: caseload.serviceDate) }
    return reading?.instant ?? caseload.asOf
  }

  static func rota(_ caseload: Caseload, provenance: Provenance? = nil) -> Rota {
    func stop(_ visit: String, _ demand: Int, _ time: String, _ minutes: Int) -> Stop {
      let start = at(time, caseload)
      return Stop(visit: VisitID(visit), demand: demand, start: start, end: start + Minutes(minutes))
    }
    let pause = BreakStop(start: at("12:00", caseload), end: at("12:20", caseload))
    return Rota(
      serviceDate: caseload.serviceDate, asOf: caseload.asOf,
      runs: [
        Run(
          worker: WorkerID("w-01"), duty: DutyID("w-01-am"),
          stops: [stop("v-001", 0, "11:00", 45), stop("v-002", 0, "14:00", 30)], breaks: [pause]),
        Run(worker: WorkerID("w-02"), duty: DutyID("w-02-pm"), stops: [stop("v-002", 1, "14:00", 30)]),
      ], uncovered: [VisitID("v-003")], provenance: provenance)
  }

  static func checked(_ caseload: Caseload, provenance: Provenance? = nil) throws -> CheckedRota {
    RotaChecker.check(
      rota(caseload, provenance: provenance), of: caseload, travel: try TravelModel(caseload))
  }

  static func explanations(_ caseload: Caseload) -> [Explanation] {
    [
      Explanation(
        visit: VisitID("v-003"), matter: .uncovered,
        obstacles: [.init(obstacle: .dutyFull, duties: 2), .init(obstacle: .notOnDuty, duties: 1)],
        nextPossible: .init(start: at("09:30", caseload), workers: [WorkerID("w-02")]))
    ]
  }

  static func provenance(_ caseload: Caseload) -> Provenance {
    let score = Score(ladder: caseload.policy.ladder)
    let levels = caseload.policy.ladder.levels
    return Provenance(
      inputDigest: "00ff", engineVersion: "0.1", glpkVersion: "5.0", seed: .max, budget: 10, workUsed: 7,
      stages: [
        StageReport(name: "greedy", outcome: .improved, workUsed: 7, counts: [.init("moves", 3)], score: score),
        StageReport(name: "glpk", outcome: .skipped("no budget left"), workUsed: 0, counts: [], score: score),
      ], stoppedBy: .work,
      proof: Proof(
        levels: [
          .init(level: levels[0], bound: 0, value: 0),
          .init(
            level: levels[1], bound: 0, value: 1, by: .columns, isSolved: false, relaxations: ["fractions", "spacing"]),
        ]),
      prices: Prices(
        level: levels[1], calls: [.init(visit: VisitID("v-001"), thousandths: 500)],
        duties: [.init(worker: WorkerID("w-01"), duty: DutyID("w-01-am"), thousandths: 1500)]),
      start: StartReport(
        inputDigest: "11ee", kept: 1,
        mends: [
          .init(
            visit: VisitID("v-002"), worker: WorkerID("w-01"), remedy: .dropped, rule: "roleAndSkill",
            sentence: "Call v-002 needs somebody else."),
          .init(
            visit: nil, worker: WorkerID("w-02"), remedy: .corrected, rule: "breaks", sentence: "A break is missing."),
        ]))
  }
}
