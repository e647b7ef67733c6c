package import CareModel
package import Quantities

/// A day in the making: records can be added and replaced before it becomes a caseload.
package struct DayDraft: Sendable {
  package var title: String
  package var asOf: Instant
  package var serviceDate: CivilDate
  package var calendar: ServiceCalendar
  package var policy = Policy()
  package var places: [Place] = []
  package var matrices: [TravelMatrix] = []
  package var people: [Person] = []
  package var episodes: [Episode] = []
  package var referrals: [Referral] = []
  package var workers: [Worker] = []
  package var visits: [Visit] = []
  package var links: [VisitLink] = []

  package init(title: String, asOf: Instant, serviceDate: CivilDate, calendar: ServiceCalendar) {
    self.title = title
    self.asOf = asOf
    self.serviceDate = serviceDate
    self.calendar = calendar
  }

  /// The day as it stands; everybody in it is invented.
  package var caseload: Caseload {
    Caseload(
      title: title, isInvented: true, asOf: asOf, serviceDate: serviceDate, calendar: calendar, policy: policy,
      places: places, matrices: matrices, people: people, episodes: episodes, referrals: referrals, workers: workers,
      visits: visits, links: links)
  }

  var hours: ServiceHours { ServiceHours(calendar: calendar, date: serviceDate) }

  /// Adds a person's windows, call by call; the calls must be spaced (``CallWindows``).
  mutating func add(_ plan: PersonPlan) {
    let windows = CallWindows(hours: hours).windows(plan.calls)
    for (call, window) in zip(plan.calls, windows) {
      visits.append(
        Visit(
          id: plan.visitID(of: call), person: plan.id, kind: call.kind,
          episode: plan.episode?.id, referral: call.isOfStart ? plan.referral?.id : nil, mode: call.mode,
          place: call.place, demands: call.demands, windows: [window], consequence: call.consequence,
          isTimeCritical: call.isTimeCritical, lastPermittedDay: call.lastPermittedDay))
    }
    if let referral = plan.referral { referrals.append(referral) }
    if let episode = plan.episode { episodes.append(episode) }
  }
}

extension PersonPlan {
  /// `p-001-morning`.
  func visitID(of call: CallPlan) -> VisitID { VisitID("\(id.text)-\(call.name)") }
}
