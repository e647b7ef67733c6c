package import CareModel
import LinearProgramming
import Quantities

/// Plans a service: starts and clocked calls on days, level by level, against the contact time that the staff has.
///
/// First everything is placed greedily, in the order in which people are served; then GLPK places all at once
/// (``ScheduleProgram``), which can only be better at the first level that differs. Where GLPK fails, greedy stands and the
/// plan says why.
package struct EpisodePlanner {
  private let service: Service
  private let first: CivilDate
  private let shownDays: Int
  private let days: Int
  private let overhead: ContactOverhead
  private let cuts: Set<VisitID>
  private let work: Int

  /// Days that a schedule may cover.
  package static let horizon = 1...84

  /// - Parameters:
  ///   - days: how many are shown, the service's today included; starts are looked at two weeks ahead in any case.
  ///   - cuts: calls on days that have no place for them, as their rotas have shown.
  ///   - work: what the integer program may spend, in pivots times rows; the same work gives the same plan.
  package init(
    _ service: Service, days: Int = 42, overhead: ContactOverhead = .proposed, cuts: Set<VisitID> = [],
    work: Int = 40_000_000
  ) {
    self.work = work
    self.cuts = cuts
    self.service = service
    first = service.today
    shownDays = min(max(days, EpisodePlanner.horizon.lowerBound), EpisodePlanner.horizon.upperBound)
    self.days = max(shownDays, StartOptions.startDays + StartOptions.fitDays)
    self.overhead = overhead
  }

  package func plan() -> EpisodePlan {
    let queue = StartQueue(service)
    let finder = ClockedCallFinder(service)
    let clocked = finder.calls()
    let fixed = FixedCalls(service, from: first, days: days).calls() + promised(queue)
    var asked = Set(fixed.flatMap(\.asked)).union(queue.asked(from: first, days: days))
    for call in clocked {
      let days = (0..<StartOptions.startDays).map { first.adding(days: $0) }
      asked.formUnion(
        days.flatMap {
          PlannedCall.clocked(call.record, call.kind, call.need, on: $0, by: $0, service: service).asked
        })
    }
    let classes = WorkClasses(staff: service.staff, asked: asked)
    let hours = StaffHours(service, from: first, days: days, asOf: service.asOf)
    var capacity = CapacityTable(service, hours, classes, from: first, days: days, overhead: overhead)
    // Low calls come behind everybody's start, as on the day's ladder; plans and reviews that are booked stand.
    capacity.takeAll(fixed.filter { $0.need.consequence.isEssential || $0.need.kind.hasClock })
    let levels = ScheduleLevels(service.policy)
    let options = StartOptions(
      service: service, levels: levels, classes: classes, first: first, earliestDuty: hours.earliestDuty,
      cuts: cuts)
    let candidates = Candidates(
      queue: queue, clocked: clocked, options: options,
      calls: ClockedCalls(service: service, levels: levels, classes: classes, first: first, cuts: cuts))
    let problem = PlanningProblem(
      candidates: candidates.all, levelNames: levels.names, able: classes.able, days: capacity.days,
      capacity: capacity.capacity)
    let (choice, account) = solve(problem, saying: levels.printedNames)

    let outcomes = StartOutcomes(service: service, classes: classes, problem: problem, choice: choice)
    let starts = queue.entries.enumerated().map { index, entry in
      outcomes.start(
        of: entry, ways: candidates.ways[index]?.all ?? [], candidate: candidates.placeOfEntry[index], options: options)
    }
    var calls = fixed + startCalls(queue, candidates, choice) + clockedCalls(clocked, candidates, choice)
    calls += ReviewChain(service: service, finder: finder, first: first, days: days).calls(after: calls)
    calls.sort { ($0.date, $0.part, $0.person, $0.id) < ($1.date, $1.part, $1.person, $1.id) }
    let last = first.adding(days: shownDays - 1)
    let report = CapacityReport(
      service: service, hours: hours, overhead: overhead, first: first, days: shownDays)
    let breaches = ClockBreaches(service: service, starts: starts, calls: calls).all()
    calls.removeAll { $0.date > last }
    return EpisodePlan(
      asOf: service.asOf, firstDay: first, lastDay: last, starts: starts, calls: calls,
      tasks: DueTasks(service).through(last),
      breaches: breaches,
      capacityByRole: report.byRole(calls), capacityByPatch: report.byPatch(calls), longestWaits: queue.longestWaits,
      taperProposals: TaperProposals(service).proposals(for: calls), account: account)
  }

  /// Starts and clocked calls as candidates, in the order in which they are served.
  private struct Candidates {
    let all: [PlanningProblem.Candidate]
    /// By entry of the queue: its ways to start; nil for one that is promised.
    let ways: [StartOptions.Ways?]
    /// By entry of the queue: its place among the candidates; nil for one that is promised.
    let placeOfEntry: [Int?]
    let firstClocked: Int

    init(queue: StartQueue, clocked: [ClockedCalls.Clocked], options: StartOptions, calls: ClockedCalls) {
      let ways = queue.entries.map { entry in
        entry.promised == nil ? options.ways(of: entry) : nil
      }
      var all: [PlanningProblem.Candidate] = []
      var places: [Int?] = Array(repeating: nil, count: queue.entries.count)
      func add(_ range: Range<Int>) {
        for index in range {
          guard let candidate = ways[index]?.candidate else { continue }
          places[index] = all.count
          all.append(candidate)
        }
      }
      let before = queue.countBeforeClocks
      add(0..<before)
      let firstClocked = all.count
      all += clocked.map(calls.candidate)
      add(before..<queue.entries.count)
      self.all = all
      self.ways = ways
      placeOfEntry = places
      self.firstClocked = firstClocked
    }
  }

  private func solve(_ problem: PlanningProblem, saying names: [String]) -> (
    [PlanningProblem.Decision?], EpisodePlan.Account
  ) {
    let schedule = GreedySchedule(problem)
    let greedy = schedule.improved(schedule.choice())
    var (choice, bounds, fallback) = (greedy, [Int?](repeating: nil, count: problem.levelCount), String?.none)
    var pivots = 0
    do {
      let result = try SolverThread.run { try ScheduleProgram(problem).solve(from: greedy, work: work) }
      (choice, bounds) = (schedule.improved(result.choice), result.bounds)
      pivots = result.pivots
    } catch {
      fallback = "\(error)"
    }
    let values = problem.values(of: choice)
    let levels = values.indices.map {
      EpisodePlan.LevelReached(
        name: problem.levelNames[$0], printedName: names[$0], value: values[$0], bound: bounds[$0])
    }
    return (choice, EpisodePlan.Account(levels: levels, fallback: fallback, pivots: pivots))
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

  private func startCalls(
    _ queue: StartQueue, _ candidates: Candidates, _ choice: [PlanningProblem.Decision?]
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

  private func clockedCalls(
    _ clocked: [ClockedCalls.Clocked], _ candidates: Candidates, _ choice: [PlanningProblem.Decision?]
  ) -> [PlannedCall] {
    clocked.enumerated().compactMap { index, call in
      let place = candidates.firstClocked + index
      return choice[place].map { decision in
        PlannedCall.clocked(
          call.record, call.kind, call.need, on: first.adding(days: candidates.all[place].options[decision.option].day),
          by: call.lastPermittedDay, service: service)
      }
    }
  }
}
