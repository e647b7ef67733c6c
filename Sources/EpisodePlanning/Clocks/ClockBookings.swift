import CareModel
import Quantities

/// Which appointments keep the clocks of care plans and reviews, and which of them are booked too late for theirs.
struct ClockBookings {
  private let service: Service
  /// Of today and later, of people who are there then.
  private let coming: [EpisodeID: [Appointment]]

  /// - Parameter unvisited: what is booked on these days keeps no clock.
  init(_ service: Service, _ unvisited: DaysBeforeReturn) {
    self.service = service
    coming = Dictionary(
      grouping: service.appointments.filter {
        $0.call.kind.hasClock && $0.episode != nil && $0.date >= service.today && !service.isAway(during: $0)
          && !unvisited.contains($0.date, of: $0.episode)
      }, by: { $0.episode ?? EpisodeID("") })
  }

  /// Whether the call is booked by its last permitted day, or for today where that is over: it can't be any sooner.
  func isKept(_ due: CallDue) -> Bool {
    of(due).contains { $0.date <= latest(due) }
  }

  /// The first that is booked behind its last permitted day, to be moved forward; nil where one keeps the clock.
  ///
  /// A review that one held on the last permitted day would have for its next stays where it is: what is missing is the one before.
  func late(_ due: CallDue) -> Appointment? {
    guard !isKept(due), let person = service.person(due.person) else { return nil }
    let next = ReviewClock.lastPermittedDay(
      after: latest(due), person: person, calendar: service.calendar, policy: service.policy)
    return of(due).filter { (due.kind == .carePlan || $0.date < next) && !service.isBehindEnd($0) }
      .min { ($0.date, $0.id) < ($1.date, $1.id) }
  }

  private func latest(_ due: CallDue) -> CivilDate { max(due.lastPermittedDay, service.today) }

  private func of(_ due: CallDue) -> [Appointment] {
    let kinds: Set<Visit.Kind> = due.kind == .review ? [.review, .dischargeReview] : [due.kind]
    return coming[due.episode, default: []].filter { kinds.contains($0.call.kind) }
  }
}
