import CareModel
import Quantities

/// Gives a person's calls their windows, so that no two of them overlap.
struct CallWindows {
  let hours: ServiceHours
  /// Clock minute after which a call that has not begun is missed.
  private let missedAfter = 23 * 60
  private let grain = 5

  /// Moves each call behind the one before it, far enough for both to keep their agreed windows.
  func spaced(_ calls: [CallPlan]) -> [CallPlan] {
    var spaced: [CallPlan] = []
    for var call in calls.sorted(by: { $0.start < $1.start }) {
      if let before = spaced.last {
        let earliest = before.start + before.width + before.tolerance + max(before.length, grain) + call.tolerance
        call.start = max(call.start, (earliest + 14) / 15 * 15)
      }
      spaced.append(call)
    }
    return spaced
  }

  /// The windows of spaced calls, one for each in their order: agreed either side of preferred; safe from there until the person's next
  /// call is about to begin, or 23:00.
  func windows(_ calls: [CallPlan]) -> [WindowAlternative] {
    calls.enumerated().compactMap { position, call in
      let next = position + 1 < calls.count ? calls[position + 1] : nil
      let preferred = (start: call.start, end: call.start + call.width)
      let opens = max(call.start - call.tolerance, min(call.notBefore ?? Int.min, call.start))
      let agreed = (start: opens, end: preferred.end + call.tolerance)
      let missed = next.map { $0.start - $0.tolerance - max(call.length, grain) } ?? missedAfter
      return WindowAlternative(
        preferred: hours.interval(preferred.start, preferred.end), agreed: hours.interval(agreed.start, agreed.end),
        safe: hours.interval(agreed.start, max(agreed.end, missed)))
    }
  }
}
