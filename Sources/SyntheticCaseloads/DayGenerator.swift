package import CareModel
import Quantities
import ReproducibleNumbers

/// Makes one invented day of a service from published figures: fixed calls, workers on shift, first visits.
///
/// Each thing is drawn from a stream of its own, keyed by purpose and number: one worker more changes no person, call or
/// link (but who knows whom, where the new worker comes in), and one person's calls don't move another's.
///
/// ```swift
/// let day = DayGenerator(DayPreset.smallBorough.parameters(seed: 1)).caseload
/// ```
package struct DayGenerator: Sendable {
  package let parameters: DayParameters
  private let hours: ServiceHours
  private let map: NeighbourhoodMap

  package init(_ parameters: DayParameters) {
    self.parameters = parameters
    hours = ServiceHours(
      calendar: LondonCalendar.calendar(around: parameters.serviceDate), date: parameters.serviceDate)
    map = NeighbourhoodMap(parameters: parameters)
  }

  /// The day, the same for the same parameters.
  package var caseload: Caseload { draft.caseload }

  /// The day, still open to changes.
  package var draft: DayDraft {
    let plans = people
    var draft = DayDraft(
      title: parameters.title, asOf: hours.instant(parameters.asOf.secondsOfDay / 60),
      serviceDate: parameters.serviceDate, calendar: hours.calendar)
    let staff = staff(for: plans)
    draft.workers = staff.map(\.worker)
    draft.places = [map.base] + staff.map(\.home).filter { $0.kind == .home }
    let familiarity = Familiarity(
      seed: parameters.seed,
      workers: staff.map { (index: DayGenerator.index(of: $0.worker), worker: $0.worker, patch: $0.home.patch) })
    let wishes = WishPlanner(parameters: parameters)
    for plan in plans {
      let home = map.home(PlaceID("home-" + plan.id.text), purpose: .homes, index: plan.number)
      let team = familiarity.team(of: plan, patch: home.patch)
      let refused = wishes.refusedIndex(number: plan.number).map { WorkerID("w-" + PersonPlan.padded($0 + 1, to: 2)) }
      draft.places.append(home)
      draft.people.append(
        Person(
          id: plan.id, place: home.id, coreTeam: team.core.filter { $0 != refused }, recentVisits: team.recent,
          refusedWorkers: [refused].compactMap { $0 }.filter { id in staff.contains { $0.worker.id == id } },
          preferences: wishes.preferences(number: plan.number)))
      draft.add(plan)
    }
    draft.links = GapLinks(parameters: parameters).links(of: plans)
    return draft
  }

  private var therapists: Int {
    let rounded = (parameters.workersOnShift * parameters.therapistShare.value + 500) / 1000
    return min(max(rounded, 0), max(parameters.workersOnShift, 0))
  }

  /// Everybody with a call today, with their calls spaced, in order of number.
  private var people: [PersonPlan] {
    let starting = StartPlanner(parameters: parameters, hours: hours)
    let firstVisits = min(max(parameters.firstVisits, 0), max(parameters.calls, 0))
    var plans = (0..<firstVisits).map(starting.start)
    let therapy = TherapyCalls(parameters: parameters, therapists: therapists)
    let therapyCalls = (0..<max(0, therapy.count)).map(therapy.call)
    let care = max(0, parameters.calls - plans.reduce(0) { $0 + $1.calls.count } - therapyCalls.count)
    let peak = 11 * 60
    let elsewhere = (plans.flatMap(\.calls) + therapyCalls).count { $0.start < peak }
    let wanted = (parameters.calls * parameters.morningShare.value + 500) / 1000 - elsewhere
    let packages = RunningPackages(
      parameters: parameters, calls: care, mornings: min(max(wanted, 0), care), firstNumber: firstVisits + 1)
    plans += TherapyRounds.shared(therapyCalls, among: packages.plans(), nextNumber: firstVisits + 1)
    let chosen = ChosenCalls(parameters: parameters).mark(plans)
    let episodes = EpisodePlanner(parameters: parameters, hours: hours)
    let windows = CallWindows(hours: hours)
    return chosen.map { plan in
      var spaced = plan.referral == nil ? episodes.withEpisode(plan) : plan
      spaced.calls = windows.spaced(spaced.calls)
      return spaced
    }
  }

  /// The workers on shift; where demand is to exceed capacity, as many assistants as leave it so.
  private func staff(for plans: [PersonPlan]) -> [StaffPlanner.Member] {
    let planner = StaffPlanner(parameters: parameters, hours: hours, map: map)
    var assistants = max(0, parameters.workersOnShift - therapists)
    if let excess = parameters.demandOverCapacity {
      let demand = DayGenerator.assistantMinutes(plans)
      let patterns = (0..<assistants).map { ShiftPattern.ofAssistant(index: $0).minutesAtWork }
      let limit = demand * 1000 / (1000 + max(0, excess.value))
      var capacity = 0
      assistants =
        patterns.prefix { minutes in
          capacity += minutes
          return capacity <= limit
        }.count
    }
    return (0..<assistants).map(planner.assistant) + (0..<therapists).map(planner.therapist)
  }

  /// Minutes of work that only assistants can do, with 8 minutes of travel to each call.
  static func assistantMinutes(_ plans: [PersonPlan]) -> Int {
    plans.flatMap(\.calls).flatMap(\.demands).filter { $0.roles.contains(.rehabilitationAssistant) }
      .reduce(0) { $0 + $1.length.value + 8 }
  }

  /// A worker's number in the streams: assistants even, therapists odd, so that neither moves the other.
  private static func index(of worker: Worker) -> Int {
    let digits = Int(worker.id.text.drop { !$0.isNumber }) ?? 0
    return digits * 2 + (worker.role == .rehabilitationAssistant ? 0 : 1)
  }
}
