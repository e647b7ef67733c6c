import CareModel
import Explanations
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("What would free a call")
struct ReleaseTests {
  @Test(
    "on random days each change named makes the day better when it is solved again, and none is larger than it need be")
  func tinyDays() throws {
    var seen: [String: Int] = [:]
    for seed in 0..<300 {
      try examine(TinyDays.day(seed: UInt64(seed), features: seed % 4 == 0 ? .all : .usual), "day \(seed)", &seen)
    }
    // Every kind must occur, or this test shows nothing of it.
    for kind in ["otherMoved", "longerDuty", "earlierStart", "laterStart", "lockLifted", "moreWorkers"] {
      #expect(seen[kind, default: 0] > 0, "\(kind) never occurs: \(seen)")
    }
  }

  @Test("nobody is asked to stay whose duty is over, as somebody's who went home ill")
  func goneHome() throws {
    var stays = 0
    for seed in 0..<300 {
      let whole = TinyDays.day(seed: UInt64(seed), features: .usual)
      guard let ill = whole.workers.first, let duty = ill.dutyPeriods.first, duty.hours.start < whole.asOf,
        let hours = InstantInterval(start: duty.hours.start, end: min(duty.hours.end, whole.asOf))
      else { continue }
      let day = whole.supposing(workers: [home(ill, after: hours, in: duty)])
      let travel = try TravelModel(day)
      guard let checked = plan(day, travel) else { continue }
      let finder = ReleaseFinder(checked, of: day, travel: travel)
      for visit in day.visits {
        for case .longerDuty(let worker, let longer, _) in finder.releases(for: visit).map(\.change) {
          stays += 1
          #expect(worker != ill.id || longer != duty.id, "day \(seed) \(visit.id)")
        }
      }
    }
    #expect(stays > 0)
  }

  private func home(_ worker: Worker, after hours: InstantInterval, in duty: DutyPeriod) -> Worker {
    let ended = DutyPeriod(
      id: duty.id, hours: hours, startPlace: duty.startPlace, endPlace: nil, mode: duty.mode)
    return Worker(
      id: worker.id, role: worker.role, skills: worker.skills, gender: worker.gender, languages: worker.languages,
      dutyPeriods: [ended] + worker.dutyPeriods.dropFirst(), refusedPeople: worker.refusedPeople, record: worker.record)
  }

  private func examine(_ day: Caseload, _ name: String, _ seen: inout [String: Int]) throws {
    let travel = try TravelModel(day)
    guard let checked = plan(day, travel, solver: .greedy) else { return }
    let finder = ReleaseFinder(checked, of: day, travel: travel)
    for explanation in ReasonFinder(checked, of: day, travel: travel).explanations() {
      let visit = try #require(day.visit(explanation.visit))
      for release in finder.releases(for: visit) {
        let (kind, changed) = applied(release.change, to: day, visit)
        seen[kind, default: 0] += 1
        guard let again = plan(changed, travel, from: checked.rota) else {
          Issue.record("\(name) \(visit.id) \(kind): no rota")
          continue
        }
        // The same rota on the changed day, so that what else the change touches is not taken for a gain.
        let before = aboveCost(RotaChecker.check(checked.rota, of: changed, travel: travel).score)
        let after = aboveCost(again.score)
        let isBetter = after.lexicographicallyPrecedes(before)
        // To be at its agreed time may cost more than it saves; nothing before the cost may suffer.
        let isAsGood = if case .outsideAgreed = explanation.matter { after == before } else { false }
        #expect(isBetter || isAsGood, "\(name) \(visit.id) \(kind): \(release)")
        if case .laterStart(let minutes) = release.change {
          try expectLeast(minutes, later: true, visit, day, checked, travel, "\(name) \(visit.id)")
        }
        if case .earlierStart(let minutes) = release.change {
          try expectLeast(minutes, later: false, visit, day, checked, travel, "\(name) \(visit.id)")
        }
      }
    }
  }

  private func plan(
    _ day: Caseload, _ travel: TravelModel, from rota: Rota? = nil, solver: OptimiserSettings.Solver = .auto
  ) -> CheckedRota? {
    try? RotaPlanner(
      day, travel: travel,
      settings: OptimiserSettings(budget: rota == nil ? 400 : 4000, solver: rota == nil ? solver : .auto)
    )
    .plan(from: rota.map { RotaStart($0) })
  }

  private func aboveCost(_ score: Score) -> [Int] {
    zip(score.ladder.levels, score.values).filter { $0.0.kind != .cost }.map(\.1)
  }

  /// With a window wider by a grain less the call has no place in the rota as it stands.
  private func expectLeast(
    _ minutes: Minutes, later: Bool, _ visit: Visit, _ day: Caseload, _ checked: CheckedRota, _ travel: TravelModel,
    _ name: String
  ) throws {
    let grain = day.policy.timeGrain.startedMinutes
    guard minutes > grain else { return }
    let less = widened(visit, by: minutes - grain, later: later)
    let changed = day.supposing(visits: [less])
    let fits = RotaFits(checked.rota, of: changed, travel: travel)
    let starts = less.windows.flatMap { fits.starts(of: less, within: $0.safe) }
    #expect(fits.opening(for: less, within: starts) == nil, "\(name) \(minutes)")
  }

  private func widened(_ visit: Visit, by minutes: Minutes, later: Bool) -> Visit {
    visit.with(
      windows: visit.windows.map { window in
        let from = later ? window.safe.start : window.safe.start - minutes
        let until = later ? window.safe.end + minutes : window.safe.end
        return InstantInterval(start: from, end: until).flatMap {
          WindowAlternative(preferred: window.preferred, agreed: window.agreed, safe: $0)
        } ?? window
      })
  }

  private func applied(_ change: Release.Change, to day: Caseload, _ visit: Visit) -> (String, Caseload) {
    switch change {
    case .otherMoved: return ("otherMoved", day)
    case .longerDuty(let id, let duty, let by):
      let workers = day.workers.filter { $0.id == id }.map { $0.staying { $0.id == duty ? by : .zero } }
      return ("longerDuty", day.supposing(workers: workers))
    case .earlierStart(let by):
      return ("earlierStart", day.supposing(visits: [widened(visit, by: by, later: false)]))
    case .laterStart(let by): return ("laterStart", day.supposing(visits: [widened(visit, by: by, later: true)]))
    case .lockLifted(let id, _):
      return ("lockLifted", day.supposing(visits: day.visits.filter { $0.id == id }.map(\.unlocked)))
    case .moreWorkers(let count, let demand, let hours):
      let place = day.place(of: visit) ?? day.people[0].place
      let needs = count == visit.demands.count ? visit.demands : [demand]
      let workers = needs.enumerated().map { index, need in
        Worker(
          id: WorkerID("more-\(index)"), role: need.roles.first ?? .rehabilitationAssistant, skills: need.skills,
          gender: wanted(visit, day).0, languages: wanted(visit, day).1,
          dutyPeriods: [
            DutyPeriod(id: DutyID("more-\(index)"), hours: hours, startPlace: place, endPlace: nil, mode: .onFoot)
          ])
      }
      return ("moreWorkers", day.supposing(workers: workers))
    }
  }

  private func wanted(_ visit: Visit, _ day: Caseload) -> (Gender?, [String]) {
    var found: (Gender?, [String]) = (nil, [])
    for preference in day.preferences(about: visit) where preference.strength == .required {
      switch preference.wish {
      case .gender(let gender): found.0 = gender
      case .language(let language): found.1.append(language)
      case .workers: break
      }
    }
    return found
  }
}
