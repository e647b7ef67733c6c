import CareModel
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import Testing

@Suite("The first day of a start")
struct StartBundleTests {
  private func day(_ whereabouts: Referral.Whereabouts, teaUntil: String) -> PlannedDay {
    var day = PlannedDay()
    day.addStart(
      1, class: .hospitalDischarge, deadline: "12:00", whereabouts: whereabouts,
      readyFrom: whereabouts == .inHospital ? "10:00" : nil)
    day.visits.append(PlannedDay.visit("lunch", referral: "r1", from: "12:00", until: "13:00"))
    day.visits.append(PlannedDay.visit("tea", referral: "r1", from: "14:30", until: teaUntil))
    return day
  }

  @Test("from hospital it is whole or not at all, and not before the person is ready")
  func fromHospital() throws {
    let whole = try day(.inHospital, teaUntil: "14:45").plan()
    // Leaving at 14:50 at the latest, nobody can be there for half an hour from 14:30.
    #expect(whole.uncovered == ["first1", "lunch", "tea"])
    var longer = day(.inHospital, teaUntil: "14:45")
    longer.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "16:00")])]
    let checked = try longer.plan()
    #expect(checked.uncovered.isEmpty)
    #expect(checked.start(of: "first1") == at("10:00"))
  }

  @Test("at home what can be done is done, and the rest is listed")
  func atHome() throws {
    let checked = try day(.home, teaUntil: "14:45").plan()
    #expect(checked.uncovered == ["tea"])
    #expect(checked.value(.firstDay, Rank(.hospitalDischarge, isFlagged: false)) == 1)
  }

  @Test("no call of the first day is done without the first visit", arguments: Referral.Whereabouts.allCases)
  func firstVisitMissing(whereabouts: Referral.Whereabouts) throws {
    var day = day(whereabouts, teaUntil: "15:30")
    day.workers = [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "16:00")])]
    day.visits[0] = PlannedDay.visit(
      "first1", kind: .firstResponse, referral: "r1", demands: [Demand(roles: [.nurse], length: Minutes(30))])
    #expect(try day.plan().uncovered == ["first1", "lunch", "tea"])
  }

  @Test("a call of low consequence needs the first visit but holds nobody in hospital")
  func lowCall() throws {
    var day = day(.inHospital, teaUntil: "14:45")
    day.visits[2] = PlannedDay.visit(
      "tea", referral: "r1", from: "14:30", until: "14:45", consequence: .low)
    #expect(try day.plan().uncovered == ["tea"])
  }

  /// The first visit requires lunch by the document's word, lunch the first visit by the bundle: tiny day 1282.
  @Test("a circle of needs between the first visit and a later call is kept")
  func circle() throws {
    var day = day(.home, teaUntil: "14:45")
    day.links = [VisitLink(first: VisitID("tea"), second: VisitID("first1"), relation: .requires)]
    for solver in OptimiserSettings.Solver.allCases {
      let checked = try day.plan(solver: solver)
      #expect(checked.isPublishable)
      #expect(checked.uncovered == ["first1", "lunch", "tea"])
    }
  }

  @Test("after the first visit has begun the rest of the day is done as far as it can be")
  func begun() throws {
    var day = day(.inHospital, teaUntil: "14:45")
    day.asOf = at("10:15")
    day.visits[0] = PlannedDay.visit(
      "first1", kind: .firstResponse, referral: "r1", state: .underWay, actual: placement(["w1"], "10:00"))
    let checked = try day.plan()
    #expect(checked.uncovered == ["tea"])
    #expect(checked.isPublishable)
  }
}
