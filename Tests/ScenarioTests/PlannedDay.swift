import CareModel
import Explanations
import Interchange
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import Testing
import TravelTimes

/// A day with the rota that was made of it, and questions about both.
struct PlannedDay: Sendable {
  let caseload: Caseload
  let travel: TravelModel
  let checked: CheckedRota

  /// Plans a day.
  init(_ caseload: Caseload, budget: Int, seed: UInt64 = 1, digest: String = "") throws {
    self.caseload = caseload
    travel = try TravelModel(caseload)
    checked = try RotaPlanner(
      caseload, travel: travel, settings: OptimiserSettings(seed: seed, budget: budget),
      identity: RotaPlanner.Identity(inputDigest: digest, engineVersion: "test")
    ).plan()
  }

  /// Reads and plans a scenario.
  init(_ folder: ScenarioFolder, budget: Int) throws {
    let reading = try folder.reading()
    let caseload = try #require(reading.caseload, "\(folder)")
    self = try PlannedDay(caseload, budget: budget, digest: reading.inputDigest ?? "")
  }

  /// What the shipped scenarios are planned with.
  static let usualBudget = 1_000_000

  private static let shipped: [String: Result<PlannedDay, any Error>] = Dictionary(
    uniqueKeysWithValues: ScenarioFolder.all.map { folder in
      (folder.name, Result { try PlannedDay(folder, budget: usualBudget) })
    })

  /// A shipped scenario's rota; each is made once for all tests.
  static func shipped(_ name: String) throws -> PlannedDay {
    let result = try #require(shipped[name], "there is no scenario \(name)")
    return try result.get()
  }

  var rota: Rota { checked.rota }

  var explanations: [Explanation] { ReasonFinder(checked, of: caseload, travel: travel).explanations() }

  /// The rota as a document.
  var document: String { RotaDocument(checked, of: caseload, explanations: explanations).json }

  /// The stops of a call with their workers, in the order of its demands.
  func stops(of visit: VisitID) -> [(worker: WorkerID, stop: Stop)] {
    rota.runs.flatMap { run in run.stops.filter { $0.visit == visit }.map { (run.worker, $0) } }
      .sorted { $0.1.demand < $1.1.demand }
  }

  /// When a call begins; nil where nobody does it.
  func start(of visit: VisitID) -> Instant? { stops(of: visit).first?.stop.start }

  func isCovered(_ visit: VisitID) -> Bool { start(of: visit) != nil }

  /// First visits that begin after their deadline, in order of id.
  var late: [VisitID] {
    caseload.visits.filter { visit in
      guard let start = start(of: visit.id), let deadline = caseload.responseDeadline(of: visit) else { return false }
      return start > deadline
    }.map(\.id)
  }

  /// The place in the ladder at which a call counts while it is uncovered; nil for one that is not wanted.
  func rung(of visit: Visit) -> Int? {
    caseload.level(of: visit).level.flatMap(caseload.policy.ladder.index(of:))
  }

  /// What `reable rota` exits with: 1 where an essential call is uncovered or a record is set aside.
  var exitCode: Int {
    let isShort = caseload.visits.contains { visit in
      rota.uncovered.contains(visit.id) && caseload.level(of: visit).level?.kind.isEssential ?? false
    }
    return isShort || !caseload.quarantine.isEmpty ? 1 : 0
  }
}
