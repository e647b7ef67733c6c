package import CareModel
package import Quantities

extension Service {
  /// The service with what a plan has placed, as if it were booked: what the rota of a coming day is cut from.
  ///
  /// Plans, reviews, calls with freedom of day and fittings of the date are booked. On a coming day starts are where the plan has them, too: those before it have
  /// begun, those after it are still to come. On the service's own today everybody who waits stays open: the day's rota takes
  /// whoever fits, in the order of their ranks.
  package func booking(_ plan: EpisodePlan, on date: CivilDate) -> Service {
    let free = plan.calls.filter { $0.basis == .planned && $0.date == date && $0.referral == nil }.map { call in
      Appointment(
        id: call.id, person: call.person, episode: call.episode, date: date, call: call.need, line: call.line,
        lastPermittedDay: call.lastPermittedDay)
    }
    let starts = date > today ? plan.starts.compactMap { firstVisit(of: $0, plan) } : []
    return Service(
      title: title, isInvented: isInvented, asOf: asOf, calendar: calendar, policy: policy, places: places,
      matrices: matrices, people: people, referrals: referrals, episodes: episodes, staff: staff,
      appointments: appointments + free + starts, quarantine: quarantine)
  }

  /// A planned first visit, as an appointment that nobody has been told of.
  private func firstVisit(of start: PlannedStart, _ plan: EpisodePlan) -> Appointment? {
    guard case .starts(let found) = start.outcome, !found.isPublished,
      let call = plan.calls.first(where: { $0.referral == start.referral && $0.need.kind == .firstResponse })
    else { return nil }
    let from = calendar.local(found.earliest).time
    let missed = policy.missedAfterClock
    let wanted = referral(start.referral)?.needs?.firstVisit?.preferred
    let usual = from.adding(Minutes(120))
    let preferred = ClockInterval(
      from: from, until: min(missed, wanted.map { $0.until >= from ? $0.until : usual } ?? usual))
    return Appointment(
      id: call.id, person: start.person, referral: start.referral, date: found.date,
      call: CallNeed(
        kind: .firstResponse, demands: call.need.demands, preferred: preferred,
        agreed: ClockInterval(from: from, until: min(missed, preferred.until.adding(policy.agreedTolerance))),
        safe: ClockInterval(from: from, until: missed), consequence: call.need.consequence))
  }
}

extension ClockTime {
  /// So much later on the clock's face, no later than the last minute before midnight.
  fileprivate func adding(_ minutes: Minutes) -> ClockTime {
    ClockTime(wrapping: min(secondsOfDay + minutes.seconds.value, 86_340))
  }
}
