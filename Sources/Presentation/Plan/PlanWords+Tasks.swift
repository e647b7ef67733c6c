import CareModel
import Quantities

extension PlanWords {
  /// How long there is left for it; of an alert, which is never overdue, how long it has stood.
  func left(_ task: DueTask) -> String {
    if task.kind == .limitAlert, task.dueOn < service.today {
      return "\(Count.of(service.today.daysSinceEpoch - task.dueOn.daysSinceEpoch, "day")) ago"
    }
    return task.deadline.map { countdown(to: $0) } ?? days(to: task.dueOn)
  }

  /// What is to be done, as an order to oneself: `book the review`; where one is booked too late
  /// `move the weekly review booked for Tue 1 Dec to Mon 30 Nov or before`.
  func order(_ task: DueTask) -> String {
    guard let late = task.bookedLate else { return task.kind.printedName + gate(task) }
    let to =
      task.dueOn > service.today
      ? "\(day(task.dueOn)) or before" : task.dueOn == service.today ? "today" : "an earlier day"
    return "move the \(late.kind.printedName) booked for \(day(late.date)) to \(to)"
  }

  /// Why somebody who has been accepted is to be assessed or decided about all the same, and whose assessment doesn't count (R5, R6).
  private func gate(_ task: DueTask) -> String {
    guard let record = task.referral.flatMap(service.referral) else { return "" }
    return switch (task.kind, record.gate) {
    case (.contactAssessment, .heldBy(let role)): " again: a \(role.printedName) may not hold it"
    case (.contactAssessment, .notHeld) where record.referral.state == .accepted: ": accepted without one"
    case (.decision, .answeredNo) where record.referral.state == .accepted:
      ": accepted though the contact assessment has answered no"
    default: ""
    }
  }
}
