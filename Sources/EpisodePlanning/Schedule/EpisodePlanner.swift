package import CareModel
import Quantities

/// Plans a service: starts and clocked calls on days, level by level, against the contact time that the staff has.
///
/// First everything is placed greedily, in the order in which people are served; then GLPK places all at once
/// (``ScheduleProgram``), which can only be better at the first level that differs. Where GLPK fails, greedy stands and the
/// plan says why.
package struct EpisodePlanner {
  /// As it is recorded.
  private let recorded: Service
  /// With people who come back after long as starts.
  private let service: Service
  private let restarts: [Restart]
  private let first: CivilDate
  private let shownDays: Int
  private let days: Int
  private let overhead: ContactOverhead
  private let cuts: Set<VisitID>
  private let previous: PreviousPlan?
  private let work: Int

  /// Days that a schedule may cover.
  package static let horizon = 1...84

  /// - Parameters:
  ///   - days: how many are shown, the service's today included; starts are looked at two weeks ahead in any case.
  ///   - cuts: calls on days that have no place for them, as their rotas have shown.
  ///   - previous: an earlier plan, which is kept to where the promises allow it.
  ///   - work: what the integer program may spend, in pivots times rows; the same work gives the same plan.
  package init(
    _ service: Service, days: Int = 42, overhead: ContactOverhead = .proposed, cuts: Set<VisitID> = [],
    previous: PreviousPlan? = nil, work: Int = 100_000_000
  ) {
    self.previous = previous
    self.work = work
    self.cuts = cuts
    recorded = service
    first = service.today
    restarts = service.restarts(by: first.adding(days: StartOptions.startDays))
    self.service = service.with(restarts)
    shownDays = min(max(days, EpisodePlanner.horizon.lowerBound), EpisodePlanner.horizon.upperBound)
    self.days = max(shownDays, StartOptions.startDays + StartOptions.fitDays)
    self.overhead = overhead
  }

  package func plan() -> EpisodePlan {
    let plan = plan(.none)
    let unvisited = unvisited(plan.starts)
    // Who comes back after long is reviewed behind the first visit, whose day is known only now.
    let isReviewedBefore = plan.calls.contains { $0.need.kind.hasClock && unvisited.contains($0.date, of: $0.episode) }
    return isReviewedBefore ? self.plan(unvisited) : plan
  }

  private func unvisited(_ starts: [PlannedStart]) -> DaysBeforeReturn {
    DaysBeforeReturn(restarts, starts, unplaced: first.adding(days: StartOptions.startDays))
  }

  /// - Parameter unvisited: days on which no review is planned, and none that is booked counts.
  private func plan(_ unvisited: DaysBeforeReturn) -> EpisodePlan {
    let queue = StartQueue(service)
    let finder = ClockedCallFinder(recorded, unvisited)
    let slots = ClinicSlots(service, from: first, days: StartOptions.startDays)
    let clockedCalls = ClockedCalls(service: recorded, first: first, slots: slots, cuts: cuts, unvisited: unvisited)
    let weekly = WeeklyCalls(recorded, from: first)
    let weeks = weekly.weeks()
    let open = ScheduleCandidates.Open(
      clocked: finder.calls().map(clockedCalls.calls),
      others: weeks.map(\.calls) + EquipmentFits(service: recorded, first: first).calls())
    let fixed = FixedCalls(service, restarts, from: first, days: days).calls() + promised(queue)
    let asked = Set(fixed.flatMap(\.asked)).union(queue.asked(from: first, days: days)).union(open.asked)
      .union(finder.asked(from: first))
    let classes = WorkClasses(staff: service.staff, asked: asked)
    let hours = StaffHours(service, from: first, days: days, asOf: service.asOf)
    var pools = CapacityPools(service, hours, classes, from: first, days: days, overhead: overhead)
    // Low calls come behind everybody's start, as on the day's ladder; plans and reviews that are booked stand.
    pools.takeAll(fixed.filter { $0.need.consequence.isEssential || $0.need.kind.hasClock })
    let levels = ScheduleLevels(service.policy)
    let reserve = StartReserve(service.policy)
    let options = StartOptions(
      service: service, levels: levels, pools: pools, first: first, earliestDuty: hours.earliestDuty,
      cuts: cuts, firstWeekLimit: reserve == nil ? nil : slots.free.count, previous: previous)
    let burden = CallBurden(service, hours, pools.whole, from: first)
    let candidates = ScheduleCandidates(queue, open, options) {
      $0.candidate(from: first, levels, pools, slots, burden, after: previous)
    }
    let free = PlanningProblem(
      candidates: candidates.all, levelNames: levels.names, able: classes.able, pools: pools.flows,
      capacity: pools.capacity,
      limits: slots.free + (reserve == nil ? [] : Array(repeating: queue.entries.count, count: StartReserve.weeks))
    ).withoutLoosePools
    let solver = ScheduleSolver(levels: levels, work: work)
    var (problem, solved) = (free, solver.solve(free, wholePools: days))
    var effect: ReserveEffect?
    if let reserve {
      let without = candidates.placed(solved.choice, queue)
      problem = free.with(limits: slots.free + reserve.most(without))
      solved = solver.solve(problem, wholePools: days)
      effect = reserve.effect(
        queue.entries, without: without, with: candidates.placed(solved.choice, queue), first: first)
    }
    let choice = solved.choice

    let outcomes = StartOutcomes(service: service, classes: classes, pools: pools, problem: problem, choice: choice)
    let starts = queue.entries.enumerated().map { index, entry in
      outcomes.start(
        of: entry, ways: candidates.ways[index]?.all ?? [], candidate: candidates.placeOfEntry[index], options: options)
    }
    let placed = open.all.enumerated().map { index, calls in
      choice[candidates.placeOfOpen[index]].map { calls.ways[$0.option].calls } ?? []
    }
    var chosen = startCalls(queue, candidates, choice) + placed.joined()
    let next = weeks.enumerated().filter { $1.start > first }.map { index, week in
      (WeeklyCalls.Key(episode: week.record.id, line: week.line.id), placed[open.clocked.count + index].map(\.date))
    }
    chosen += weekly.repeated(
      Dictionary(next, uniquingKeysWith: { first, _ in first }), through: lastDay)
    var room = RemainingRoom(pools.whole, after: chosen.filter { $0.basis != .leftOut })
    var calls = fixed + chosen
    calls += startClocks(queue, starts, in: &room)
    let unvisited = self.unvisited(starts)
    func counted(_ calls: [PlannedCall]) -> [PlannedCall] {
      calls.filter { !unvisited.contains($0.date, of: $0.episode) }
    }
    calls += ReviewChain(service: recorded, finder: finder, first: first, days: days).calls(
      after: counted(calls), in: &room)
    calls.sort { ($0.date, $0.part, $0.person, $0.id) < ($1.date, $1.part, $1.person, $1.id) }
    let changes = previous.map { previous in
      let comparison = ScheduleChanges(
        service: service, previous: previous, problem: problem, choice: choice, classes: classes,
        pools: pools, levels: levels)
      return comparison.starts(queue, candidates, starts, options) + comparison.calls(open, candidates, calls)
    }
    let last = first.adding(days: shownDays - 1)
    let report = CapacityReport(
      service: service, hours: hours, overhead: overhead, first: first, days: shownDays)
    var duty = DutyCover(service, from: first, days: days)
    calls = duty.told(calls)
    // A plan or a review for which nobody is on duty keeps no promise.
    let kept = counted(calls).filter { !($0.need.kind.hasClock && $0.hasNobodyOnDuty) }
    let breaches = ClockBreaches(service: recorded, starts: starts, calls: kept).all()
    let tapers = TaperProposals(service).proposals(for: calls)
    let teams = CoreTeams(service, hours, overhead, from: first).proposals(for: calls)
    calls = ProbableCalls(recorded, starts: starts).marked(calls).filter { $0.date <= last }
    return EpisodePlan(
      asOf: service.asOf, firstDay: first, lastDay: last,
      beyondLimit: BeyondLimits(service: recorded).all, starts: starts, calls: calls,
      tasks: DueTasks(recorded, unvisited).through(last), callsDue: CallsDue(recorded).all, breaches: breaches,
      capacityByRole: report.byRole(calls), capacityByPatch: report.byPatch(calls),
      capacityBySkill: report.bySkill(calls), longestWaits: queue.longestWaits,
      taperProposals: tapers,
      coreTeams: teams, carePlanOwners: CarePlanOwners(service: recorded).all,
      repeats: RepeatEpisodes(recorded).repeats(among: starts),
      forecastErrors: ForecastErrors(recorded).all(), account: solved.account,
      reserve: effect, changes: changes)
  }

  // MARK: - What was chosen, as calls

  private var lastDay: CivilDate { first.adding(days: days - 1) }

  /// What follows a first visit that has been promised.
  private func promised(_ queue: StartQueue) -> [PlannedCall] {
    queue.entries.flatMap { entry -> [PlannedCall] in
      guard let booked = entry.promised,
        let preferred = service.calendar.interval(of: booked.call.preferred, onServiceDay: booked.date)
      else { return [] }
      let part = PartOfDay.of(preferred.start, on: booked.date, calendar: service.calendar)
      return queue.calls(
        of: entry, startingOn: booked.date, part: part, behind: preferred.start + entry.length, until: lastDay)
    }
  }

  /// Of everybody who has a day.
  private func startClocks(
    _ queue: StartQueue, _ starts: [PlannedStart], in room: inout RemainingRoom
  ) -> [PlannedCall] {
    var calls: [PlannedCall] = []
    for (entry, start) in zip(queue.entries, starts) {
      guard case .starts(let found) = start.outcome else { continue }
      calls += StartClocks(service: service).calls(of: entry, startingOn: found.date, through: lastDay, in: &room)
    }
    return calls
  }

  private func startCalls(
    _ queue: StartQueue, _ candidates: ScheduleCandidates, _ choice: [PlanningProblem.Decision?]
  ) -> [PlannedCall] {
    queue.entries.enumerated().flatMap { index, entry -> [PlannedCall] in
      guard let place = candidates.placeOfEntry[index], let ways = candidates.ways[index], let decision = choice[place]
      else { return [] }
      let way = ways.all[decision.option]
      let leftOut = Set(way.option.extras).subtracting(decision.extras).map { ways.extras[$0] }
      return queue.calls(
        of: entry, startingOn: way.start.date, part: way.start.part, behind: way.start.earliest + entry.length,
        until: lastDay
      ).map { leftOut.contains($0.id) ? $0.leftOut : $0 }
    }
  }
}
