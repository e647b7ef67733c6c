import CareModel
import Quantities

/// The paid time of a service's staff by day and part of the day, breaks taken out.
struct StaffHours {
  /// Somebody's paid time in a part of a day.
  struct Stretch {
    let member: Int
    /// Days after the first.
    let day: Int
    let part: PartOfDay
    let paid: Seconds
  }

  let stretches: [Stretch]
  /// By day: when the first shift begins; nil where nobody works.
  let earliestDuty: [Instant?]
  /// By day, member and part.
  private let onDuty: [Bool]
  private let memberCount: Int

  /// - Parameter asOf: time before it is over.
  init(_ service: Service, from first: CivilDate, days: Int, asOf: Instant) {
    var stretches: [Stretch] = []
    var earliest: [Instant?] = Array(repeating: nil, count: days)
    for day in 0..<days {
      let date = first.adding(days: day)
      let parts = PartOfDay.allCases.map { $0.interval(on: date, calendar: service.calendar) }
      for (member, staff) in service.staff.enumerated() {
        for shift in staff.shifts(on: date) {
          guard let hours = shift.hours(on: date, calendar: service.calendar) else { continue }
          earliest[day] = min(earliest[day] ?? hours.start, hours.start)
          let breaks = shift.rests(in: hours, on: date, calendar: service.calendar, policy: service.policy)
          for (part, interval) in zip(PartOfDay.allCases, parts) {
            let paid = StaffHours.paid(hours, breaks, in: interval, isLast: part == .evening, asOf: asOf)
            if paid > .zero { stretches.append(Stretch(member: member, day: day, part: part, paid: paid)) }
          }
        }
      }
    }
    self.stretches = stretches
    earliestDuty = earliest
    memberCount = service.staff.count
    var onDuty = Array(repeating: false, count: days * service.staff.count * PartOfDay.allCases.count)
    for stretch in stretches {
      onDuty[StaffHours.place(stretch.member, of: service.staff.count, stretch.day, stretch.part)] = true
    }
    self.onDuty = onDuty
  }

  /// Whether a member of staff has paid time in a part of a day; not on days that are not covered.
  func isOnDuty(_ member: Int, _ day: Int, _ part: PartOfDay) -> Bool {
    earliestDuty.indices.contains(day) && onDuty[StaffHours.place(member, of: memberCount, day, part)]
  }

  private static func place(_ member: Int, of members: Int, _ day: Int, _ part: PartOfDay) -> Int {
    (day * members + member) * PartOfDay.allCases.count + part.place
  }

  /// A break counts where its window's middle lies; the last part takes what lies behind the day's end.
  private static func paid(
    _ hours: InstantInterval, _ breaks: [Break], in part: InstantInterval, isLast: Bool, asOf: Instant
  ) -> Seconds {
    let from = max(hours.start, max(part.start, asOf))
    let until = isLast ? hours.end : min(hours.end, part.end)
    guard from < until else { return .zero }
    let resting = breaks.reduce(0) { sum, rest in
      let middle = rest.window.start + Seconds(rest.window.length.value / 2)
      return from <= middle && middle < until ? sum + rest.length.seconds.value : sum
    }
    return max(.zero, (until - from) - Seconds(resting))
  }
}
