import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("What a call costs")
struct CallCostTests {
  /// The cost of the call beyond that of its run.
  private func cost(_ visit: Visit, _ clock: String, asOf: String = "05:00") -> Int {
    var day = TinyDay([visit])
    day.asOf = at(asOf)
    let checked = day.check([run([stop("v1", clock)])])
    return checked.score[Level(.cost)] - checked.timelines.reduce(0) { $0 + $1.cost.value }
  }

  @Test(
    "after the preferred window by the started minute",
    arguments: [("08:00", 0), ("08:30", 0), ("08:30:01", 25), ("08:35", 125), ("09:00", 750)])
  func late(clock: String, pence: Int) {
    #expect(cost(TinyDay.visit(), clock) == pence)
    #expect(cost(TinyDay.visit(timeCritical: true), clock) == pence * 4)
  }

  @Test("before it flat", arguments: [("07:59:59", 300), ("07:30", 300)])
  func early(clock: String, pence: Int) { #expect(cost(TinyDay.visit(), clock) == pence) }

  @Test(
    "outside the agreed window sixty a minute on top",
    arguments: [("09:05", 35 * 25 + 5 * 60), ("07:25", 300 + 5 * 60), ("09:00:01", 31 * 25 + 60)])
  func outsideAgreed(clock: String, pence: Int) { #expect(cost(TinyDay.visit(), clock) == pence) }

  @Test(
    "a published time costs beyond ten minutes, twice at short notice",
    arguments: [("08:10", 0), ("08:10:01", 10), ("08:15", 50), ("08:25", 150)])
  func moved(clock: String, pence: Int) {
    let visit = TinyDay.visit(state: .published, published: placement(["w1"], "08:00"))
    #expect(cost(visit, clock) == pence)
    #expect(cost(visit, clock, asOf: "07:30") == 2 * pence)
  }

  @Test("a call that is not wanted costs nothing itself")
  func notWanted() {
    var day = TinyDay([TinyDay.visit(referral: "r1")])
    day.referrals = [TinyDay.referral(state: .declined)]
    let checked = day.check([run([stop("v1", "09:30")])])
    // The way there and back, and half an hour of contact of which none is wanted.
    #expect(checked.score[Level(.cost)] == 2 * (400 + 450) + 30 * 5)
  }
}
