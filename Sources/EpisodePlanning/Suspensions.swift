import CareModel
import Quantities

/// When a person is away, stretches that touch taken together.
struct Suspensions {
  private let stretches: [InstantInterval]

  init(_ person: Person) { stretches = person.stays }

  /// Whether the person is away at every time at which the call could start; what lies only partly within stays, and
  /// whoever places it keeps clear of the suspension.
  func cover(_ visit: Visit) -> Bool {
    !visit.windows.isEmpty
      && visit.windows.allSatisfy { window in stretches.contains { $0.contains(window.safe) } }
  }

  /// Whether the person is away during the whole of a stretch of time.
  func coverWholly(_ interval: InstantInterval) -> Bool { stretches.contains { $0.contains(interval) } }

  /// Whether the person is there at some moment at which a call is wanted; not on a day that has no such moment.
  func leaveRoom(for need: CallNeed, on date: CivilDate, calendar: ServiceCalendar) -> Bool {
    calendar.interval(of: need.preferred, onServiceDay: date).map { !coverWholly($0) } ?? false
  }

  /// The first absence of a kind that ends at an instant or later.
  func returning(from instant: Instant, where isWanted: (InstantInterval) -> Bool) -> InstantInterval? {
    stretches.first { $0.end >= instant && isWanted($0) }
  }

  /// The absence in which an instant lies.
  func stretch(at instant: Instant) -> InstantInterval? { stretches.first { $0.contains(instant) } }
}

extension Service {
  /// Nobody can keep an appointment while the person is away, from when it is wanted to the last moment at which it could
  /// begin: it counts for nothing until somebody books it anew.
  func isAway(during appointment: Appointment) -> Bool {
    let (need, date) = (appointment.call, appointment.date)
    guard let person = person(appointment.person), !person.suspensions.isEmpty,
      let preferred = calendar.interval(of: need.preferred, onServiceDay: date)
    else { return false }
    let latest = DatedLine.latestStart(of: need, preferred, next: nil, on: date, calendar: calendar, policy: policy)
    let window = InstantInterval(start: preferred.start, end: max(preferred.start, latest))
    return window.map(Suspensions(person).coverWholly) ?? false
  }
}
