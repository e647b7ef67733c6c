package import CareModel
package import Quantities

extension StaffMember {
  /// How many days around a date are looked at for the duty before and after it: longer rests bind nothing.
  private static let daysAround = 14

  /// The worker as a service day knows them; nil where they have no shift that day.
  ///
  /// Shifts become duty periods (ids `<worker>-<yyyymmdd>`, of a split day with `-1`, `-2` behind), and the roster of the
  /// days around it becomes the record that the rest and hours rules ask for (N10).
  package func worker(on date: CivilDate, calendar: ServiceCalendar, policy: Policy) -> Worker? {
    let shifts = shifts(on: date)
    let duties = shifts.enumerated().compactMap { index, shift in
      duty(shift, DutyID(dutyName(date, index, of: shifts.count)), on: date, calendar, policy)
    }
    guard !duties.isEmpty else { return nil }
    return Worker(
      id: id, role: role, skills: skills, gender: gender, languages: languages, dutyPeriods: duties,
      refusedPeople: refusedPeople, record: record(on: date, calendar))
  }

  private func dutyName(_ date: CivilDate, _ index: Int, of count: Int) -> String {
    "\(id)-\(date.compact)" + (count > 1 ? "-\(index + 1)" : "")
  }

  private func duty(
    _ shift: Shift, _ id: DutyID, on date: CivilDate, _ calendar: ServiceCalendar, _ policy: Policy
  ) -> DutyPeriod? {
    guard let hours = shift.hours(on: date, calendar: calendar) else { return nil }
    return DutyPeriod(
      id: id, hours: hours, startPlace: startsFrom, endPlace: endsAt, mode: mode,
      breaks: shift.rests(in: hours, on: date, calendar: calendar, policy: policy), agreedOvertime: agreedOvertime)
  }

  private func record(on date: CivilDate, _ calendar: ServiceCalendar) -> WorkingRecord {
    func hours(_ day: CivilDate) -> [InstantInterval] {
      shifts(on: day).compactMap { $0.hours(on: day, calendar: calendar) }
    }
    let before = (1...StaffMember.daysAround).lazy.compactMap { hours(date.adding(days: -$0)).map(\.end).max() }.first
    let after = (1...StaffMember.daysAround).lazy.compactMap { hours(date.adding(days: $0)).map(\.start).min() }.first
    let worked = (0..<date.weekday.position).map { hours(date.monday.adding(days: $0)) }.joined()
      .reduce(0) { $0 + $1.length.value }
    return WorkingRecord(
      previousDutyEnd: before, nextDutyStart: after, minutesWorkedThisWeek: Minutes(worked / 60),
      weeklyMaximum: contract.weeklyMaximum)
  }
}

extension Shift {
  /// From when until when it is worked; nil where the clocks leave nothing of it.
  package func hours(on date: CivilDate, calendar: ServiceCalendar) -> InstantInterval? {
    let start = calendar.instant(of: from, onServiceDay: date)
    let end = calendar.instant(of: until, notBefore: start + Seconds(1), onServiceDay: date)
    return start < end ? InstantInterval(start: start, end: end) : nil
  }

  /// Its breaks within its hours; one of the policy's length where it is long and none is given (N10).
  func rests(
    in hours: InstantInterval, on date: CivilDate, calendar: ServiceCalendar, policy: Policy
  ) -> [Break] {
    guard breaks.isEmpty else {
      return breaks.map { rest in
        let length = rest.length ?? policy.breakLength
        let given = rest.window.flatMap { window(of: $0, in: hours, on: date, calendar) }
        // On a day on which the clocks go forward, little may be left of a window.
        let possible = given.flatMap { $0.length >= length.seconds ? $0 : nil }
        return Break(length: length, window: possible ?? middle(of: hours))
      }
    }
    guard hours.length > policy.breakRequiredAfter.seconds else { return [] }
    return [Break(length: policy.breakLength, window: middle(of: hours))]
  }

  private func window(
    of clock: ClockInterval, in hours: InstantInterval, on date: CivilDate, _ calendar: ServiceCalendar
  ) -> InstantInterval? {
    let start = calendar.instant(of: clock.from, notBefore: hours.start, onServiceDay: date)
    let end = calendar.instant(of: clock.until, notBefore: start, onServiceDay: date)
    return InstantInterval(start: start, end: end)?.intersection(hours)
  }

  /// Without the first and the last quarter, to the minute.
  private func middle(of hours: InstantInterval) -> InstantInterval {
    let quarter = Minutes(hours.length.value / 240)
    return InstantInterval(start: hours.start + quarter, end: hours.end - quarter) ?? hours
  }
}

extension ServiceCalendar {
  /// When the clocks next show a time of a service day or of the one after it, from a moment on.
  func instant(of time: ClockTime, notBefore earliest: Instant, onServiceDay date: CivilDate) -> Instant {
    let sameDay = instant(of: time, onServiceDay: date)
    return sameDay >= earliest ? sameDay : instant(of: time, onServiceDay: date.adding(days: 1))
  }
}
