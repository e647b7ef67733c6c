package import CareModel
import Quantities

/// What has changed since the plan before, and why.
extension PlanWords {
  /// `Mrs A: weekly review Thu 26 Nov to Fri 27 Nov: no physiotherapist has time …`.
  package func change(_ change: PlanChange) -> String {
    "\(names[change.person]): \(what(change)) \(place(change.before)) to \(place(change.after)): \(why(change.reason))"
  }

  /// The line of the package where there is one, else what sort of call it is.
  func what(_ change: PlanChange) -> String {
    change.line.map { PrintableText.of($0.text) } ?? change.kind.printedName
  }

  /// `Thu 26 Nov morning`; for a call without its part, with how it is held where that changes: `Thu 26 Nov (telephone)`.
  func place(_ place: PlanChange.Place?) -> String {
    guard let place else { return "no day" }
    return day(place.date) + (place.part.map { " \($0.printedName)" } ?? "")
      + (place.mode.map { " (\($0.rawValue))" } ?? "")
  }

  /// Why it could not stay as it was.
  func why(_ reason: PlanChange.Reason) -> String {
    switch reason {
    case .new: "new since then"
    case .dayFound: "there is room now"
    case .dayIsOver: "the day is over, and nobody has recorded it"
    case .notWanted: "not due any more"
    case .booked: "an appointment has been made"
    case .notPossible(let obstacle): obstacle.map { why($0) } ?? "not possible there any more"
    case .noRoom(let shortage): why(.full(shortage))
    case .better(let level): "better for \(level)"
    }
  }
}
