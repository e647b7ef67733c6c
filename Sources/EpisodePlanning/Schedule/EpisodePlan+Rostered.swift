package import CareModel
package import Quantities

extension EpisodePlan {
  /// The plan with the times that rotas of its first days have for first visits: whether a promise is kept is told by them.
  ///
  /// - Parameter firstVisits: by referral, on the day on which the plan has the start.
  package func rostered(_ firstVisits: [ReferralID: Instant], of service: Service) -> EpisodePlan {
    let timed = starts.map { start in firstVisits[start.referral].map(start.rostered) ?? start }
    let responses = ClockBreaches(service: service, starts: timed, calls: []).responses()
    return with(starts: timed, breaches: ClockBreaches.ordered(responses + breaches.filter { $0.referral == nil }))
  }
}
