import CareModel
import Quantities

/// Says of each entry of the queue when it starts, or what keeps it waiting and what would free it.
struct StartOutcomes {
  let service: Service
  let classes: WorkClasses
  let pools: CapacityPools
  let problem: PlanningProblem
  let choice: [PlanningProblem.Decision?]

  /// - Parameter candidate: the entry's place among the problem's candidates; nil for a start that is promised.
  func start(of entry: StartQueue.Entry, ways: [StartOptions.Way], candidate: Int?, options: StartOptions)
    -> PlannedStart
  {
    let referral = entry.record.referral
    let policy = service.policy
    return PlannedStart(
      referral: referral.id, person: referral.person, rank: entry.rank, patch: entry.patch, state: referral.state,
      receivedAt: referral.receivedAt, readyFrom: referral.readyFrom,
      mustRingWard: referral.homecoming == .expected && referral.whereabouts == .inHospital,
      deadline: referral.deadline(policy: policy), literalDeadline: referral.receivedAt + policy.responseTime,
      nationalDeadline: referral.receivedAt + policy.clocks.nationalResponseTime,
      outcome: outcome(entry, ways, candidate, options), hold: hold(entry, ways, candidate, options),
      restartOf: entry.isRestart ? entry.episode?.id : nil)
  }

  /// Whether time is held for somebody who may not start yet.
  private func hold(
    _ entry: StartQueue.Entry, _ ways: [StartOptions.Way], _ candidate: Int?, _ options: StartOptions
  ) -> TentativeHold? {
    guard entry.isTentative, let candidate else { return nil }
    if let released = entry.released { return released }
    guard let decision = choice[candidate] else { return .noRoom(obstacle(entry, ways, candidate, options)) }
    let start = ways[decision.option].start
    return .held(
      TentativeHold.Held(
        date: start.date, part: start.part, earliest: start.earliest,
        until: HoldClock(entry.record.referral, policy: service.policy)?.deadline,
        isFirstVisitAlone: entry.lines(on: start.date).isEmpty && !entry.isKnown))
  }

  private func outcome(
    _ entry: StartQueue.Entry, _ ways: [StartOptions.Way], _ candidate: Int?, _ options: StartOptions
  ) -> PlannedStart.Outcome {
    if let promised = entry.promised, let booked = promise(promised) { return .starts(booked) }
    guard entry.record.referral.state == .accepted else {
      return .waits(.notAccepted(entry.record.referral.state))
    }
    guard entry.isKnown else { return .waits(.needsUnknown) }
    guard let candidate else { return .waits(.needsUnknown) }
    guard let decision = choice[candidate] else { return .waits(obstacle(entry, ways, candidate, options)) }
    let start = ways[decision.option].start
    let leftOut = ways[decision.option].option.extras.count - decision.extras.count
    let earlier = ways.indices.filter { ways[$0].start.earliest < start.earliest }
    let blocked = options.blockedDays(of: entry).filter { $0.from < start.earliest }
    let whole = ways.indices.filter { ways[$0].start.earliest == start.earliest && ways[$0].isWhole }
    return .starts(
      PlannedStart.Start(
        date: start.date, part: start.part, earliest: start.earliest, callsLeftOut: leftOut,
        delayedBy: obstacle(entry, earlier.map { ($0, ways[$0]) }, blocked, candidate)
          ?? options.obstacle(of: entry.record),
        leftOutBecause: leftOut > 0 ? shortage(of: whole, candidate) : nil))
  }

  /// What keeps somebody from every day.
  private func obstacle(
    _ entry: StartQueue.Entry, _ ways: [StartOptions.Way], _ candidate: Int, _ options: StartOptions
  ) -> StartObstacle {
    obstacle(entry, ways.indices.map { ($0, ways[$0]) }, options.blockedDays(of: entry), candidate)
      ?? options.obstacle(of: entry.record) ?? .needsUnknown
  }

  /// What keeps somebody from some of the ways and from days that have none; what stands in the way of the promise comes first.
  private func obstacle(
    _ entry: StartQueue.Entry, _ ways: [(place: Int, way: StartOptions.Way)],
    _ blocked: [(from: Instant, why: StartObstacle)], _ candidate: Int
  ) -> StartObstacle? {
    let deadline = entry.record.referral.deadline(policy: service.policy)
    return shortage(of: ways.filter { $0.way.start.earliest <= deadline }.map(\.place), candidate)
      ?? blocked.first { $0.from <= deadline }?.why ?? shortage(of: ways.map(\.place), candidate)
      ?? blocked.first?.why
  }

  private func promise(_ appointment: Appointment) -> PlannedStart.Start? {
    let preferred = service.calendar.interval(of: appointment.call.preferred, onServiceDay: appointment.date)
    guard let instant = appointment.published?.start ?? preferred?.start else { return nil }
    return PlannedStart.Start(
      date: appointment.date, part: .of(instant, on: appointment.date, calendar: service.calendar), earliest: instant,
      isPublished: true)
  }

  /// What is short on the way that would need least, with everybody else where they are.
  ///
  /// - Parameter ways: the candidate's options that are asked about.
  private func shortage(of ways: [Int], _ candidate: Int) -> StartObstacle? {
    guard !ways.isEmpty else { return nil }
    let options = problem.candidates[candidate].options
    let room = problem.room(after: choice, without: candidate)
    if ways.contains(where: { options[$0].limits.contains { room.limits[$0] <= 0 } }) { return .reserved }
    return LeastShortage(classes: classes, pools: pools, problem: problem).of(ways, of: candidate, in: room)
      .map(StartObstacle.full)
  }
}
