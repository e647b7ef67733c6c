import CareModel
import Quantities

/// Nobody is lost, and nobody is called on who isn't there.
extension PlannedMorning {
  var lostReferrals: [String] {
    var found: [String] = []
    var times: [ReferralID: Int] = [:]
    for start in plan.starts { times[start.referral, default: 0] += 1 }
    let waiting = facts.waiting
    for record in waiting where times[record.id] != 1 {
      found.append("\(record.id) is in the plan \(times[record.id] ?? 0) times")
    }
    let restarting = facts.running.filter(facts.restarts).map { ReferralID("restart-\($0.id)") }
    found += restarting.filter { times[$0] != 1 }.map { "\($0) is in the plan \(times[$0] ?? 0) times" }
    let known = Set(waiting.map(\.id) + restarting)
    found += plan.starts.filter { !known.contains($0.referral) }.map { "\($0.referral) waits no more" }
    let firsts = Dictionary(grouping: plan.calls.filter { $0.need.kind == .firstResponse }, by: \.referral)
    for start in plan.starts {
      guard case .starts(let when) = start.outcome else { continue }
      let dates = firsts[start.referral, default: []].map(\.date)
      if when.date <= plan.lastDay, dates != [when.date] {
        found.append("\(start.referral) starts on \(when.date), its first visit is on \(dates)")
      }
    }
    return found
  }

  var callsTwice: [String] {
    var seen: Set<VisitID> = []
    return plan.calls.filter { !seen.insert($0.id).inserted }.map { "\($0.id) is there twice" }
      + plan.calls.filter { $0.date < service.today || $0.date > plan.lastDay }.map { "\($0.id) lies on \($0.date)" }
  }

  var lostPackageCalls: [String] {
    let calls = Set(plan.calls.map(\.id))
    return expectedLines { record, date in facts.lastPermittedDay(record).map { date <= $0 } ?? true }
      .filter { !calls.contains($0.id) }.map { "\($0.id) is missing" }
  }

  /// The calls that packages owe on the days of the plan that lie on one side of the limit.
  func expectedLines(
    where isMeant: (EpisodeRecord, CivilDate) -> Bool
  ) -> [(id: VisitID, line: PackageLine)] {
    let days = plan.firstDay.daysSinceEpoch...plan.lastDay.daysSinceEpoch
    return facts.running.flatMap { record -> [(id: VisitID, line: PackageLine)] in
      let person = facts.person(record)
      let restart = restartDay(of: record)
      return days.map(CivilDate.init(daysSinceEpoch:))
        .filter { date in
          facts.isRunning(record, on: date) && isMeant(record, date) && restart.map { date > $0 } ?? true
        }
        .flatMap { date in
          facts.lines(record, on: date)
            .filter { !facts.isAway(person, for: $0.call, on: date) }
            .map { (facts.id(record.id.text, $0, on: date), $0) }
        }
    }
  }

  /// The day on which somebody starts again who was away for long; one behind the plan where no day is found, nil for all others.
  private func restartDay(of record: EpisodeRecord) -> CivilDate? {
    guard facts.restarts(record) else { return nil }
    let start = plan.starts.first { $0.referral.text == "restart-\(record.id)" }
    if case .starts(let found)? = start?.outcome { return found.date }
    return plan.lastDay
  }

  var callsWithoutPerson: [String] {
    let episodes = Dictionary(uniqueKeysWithValues: service.episodes.map { ($0.id, $0) })
    let closed = Set(
      service.referrals.filter { [.declined, .withdrawn].contains($0.referral.state) }.map(\.id))
    return plan.calls.compactMap { call in
      if let record = call.episode.flatMap({ episodes[$0] }), let ended = record.endedOn, call.date > ended {
        return "\(call.id) lies after the end on \(ended)"
      }
      if let referral = call.referral, closed.contains(referral) { return "\(call.id) is of a closed referral" }
      let person = facts.person(call.person)
      let isAway =
        switch (call.basis, call.need.kind) {
        case (.booked, _): facts.possible(call.need, on: call.date).map { facts.isAway(person, during: $0) } ?? false
        // A first visit that is planned stands in a part of the day; its moment is looked at as a start's.
        case (_, .firstResponse): false
        case (_, _): facts.isAway(person, for: call.need, on: call.date)
        }
      guard isAway else { return nil }
      return "\(call.id) falls while \(call.person) is away"
    }
  }

  var startsOutsideOpening: [String] {
    plan.starts.compactMap { start in
      guard case .starts(let when) = start.outcome, !when.isPublished else { return nil }
      let day = service.calendar.day(when.date)
      let missed = service.calendar.instant(of: service.policy.missedAfterClock, onServiceDay: when.date)
      let person = facts.person(start.person)
      let hasStaff = service.staff.contains { !$0.shifts(on: when.date).isEmpty }
      let isAway = person?.suspensions.contains { $0.start <= when.earliest && when.earliest < $0.end } ?? false
      if when.earliest < service.asOf { return "\(start.referral) starts in the past" }
      if let ready = start.readyFrom, when.earliest < ready { return "\(start.referral) starts before it is ready" }
      if !day.contains(when.earliest) || when.earliest >= missed { return "\(start.referral) starts off its day" }
      if isAway { return "\(start.referral) starts while \(start.person) is away" }
      return hasStaff ? nil : "\(start.referral) starts on \(when.date), when nobody works"
    }
  }
}
