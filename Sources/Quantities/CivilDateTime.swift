/// A wall-clock reading on a day, without a zone: what a coordinator writes down.
package struct CivilDateTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let date: CivilDate
  package let time: ClockTime

  package init(date: CivilDate, time: ClockTime) {
    self.date = date
    self.time = time
  }

  /// The instant of this reading where clocks stand `offset` ahead of UTC.
  package func instant(offset: Seconds) -> Instant {
    Instant(epochSeconds: date.daysSinceEpoch * 86_400 + time.secondsOfDay - offset.value)
  }

  /// What clocks that stand `offset` ahead of UTC show at an instant.
  package init(_ instant: Instant, offset: Seconds) {
    let local = instant.epochSeconds + offset.value
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    date = CivilDate(daysSinceEpoch: day)
    time = ClockTime(wrapping: local)
  }

  package static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    left.date == right.date ? left.time < right.time : left.date < right.date
  }

  package var description: String { "\(date) \(time)" }
}

/// An ISO 8601 date and time with zone, as read: the local reading and its offset from UTC.
package struct ZonedReading: Hashable, Sendable {
  package let local: CivilDateTime
  /// Seconds ahead of UTC.
  package let offset: Seconds
  /// Written with `Z`, so that no local reading is claimed.
  package let isUniversal: Bool

  package var instant: Instant { local.instant(offset: offset) }

  /// Reads `2026-11-24T07:30+00:00`, `…:15+01:00` or `…Z`; nil for any other text.
  package init?(iso text: some StringProtocol) {
    guard let separator = text.firstIndex(of: "T"), let date = CivilDate(iso: text[..<separator]) else { return nil }
    let rest = text[text.index(after: separator)...]
    guard let zone = rest.firstIndex(where: { $0 == "Z" || $0 == "+" || $0 == "-" }),
      let time = ClockTime(rest[..<zone])
    else { return nil }
    local = CivilDateTime(date: date, time: time)
    let zoneText = rest[zone...]
    if zoneText == "Z" {
      offset = .zero
      isUniversal = true
      return
    }
    guard zoneText.count == 6, let clock = ClockTime(zoneText.dropFirst()), clock.hour <= 14 else { return nil }
    offset = Seconds(zoneText.hasPrefix("-") ? -clock.secondsOfDay : clock.secondsOfDay)
    isUniversal = false
  }

  package init(_ instant: Instant, offset: Seconds) {
    local = CivilDateTime(instant, offset: offset)
    self.offset = offset
    isUniversal = false
  }

  /// `2026-11-24T07:30:00+00:00`; an offset with seconds, which ISO 8601 can't write, is written in UTC.
  package var iso: String {
    guard offset.value % 60 == 0 else { return ZonedReading(instant, offset: .zero).iso }
    let time = local.time
    let magnitude = ClockTime(wrapping: abs(offset.value))
    let clock = [time.hour, time.minute, time.second].map { CivilDate.padded($0) }.joined(separator: ":")
    return "\(local.date)T\(clock)\(offset.value < 0 ? "-" : "+")"
      + "\(CivilDate.padded(magnitude.hour)):\(CivilDate.padded(magnitude.minute))"
  }
}
