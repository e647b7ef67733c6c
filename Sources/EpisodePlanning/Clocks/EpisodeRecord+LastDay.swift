import CareModel
import Quantities

extension EpisodeRecord {
  /// The last service day on which plans and reviews may fall: the last permitted day, or an end that has been ordered or agreed
  /// before it; nil without any of them.
  func lastDayOfProgramme(policy: Policy) -> CivilDate? {
    [LimitClock(episode, policy: policy).lastPermittedDay, endedOn, plannedEnd].compactMap { $0 }.min()
  }
}
