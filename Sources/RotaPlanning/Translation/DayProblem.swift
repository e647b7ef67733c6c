import CareModel
import Quantities
import RotaOptimiser
import TravelTimes

/// A day of the model as the optimiser's integers, with the way back.
///
/// Calls under way or done, calls that are not wanted and duty periods that can't be worked are not in the problem; what has happened is
/// where each shift begins. Level 0 of the problem stands before the ladder: calls that a lock orders.
struct DayProblem: Sendable {
  let caseload: Caseload
  let travel: TravelModel
  var problem: RotaProblem
  /// By the problem's call index.
  private(set) var calls: [Visit] = []
  /// By the problem's shift index.
  private(set) var duties: [DutyInHand] = []

  /// A duty period with what has been done in it.
  struct DutyInHand: Sendable {
    let worker: Worker
    let duty: DutyPeriod
    let limits: DutyLimits
    /// In order of time.
    let facts: [Stop]
    /// The last real place of the facts.
    let lastPlace: PlaceID?
  }

  let origin: Instant
  let levelOffset = 1
  private(set) var callIndex: [VisitID: Int] = [:]
  let personIndex: [PersonID: Int]
  let linksOfVisit: [VisitID: [VisitLink]]
  let factsOfPerson: [PersonID: [Visit]]

  init(_ caseload: Caseload, travel: TravelModel) {
    self.caseload = caseload
    self.travel = travel
    origin = caseload.day.start
    personIndex = Dictionary(positionsOf: caseload.people.map(\.id))
    var linksOfVisit: [VisitID: [VisitLink]] = [:]
    for link in caseload.links {
      for end in Set([link.first, link.second]) { linksOfVisit[end, default: []].append(link) }
    }
    self.linksOfVisit = linksOfVisit
    factsOfPerson = Dictionary(grouping: caseload.visits.filter(\.state.isFact), by: \.person)
    problem = RotaProblem(
      levelCount: caseload.policy.ladder.levels.count + 1, grain: caseload.policy.timeGrain, shifts: [], calls: [],
      links: [], bundles: [], travel: [], nodeCount: 0,
      breakRequiredAfter: caseload.policy.breakRequiredAfter.seconds,
      overtimePerMinute: caseload.policy.overtimePerMinute, unfairnessPerMinute: caseload.policy.unfairnessPerMinute)
    if let stability = caseload.policy.ladder.levels.firstIndex(where: { $0.kind == .stability }) {
      problem.forgiven = Array(repeating: 0, count: stability + levelOffset) + [caseload.policy.changeBudget]
    }
    duties = dutiesInHand()
    calls = caseload.visits.filter { !$0.state.isFact && caseload.level(of: $0).level != nil }
    for (index, visit) in calls.enumerated() { callIndex[visit.id] = index }
    layTravel()
    layShifts()
    layWaysUnderWay()
    problem.calls = calls.enumerated().map { index, visit in call(visit, node: callNodes[index]) }
    layLinks()
    layBundles()
  }

  // MARK: Nodes and travel

  private(set) var callNodes: [Int?] = []
  private(set) var startNodes: [Int] = []
  private var endNodes: [Int?] = []
  private(set) var modes: [TravelMode] = []

  /// One node a call and a shift's end or start: the factor of the day-part belongs to the call travelled to.
  private mutating func layTravel() {
    var nodes: [(place: PlaceID, part: DayPart)] = []
    func node(_ place: PlaceID, _ part: DayPart) -> Int {
      nodes.append((place, part))
      return nodes.count - 1
    }
    callNodes = calls.map { visit in
      caseload.place(of: visit).map { node($0, caseload.travelDayPart(to: visit)) }
    }
    startNodes = duties.map { node($0.lastPlace ?? $0.duty.startPlace, .offPeak) }
    endNodes = duties.map { duty in duty.duty.endPlace.map { node($0, .offPeak) } }
    modes = TravelMode.allCases.filter { mode in duties.contains { $0.duty.mode == mode } }
    problem.nodeCount = nodes.count
    problem.travel = modes.map { table(mode: $0, nodes: nodes) }
  }

  private func table(mode: TravelMode, nodes: [(place: PlaceID, part: DayPart)]) -> RotaProblem.Travel {
    let places = Array(Set(nodes.map(\.place))).sorted()
    let placeIndex = Dictionary(places.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = nodes.map { placeIndex[$0.place] ?? 0 }
    let tables = DayPart.allCases.map { travel.table(places: places, mode: mode, part: $0) }
    let partIndex = nodes.map { node in DayPart.allCases.firstIndex(of: node.part) ?? 0 }
    var seconds = [Int32](repeating: 0, count: nodes.count * nodes.count)
    var pence = seconds
    for (from, fromRow) in rows.enumerated() {
      for (to, toRow) in rows.enumerated() {
        let cell = fromRow * places.count + toRow
        let table = tables[partIndex[to]]
        seconds[from * nodes.count + to] = table.seconds[cell]
        pence[from * nodes.count + to] = legPence(
          seconds: Int(table.seconds[cell]), metres: Int(table.metres[cell]), mode: mode)
      }
    }
    return RotaProblem.Travel(seconds: seconds, pence: pence)
  }

  /// Paid travel and mileage of one leg, each rounded half up.
  private func legPence(seconds: Int, metres: Int, mode: TravelMode) -> Int32 {
    let paid = (2 * seconds * caseload.policy.paidTravelPerMinute.value + 60) / 120
    let mileage =
      mode == .car ? (2 * metres * caseload.policy.mileagePerMile.value * 1000 + 1_609_344) / (2 * 1_609_344) : 0
    return Int32(clamping: paid + mileage)
  }

  // MARK: Shifts

  private func dutiesInHand() -> [DutyInHand] {
    var facts: [DutyID: [Stop]] = [:]
    for visit in caseload.visits where visit.state.isFact {
      guard let actual = visit.actual else { continue }
      for (index, worker) in actual.workers.enumerated() where visit.demands.indices.contains(index) {
        guard let duty = caseload.worker(worker).flatMap({ DayProblem.duty(of: $0, at: actual.start) }) else {
          continue
        }
        facts[duty.id, default: []].append(
          Stop(
            visit: visit.id, demand: index, start: actual.start,
            end: actual.start + visit.demands[index].length))
      }
    }
    return caseload.workers.flatMap { worker in
      worker.dutyPeriods.map { duty in
        let stops = (facts[duty.id] ?? []).sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }
        let place = stops.last { stop in caseload.visit(stop.visit).flatMap(caseload.place(of:)) != nil }
          .flatMap { stop in caseload.visit(stop.visit).flatMap(caseload.place(of:)) }
        return DutyInHand(
          worker: worker, duty: duty, limits: DutyLimits(of: duty, of: worker, policy: caseload.policy), facts: stops,
          lastPlace: place)
      }
    }
  }

  /// The duty period to which something that happened belongs: the one that holds it, or else the last that began before it.
  static func duty(of worker: Worker, at instant: Instant) -> DutyPeriod? {
    worker.dutyPeriods.first { $0.hours.contains(instant) }
      ?? worker.dutyPeriods.last { $0.hours.start <= instant } ?? worker.dutyPeriods.first
  }

  private mutating func layShifts() {
    let demanded = caseload.visits.filter { caseload.level(of: $0).level != nil }.flatMap(\.demands)
      .reduce(0) { $0 + $1.length.seconds.value }
    let onDuty = duties.reduce(0) { $0 + $1.duty.hours.length.value }
    problem.shifts = duties.enumerated().map { index, inHand in
      let lastEnd = inHand.facts.map(\.end).max() ?? caseload.asOf
      let earliest = max(inHand.limits.earliestStart, caseload.asOf, lastEnd)
      let share = onDuty > 0 ? demanded * inHand.duty.hours.length.value / onDuty : 0
      let breaks = inHand.duty.breaks.filter { !$0.isTaken && caseload.asOf <= $0.window.end - $0.length }
      return RotaProblem.Shift(
        worker: caseload.workers.firstIndex { $0.id == inHand.worker.id } ?? 0,
        mode: modes.firstIndex(of: inHand.duty.mode) ?? 0, earliest: elapsed(earliest),
        latest: elapsed(inHand.limits.latestEnd), contractedEnd: elapsed(inHand.duty.hours.end),
        startNode: startNodes[index], endNode: endNodes[index],
        breaks: breaks.map {
          RotaProblem.Break(length: $0.length.seconds, from: elapsed($0.window.start), until: elapsed($0.window.end))
        },
        contactShare: Seconds(share),
        contactSoFar: inHand.facts.reduce(Seconds.zero) { $0 + ($1.end - $1.start) },
        departed: departure(of: inHand).map(elapsed))
    }
  }

  /// When a run that has begun left for its first call.
  private func departure(of inHand: DutyInHand) -> Instant? {
    guard let first = inHand.facts.first, let visit = caseload.visit(first.visit) else { return nil }
    guard let place = caseload.place(of: visit), place != inHand.duty.startPlace else { return first.start }
    return first.start
      - travel.leg(
        from: inHand.duty.startPlace, to: place, mode: inHand.duty.mode, part: caseload.travelDayPart(to: visit)
      ).seconds
  }

  mutating func add(_ link: RotaProblem.Link) { problem.links.append(link) }

  mutating func add(bundle: [Int]) { problem.bundles.append(bundle) }

  /// Leaves a call without windows: it can't be done.
  mutating func close(_ call: Int) { problem.calls[call].windows = [] }

  /// Seconds from the day's origin, kept within four weeks either side.
  func elapsed(_ instant: Instant) -> Seconds {
    Seconds(min(max((instant - origin).value, -28 * 86_400), 28 * 86_400))
  }

  func instant(_ elapsed: Seconds) -> Instant { origin + elapsed }
}
