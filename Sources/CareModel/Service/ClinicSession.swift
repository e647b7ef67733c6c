/// A clinic's hours on some days of the week, with its slots (R28).
package struct ClinicSession: Hashable, Sendable {
  package let weekdays: WeekdaySet
  package let hours: ClockInterval
  /// How many people can be seen.
  package let slots: Int

  package init(weekdays: WeekdaySet = .every, hours: ClockInterval, slots: Int) {
    self.weekdays = weekdays
    self.hours = hours
    self.slots = slots
  }
}
