import CareModel
import Quantities

/// One running episode on the axis of days, from its referral on: what of it lies behind, what is foreseen, and what is
/// permitted.
struct EpisodeLine {
  let record: EpisodeRecord
  let today: CivilDate
  /// When it was asked for, where that was before the first visit's day; nil, too, where the referral isn't known any more.
  let receivedOn: CivilDate?
  /// The predicted or agreed end, whichever comes first; nil where nobody has said one.
  let predictedEnd: CivilDate?
  /// The ends that were said before that one, in the order in which they were said, each as often as it was said anew.
  let earlierEnds: [CivilDate]
  /// Stays in hospital since the first visit, each from the day of going in to the day of coming back.
  let stays: [ClosedRange<CivilDate>]
  /// Six weeks without extension; nil where there is no limit.
  let limit: CivilDate?
  /// The last permitted day with any extension; nil where there is no limit.
  let lastPermittedDay: CivilDate?
  /// The days up to today on which essential calls went on because nobody has taken over.
  let bridging: ClosedRange<CivilDate>?
  /// Those to come; nil where the episode is predicted to end in time.
  let bridgingForeseen: ClosedRange<CivilDate>?
  let reviewsHeld: [CivilDate]
  /// Planned or booked, from today on.
  let reviewsComing: [CivilDate]

  /// In order of last permitted day; those without one last.
  static func all(of plan: EpisodePlan, _ service: Service) -> [EpisodeLine] {
    let calls = Dictionary(grouping: plan.calls.filter { $0.episode != nil }, by: { $0.episode ?? EpisodeID("") })
    return service.episodes
      .filter { record in
        record.state != .preStart && record.episode.startDate <= service.today
          && record.endedOn.map { service.today <= $0 } ?? true
      }
      .map { EpisodeLine($0, calls: calls[$0.id] ?? [], service) }
      .sorted { $0.order < $1.order }
  }

  private var order: (Int, CivilDate, EpisodeID) {
    (lastPermittedDay == nil ? 1 : 0, lastPermittedDay ?? record.episode.startDate, record.id)
  }

  private init(_ record: EpisodeRecord, calls: [PlannedCall], _ service: Service) {
    let episode = record.episode
    self.record = record
    today = service.today
    receivedOn = episode.referral.flatMap(service.referral)
      .map { service.calendar.serviceDate(of: $0.referral.receivedAt) }.flatMap { $0 < episode.startDate ? $0 : nil }
    let end = [record.clocks.predictedEnds.last?.end, record.plannedEnd, record.endedOn].compactMap { $0 }.min()
    predictedEnd = end
    earlierEnds = EpisodeLine.ends(before: end, record.clocks.predictedEnds)
    stays = EpisodeLine.stays(of: service.person(episode.person), since: episode.startDate, service.calendar)
    limit = episode.kind.hasLimit ? episode.startDate.adding(days: service.policy.reablementDays - 1) : nil
    let lastDay = episode.kind.hasLimit ? episode.lastPermittedDay(policy: service.policy) : nil
    lastPermittedDay = lastDay
    reviewsHeld = record.clocks.reviewsHeld
    reviewsComing = calls.filter { [.review, .dischargeReview].contains($0.need.kind) }.map(\.date)
    let days = EpisodeLine.bridgingDays(of: record, after: lastDay, calls, today: service.today)
    bridging = days.flatMap { $0.lowerBound <= service.today ? $0.lowerBound...min($0.upperBound, service.today) : nil }
    let goesOn = record.state == .awaitingOnward || predictedEnd.map { end in lastDay.map { end > $0 } ?? true } ?? true
    bridgingForeseen = days.flatMap { days in
      let from = max(days.lowerBound, service.today.adding(days: 1))
      return goesOn && from <= days.upperBound ? from...days.upperBound : nil
    }
  }

  /// What was said of the end, without what only says the same again and without what is said now.
  private static func ends(before now: CivilDate?, _ said: [EpisodeClocks.PredictedEnd]) -> [CivilDate] {
    var ends: [CivilDate] = []
    for end in said.map(\.end) where ends.last != end { ends.append(end) }
    if ends.last == now, !ends.isEmpty { ends.removeLast() }
    return ends
  }

  /// Without the one that the first visit has ended; stays of which one begins on the day on which another ends are one.
  private static func stays(
    of person: Person?, since start: CivilDate, _ calendar: ServiceCalendar
  ) -> [ClosedRange<CivilDate>] {
    let days = (person?.suspensions ?? [])
      .map { (from: calendar.serviceDate(of: $0.start), until: calendar.serviceDate(of: $0.end)) }
      .filter { start <= $0.from || start < $0.until }
      .map { max($0.from, start)...max($0.until, start) }
    var joined: [ClosedRange<CivilDate>] = []
    for next in days.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = joined.last, next.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
      } else {
        joined.append(next)
      }
    }
    return joined
  }

  /// From the day after the last permitted one, or the start of an episode that is nothing else, to the plan's last call.
  private static func bridgingDays(
    of record: EpisodeRecord, after lastDay: CivilDate?, _ calls: [PlannedCall], today: CivilDate
  ) -> ClosedRange<CivilDate>? {
    let isBridging = record.episode.kind == .bridging
    let last = calls.filter { $0.basis == .bridging }.map(\.date).max()
    let until = [last, isBridging ? today : nil].compactMap { $0 }.max()
    guard let from = isBridging ? record.episode.startDate : lastDay?.adding(days: 1), let until, from <= until else {
      return nil
    }
    return from...until
  }

  /// More days than six weeks, by a named person's word.
  var extended: ClosedRange<CivilDate>? {
    guard let limit, let lastPermittedDay, limit < lastPermittedDay else { return nil }
    return limit.adding(days: 1)...lastPermittedDay
  }

  /// The last day that has to be on the axis.
  var end: CivilDate {
    [predictedEnd, earlierEnds.max(), lastPermittedDay, bridgingForeseen?.upperBound, today].compactMap { $0 }.max()
      ?? today
  }

  /// The first day that has to be on the axis.
  var beginning: CivilDate { receivedOn ?? record.episode.startDate }
}
