import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Late first visits")
struct ResponseLatenessTests {
  private let rank = Rank(.hospitalDischarge, isFlagged: false)

  private func score(_ runs: [Run], deadline: Instant, asOf: String = "05:00") -> [Int] {
    var day = TinyDay([TinyDay.anytime("v1", kind: .firstResponse, referral: "r1")])
    day.referrals = [TinyDay.referral(deadline: deadline)]
    day.asOf = at(asOf)
    let score = day.check(runs, uncovered: runs.isEmpty ? ["v1"] : []).score
    return [Level.Kind.response, .responseAvoidable, .responseLateness, .deferred].map {
      score[Level($0, rank: rank)]
    }
  }

  @Test(
    "lateness is the square of the started quarter-hours past the deadline",
    arguments: [("09:00", 0, 0), ("09:00:01", 1, 1), ("09:15", 1, 1), ("09:20", 1, 4), ("10:00", 1, 16)])
  func quarters(clock: String, avoidable: Int, lateness: Int) {
    #expect(score([run([stop("v1", clock)])], deadline: at("09:00")) == [0, avoidable, lateness, 0])
  }

  @Test(
    "what was late already could not be avoided, on the stroke it could", arguments: [("09:00", 1), ("09:00:01", 0)])
  func avoidable(asOf: String, expected: Int) {
    #expect(score([run([stop("v1", "10:00")])], deadline: at("09:00"), asOf: asOf) == [0, expected, 16, 0])
    #expect(score([], deadline: at("09:00"), asOf: asOf)[1] == 0)
  }

  @Test("an uncovered one is as late as the day after the horizon")
  func uncovered() {
    // 05:01 on 26 November is 2641 minutes after 09:00 on the 24th: 177 started quarters.
    #expect(score([], deadline: at("09:00")) == [1, 0, 177 * 177, 0])
  }

  @Test("one that is not yet due has no lateness")
  func deferred() {
    #expect(score([], deadline: at("+12:00")) == [0, 0, 0, 1])
    #expect(score([], deadline: at("+11:59"))[0] == 1)
  }
}
