package import CareModel
import Quantities

/// Finds who is back within the policy's days of an earlier episode (R19).
///
/// Bridging is no reablement and counts on neither side. A stay in hospital ends no episode, so that somebody who goes on
/// behind one is not back.
package struct RepeatEpisodes {
  private let service: Service
  private let ended: [PersonID: [EpisodeRecord]]

  package init(_ service: Service) {
    self.service = service
    let over = service.episodes.filter { $0.state == .ended && $0.episode.kind != .bridging }
    ended = Dictionary(grouping: over, by: \.episode.person)
  }

  /// - Parameter starts: the plan's. One without a day is looked at as if it were on the first day that it could be.
  /// - Returns: In order of person; a person's running episode behind what is still to begin.
  package func repeats(among starts: [PlannedStart]) -> [RepeatEpisode] {
    let coming = starts.filter { service.referral($0.referral) != nil }.compactMap { start in
      repeated(.referral(start.referral), of: start.person, from: firstDay(of: start))
    }
    let running = service.episodes.filter {
      $0.state != .ended && $0.isRunning(on: service.today) && $0.episode.kind != .bridging
    }.compactMap { repeated(.episode($0.id), of: $0.episode.person, from: $0.episode.startDate) }
    return (coming + running).enumerated().sorted { ($0.element.person, $0.offset) < ($1.element.person, $1.offset) }
      .map(\.element)
  }

  private func firstDay(of start: PlannedStart) -> CivilDate {
    switch start.outcome {
    case .starts(let found): found.date
    case .waits: max(service.today, start.readyFrom.map { service.calendar.serviceDate(of: $0) } ?? service.today)
    }
  }

  private func repeated(_ now: RepeatEpisode.Now, of person: PersonID, from first: CivilDate) -> RepeatEpisode? {
    let before = (ended[person] ?? []).compactMap { record in
      record.endedOn.flatMap { $0 <= first ? (id: record.id, end: $0) : nil }
    }
    guard let last = before.max(by: { ($0.end, $0.id) < ($1.end, $1.id) }) else { return nil }
    let days = first.daysSinceEpoch - last.end.daysSinceEpoch
    guard days <= service.policy.clocks.repeatWithinDays else { return nil }
    return RepeatEpisode(person: person, earlier: last.id, earlierEnd: last.end, now: now, daysBetween: days)
  }
}
