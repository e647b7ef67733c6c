import CareModel
import Explanations
import Interchange
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import TravelTimes

/// A whole day at a fixed budget of work, the way `reable rota` goes: document, travel, rota with its proof, reasons, document.
package struct DayCase: Sendable {
  package let day: BenchmarkDay
  package let plan: Plan
  package let suite: BenchmarkCase.Suite

  /// How far the optimiser goes.
  package enum Plan: Sendable {
    /// The greedy stage alone.
    case greedy
    /// Every stage, with so many thousand work units.
    case all(thousands: Int)
    /// Every stage, with the budget that follows from the day's size.
    case usual

    var name: String {
      switch self {
      case .greedy: "greedy"
      case .all(let thousands): "\(thousands)k"
      case .usual: "usual"
      }
    }

    var words: String {
      switch self {
      case .greedy: "greedy alone"
      case .all(let thousands): "every stage, \(thousands) thousand work units"
      case .usual: "every stage, the usual budget"
      }
    }

    var settings: OptimiserSettings {
      switch self {
      case .greedy: OptimiserSettings(solver: .greedy)
      case .all(let thousands): OptimiserSettings(budget: thousands * 1000)
      case .usual: OptimiserSettings()
      }
    }
  }

  package init(_ day: BenchmarkDay, _ plan: Plan, _ suite: BenchmarkCase.Suite) {
    self.day = day
    self.plan = plan
    self.suite = suite
  }

  /// One line a day: its plans in the gate, and those for the report alone.
  private static let table: [(day: BenchmarkDay, gate: [Plan], long: [Plan])] = [
    (BenchmarkDay(DayPreset.tiny), [.greedy, .all(thousands: 100)], [.usual]),
    (
      BenchmarkDay(DayPreset.smallBorough), [.greedy, .all(thousands: 1000), .all(thousands: 3000)],
      [250, 500, 2000, 4000, 6000, 12000, 16000].map { .all(thousands: $0) } + [.usual]
    ),
    (BenchmarkDay(DayPreset.smallBorough2), [.greedy, .all(thousands: 2000)], [.usual]),
    (BenchmarkDay(DayPreset.smallBorough4), [.greedy, .all(thousands: 4000)], [.usual]),
    (BenchmarkDay(DayPreset.smallBorough8), [], [.greedy, .usual]),
    (BenchmarkDay(ServicePreset.innerLondon), [.greedy], [.usual]),
    (BenchmarkDay(ServicePreset.countyLeicestershireLike), [], [.greedy, .usual]),
    (BenchmarkDay(ServicePreset.countyNottinghamshireLike), [], [.greedy, .usual]),
    (BenchmarkDay(ServicePreset.largestCounty), [], [.greedy, .usual]),
    (BenchmarkDay(ServicePreset.largestCounty, times: 2), [], [.greedy, .usual]),
  ]

  /// Every day with every plan of its line, those of the gate first.
  package static let all: [DayCase] =
    table.flatMap { row in row.gate.map { DayCase(row.day, $0, .gate) } }
    + table.flatMap { row in row.long.map { DayCase(row.day, $0, .long) } }

  /// The case as a benchmark: `day-small-borough-greedy`.
  package var benchmark: BenchmarkCase {
    BenchmarkCase("day-\(day.name)-\(plan.name)", summary: "\(day.summary): \(plan.words)", suite: suite) {
      let text = Array(DayWriter.text(day.make()).utf8)
      let settings = plan.settings
      return { try DayCase.run(text, settings) }
    }
  }

  private static func run(_ text: [UInt8], _ settings: OptimiserSettings) throws -> BenchmarkOutcome {
    var watch = StopWatch()
    let reading = DayReader.read(json: text, file: "day.json")
    guard let caseload = reading.caseload else { throw BenchmarkFault.dayUnreadable(reading.problems.map(\.code)) }
    watch.end("reading")
    let travel = try TravelModel(caseload)
    let planner = RotaPlanner(caseload, travel: travel, settings: settings)
    var stages: [OptimiserStage] = []
    let checked = try planner.plan(stageEnded: { stage in
      stages.append(stage)
      watch.end(stage.kind.rawValue)
    })
    watch.end("proof")
    let explanations = ReasonFinder(checked, of: caseload, travel: travel).explanations()
    watch.end("reasons")
    let document = RotaDocument(checked, of: caseload, explanations: explanations).json
    watch.end("writing")
    guard !document.isEmpty else { throw BenchmarkFault.unexpected("the rota's document is empty") }
    return BenchmarkOutcome(
      counters: sizes(caseload, explanations) + work(checked, stages, hasBudget: settings.solver != .greedy)
        + quality(checked), spans: watch.spans)
  }

  private static func sizes(_ caseload: Caseload, _ explanations: [Explanation]) -> [BenchmarkCounter] {
    [
      BenchmarkCounter(.size, "size.calls", "calls", caseload.visits.count),
      BenchmarkCounter(.size, "size.workers", "workers on shift", caseload.workers.count),
      BenchmarkCounter(.size, "size.reasons", "reasons given", explanations.count),
    ]
  }

  /// Of what a stage counts besides its work; of anything else a difference is just a difference.
  private static let kinds: [String: BenchmarkCounter.Kind] = ["iterations": .reach, "pivots": .work, "nodes": .work]

  /// - Parameter hasBudget: search and what follows end a step beyond a budget, so that their units say little.
  private static func work(
    _ checked: CheckedRota, _ stages: [OptimiserStage], hasBudget: Bool
  ) -> [BenchmarkCounter] {
    var counters = [
      BenchmarkCounter(
        hasBudget ? .size : .work, "work.units", "work units", checked.rota.provenance?.workUsed ?? 0),
      BenchmarkCounter(.work, "work.labels", "labels of run evaluation", stages.reduce(0) { $0 + $1.labels }),
      BenchmarkCounter(.work, "work.places", "places looked at by insertion", stages.reduce(0) { $0 + $1.places }),
    ]
    for stage in stages {
      let name = stage.kind.rawValue
      counters.append(
        BenchmarkCounter(
          stage.kind == .greedy ? .work : .size, "work.\(name).units", "work units of \(name)", stage.workUsed))
      counters += stage.counts.map { count in
        BenchmarkCounter(
          kinds[count.name] ?? .size, "work.\(name).\(count.name)", "\(count.name) of \(name)", count.value)
      }
    }
    return counters
  }

  private static func quality(_ checked: CheckedRota) -> [BenchmarkCounter] {
    let levels = checked.score.ladder.levels
    let proof = checked.rota.provenance?.proof ?? .none
    var counters = zip(levels, checked.score.values).map { level, value in
      BenchmarkCounter(.level, "level.\(level.name)", level.printedName, value)
    }
    counters.append(
      BenchmarkCounter(
        .bound, "bound.proven", "levels proven best, from the first on", proof.levels.count(where: \.isProven)))
    if let open = proof.levels.first(where: { !$0.isProven }) {
      counters.append(
        BenchmarkCounter(
          .bound, "bound.open", "bound of \(open.level.printedName), the first level not proven", open.bound))
    }
    return counters
  }
}
