import CareModel
import Quantities

/// What a covered call costs once, by its start.
struct CallCost {
  /// After the preferred window, by the minute.
  let late: Pence
  /// Before the preferred window, flat.
  let early: Pence
  /// Outside the agreed window, by the minute, on top.
  let outsideAgreed: Pence
  /// A published time moved beyond the free minutes.
  let moved: Pence

  init(of visit: Visit, _ placement: Visit.Placement, change: PublishedChange?, policy: Policy) {
    let start = placement.start
    if let window = visit.window(meantBy: start) {
      let price = visit.isTimeCritical ? policy.latePerMinuteTimeCritical : policy.latePerMinute
      late = price * (start - window.preferred.end).startedMinutes.value
      early = start < window.preferred.start ? policy.beforePreferred : .zero
      outsideAgreed = policy.outsideAgreedPerMinute * window.agreed.distance(to: start).startedMinutes.value
    } else {
      (late, early, outsideAgreed) = (.zero, .zero, .zero)
    }
    moved =
      change.map {
        policy.publishedTimeMovedPerMinute
          * (($0.shift - policy.publishedTimeFree.seconds).startedMinutes.value * $0.factor)
      } ?? .zero
  }

  var total: Pence { late + early + outsideAgreed + moved }
}
