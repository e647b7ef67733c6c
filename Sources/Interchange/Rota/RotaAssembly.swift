import CareModel
import Quantities

/// Puts the lines of a rota together to runs, and works out what they do not say.
struct RotaAssembly {
  private let caseload: Caseload
  private(set) var problems: [InputProblem] = []
  private var stops: [Key: [Stop]] = [:]
  private var breaks: [Key: [BreakStop]] = [:]

  private struct Key: Hashable {
    let worker: WorkerID
    let duty: DutyID
  }

  init(_ caseload: Caseload) { self.caseload = caseload }

  mutating func report(_ problem: InputProblem) { problems.append(problem) }

  /// Takes all calls of a rota at once, because the workers of a two-person call share out its demands.
  mutating func add(_ placed: [PlacedStop]) {
    let demands = demands(of: placed)
    for (stop, demand) in zip(placed, demands) {
      guard let duty = duty(of: stop.worker, said: stop.duty, at: stop.start, stop.location),
        let end = end(of: stop, demand: demand)
      else { continue }
      let key = Key(worker: stop.worker, duty: duty)
      stops[key, default: []].append(Stop(visit: stop.visit, demand: demand, start: stop.start, end: end))
    }
  }

  mutating func add(_ pause: PlacedBreak) {
    guard let duty = duty(of: pause.worker, said: pause.duty, at: pause.start, pause.location) else { return }
    breaks[Key(worker: pause.worker, duty: duty), default: []].append(BreakStop(start: pause.start, end: pause.end))
  }

  /// The rota; nil where something could not be understood.
  ///
  /// - Parameter uncovered: as the file lists them; nil takes every wanted call that has no stop.
  func rota(serviceDate: CivilDate, asOf: Instant, uncovered: [VisitID]?) -> Rota? {
    guard problems.isEmpty else { return nil }
    let keys = Set(stops.keys).union(breaks.keys)
    let runs = keys.map { key in
      Run(
        worker: key.worker, duty: key.duty,
        stops: (stops[key] ?? []).sorted { ($0.start, $0.visit, $0.demand) < ($1.start, $1.visit, $1.demand) },
        breaks: (breaks[key] ?? []).sorted { ($0.start, $0.end) < ($1.start, $1.end) })
    }
    let ordered = runs.sorted { left, right in
      (left.worker, RotaAssembly.start(left), left.duty) < (right.worker, RotaAssembly.start(right), right.duty)
    }
    return Rota(
      serviceDate: serviceDate, asOf: asOf, runs: ordered, uncovered: uncovered ?? self.uncovered())
  }

  private static func start(_ run: Run) -> Instant {
    let starts = run.stops.map(\.start) + run.breaks.map(\.start)
    return starts.min() ?? Instant(epochSeconds: 0)
  }

  private func uncovered() -> [VisitID] {
    let covered = Set(stops.values.flatMap { $0.map(\.visit) })
    return caseload.visits.filter { caseload.level(of: $0).level != nil && !covered.contains($0.id) }.map(\.id)
  }

  /// Which demand each line does: as it says, or as its workers fit.
  private func demands(of placed: [PlacedStop]) -> [Int] {
    var result = placed.map { $0.demand ?? 0 }
    let open = placed.indices.filter { placed[$0].demand == nil }
    let byVisit = Dictionary(grouping: open) { placed[$0].visit }
    let taken = Dictionary(grouping: placed.filter { $0.demand != nil }, by: \.visit).mapValues {
      $0.compactMap(\.demand)
    }
    for (visit, lines) in byVisit {
      guard let call = caseload.visit(visit) else { continue }
      let free = call.demands.indices.filter { taken[visit]?.contains($0) != true }
      guard lines.count <= free.count else {
        // Too many workers: the checker says so; each still gets a demand.
        for (line, demand) in zip(lines, free + Array(repeating: 0, count: lines.count)) { result[line] = demand }
        continue
      }
      let straight = Array(free.prefix(lines.count))
      let turned = Array(free.reversed().prefix(lines.count))
      let fits = { (order: [Int]) in
        zip(lines, order).allSatisfy { line, demand in
          caseload.worker(placed[line].worker).map(call.demands[demand].isMet) ?? false
        }
      }
      for (line, demand) in zip(lines, !fits(straight) && fits(turned) ? turned : straight) { result[line] = demand }
    }
    return result
  }

  /// The duty as said; otherwise the worker's only one, or the only one whose hours hold the time.
  private mutating func duty(
    of id: WorkerID, said: DutyID?, at start: Instant, _ location: String
  ) -> DutyID? {
    if let said { return said }
    guard let worker = caseload.worker(id) else {
      report(
        InputProblem(
          code: "reference.unknown", location: location, found: id.text, expected: "a worker of the day",
          suggestion: NearestWord.to(id.text, among: caseload.workers.map(\.id.text)).map { "\($0) was meant" }))
      return nil
    }
    if worker.dutyPeriods.count == 1 { return worker.dutyPeriods.first?.id }
    let holding = worker.dutyPeriods.filter { $0.hours.contains(start) }
    if holding.count == 1 { return holding.first?.id }
    report(
      InputProblem(
        code: "duty.unclear", location: location, found: "",
        expected: worker.dutyPeriods.isEmpty
          ? "a worker who is on duty" : "a duty: one of \(worker.dutyPeriods.map(\.id.text).joined(separator: ", "))"))
    return nil
  }

  /// The end as said; otherwise the start and the length of the demand.
  private mutating func end(of stop: PlacedStop, demand: Int) -> Instant? {
    if let end = stop.end { return end }
    guard let call = caseload.visit(stop.visit) else {
      report(
        InputProblem(
          code: "reference.unknown", location: stop.location, found: stop.visit.text, expected: "a call of the day",
          suggestion: NearestWord.to(stop.visit.text, among: caseload.visits.map(\.id.text)).map { "\($0) was meant" }))
      return nil
    }
    let length = call.demands.indices.contains(demand) ? call.demands[demand].length : call.length
    return stop.start + length
  }
}
