import CareModel
import Quantities

extension PlanWords {
  /// What is to be done, as an order to oneself: `book the review`; where one is booked too late
  /// `move the weekly review booked for Tue 1 Dec to Mon 30 Nov or before`.
  func order(_ task: DueTask) -> String {
    guard let late = task.bookedLate else { return task.kind.printedName }
    let to =
      task.dueOn > service.today
      ? "\(day(task.dueOn)) or before" : task.dueOn == service.today ? "today" : "an earlier day"
    return "move the \(late.kind.printedName) booked for \(day(late.date)) to \(to)"
  }
}
