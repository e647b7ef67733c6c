import CareModel
import Quantities
import RotaChecking
import RotaPlanning
import Testing

@Suite("Who is served first")
struct StartOrderTests {
  @Test("an overdue class 1 drives out any number of first visits of classes 2 and 3 that are still in time")
  func overdueFirst() throws {
    var day = PlannedDay()
    // The hospital's takes the whole duty: six hours and a half with the ways; eight others fit only without it.
    day.addStart(1, class: .hospitalDischarge, deadline: "-12:00", minutes: 440, from: "07:10", until: "07:20")
    for number in 2...9 {
      day.addStart(
        number, class: number % 2 == 0 ? .newCommunity : .escalatingExisting, deadline: "14:00", isFlagged: number > 5)
    }
    let checked = try day.plan()
    #expect(checked.uncovered == (2...9).map { "first\($0)" })
    day.visits.removeFirst()
    day.referrals.removeFirst()
    #expect(try day.plan().uncovered.isEmpty)
  }

  @Test("being overdue never puts a person behind a later rank, overdue or in time, flagged or not")
  func overdueKeepsPlace() throws {
    var day = PlannedDay()
    // Room for one visit.
    day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "08:00")])]
    day.addStart(1, class: .newCommunity, deadline: "12:00", isFlagged: true)
    day.addStart(2, class: .hospitalDischarge, deadline: "-06:00")
    day.addStart(3, class: .newCommunity, deadline: "-05:00", isFlagged: true)
    day.addStart(4, class: .escalatingExisting, deadline: "-05:00", isFlagged: true)
    #expect(try day.plan().uncovered == ["first1", "first3", "first4"])
  }

  @Test("within a rank the longest waiter wins, whatever the order of the ids", arguments: 1...3)
  func longestWaiter(waiting: Int) throws {
    var day = PlannedDay()
    day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "08:00")])]
    for number in 1...3 {
      day.addStart(number, class: .newCommunity, deadline: number == waiting ? "-07:00" : "-07:20")
    }
    #expect(try day.plan().uncovered == (1...3).filter { $0 != waiting }.map { "first\($0)" })
  }

  @Test("the flag lifts within its class and, by default, never above the class before")
  func flags() throws {
    var day = PlannedDay()
    day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "08:00")])]
    day.addStart(1, class: .newCommunity, deadline: "11:00", isFlagged: true)
    day.addStart(2, class: .newCommunity, deadline: "06:00")
    #expect(try day.plan().uncovered == ["first2"])
    day.addStart(3, class: .hospitalDischarge, deadline: "13:00")
    #expect(try day.plan().uncovered == ["first1", "first2"])
    day.policy.careHomeRiskScope = .oneClassUp
    day.policy.ladder = Ladder.standard(scope: .oneClassUp)
    #expect(try day.plan().uncovered == ["first2", "first3"])
  }

  @Test("leaving a first visit out never looks better than doing it late", arguments: ["-12:00", "06:00", "07:30"])
  func lateNotOut(deadline: String) throws {
    var day = PlannedDay()
    // Only at the very end of the day, and dear.
    day.workers = [
      PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "21:00", "22:00", overtime: 60)])
    ]
    day.policy.overtimePerMinute = Pence(100_000)
    day.addStart(1, class: .escalatingExisting, deadline: deadline, minutes: 90, until: "23:00")
    let late = try day.plan()
    #expect(late.uncovered.isEmpty)
    let rank = Rank(.escalatingExisting, isFlagged: false)
    let out = day.check(
      Rota(serviceDate: PlannedDay.serviceDate, asOf: day.asOf, runs: [], uncovered: [VisitID("first1")]))
    #expect((late.value(.responseLateness, rank) ?? 0) < (out.value(.responseLateness, rank) ?? 0))
    #expect(late.score < out.score)
  }

  @Test(
    "of two first visits that can't both be in time, the one still in time is kept in time, the overdue one waits on")
  func avoidable() throws {
    var day = PlannedDay()
    day.addStart(1, class: .newCommunity, deadline: "07:20", from: "07:10")
    day.addStart(2, class: .newCommunity, deadline: "-10:00", from: "07:10")
    let checked = try day.plan()
    // Ten minutes to the first, half an hour there, twenty to the second.
    #expect(checked.start(of: "first1") == at("07:10"))
    #expect(checked.start(of: "first2") == at("08:00"))
    #expect(checked.value(.responseAvoidable, Rank(.newCommunity, isFlagged: false)) == 0)
  }

  @Test("of two people of a rank with room for one, the overdue one is visited and the one still in time waits")
  func overdueBeforeInTime() throws {
    var day = PlannedDay()
    day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "08:00")])]
    day.addStart(1, class: .newCommunity, deadline: "11:00")
    day.addStart(2, class: .newCommunity, deadline: "-22:00")
    #expect(try day.plan().uncovered == ["first1"])
  }

  @Test("calls of running packages come before first visits, by consequence and time-criticality")
  func packagesFirst() throws {
    var day = PlannedDay()
    day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "08:00")])]
    var left: [String] = []
    day.visits = [PlannedDay.visit("therapy", person: "p5", kind: .therapy)]
    func leaves(_ id: String) throws {
      left.append(id)
      #expect(try day.plan().uncovered == left.sorted())
    }
    #expect(try day.plan().uncovered.isEmpty)
    day.visits.append(PlannedDay.visit("review", person: "p6", kind: .review, lastDay: PlannedDay.serviceDate))
    try leaves("therapy")
    day.addStart(1, class: .hospitalDischarge, deadline: "09:00")
    try leaves("review")
    day.visits.append(PlannedDay.visit("medium", person: "p2"))
    try leaves("first1")
    day.visits.append(PlannedDay.visit("high", person: "p3", consequence: .high))
    try leaves("medium")
    day.visits.append(PlannedDay.visit("critical", person: "p4", timeCritical: true))
    try leaves("high")
  }
}
