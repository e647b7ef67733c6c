import CareModel
import Presentation
import Quantities
import Testing

@Suite("What a task of a plan is about")
struct PlanTaskWordsTests {
  @Test(
    "a review that is booked too late is named with its day and the day to move it to, in summary, tables and weeks",
    arguments: [
      (7, "move the weekly review booked for Fri 4 Dec to Tue 1 Dec or before"),
      (0, "move the weekly review booked for Fri 4 Dec to today"),
      (-1, "move the weekly review booked for Fri 4 Dec to an earlier day"),
    ])
  func bookedLate(days: Int, order: String) throws {
    var plan = HandMadePlan()
    plan.tasks = [
      DueTask(
        .review, person: PersonID("p-1"), episode: EpisodeID("e-1"), dueOn: plan.day(days),
        booking: DueTask.Booking(id: VisitID("a-1"), kind: .review, date: plan.day(10)))
    ]
    let soon = days < 7 ? [plan.summary] : []
    for text in soon + [plan.tables, try #require(plan.weeks(of: "p-1"))] { #expect(text.contains(order)) }
  }

  @Test(
    "a task names the appointment or the equipment that it is about",
    arguments: [
      (DueTask.Kind.cancellation, "cancel the weekly review of Fri 27 Nov, or extend"),
      (.rebooking, "make another appointment for the weekly review of Fri 27 Nov"),
      (.beforeFirstVisit, "move or cancel the weekly review of Fri 27 Nov"),
      (.delivery, "ask after equipment: grab rail"),
    ])
  func matter(kind: DueTask.Kind, order: String) throws {
    var plan = HandMadePlan()
    let booking = DueTask.Booking(id: VisitID("a-1"), kind: .review, date: plan.day(3))
    plan.tasks = (1...4).map { person in
      DueTask(
        kind, person: PersonID("p-\(person)"), episode: EpisodeID("e-\(person)"), dueOn: plan.day(3),
        booking: kind == .delivery ? nil : booking, item: kind == .delivery ? "grab rail" : nil)
    }
    #expect(plan.unbrokenTables.contains(order) && plan.unbroken.contains("\(order): p-1"), "\(plan.summary)")
    // Four to one end are one line.
    #expect(plan.unbroken.contains("p-1 (Fri 27 Nov) and 3 more") && !plan.unbroken.contains("p-2 (Fri"))
  }
}
