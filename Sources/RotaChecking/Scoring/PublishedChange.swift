import CareModel
import Quantities

/// What has become of a call that people were told of.
struct PublishedChange {
  /// Workers who were not published for it.
  let newWorkers: [WorkerID]
  /// How far the start has moved, either way.
  let shift: Seconds
  /// The published start is near, or past.
  let isShortNotice: Bool
  /// One for each new worker and one for a moved start; all doubled at short notice, doubled again for a time-critical call.
  let weight: Int

  /// What leaving a published call out weighs: all its workers and its time change, so that it never weighs less than
  /// giving it to others at another time. Zero for a call that was not published.
  static func weightOfLeavingOut(_ visit: Visit, asOf: Instant, policy: Policy) -> Int {
    guard let published = visit.published else { return 0 }
    return (visit.demands.count + 1)
      * factor(of: visit, isShortNotice: isShortNotice(published, asOf: asOf, policy: policy))
  }

  /// Nil for a call that was not published.
  init?(of visit: Visit, to placement: Visit.Placement, asOf: Instant, policy: Policy) {
    guard let published = visit.published else { return nil }
    newWorkers = placement.workers.filter { !published.workers.contains($0) }
    shift = max(placement.start - published.start, published.start - placement.start)
    isShortNotice = PublishedChange.isShortNotice(published, asOf: asOf, policy: policy)
    let changes = newWorkers.count + (shift > policy.changeFromMinutes.seconds ? 1 : 0)
    weight = changes * PublishedChange.factor(of: visit, isShortNotice: isShortNotice)
  }

  private static func isShortNotice(_ published: Visit.Placement, asOf: Instant, policy: Policy) -> Bool {
    published.start - asOf < policy.shortNotice.seconds
  }

  private static func factor(of visit: Visit, isShortNotice: Bool) -> Int {
    (isShortNotice ? 2 : 1) * (visit.isTimeCritical ? 2 : 1)
  }

  /// Twice as dear at short notice.
  var factor: Int { isShortNotice ? 2 : 1 }
}
