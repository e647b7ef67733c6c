import CareModel
import Quantities

/// The care plan and the next review of a running episode, where nobody has booked them yet (R21, R24).
struct ClockedCalls {
  let service: Service
  let levels: ScheduleLevels
  let classes: WorkClasses
  let first: CivilDate
  /// Calls for which a day's rota has no place.
  let cuts: Set<VisitID>

  /// A call that has to find a day by its last permitted one.
  struct Clocked {
    let record: EpisodeRecord
    let kind: Visit.Kind
    let need: CallNeed
    let lastPermittedDay: CivilDate
  }

  /// Days behind the last permitted one that are looked at, too.
  private static let overdueDays = 7

  /// What a review or a care plan is where the episode has had none to go by (R21, R33; `domain.md` 2.5, R42).
  static func usualNeed(_ kind: Visit.Kind) -> CallNeed {
    let professionals: [Role] = [.occupationalTherapist, .physiotherapist, .nurse, .socialWorker]
    return CallNeed(
      kind: kind,
      demands: [
        Demand(
          roles: kind == .carePlan ? professionals : professionals + [.rehabilitationAssistant],
          length: Minutes(kind == .carePlan ? 60 : 45))
      ], preferred: ClockInterval(from: ClockTime(wrapping: 13 * 3600), until: ClockTime(wrapping: 15 * 3600)))
  }

  /// The ways to place a call: each day up to the last permitted one, or the coming days where that is over.
  func candidate(_ call: Clocked) -> PlanningProblem.Candidate {
    let lastDay = call.lastPermittedDay.daysSinceEpoch - first.daysSinceEpoch
    let days = 0..<min(max(lastDay, 0) + 1 + ClockedCalls.overdueDays, StartOptions.startDays)
    let end = call.record.lastDayOfProgramme(policy: service.policy)
    let options = days.compactMap { day -> PlanningProblem.Option? in
      // Nobody is told this morning of a review today, unless it must be today.
      guard day > 0 || lastDay <= 0 else { return nil }
      let date = first.adding(days: day)
      guard end.map({ date <= $0 }) ?? true,
        let preferred = service.calendar.interval(of: call.need.preferred, onServiceDay: date),
        preferred.end >= service.asOf, isAtHome(call.record, preferred)
      else { return nil }
      let planned = PlannedCall.clocked(
        call.record, call.kind, call.need, on: date, by: call.lastPermittedDay, service: service)
      guard !cuts.contains(planned.id) else { return nil }
      let loads = zip(call.need.demands, planned.asked).compactMap { demand, asked in
        classes.index(of: demand, parts: asked.parts).map {
          PlanningProblem.Load(day: day, demand: $0, minutes: demand.length.value)
        }
      }
      let isLate = day > lastDay
      return PlanningProblem.Option(
        day: day, loads: loads,
        cost: levels.cost([
          (.clocks, isLate ? 1 + day - max(lastDay, 0) : 0),
          // A day in hand is best; earlier ones bring the next review forward for nothing.
          (.spacing, isLate ? day : abs(max(0, lastDay - 1) - day)),
        ]))
    }
    return PlanningProblem.Candidate(
      options: options,
      undone: levels.cost([(.clocks, 2 + ClockedCalls.overdueDays), (.spacing, 2 * ClockedCalls.overdueDays)]))
  }

  private func isAtHome(_ record: EpisodeRecord, _ preferred: InstantInterval) -> Bool {
    service.person(record.episode.person).map { !Suspensions($0).coverWholly(preferred) } ?? false
  }
}

/// Which plans and reviews of a service are still to be booked.
struct ClockedCallFinder {
  let service: Service
  private let booked: [EpisodeID: [Appointment]]

  init(_ service: Service) {
    self.service = service
    booked = Dictionary(
      grouping: service.appointments.filter { $0.call.kind.hasClock && $0.episode != nil },
      by: { $0.episode ?? EpisodeID("") })
  }

  /// In order of last permitted day, then episode.
  func calls() -> [ClockedCalls.Clocked] {
    service.episodes.flatMap(calls).sorted {
      ($0.lastPermittedDay, $0.record.id, $0.kind.rawValue) < ($1.lastPermittedDay, $1.record.id, $1.kind.rawValue)
    }
  }

  /// Like the last call of this kind that the episode has or had; otherwise the usual one.
  func need(_ kind: Visit.Kind, of record: EpisodeRecord) -> CallNeed {
    let last = booked[record.id]?.filter { $0.call.kind == kind }.max { ($0.date, $0.id) < ($1.date, $1.id) }
    return last?.call ?? ClockedCalls.usualNeed(kind)
  }

  private func isBooked(_ kinds: [Visit.Kind], of episode: EpisodeID, by last: CivilDate) -> Bool {
    let last = max(last, service.today)
    return (booked[episode] ?? []).contains {
      kinds.contains($0.call.kind) && $0.date >= service.today && $0.date <= last
    }
  }

  private func calls(of record: EpisodeRecord) -> [ClockedCalls.Clocked] {
    guard record.isRunning(on: service.today), record.episode.kind != .bridging,
      record.lastDayOfProgramme(policy: service.policy).map({ service.today <= $0 }) ?? true,
      let person = service.person(record.episode.person)
    else { return [] }
    var calls: [ClockedCalls.Clocked] = []
    let plan = CarePlanClock(
      record, referral: record.episode.referral.flatMap(service.referral), calendar: service.calendar,
      policy: service.policy)
    if plan.metAt == nil, !isBooked([.carePlan], of: record.id, by: plan.lastPermittedDay) {
      calls.append(
        ClockedCalls.Clocked(
          record: record, kind: .carePlan, need: need(.carePlan, of: record), lastPermittedDay: plan.lastPermittedDay))
    }
    let review = ReviewClock(record, person: person, calendar: service.calendar, policy: service.policy)
    let end = record.lastDayOfProgramme(policy: service.policy)
    if !isBooked([.review, .dischargeReview], of: record.id, by: review.lastPermittedDay),
      end.map({ $0 >= min(review.lastPermittedDay, service.today) }) ?? true
    {
      calls.append(
        ClockedCalls.Clocked(
          record: record, kind: .review, need: need(.review, of: record), lastPermittedDay: review.lastPermittedDay))
    }
    return calls
  }
}

extension PlannedCall {
  /// A care plan or a review on the day that it was given.
  static func clocked(
    _ record: EpisodeRecord, _ kind: Visit.Kind, _ need: CallNeed, on date: CivilDate, by last: CivilDate,
    service: Service
  ) -> PlannedCall {
    let calendar = service.calendar
    let preferred =
      calendar.interval(of: need.preferred, onServiceDay: date) ?? InstantInterval(at: calendar.start(of: date))
    let latest = DatedLine.latestStart(
      of: need, preferred, next: nil, on: date, calendar: calendar, policy: service.policy)
    return PlannedCall(
      id: .call(of: record.id.text, PackageLine.nameOfDue(kind), on: date), person: record.episode.person,
      episode: record.id,
      date: date, part: .of(preferred.start, on: date, calendar: calendar),
      latestPart: .of(latest, on: date, calendar: calendar), need: need, basis: .planned, lastPermittedDay: last)
  }
}
