import CareModel
import Quantities

/// The reviews that follow the next one, to the end of each episode: on their last permitted days, or up to three days before where
/// those have no time (R24).
struct ReviewChain {
  let service: Service
  let finder: ClockedCallFinder
  let first: CivilDate
  let days: Int

  /// So many days a review may be brought forward; each brings all that follow it forward, too.
  static let mostDaysBefore = 3

  /// - Parameters:
  ///   - calls: what is planned and booked so far, the next review of each episode among it.
  ///   - room: the time that they leave; the chain takes what it needs.
  func calls(after calls: [PlannedCall], in room: inout RemainingRoom) -> [PlannedCall] {
    let reviews = Dictionary(
      grouping: calls.filter { $0.need.kind == .review || $0.need.kind == .dischargeReview },
      by: { $0.episode ?? EpisodeID("") })
    let last = first.adding(days: days - 1)
    return service.episodes.flatMap { record -> [PlannedCall] in
      guard record.isRunning(on: first), record.episode.kind != .bridging,
        let person = service.person(record.episode.person)
      else { return [] }
      let predicted = record.clocks.predictedEnds.last.map(\.end).flatMap { $0 >= first ? $0 : nil }
      let end =
        ([record.lastDayOfProgramme(policy: service.policy), predicted].compactMap { $0 } + [last]).min() ?? last
      // A clinic's session is no promise for later weeks, where another mode suits the person.
      let isClinicAlone = record.reviews.permitted == [.clinic]
      let need =
        reviews[record.id, default: []].last { isClinicAlone || $0.need.mode != .clinic }?.need
        ?? finder.need(.review, of: record)
      let away = Suspensions(person)
      func permitted(after held: CivilDate) -> CivilDate {
        ReviewClock.lastPermittedDay(after: held, person: person, calendar: service.calendar, policy: service.policy)
      }
      let known = reviews[record.id, default: []].map(\.date).sorted()
      // Where the next one found no day, those behind it follow its last permitted day all the same.
      var held = known.first ?? max(permitted(after: record.clocks.reviewsHeld.last ?? record.episode.startDate), first)
      var chain: [PlannedCall] = []
      func fill(until stop: CivilDate) {
        while true {
          let next = permitted(after: held)
          guard next < stop, next <= end else { return }
          let ways = (0...ReviewChain.mostDaysBefore).map { next.adding(days: -$0) }.filter { day in
            day == next || (day > held && away.leaveRoom(for: need, on: day, calendar: service.calendar))
          }.map { PlannedCall.clocked(record, .review, need, on: $0, by: next, service: service) }
          guard let review = room.place(ways) else { return }
          chain.append(review)
          held = review.date
        }
      }
      for date in known.dropFirst() {
        fill(until: date)
        held = date
      }
      fill(until: last.adding(days: 1))
      return chain
    }
  }
}
