package import CareModel
import EpisodePlanning
import Quantities
import RotaChecking
package import RotaOptimiser
package import RotaPlanning
import TravelTimes

/// Makes schedule and rota agree: plans, really rosters the first days, and plans again with what that has taught.
///
/// Two things are learned: how much travel and waiting goes with an hour with people, and where a day has no place for a call
/// that was planned on it. Such a call on such a day becomes a cut, and the plan is mended. It ends when the rotas hold
/// what was planned, or after ``mostRounds``.
package struct ServicePlanner {
  private let service: Service
  private let days: Int
  private let settings: OptimiserSettings
  private let previous: PreviousPlan?

  /// How often a plan is made at most.
  package static let mostRounds = 4
  /// The service's today and the day after it.
  package static let rosteredDays = 2
  /// Work units for a call of a rostered day: enough to know what fits, not the rota that is worked.
  private static let unitsPerCall = 1500

  /// - Parameters:
  ///   - settings: seed and threads for the rotas; the budget follows from the size of the days.
  ///   - previous: an earlier plan, which is kept to where the promises allow it.
  package init(
    _ service: Service, days: Int = 42, settings: OptimiserSettings = OptimiserSettings(),
    previous: PreviousPlan? = nil
  ) {
    self.previous = previous
    self.service = service
    self.days = days
    self.settings = settings
  }

  /// - Parameter progress: told before each round and each rota.
  /// - Throws: `RotaPlanningError` where a day can't be rostered.
  package func plan(progress: (String) -> Void = { _ in }) throws(RotaPlanningError) -> EpisodePlan {
    var cuts: [VisitID] = []
    var overhead: [Role: PerMille] = [:]
    var overheadByPart: [Role: [PartOfDay: PerMille]] = [:]
    var rounds = 0
    while true {
      rounds += 1
      progress("planning, round \(rounds)")
      let planner = EpisodePlanner(
        service, days: max(days, ServicePlanner.rosteredDays),
        overhead: overhead.isEmpty
          ? .proposed : ContactOverhead(overhead, byPart: overheadByPart, usual: ContactOverhead.usual),
        cuts: Set(cuts), previous: previous)
      let plan = planner.plan()
      var measurement = OverheadMeasurement()
      var missing: [VisitID] = []
      var rostered = RosteredCalls()
      var rosteredDays: [RotaAgreement.RosteredDay] = []
      for date in (0..<ServicePlanner.rosteredDays).map({ service.today.adding(days: $0) }) {
        progress("rota of \(date)")
        let (caseload, checked) = try roster(date, plan)
        measurement.take(checked, of: caseload)
        missing += ServicePlanner.withoutPlace(checked.rota, plan)
        missing += halved(by: checked.rota, plan).filter { !missing.contains($0) }
        rostered.add(checked.rota)
        rosteredDays.append(ServicePlanner.account(of: checked.rota, caseload, plan))
      }
      let learned = overhead.isEmpty ? measurement.byRole : [:]
      guard !learned.isEmpty || !missing.isEmpty, rounds < ServicePlanner.mostRounds else {
        return plan.rostered(rostered, of: service).holding(
          RotaAgreement(
            days: rosteredDays, rounds: rounds, overhead: overhead, overheadByPart: overheadByPart, cuts: cuts,
            leftOut: missing)
        ).shown(through: service.today.adding(days: days - 1))
      }
      // What doesn't fit a plan made with a guess may fit the one made with what was measured.
      if learned.isEmpty {
        cuts += missing
      } else {
        (overhead, overheadByPart) = (learned, measurement.byPart)
      }
    }
  }

  /// Makes the rota of a day of the plan.
  private func roster(
    _ date: CivilDate, _ plan: EpisodePlan
  ) throws(RotaPlanningError) -> (Caseload, CheckedRota) {
    let caseload = DayCut.caseload(of: service.booking(plan, on: date), on: date).withoutWhatIsOver
    let travel: TravelModel
    do {
      travel = try TravelModel(caseload)
    } catch {
      throw .problemRefused("\(error)")
    }
    var settings = settings
    settings.budget = ServicePlanner.unitsPerCall * caseload.visits.count
    return (caseload, try RotaPlanner(caseload, travel: travel, settings: settings).plan())
  }

  /// First visits, plans and reviews that the plan has on the rota's day and the rota has not.
  private static func withoutPlace(_ rota: Rota, _ plan: EpisodePlan) -> [VisitID] {
    let placed = Set(rota.runs.flatMap { $0.stops.map(\.visit) })
    return plan.calls.filter { call in
      call.date == rota.serviceDate && call.basis == .planned && !placed.contains(call.id)
        && (call.need.kind == .firstResponse || (call.need.kind.hasClock && call.referral == nil))
    }.map(\.id)
  }

  /// First visits of people who come from hospital and of whom the rota leaves out a call of the first days: such a start is whole or
  /// not at all (`design.md` section 3).
  private func halved(by rota: Rota, _ plan: EpisodePlan) -> [VisitID] {
    let uncovered = Set(rota.uncovered)
    let leftOut = Set(
      plan.calls.filter { call in
        call.date == rota.serviceDate && call.basis == .planned && call.need.consequence.isEssential
          && !call.need.kind.hasClock && uncovered.contains(call.id)
      }.compactMap(\.referral))
    let wholly = Set(plan.starts.filter { leftOut.contains($0.referral) && comesFromHospital($0) }.map(\.referral))
    return plan.calls.filter { call in
      call.need.kind == .firstResponse && call.basis == .planned && call.referral.map(wholly.contains) ?? false
    }.map(\.id)
  }

  private func comesFromHospital(_ start: PlannedStart) -> Bool {
    guard start.restartOf == nil else { return start.readyFrom.map { $0 > service.asOf } ?? false }
    return service.referral(start.referral)?.referral.whereabouts == .inHospital
  }

  /// Without the calls of people who wait, or start on a later day: those stay in a day's rota only to be tried.
  private static func account(
    of rota: Rota, _ caseload: Caseload, _ plan: EpisodePlan
  ) -> RotaAgreement.RosteredDay {
    let uncovered = rota.uncovered.compactMap(caseload.visit)
    let waiting = Set(
      plan.starts.compactMap { start -> ReferralID? in
        if case .starts(let found) = start.outcome, found.date <= rota.serviceDate { return nil }
        return start.referral
      })
    func isWanted(_ visit: Visit) -> Bool {
      let isOfStart = visit.kind == .firstResponse || visit.isInStartBundle
      return !(isOfStart && visit.referral.map(waiting.contains) ?? false)
    }
    let undone = uncovered.filter(isWanted)
    return RotaAgreement.RosteredDay(
      date: rota.serviceDate, calls: caseload.visits.count(where: isWanted), uncovered: undone.count,
      withoutPlace: undone.filter { caseload.level(of: $0).level?.kind.isEssential ?? false }.map(\.id).sorted())
  }
}

extension Caseload {
  /// The day without calls of running packages that were wanted in a part of it that is over: they are taken for done, as the
  /// plan does.
  fileprivate var withoutWhatIsOver: Caseload {
    let over = Set(
      visits.filter { visit in
        guard visit.kind != .firstResponse, !visit.isInStartBundle, let wanted = visit.windows.first?.preferred.start
        else { return false }
        return PartOfDay.of(wanted, on: serviceDate, calendar: calendar)
          .isOver(on: serviceDate, asOf: asOf, calendar: calendar)
      }.map(\.id))
    guard !over.isEmpty else { return self }
    return Caseload(
      title: title, isInvented: isInvented, asOf: asOf, serviceDate: serviceDate, calendar: calendar, policy: policy,
      places: places, matrices: matrices, people: people, episodes: episodes, referrals: referrals, workers: workers,
      visits: visits.filter { !over.contains($0.id) },
      links: links.filter { !over.contains($0.first) && !over.contains($0.second) }, quarantine: quarantine)
  }
}
