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
        var held = reviews[record.id]?.map(\.date).max(), let person = service.person(record.episode.person)
      else { return [] }
      let limit = LimitClock(record.episode, policy: service.policy).lastPermittedDay
      let predicted = [record.clocks.predictedEnds.last?.end, record.plannedEnd].compactMap { $0 }.min()
      let end = min(min(limit ?? last, predicted ?? last), last)
      let need = finder.need(.review, of: record)
      var chain: [PlannedCall] = []
      while true {
        let next = ReviewClock.lastPermittedDay(
          after: held, person: person, calendar: service.calendar, policy: service.policy)
        guard next <= end else { return chain }
        chain.append(.clocked(record, .review, need, on: next, by: next, service: service))
        held = next
      }
    }
  }
}
