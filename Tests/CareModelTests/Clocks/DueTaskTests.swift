import CareModel
import Quantities
import Testing

@Suite("Due tasks")
struct DueTaskTests {
  private func isOverdue(_ deadline: Instant? = nil, asOf: Instant, today: Int) -> Bool {
    DueTask(.review, person: LondonDay.person, dueOn: LondonDay.date, deadline: deadline)
      .isOverdue(asOf: asOf, today: LondonDay.date.adding(days: today))
  }

  @Test("one that is due on a day is overdue from the next on")
  func days() {
    #expect(!isOverdue(asOf: LondonDay.at(hours: 23), today: 0))
    #expect(isOverdue(asOf: LondonDay.at(hours: 24), today: 1))
  }

  @Test("one with a moment is overdue from the second after it on")
  func moments() {
    let deadline = LondonDay.at(hours: 10)
    #expect(!isOverdue(deadline, asOf: deadline, today: 0))
    #expect(isOverdue(deadline, asOf: deadline + Seconds(1), today: 0))
  }

  @Test("an alert is there to be seen, and is never late")
  func alert() {
    let alert = DueTask(.limitAlert, person: LondonDay.person, dueOn: LondonDay.date)
    #expect(!alert.isOverdue(asOf: LondonDay.at(hours: 48), today: LondonDay.date.adding(days: 2)))
  }

  @Test("the most pressing kind is that of somebody past the limit, the least an alert of it")
  func order() {
    #expect(DueTask.Kind.allCases.sorted() == DueTask.Kind.allCases)
    #expect(DueTask.Kind.allCases.min() == .authoriser)
    #expect(DueTask.Kind.allCases.max() == .limitAlert)
  }
}
