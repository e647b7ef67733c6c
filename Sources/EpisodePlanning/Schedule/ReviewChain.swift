import CareModel
import Quantities

/// The reviews that follow the next one, a week apart, to the end of each episode (R24).
struct ReviewChain {
  let service: Service
  let finder: ClockedCallFinder
  let first: CivilDate
  let days: Int

  /// - Parameter calls: what is planned and booked so far, the next review of each episode among it.
  func calls(after calls: [PlannedCall]) -> [PlannedCall] {
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
      // A clinic's session is no promise for later weeks.
      let need =
        reviews[record.id, default: []].last { $0.need.mode != .clinic }?.need ?? finder.need(.review, of: record)
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
          chain.append(.clocked(record, .review, need, on: next, by: next, service: service))
          held = next
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
