import CareModel
import Quantities

/// The set's time windows as our three nested ones, for a service or several that start together.
///
/// The set counts a start against the last window that has begun; before the first window nothing may start. So each window
/// reaches until just before the next one begins, and what lies between its end and there is late. Preferred and agreed
/// are the window itself. Safe is the window where lateness is forbidden, and reaches to the next window or the
/// horizon where it is not.
struct UHHCWindows {
  let isHard: Bool
  let isOnTimeByEnd: Bool
  /// Minutes.
  let horizon: Int
  /// The first minute of the day.
  let origin: Instant

  /// The alternatives; empty where lateness is forbidden and no window is long enough.
  ///
  /// - Parameter length: minutes of the longest service that starts with the window.
  func drafts(_ windows: [UHHCInstance.Window], length: Int) -> [WindowDraft] {
    let ordered = windows.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    return ordered.indices.compactMap { index in
      let next = index + 1 < ordered.count ? ordered[index + 1].start : nil
      return draft(ordered[index], next: next, length: length)
    }
  }

  private func draft(_ window: UHHCInstance.Window, next: Int?, length: Int) -> WindowDraft? {
    // The next window begins in the same minute: it is the last one begun, always.
    let last = next.map { $0 - 1 }
    if let last, last < window.start { return nil }
    let latest = isOnTimeByEnd ? window.end - length : window.end
    if isHard, latest < window.start { return nil }
    let end = min(max(latest, window.start), last ?? .max)
    let safeEnd = isHard ? end : max(end, min(last ?? .max, horizon))
    guard let onTime = interval(window.start, end), let safe = interval(window.start, safeEnd) else { return nil }
    return WindowDraft(preferred: onTime, agreed: onTime, safe: safe)
  }

  private func interval(_ start: Int, _ end: Int) -> InstantInterval? {
    InstantInterval(start: origin + Minutes(start), end: origin + Minutes(end))
  }
}
