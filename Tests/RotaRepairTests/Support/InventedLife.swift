import CareModel
import Quantities
import ReproducibleNumbers
import RotaChecking
import RotaOptimiser
import RotaPlanning
import RotaRepair
import Testing
import TravelTimes

/// A day with its published rota, carried on from moment to moment.
struct InventedLife {
  private(set) var day: Caseload
  private(set) var rota: Rota
  private(set) var events = 0
  private let travel: TravelModel
  private let seed: UInt64
  private let budget: Int

  /// Nil for a day of which no rota can be made.
  init?(_ day: Caseload, seed: UInt64, budget: Int) throws {
    self.day = day
    self.seed = seed
    self.budget = budget
    travel = try TravelModel(day)
    let planner = RotaPlanner(day, travel: travel, settings: OptimiserSettings(seed: seed, budget: budget))
    guard let checked = try? planner.plan() else { return nil }
    rota = checked.rota
  }

  /// What happens at a moment, and what is made of it.
  struct Step {
    let before: Caseload
    let published: Rota
    let events: [DayEvent]
    let after: DayAfterEvents
    let repair: Repair
  }

  /// Some hours after seven in the morning; events that can't be taken are left out. Nil where orders can't be kept together.
  func step(hours: Int, events count: Int) throws -> Step? {
    var random = RandomStream(seed: seed, purpose: StreamPurpose("tests.repairs"), index: UInt64(hours))
    let morning = day.day.start + Minutes(120 + 60 * hours + 5 * random.nextInt(below: 12))
    let now = max(day.asOf, min(morning, day.day.end))
    var source = InventedEvents(day: day, now: now, random: random)
    var events: [DayEvent] = []
    for _ in 0..<count * 8 where events.count < count {
      guard let event = source.next() else { continue }
      do {
        _ = try DayAfterEvents(day, rota: rota, events: events + [event], asOf: now, travel: travel)
        events.append(event)
      } catch {
        #expect(error.problems.allSatisfy { (0...events.count).contains($0.event) && !$0.expected.isEmpty })
      }
    }
    let after = try DayAfterEvents(day, rota: rota, events: events, asOf: now, travel: travel)
    do {
      return Step(before: day, published: rota, events: events, after: after, repair: try repair(after))
    } catch let error as RotaPlanningError where error.isInputError {
      return nil
    }
  }

  func repair(_ after: DayAfterEvents, solver: OptimiserSettings.Solver = .auto) throws -> Repair {
    try RotaRepairer(
      after, of: RotaStart(rota), travel: travel,
      settings: OptimiserSettings(seed: seed, budget: budget, solver: solver)
    ).repair()
  }

  /// With every other call ordered to its published worker and time the levels before stability are as good.
  func isNoWorseWithOthersHeld(_ step: Step) throws -> Bool {
    let day = step.after.caseload
    let visits = day.visits.map { visit in
      var visit = visit
      if let told = step.after.published[visit.id], step.after.struckBy[visit.id] == nil, visit.lock == nil,
        !visit.state.isFact, day.level(of: visit).level != nil
      {
        visit.lock = Lock(workers: told.workers, start: told.start, setBy: "test", reason: "held")
      }
      return visit
    }
    let held = Caseload(
      title: day.title, isInvented: true, asOf: day.asOf, serviceDate: day.serviceDate, calendar: day.calendar,
      policy: day.policy, places: day.places, matrices: day.matrices, people: day.people, episodes: day.episodes,
      referrals: day.referrals, workers: day.workers, visits: visits, links: day.links)
    let planner = RotaPlanner(held, travel: travel, settings: OptimiserSettings(seed: seed, budget: 2_000))
    guard let checked = try? planner.plan() else { return false }
    let stability = day.policy.ladder.index(of: Level(.stability)) ?? 0
    let (with, without) = (checked.score.values.prefix(stability), step.repair.checked.score.values.prefix(stability))
    return !without.lexicographicallyPrecedes(with)
  }

  mutating func take(_ step: Step) {
    day = step.after.caseload
    rota = step.repair.checked.rota
    events += step.events.count
  }
}

extension InventedLife.Step {
  /// What holds of every repair, worked out from the two days and the two rotas alone.
  func expectLaws(_ comment: String) throws {
    #expect(repair.checked.isPublishable, "\(comment)")
    let now = after.caseload
    let changed = Dictionary(uniqueKeysWithValues: repair.report.changes.map { ($0.visit, $0) })
    let fallen = Set(after.fallenAway.map(\.visit))
    let covered = Set(repair.checked.rota.runs.flatMap(\.stops).map(\.visit))
    let listed = Set(repair.checked.rota.uncovered)
    for visit in before.visits {
      guard let left = now.visit(visit.id) else {
        #expect(fallen.contains(visit.id) && changed[visit.id] != nil, "\(comment): \(visit.id) is lost")
        continue
      }
      if visit.state.isFact {
        #expect(left.state.isFact && left.actual == visit.actual, "\(comment): \(visit.id)")
        continue
      }
      let told = placement(visit.id, published)
      guard !left.state.isFact else {
        // What has begun was begun by those who were told, and not before the time that was told.
        #expect(
          left.actual?.workers == told?.workers && told.map { $0.start <= left.actual?.start ?? $0.start } ?? false)
        continue
      }
      if now.level(of: left).level != nil {
        #expect(covered.contains(visit.id) != listed.contains(visit.id), "\(comment): \(visit.id) is forgotten")
      }
      // No promise is broken without a word.
      let placed = placement(visit.id, repair.checked.rota)
      if told?.start != placed?.start || Set(told?.workers ?? []) != Set(placed?.workers ?? []) {
        #expect(changed[visit.id] != nil, "\(comment): \(visit.id) changes silently")
      }
    }
    for call in after.brought {
      let isWanted = now.visit(call.visit).flatMap { now.level(of: $0).level } != nil
      #expect(!isWanted || covered.contains(call.visit) != listed.contains(call.visit), "\(comment): \(call.visit)")
    }
    try expectStays(comment, now)
  }

  /// Nobody calls on somebody who is in hospital, after the call in hand.
  private func expectStays(_ comment: String, _ now: Caseload) throws {
    for event in events {
      guard case .toHospital(let person, let from, let until) = event.matter else { continue }
      for stop in repair.checked.rota.runs.flatMap(\.stops) {
        let visit = try #require(now.visit(stop.visit))
        guard visit.person == person, !visit.state.isFact else { continue }
        #expect(stop.end < from || (until.map { $0 < stop.start } ?? false), "\(comment): \(stop.visit)")
      }
    }
  }

  private func placement(_ visit: VisitID, _ rota: Rota) -> Visit.Placement? {
    let stops = rota.runs.flatMap { run in run.stops.filter { $0.visit == visit }.map { (run.worker, $0) } }
      .sorted { $0.1.demand < $1.1.demand }
    return stops.first.map { Visit.Placement(workers: stops.map(\.0), start: $0.1.start) }
  }
}
