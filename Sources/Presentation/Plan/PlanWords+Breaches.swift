import CareModel
import Quantities

/// Promises that were not kept, or will not be.
extension PlanWords {
  /// When it was or will be kept.
  func kept(_ breach: ClockBreach) -> String { breach.keptAt.map { end($0, of: breach.clock) } ?? "not planned" }

  /// By how much it is missed; empty where that is not known.
  func lateBy(_ breach: ClockBreach) -> String { breach.keptAt.map { length($0 - breach.deadline) } ?? "" }

  /// `Mrs A, first visit by Tue 24 Nov`.
  func foreseen(_ breach: ClockBreach) -> String {
    let date = service.calendar.serviceDate(of: breach.deadline)
    return "\(names[breach.person]), \(breach.clock.printedName) by \(day(date))"
  }
}
