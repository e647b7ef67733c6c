import CareModel
import Quantities

/// What staff decides about referrals, some hours after they come in.
extension ServiceLife {
  mutating func decideReferrals(_ plan: EpisodePlan) {
    let begun = Set(episodes.values.filter { $0.state != .preStart }.compactMap(\.episode.referral))
    for id in referrals.keys.sorted() where !begun.contains(id) {
      guard let record = referrals[id], ![.declined, .withdrawn].contains(record.referral.state) else { continue }
      let decided = decided(awaited(record))
      referrals[id] = decided
      switch decided.referral.state {
      case .accepted: agree(decided, plan)
      case .declined, .withdrawn: giveUp(id)
      case .received, .screened, .provisional: break
      }
    }
  }

  /// The ward says when the person comes home, and changes its mind.
  private mutating func awaited(_ record: ReferralRecord) -> ReferralRecord {
    let referral = record.referral
    guard referral.whereabouts == .inHospital, let ready = referral.readyFrom else { return record }
    if ready <= nextMorning {
      if happens(.homecomingPutOff, record.id.text, perMille: 150) {
        note(.homecomingPutOff)
        let later = instant(draw(.homecomingPutOff, record.id.text, in: 10...17), on: today.adding(days: 2))
        return record.with(referral: referral.with(readyFrom: later, homecoming: .expected))
      }
      return record.with(referral: referral.with(whereabouts: .home, homecoming: .confirmed))
    }
    if referral.homecoming == .expected, referral.state == .accepted,
      happens(.homecomingConfirmed, record.id.text, perMille: 400)
    {
      note(.homecomingConfirmed)
      return record.with(referral: referral.with(homecoming: .confirmed))
    }
    return record
  }

  private mutating func decided(_ record: ReferralRecord) -> ReferralRecord {
    let id = record.id.text
    if happens(.withdrawn, id, perMille: 15) { return taking(.withdraw, record, .withdrawn) }
    switch record.referral.state {
    case .received:
      let isAhead = record.referral.readyFrom.map { $0 > nextMorning + Minutes(2880) } ?? false
      if isAhead, happens(.held, id, perMille: 700) { return taking(.hold, record, .held) }
      return happens(.assessed, id, perMille: 850)
        ? assessed(record, from: max(asOf, record.referral.receivedAt), by: nextMorning) : record
    case .screened:
      guard let needs = needs[record.id] ?? record.needs else {
        return taking(.decline(by: "team manager", reason: "needs nothing that this service gives"), record, .declined)
      }
      guard happens(.accepted, id, perMille: 900) else { return record }
      let step = ReferralStep.accept(by: "team manager")
      return taking(step, record.with(needs: needs), .accepted)
    case .provisional:
      let ready = record.referral.readyFrom ?? nextMorning
      if record.contactAssessment == nil, happens(.assessed, id, perMille: 300) {
        return assessed(record, from: max(asOf, record.referral.receivedAt), by: nextMorning)
      }
      if ready <= nextMorning + Minutes(1440), record.contactAssessment != nil,
        happens(.confirmed, id, perMille: 450)
      {
        return taking(.confirm, record.with(needs: needs[record.id]), .confirmed)
      }
      let isLong = ready + policy.clocks.tentativeHold + Minutes(1440) < nextMorning
      return isLong ? taking(.release, record, .released) : record
    case .accepted, .declined, .withdrawn: return record
    }
  }

  /// Some hours later the contact assessment is held; most are decided upon in the same hour.
  mutating func assessed(_ record: ReferralRecord, from: Instant, by last: Instant) -> ReferralRecord {
    let assessment = ReferralRecord.ContactAssessment(
      heldAt: min(last, from + Minutes(draw(.assessed, record.id.text, in: 30...480))),
      assessedBy: "care manager on duty", role: .careManager, needsPersonalCare: true,
      canEngage: needs[record.id] != nil)
    let screened = taking(.screen(assessment), record, .assessed)
    guard screened.referral.state == .screened, let needs = needs[record.id],
      happens(.accepted, record.id.text + " at once", perMille: 750)
    else { return screened }
    return taking(.accept(by: "team manager"), screened.with(needs: needs), .accepted)
  }

  /// A package agreed before the first visit, and a first visit that has been promised, for some.
  private mutating func agree(_ record: ReferralRecord, _ plan: EpisodePlan) {
    guard let needs = record.needs else { return }
    let tomorrow = today.adding(days: 1)
    let isAgreed = episodes.values.contains { $0.episode.referral == record.id }
    if !isAgreed, happens(.packageAgreed, record.id.text, perMille: 200) {
      note(.packageAgreed)
      let id = EpisodeID("e" + record.id.text.dropFirst())
      episodes[id] = EpisodeRecord(
        episode: Episode(id: id, person: record.referral.person, referral: record.id, startDate: tomorrow),
        packages: [PackageVersion(effectiveFrom: tomorrow, lines: needs.lines)], state: .preStart)
    }
    guard let planned = plan.starts.first(where: { $0.referral == record.id }),
      case .starts(let start) = planned.outcome, !start.isPublished, start.date > today,
      happens(.firstVisitPromised, record.id.text, perMille: 400)
    else { return }
    note(.firstVisitPromised)
    let from = calendar.local(start.earliest).time
    let until = min(policy.missedAfterClock, ClockTime(wrapping: min(from.secondsOfDay + 7200, 86_340)))
    guard from < until else { return }
    let id = VisitID("\(record.id)-promised")
    appointments[id] = Appointment(
      id: id, person: record.referral.person, referral: record.id, date: start.date,
      call: CallNeed(
        kind: .firstResponse, demands: policy.clocks.firstVisit(needs.firstVisit).demands,
        preferred: ClockInterval(from: from, until: until)))
  }

  private mutating func giveUp(_ id: ReferralID) {
    for (visit, booked) in appointments where booked.referral == id { appointments[visit] = nil }
    for (episode, record) in episodes where record.episode.referral == id && record.state == .preStart {
      episodes[episode] = nil
    }
  }

  /// The record after a step of the journey; as it was where the step is refused.
  private mutating func taking(_ step: ReferralStep, _ record: ReferralRecord, _ event: LifeEvent) -> ReferralRecord {
    guard let next = try? record.taking(step) else { return record }
    note(event)
    return next
  }
}
