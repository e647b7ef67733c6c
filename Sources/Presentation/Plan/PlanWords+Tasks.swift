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
    if let item = task.item { return "\(task.kind.printedName): \(item)" }
    guard let booking = task.booking else { return end(of: task) }
    let (call, on) = (booking.kind.printedName, day(booking.date))
    switch task.kind {
    case .cancellation: return "cancel the \(call) of \(on), or extend"
    case .rebooking: return "make another appointment for the \(call) of \(on)"
    case .beforeFirstVisit: return "move or cancel the \(call) of \(on)"
    default: break
    }
    let to =
      task.dueOn > service.today
      ? "\(day(task.dueOn)) or before" : task.dueOn == service.today ? "today" : "an earlier day"
    return "move the \(call) booked for \(on) to \(to)"
  }

  /// What it is for, whatever appointment or equipment it is about: tasks to one end.
  func end(of task: DueTask) -> String { task.kind.printedName + gate(task) }

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
