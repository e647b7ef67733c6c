import CareModel
import Quantities

/// The care plan and the next review of a running episode, where nobody has booked them yet (R21, R24).
struct ClockedCalls {
  let service: Service
  let first: CivilDate
  let slots: ClinicSlots
  /// Calls for which a day's rota has no place.
  let cuts: Set<VisitID>
  let unvisited: DaysBeforeReturn

  /// A call that has to find a day by its last permitted one.
  struct Clocked {
    let record: EpisodeRecord
    let kind: Visit.Kind
    let need: CallNeed
    let lastPermittedDay: CivilDate
  }

  /// Days behind the last permitted one that are looked at, too.
  private static let overdueDays = 7
  /// A review by telephone or video takes no longer (R42).
  private static let remoteLength = Minutes(30)

  /// What a review or a care plan is where the episode has had none to go by (R21, R33; `domain.md` 2.5, R42).
  static func usualNeed(_ kind: Visit.Kind) -> CallNeed {
    let professionals = Role.registeredProfessions
    return CallNeed(
      kind: kind,
      demands: [
        Demand(
          roles: kind == .carePlan ? professionals : professionals + [.rehabilitationAssistant],
          length: Minutes(kind == .carePlan ? 60 : 45))
      ], preferred: ClockInterval(from: ClockTime(wrapping: 13 * 3600), until: ClockTime(wrapping: 15 * 3600)))
  }

  /// The parts of a day in which a call may be made, from when it is wanted to the last moment at which it could begin.
  static func parts(of need: CallNeed, on date: CivilDate, _ service: Service) -> ClosedRange<PartOfDay> {
    let calendar = service.calendar
    let preferred =
      calendar.interval(of: need.preferred, onServiceDay: date) ?? InstantInterval(at: calendar.start(of: date))
    let latest = DatedLine.latestStart(
      of: need, preferred, next: nil, on: date, calendar: calendar, policy: service.policy)
    let wanted = PartOfDay.of(preferred.start, on: date, calendar: calendar)
    return wanted...max(wanted, .of(latest, on: date, calendar: calendar))
  }

  /// The ways to place a call: each day up to the last permitted one, or the coming days where that is over; a review in
  /// each of its permitted modes (R28).
  func calls(_ call: Clocked) -> OpenCalls {
    let lastDay = call.lastPermittedDay.days(from: first)
    let days = 0..<min(max(lastDay, 0) + 1 + ClockedCalls.overdueDays, StartOptions.startDays)
    let end = call.record.lastDayOfProgramme(policy: service.policy)
    let modes = call.kind == .review ? call.record.reviews.permitted : [.home]
    let ways = days.flatMap { day -> [OpenCalls.Way] in
      // Nobody is told this morning of a review today, unless it must be today.
      guard day > 0 || lastDay <= 0 else { return [] }
      let date = first.adding(days: day)
      guard end.map({ date <= $0 }) ?? true, !unvisited.contains(date, of: call.record.id) else { return [] }
      let isLate = day > lastDay
      let cost: [(kind: ScheduleLevels.Kind, amount: Int)] = [
        (.clocks, isLate ? 1 + day - max(lastDay, 0) : 0),
        // A day in hand is best; earlier ones bring the next review forward for nothing.
        (.spacing, isLate ? day : abs(max(0, lastDay - 1) - day)),
      ]
      return modes.flatMap { needs(of: call, $0, on: date) }.compactMap { need, slot in
        guard let preferred = service.calendar.interval(of: need.preferred, onServiceDay: date),
          preferred.end >= service.asOf, isAtHome(call.record, preferred)
        else { return nil }
        let planned = PlannedCall.clocked(
          call.record, call.kind, need, on: date, by: call.lastPermittedDay, service: service)
        return cuts.contains(planned.id) ? nil : OpenCalls.Way(calls: [planned], slot: slot, cost: cost)
      }
    }
    return OpenCalls(
      ways: ways, undone: [(.clocks, 2 + ClockedCalls.overdueDays), (.spacing, 2 * ClockedCalls.overdueDays)])
  }

  /// The call held in a mode on a day; in a clinic once for each session.
  private func needs(
    of call: Clocked, _ mode: Visit.Mode, on date: CivilDate
  ) -> [(need: CallNeed, slot: ClinicSlots.Slot?)] {
    switch mode {
    case .home: return [(call.need, nil)]
    case .telephone, .video: return [(call.need.held(by: mode, within: ClockedCalls.remoteLength), nil)]
    case .clinic:
      guard let home = service.person(call.record.episode.person)?.place else { return [] }
      return slots.offers(on: date, near: home).map { offer in
        (call.need.held(by: .clinic, at: offer.slot.place, between: offer.hours), offer.slot)
      }
    }
  }

  private func isAtHome(_ record: EpisodeRecord, _ preferred: InstantInterval) -> Bool {
    service.person(record.episode.person).map { !Suspensions($0).coverWholly(preferred) } ?? false
  }
}

extension CallNeed {
  /// The same in another mode: a shorter one where it is said, at another place or time.
  fileprivate func held(
    by mode: Visit.Mode, at place: PlaceID? = nil, between hours: ClockInterval? = nil, within most: Minutes? = nil
  ) -> CallNeed {
    CallNeed(
      kind: kind, mode: mode, place: place,
      demands: demands.map { demand in
        Demand(
          roles: demand.roles, skills: demand.skills, length: most.map { min($0, demand.length) } ?? demand.length)
      }, preferred: hours ?? preferred, agreed: hours ?? agreed, safe: hours ?? safe, consequence: consequence,
      isTimeCritical: isTimeCritical, preferences: preferences)
  }
}

/// Which plans and reviews of a service are still to be booked.
struct ClockedCallFinder {
  let service: Service
  private let bookings: ClockBookings
  private let booked: [EpisodeID: [Appointment]]

  init(_ service: Service, _ unvisited: DaysBeforeReturn) {
    self.service = service
    bookings = ClockBookings(service, unvisited)
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

  /// Like the last call of this kind that the episode has or had at home; otherwise the usual one.
  func need(_ kind: Visit.Kind, of record: EpisodeRecord) -> CallNeed {
    let last = booked[record.id]?.filter { $0.call.kind == kind && $0.call.mode == .home }.max {
      ($0.date, $0.id) < ($1.date, $1.id)
    }
    return last?.call ?? ClockedCalls.usualNeed(kind)
  }

  /// What is asked of workers by reviews that follow the next ones, and by the plans and reviews of people who are to start.
  func asked(from first: CivilDate) -> Set<WorkClasses.DemandClass> {
    let needs =
      [ClockedCalls.usualNeed(.carePlan), ClockedCalls.usualNeed(.review)]
      + service.episodes.filter { $0.isRunning(on: first) }.map { need(.review, of: $0) }
    return Set(
      needs.flatMap { need in
        let parts = ClockedCalls.parts(of: need, on: first, service)
        return need.demands.map { WorkClasses.DemandClass($0, parts: parts) }
      })
  }

  private func calls(of record: EpisodeRecord) -> [ClockedCalls.Clocked] {
    guard record.isRunning(on: service.today), record.episode.kind != .bridging,
      record.lastDayOfProgramme(policy: service.policy).map({ service.today <= $0 }) ?? true,
      let person = service.person(record.episode.person)
    else { return [] }
    return CallsDue(service).next(of: record, person).filter { !bookings.isKept($0) }.map { due in
      ClockedCalls.Clocked(
        record: record, kind: due.kind, need: need(due.kind, of: record), lastPermittedDay: due.lastPermittedDay)
    }
  }
}

extension PlannedCall {
  /// A care plan or a review on the day that it was given.
  static func clocked(
    _ record: EpisodeRecord, _ kind: Visit.Kind, _ need: CallNeed, on date: CivilDate, by last: CivilDate,
    service: Service
  ) -> PlannedCall {
    placed(need, PackageLine.nameOfDue(kind), of: record, on: date, by: last, service: service)
  }

  /// A call with freedom of day, or a fitting, on the day that it was given.
  static func free(
    _ need: CallNeed, _ line: LineID, of record: EpisodeRecord, on date: CivilDate, service: Service
  ) -> PlannedCall {
    placed(need, line.text, of: record, on: date, line: line, service: service)
  }

  private static func placed(
    _ need: CallNeed, _ name: String, of record: EpisodeRecord, on date: CivilDate, by last: CivilDate? = nil,
    line: LineID? = nil, service: Service
  ) -> PlannedCall {
    let parts = ClockedCalls.parts(of: need, on: date, service)
    return PlannedCall(
      id: .call(of: record.id.text, name, on: date), person: record.episode.person, episode: record.id, date: date,
      part: parts.lowerBound, latestPart: parts.upperBound, need: need, basis: .planned, lastPermittedDay: last,
      line: line)
  }
}
