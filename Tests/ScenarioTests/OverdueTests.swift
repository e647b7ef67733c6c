import CareModel
import Quantities
import Testing
import TravelTimes

@Suite("The scenario overdue")
struct OverdueTests {
  private let far = VisitID("p-001-first")

  @Test("the overdue hospital discharge is visited first of all, as early as anybody can be there")
  func overdueFirst() throws {
    let day = try PlannedDay.shipped("overdue")
    let visit = try #require(day.caseload.visit(far))
    let deadline = try #require(day.caseload.responseDeadline(of: visit))
    #expect(deadline < day.caseload.asOf)
    let (worker, stop) = try #require(day.stops(of: far).first)
    let run = try #require(day.rota.runs.first { $0.worker == worker })
    #expect(run.stops.first == stop)
    // In lateness only started quarter-hours count: nobody could be there in an earlier one.
    let duty = try #require(day.caseload.worker(worker)?.dutyPeriods.first)
    let home = try #require(day.caseload.place(of: visit))
    let leg = day.travel.leg(
      from: duty.startPlace, to: home, mode: duty.mode, part: day.caseload.travelDayPart(to: visit))
    #expect(leg.seconds > Seconds(30 * 60))
    let earliest = duty.hours.start + leg.seconds - deadline
    let quarters = (earliest.value + 899) / 900
    #expect((stop.start - deadline).value <= quarters * 900)
  }

  @Test("no number of in-time people of classes 2 and 3 outweighs one overdue of class 1, nor class 3 one of class 2")
  func inOrder() throws {
    let day = try PlannedDay.shipped("overdue")
    func covered(_ referralClass: ReferralClass) -> Int {
      day.caseload.visits.count {
        day.caseload.rank(of: $0).referralClass == referralClass && day.isCovered($0.id)
      }
    }
    #expect(covered(.hospitalDischarge) == 1 && covered(.newCommunity) == 4)
    // Without the long way there would have been time for one more of them: that is what the order costs.
    let others = Caseload.without(far, of: day.caseload)
    let unburdened = try PlannedDay(others, budget: 200_000)
    let served = day.caseload.visits.count { day.isCovered($0.id) && $0.id != far }
    #expect(others.visits.count { unburdened.isCovered($0.id) } > served)
  }
}

extension Caseload {
  /// The same day without one of its calls.
  static func without(_ visit: VisitID, of day: Caseload) -> Caseload {
    Caseload(
      title: day.title, isInvented: day.isInvented, asOf: day.asOf, serviceDate: day.serviceDate,
      calendar: day.calendar, policy: day.policy, places: day.places, matrices: day.matrices, people: day.people,
      episodes: day.episodes, referrals: day.referrals, workers: day.workers,
      visits: day.visits.filter { $0.id != visit }, links: day.links.filter { $0.first != visit && $0.second != visit })
  }
}
