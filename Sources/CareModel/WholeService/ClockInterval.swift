package import Quantities

/// A stretch between two readings of the clock within a service day; both ends are included.
///
/// It may cross midnight (`23:30` to `00:30`), but not the clock time at which the service day begins: whether it does, only
/// a calendar can say.
package struct ClockInterval: Hashable, Sendable {
  package let from: ClockTime
  package let until: ClockTime

  package init(from: ClockTime, until: ClockTime) {
    self.from = from
    self.until = until
  }

  /// Whether it runs forwards in a service day that begins at this clock time.
  package func isForward(fromOrigin origin: ClockTime) -> Bool {
    from.seconds(after: origin) <= until.seconds(after: origin)
  }

  /// Whether another interval lies within this one, in a service day that begins at this clock time.
  package func contains(_ other: ClockInterval, fromOrigin origin: ClockTime) -> Bool {
    from.seconds(after: origin) <= other.from.seconds(after: origin)
      && other.until.seconds(after: origin) <= until.seconds(after: origin)
  }
}

extension ClockTime {
  /// Seconds on the clock's face from another reading on, 0 to 86,399.
  func seconds(after origin: ClockTime) -> Int { (secondsOfDay - origin.secondsOfDay + 86_400) % 86_400 }
}
