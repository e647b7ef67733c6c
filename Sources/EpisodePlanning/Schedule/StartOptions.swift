import CareModel
import Quantities

/// The days on which an open referral could start, each with the time that it would take of everybody (`design.md` section 3).
struct StartOptions {
  let service: Service
  let levels: ScheduleLevels
  let pools: CapacityPools
  let first: CivilDate
  /// By day: when the first shift begins.
  let earliestDuty: [Instant?]
  /// First visits for which a day's rota has no place.
  let cuts: Set<VisitID>
  /// The limit on the first class's starts in the plan's first week, those of the weeks behind after it; nil without a
  /// reserve (R17).
  let firstWeekLimit: Int?
  let previous: PreviousPlan?

  /// Days on which somebody may be given a start.
  static let startDays = PlannedStart.daysLookedAt
  /// Days of the new package for which there must be room, the first included.
  static let fitDays = 7

  /// A start on a day, with what to tell of it.
  struct Way {
    let start: PlannedStart.Start
    let option: PlanningProblem.Option
    /// With room for the package of its first week; otherwise for its first visit alone.
    var isWhole: Bool { option.extras.isEmpty }
  }

  /// How somebody may start.
  struct Ways {
    /// In order of day and part; the options are those of the candidate.
    let all: [Way]
    let candidate: PlanningProblem.Candidate
    /// The calls that are the candidate's extras: essential ones of the first days of somebody who is at home.
    let extras: [VisitID]
  }

  /// - Returns: Ways without an option where nothing is held for the person.
  func ways(of entry: StartQueue.Entry) -> Ways {
    let away = service.person(entry.record.referral.person).map(Suspensions.init)
    let package = PackageLoads(
      days: (0..<(StartOptions.startDays + StartOptions.fitDays - 1)).map { loads(of: entry, away, on: $0) },
      level: levels.place(of: .firstDay(entry.rank)), mayLeaveOut: entry.record.referral.whereabouts == .home)
    let all = entry.holdsTime ? ways(of: entry, package) : []
    return Ways(
      all: all,
      candidate: PlanningProblem.Candidate(
        options: all.map(\.option), extras: package.extras.map(\.extra), undone: undone(entry.record.referral)),
      extras: package.extras.map(\.call))
  }

  private func ways(of entry: StartQueue.Entry, _ loads: PackageLoads) -> [Way] {
    (0..<StartOptions.startDays).flatMap { day -> [Way] in
      guard !cuts.contains(entry.firstVisitID(on: date(day))),
        let opening = opening(of: entry.record, on: day)
      else { return [] }
      let wanted = entry.firstVisit.preferred.flatMap { service.calendar.interval(of: $0, onServiceDay: date(day)) }
      if let wanted, opening.start <= wanted.end, wanted.start < opening.end {
        let earliest = max(opening.start, wanted.start)
        return ways(
          of: entry, loads, day: day, part: .of(earliest, on: date(day), calendar: service.calendar), earliest: earliest
        )
      }
      return PartOfDay.allCases.flatMap { part -> [Way] in
        let interval = part.interval(on: date(day), calendar: service.calendar)
        let earliest = max(opening.start, interval.start)
        guard earliest < min(opening.end, interval.end) else { return [] }
        return self.ways(of: entry, loads, day: day, part: part, earliest: earliest)
      }
    }
  }

  /// What keeps a referral from its earliest days: equipment that has not come, readiness, or that today is over.
  func obstacle(of record: ReferralRecord) -> StartObstacle? {
    let ready = record.referral.readyFrom
    if let awaited = record.needs?.awaitedEquipment(today: first),
      ready.map({ $0 < service.calendar.start(of: awaited.thereFrom(today: first)) }) ?? true
    {
      return .awaitsEquipment(awaited.item, awaited.thereFrom(today: first))
    }
    if let ready, ready > service.asOf { return .notReady(ready) }
    guard opening(of: record, on: 0) == nil else { return nil }
    return couldOpen(record, on: 0) == nil ? .tooLateToday(service.asOf) : .nobodyOnDuty(first)
  }

  /// Days on which somebody would be ready, and nobody works or the day's rota has refused the first visit; from when on it could have been.
  func blockedDays(of entry: StartQueue.Entry) -> [(from: Instant, why: StartObstacle)] {
    (0..<StartOptions.startDays).compactMap { day in
      guard let open = couldOpen(entry.record, on: day) else { return nil }
      if earliestDuty[day] == nil { return (open.start, .nobodyOnDuty(date(day))) }
      return cuts.contains(entry.firstVisitID(on: date(day))) ? (open.start, .refusedByRota(date(day))) : nil
    }
  }

  private func date(_ day: Int) -> CivilDate { first.adding(days: day) }

  /// From when until when a first visit could begin on a day.
  private func opening(of record: ReferralRecord, on day: Int) -> InstantInterval? {
    earliestDuty[day].flatMap { couldOpen(record, on: day, onDutyFrom: $0) }
  }

  /// The same whoever works.
  ///
  /// - Parameter duty: when the first shift begins; nil asks for none.
  private func couldOpen(_ record: ReferralRecord, on day: Int, onDutyFrom duty: Instant? = nil) -> InstantInterval? {
    let referral = record.referral
    let interval = service.calendar.day(date(day))
    guard record.needs?.isEquipped(on: date(day), today: first) ?? true else { return nil }
    var start = max(
      max(interval.start, duty ?? interval.start), max(service.asOf, referral.readyFrom ?? interval.start))
    if let away = service.person(referral.person).flatMap({ Suspensions($0).stretch(at: start) }) { start = away.end }
    let latest = service.calendar.instant(of: service.policy.missedAfterClock, onServiceDay: date(day))
    guard start < latest else { return nil }
    return InstantInterval(start: start, end: latest)
  }

  private func ways(
    of entry: StartQueue.Entry, _ package: PackageLoads, day: Int, part: PartOfDay, earliest: Instant
  ) -> [Way] {
    let referral = entry.record.referral
    let opening = pools.loads(of: entry.firstVisit.demands, inPatch: entry.patch, on: day, parts: part...part)
    let bundle = package.bundle(startingOn: day, behind: earliest + entry.length)
    let limits = firstWeekLimit.map { entry.rank.referralClass == .hospitalDischarge ? [$0 + day / 7] : [] } ?? []
    func way(extras: [Int], _ loads: [PlanningProblem.Load]) -> Way {
      Way(
        start: PlannedStart.Start(date: date(day), part: part, earliest: earliest),
        option: PlanningProblem.Option(
          day: day, loads: loads, extras: extras, limits: limits,
          cost: cost(of: referral, day: day, part: part, earliest: earliest, leavingOut: extras.count)))
    }
    let later = package.days[(day + 2)..<(day + StartOptions.fitDays)].joined().flatMap(\.loads)
    let whole = way(extras: [], opening + bundle.calls.flatMap(\.loads) + later)
    return bundle.extras.isEmpty ? [whole] : [whole, way(extras: bundle.extras, opening)]
  }

  private struct CallLoad {
    let call: VisitID
    let start: Instant
    let loads: [PlanningProblem.Load]
  }

  /// The essential calls of a package by day; those of days that may be first ones as extras, if they may be left out.
  private struct PackageLoads {
    let days: [[CallLoad]]
    private(set) var extras: [(call: VisitID, extra: PlanningProblem.Extra)] = []
    /// By day: the place of its first call among the extras.
    private var firstExtra: [Int] = []

    init(days: [[CallLoad]], level: Int, mayLeaveOut: Bool) {
      self.days = days
      guard mayLeaveOut else { return }
      for calls in days.prefix(StartOptions.startDays + 1) {
        firstExtra.append(extras.count)
        extras += calls.map { ($0.call, PlanningProblem.Extra(loads: $0.loads, level: level)) }
      }
    }

    /// The calls from the first visit's end to the end of the next service day (`design.md` section 3).
    func bundle(startingOn day: Int, behind: Instant) -> (calls: [CallLoad], extras: [Int]) {
      let places = [day, day + 1].flatMap { day in days[day].indices.map { (day, $0) } }
        .filter { $0.0 > day || days[$0.0][$0.1].start >= behind }
      return (
        places.map { days[$0.0][$0.1] }, firstExtra.isEmpty ? [] : places.map { firstExtra[$0.0] + $0.1 }
      )
    }
  }

  /// The essential calls of a start's package on a day, but those for which the person is known to be away.
  private func loads(of entry: StartQueue.Entry, _ away: Suspensions?, on day: Int) -> [CallLoad] {
    DatedLine.of(entry.lines(on: date(day)), on: date(day), calendar: service.calendar, policy: service.policy)
      .filter { $0.line.call.consequence.isEssential && !(away?.coverWholly($0.preferred) ?? false) }
      .map { dated in
        CallLoad(
          call: .call(of: entry.owner, dated.line.id.text, on: date(day)), start: dated.preferred.start,
          loads: pools.loads(
            of: dated.line.call, for: entry.record.referral.person, on: day, parts: dated.part...dated.latestPart))
      }
  }

  private func cost(of referral: Referral, day: Int, part: PartOfDay, earliest: Instant, leavingOut calls: Int) -> [Int]
  {
    let rank = service.policy.careHomeRiskScope.rank(of: referral)
    let deadline = referral.deadline(policy: service.policy)
    let ready = service.calendar.serviceDate(of: max(service.asOf, referral.readyFrom ?? service.asOf))
    let isLate = earliest > deadline
    return levels.cost([
      (.avoidable(rank), isLate && deadline >= service.asOf ? 1 : 0),
      (.lateness(rank), isLate ? StartOptions.lateness(earliest - deadline) : 0), (.firstDay(rank), calls),
      (.changes, planned(referral).map { $0.date != date(day) || $0.part != part } ?? false ? 1 : 0),
      (.wait, max(0, date(day).daysSinceEpoch - ready.daysSinceEpoch)),
    ])
  }

  /// Where the plan before had the start, unless that is over.
  private func planned(_ referral: Referral) -> PreviousPlan.Start? {
    previous?.starts[referral.id].flatMap { $0.date >= first ? $0 : nil }
  }

  /// What it counts to leave a referral without a day: as late as the day after the last that is looked at.
  private func undone(_ referral: Referral) -> [Int] {
    let rank = service.policy.careHomeRiskScope.rank(of: referral)
    let deadline = referral.deadline(policy: service.policy)
    let behind = service.calendar.day(date(StartOptions.startDays + 1)).start
    return levels.cost([
      (.response(rank), 1), (.avoidable(rank), deadline >= service.asOf ? 1 : 0),
      (.lateness(rank), StartOptions.lateness(max(behind - deadline, Seconds(0)))),
      (.changes, planned(referral) == nil ? 0 : 1), (.wait, StartOptions.startDays + 1),
    ])
  }

  /// Ninety days; beyond them waiting counts no more, so that sums stay small enough for a program's arithmetic.
  private static let mostQuarters = 90 * 96

  /// Quarter-hours past the deadline, squared, as the day's ladder counts lateness.
  private static func lateness(_ late: Seconds) -> Int {
    let quarters = min((late.value + 899) / 900, mostQuarters)
    return quarters * quarters
  }
}
