import CareModel
import Quantities

/// The tasks of a plan by how soon they press, each group in the plan's order, alerts behind what is due today.
struct TaskGroups {
  /// The most pressing kind first, and each kind in the plan's order.
  let overdue: [DueTask]
  let today: [DueTask]
  /// The six days after today.
  let week: [DueTask]
  let later: [DueTask]

  init(_ plan: EpisodePlan, of service: Service) {
    let today = service.today
    let nextWeek = today.adding(days: 7)
    var groups: (overdue: [DueTask], today: [DueTask], week: [DueTask], later: [DueTask]) = ([], [], [], [])
    for task in plan.tasks {
      if task.isOverdue(asOf: plan.asOf, today: today) {
        groups.overdue.append(task)
      } else if task.dueOn <= today {
        groups.today.append(task)
      } else if task.dueOn < nextWeek {
        groups.week.append(task)
      } else {
        groups.later.append(task)
      }
    }
    let late = Dictionary(grouping: groups.overdue, by: \.kind)
    groups.overdue = late.sorted { $0.key < $1.key }.flatMap(\.value)
    // An alert stands for days; what is due comes first.
    let alerts = groups.today.filter { $0.kind == .limitAlert }
    groups.today = groups.today.filter { $0.kind != .limitAlert } + alerts
    (overdue, self.today, week, later) = groups
  }
}
