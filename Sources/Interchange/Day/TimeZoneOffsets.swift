package import CareModel
import Foundation
package import Quantities

/// Takes the changes of the clocks from the machine's time-zone data, once, at the edge; from there on they are data.
package enum TimeZoneOffsets {
  /// The offsets of a zone around a day.
  package struct Offsets: Hashable, Sendable {
    package let initial: Seconds
    package let changes: [ServiceCalendar.OffsetChange]
  }

  /// The offsets from the start of the year before a day to the end of the year after it; nil for an unknown zone.
  ///
  /// It looks at each day and halves those on which the offset changes, so that it finds every change, whatever its reason.
  package static func around(_ date: CivilDate, zone: String) -> Offsets? {
    guard let timeZone = TimeZone(identifier: zone) else { return nil }
    let year = date.components.year
    guard let first = CivilDate(year: year - 1, month: 1, day: 1),
      let last = CivilDate(year: year + 2, month: 1, day: 1)
    else { return nil }
    let initial = offset(first.daysSinceEpoch * 86_400, timeZone)
    var before = initial
    var changes: [ServiceCalendar.OffsetChange] = []
    for day in first.daysSinceEpoch..<last.daysSinceEpoch {
      let after = offset((day + 1) * 86_400, timeZone)
      if after == before { continue }
      let moment = firstMoment(of: after, between: day * 86_400, and: (day + 1) * 86_400, timeZone)
      changes.append(.init(from: Instant(epochSeconds: moment), offset: Seconds(after)))
      before = after
    }
    return Offsets(initial: Seconds(initial), changes: changes)
  }

  private static func firstMoment(of offset: Int, between start: Int, and end: Int, _ zone: TimeZone) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if self.offset(middle, zone) == offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func offset(_ epochSeconds: Int, _ zone: TimeZone) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(epochSeconds)))
  }
}
