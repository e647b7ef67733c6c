import CareModel
import Quantities

/// Who has gone on longer than six weeks, and on whose word (R23).
struct BeyondLimits {
  let service: Service

  /// Of the running episodes, those without an authoriser first, then in order of last permitted day.
  var all: [BeyondLimit] {
    service.episodes.filter { $0.isRunning(on: service.today) }.compactMap(beyond).sorted {
      ($0.standing == .noAuthoriser ? 0 : 1, $0.lastPermittedDay, $0.episode)
        < ($1.standing == .noAuthoriser ? 0 : 1, $1.lastPermittedDay, $1.episode)
    }
  }

  private func beyond(_ record: EpisodeRecord) -> BeyondLimit? {
    let (episode, days) = (record.episode, service.policy.reablementDays)
    let limit = LimitClock(episode, policy: service.policy)
    let day = episode.dayNumber(on: service.today)
    guard let last = limit.lastPermittedDay, day > days else { return nil }
    let standing: BeyondLimit.Standing =
      switch limit.phase(on: service.today) {
      case .within, .withoutLimit: .extended
      case .bridging: .noAuthoriser
      case .handedOver: .handedOver
      case .stopped: .stopped
      }
    return BeyondLimit(
      episode: record.id, person: episode.person, day: day, lastPermittedDay: last,
      extension: episode.effectiveExtension(policy: service.policy), standing: standing)
  }
}
