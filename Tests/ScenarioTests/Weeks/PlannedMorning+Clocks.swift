import CareModel
import Quantities

/// Every promise that is broken or can't be kept is told: among the breaches, or as a task for a named person.
extension PlannedMorning {
  private func isBreached(_ clock: ClockBreach.Clock, referral: ReferralID? = nil, episode: EpisodeID? = nil) -> Bool {
    plan.breaches.contains {
      $0.clock == clock && (referral == nil || $0.referral == referral) && (episode == nil || $0.episode == episode)
    }
  }

  private func hasTask(
    _ kinds: [DueTask.Kind], referral: ReferralID? = nil, episode: EpisodeID? = nil
  ) -> Bool {
    plan.tasks.contains {
      kinds.contains($0.kind) && (referral == nil || $0.referral == referral)
        && (episode == nil || $0.episode == episode)
    }
  }

  var silentResponses: [String] {
    let starts = Dictionary(plan.starts.map { ($0.referral, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    return facts.waiting.compactMap { record in
      let (id, referral) = (record.id, record.referral)
      let deadline = facts.responseDeadline(referral)
      var earliest: Instant?
      if case .starts(let when)? = starts[id] { earliest = when.earliest }
      let isBroken = deadline < service.asOf || (earliest.map { $0 > deadline } ?? (referral.state == .accepted))
      if isBroken, !isBreached(.response, referral: id) { return "\(id) is late and nobody is told" }
      switch referral.state {
      case .received, .screened:
        return hasTask([.contactAssessment, .decision], referral: id) ? nil : "\(id) waits for a decision untold"
      case .provisional:
        let expected = referral.readyFrom ?? referral.receivedAt
        let isDue = service.calendar.serviceDate(of: expected + Minutes(48 * 60)) <= plan.lastDay
        return !isDue || hasTask([.hold], referral: id) ? nil : "\(id) is held without end"
      case .accepted:
        let isPromised = service.appointments.contains {
          $0.referral == id && $0.date >= service.today && !facts.isAway(facts.person(referral.person), during: $0)
        }
        return isPromised || hasTask([.firstVisit], referral: id) ? nil : "\(id) has no first visit, untold"
      case .declined, .withdrawn: return nil
      }
    }
  }

  var silentEpisodes: [String] {
    let calls = Dictionary(grouping: plan.calls.filter { $0.episode != nil }, by: \.episode)
    return facts.running.flatMap { record -> [String] in
      let own = calls[record.id] ?? []
      return silentResponse(record) + silentLimit(record, own) + silentStay(record)
        + (facts.lastPermittedDay(record).map { service.today <= $0 } ?? true
          ? silentPlan(record, own) + silentReviews(record, own) : [])
    }
  }

  private func silentResponse(_ record: EpisodeRecord) -> [String] {
    guard let referral = record.episode.referral.flatMap(service.referral),
      let first = record.clocks.firstVisitAt, first > facts.responseDeadline(referral.referral)
    else { return [] }
    return isBreached(.response, episode: record.id) ? [] : ["\(record.id) began late and nobody is told"]
  }

  /// The last day on which anything of the programme may be.
  private func end(_ record: EpisodeRecord) -> CivilDate? {
    [facts.lastPermittedDay(record), record.endedOn, record.plannedEnd].compactMap { $0 }.min()
  }

  private func silentPlan(_ record: EpisodeRecord, _ calls: [PlannedCall]) -> [String] {
    let last = record.episode.startDate.adding(days: 3)
    let isTold = isBreached(.carePlan, episode: record.id)
    if let agreed = record.clocks.carePlanAgreedOn {
      return agreed > last && !isTold ? ["the care plan of \(record.id) was late and nobody is told"] : []
    }
    if last < service.today { return isTold ? [] : ["the care plan of \(record.id) is overdue and nobody is told"] }
    let isPlanned = calls.contains { $0.need.kind == .carePlan && $0.date <= last }
    let endsBefore = end(record).map { $0 < last } ?? false
    return isPlanned || isTold || endsBefore ? [] : ["the care plan of \(record.id) has no day and nobody is told"]
  }

  private func silentReviews(_ record: EpisodeRecord, _ calls: [PlannedCall]) -> [String] {
    let person = facts.person(record)
    let isTold = isBreached(.review, episode: record.id)
    var last = record.episode.startDate
    for held in record.clocks.reviewsHeld {
      if held > facts.reviewPermitted(after: last, person), !isTold {
        return ["a review of \(record.id) was late and nobody is told"]
      }
      last = held
    }
    let permitted = facts.reviewPermitted(after: last, person)
    if permitted < service.today { return isTold ? [] : ["the review of \(record.id) is overdue and nobody is told"] }
    // What comes behind the end, or behind the days that are shown, is not owed.
    let predicted = record.clocks.predictedEnds.last.map(\.end).flatMap { $0 >= service.today ? $0 : nil }
    let stop = [end(record), plan.lastDay].compactMap { $0 }.min() ?? plan.lastDay
    let isNextOwed = permitted <= stop
    let dates = calls.filter { $0.need.kind == .review || $0.need.kind == .dischargeReview }
      .filter { !toBeMoved.contains($0.id) }.map(\.date).sorted()
    guard isNextOwed else { return [] }
    guard let next = dates.first, next <= permitted else {
      return isTold ? [] : ["the next review of \(record.id) is not by \(permitted) and nobody is told"]
    }
    let chainEnd = min(stop, predicted ?? stop)
    for (earlier, later) in zip(dates, dates.dropFirst() + [chainEnd]) where earlier < chainEnd {
      let due = facts.reviewPermitted(after: earlier, person)
      if due < later, due <= chainEnd { return ["no review of \(record.id) from \(earlier) to \(later)"] }
    }
    return []
  }

  /// Booked before the first visit of somebody who is back from hospital: told, and no review.
  private var toBeMoved: Set<VisitID> {
    Set(plan.tasks.filter { $0.kind == .beforeFirstVisit }.compactMap { $0.booking?.id })
  }

  private func silentLimit(_ record: EpisodeRecord, _ calls: [PlannedCall]) -> [String] {
    guard let last = facts.lastPermittedDay(record), !facts.stopsAtLimit(record) else { return [] }
    let isTold = isBreached(.limit, episode: record.id)
    if service.today > last {
      return isTold && hasTask([.authoriser], episode: record.id)
        ? [] : ["\(record.id) is past \(last) and nobody is told"]
    }
    let isNear = last <= service.today.adding(days: 2)
    let isSeen = record.clocks.predictedEnds.last.map { service.today <= $0.end && $0.end <= last } ?? false
    let endsBefore = [record.plannedEnd, record.endedOn].compactMap { $0 }.min().map { $0 <= last } ?? false
    guard calls.contains(where: { $0.basis == .bridging }), !endsBefore else { return [] }
    if isNear { return hasTask([.authoriser], episode: record.id) ? [] : ["\(record.id) nears \(last), untold"] }
    return isTold || isSeen || hasTask([.limitAlert], episode: record.id)
      ? [] : ["\(record.id) will go on after \(last) and nobody is told"]
  }

  /// Somebody who is in hospital longer than the package is held.
  private func silentStay(_ record: EpisodeRecord) -> [String] {
    guard let away = facts.person(record)?.suspensions.first(where: { $0.contains(service.asOf) }) else { return [] }
    let heldUntil = service.calendar.serviceDate(of: away.start).adding(days: 7)
    guard service.calendar.serviceDate(of: away.end) > heldUntil else { return [] }
    return hasTask([.suspension], episode: record.id) ? [] : ["\(record.id) is held too long and nobody is told"]
  }
}
