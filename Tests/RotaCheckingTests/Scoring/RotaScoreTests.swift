import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("The score")
struct RotaScoreTests {
  private func level(_ kind: Level.Kind, _ rank: Rank? = nil) -> Level { Level(kind, rank: rank) }

  /// The levels that are not zero with nobody working, cost apart.
  private func uncovered(_ visit: Visit, referrals: [Referral] = [], episodes: [Episode] = []) -> [Level: Int] {
    var day = TinyDay([visit])
    day.referrals = referrals
    day.episodes = episodes
    let score = day.check([], uncovered: ["v1"]).score
    return Dictionary(uniqueKeysWithValues: score.nonZero.map { ($0.level, $0.value) })
  }

  @Test("an uncovered call counts one at its own level, a two-person call too")
  func uncoveredCalls() {
    let last = Rank(.escalatingExisting, isFlagged: false)
    let new = Rank(.newCommunity, isFlagged: false)
    let referral = TinyDay.referral(class: .newCommunity)
    #expect(uncovered(TinyDay.visit(timeCritical: true)) == [level(.timeCritical): 1])
    #expect(uncovered(TinyDay.visit(minutes: [30, 30], consequence: .high)) == [level(.essentialHigh): 1])
    #expect(uncovered(TinyDay.visit()) == [level(.essentialMedium): 1])
    #expect(uncovered(TinyDay.visit(kind: .therapy)) == [level(.other, last): 1])
    #expect(uncovered(TinyDay.visit(referral: "r1"), referrals: [referral]) == [level(.firstDay, new): 1])
    #expect(uncovered(TinyDay.visit(kind: .review, lastDay: TinyDay.serviceDate)) == [level(.clocks): 1])
    #expect(uncovered(TinyDay.visit(kind: .review)) == [level(.clocksEarly): 1])
    let later = TinyDay.referral(class: .newCommunity, deadline: at("+12:00"))
    #expect(
      uncovered(TinyDay.visit(kind: .firstResponse, referral: "r1"), referrals: [later]) == [level(.deferred, new): 1])
  }

  @Test("a covered call and one that must not be done count nothing")
  func nothing() {
    #expect(
      TinyDay([TinyDay.visit(timeCritical: true)]).check([run([stop("v1", "08:00")])]).score.total(.timeCritical) == 0)
    let closed = TinyDay.referral(state: .withdrawn)
    #expect(uncovered(TinyDay.visit(referral: "r1"), referrals: [closed]) == [:])
  }

  @Test("a call that is done is covered by what happened, whatever the rota says")
  func facts() {
    var day = TinyDay([TinyDay.visit(state: .done, actual: placement(["w1"], "08:00"))])
    day.asOf = at("09:00")
    #expect(day.check([], uncovered: ["v1"]).score.nonZero.isEmpty)
  }

  @Test("half a two-person call is not covered")
  func half() {
    let day = TinyDay([TinyDay.visit(minutes: [30, 30])])
    #expect(day.check([run([stop("v1", "08:00")])]).score.total(.essentialMedium) == 1)
  }

  @Test(
    "a time-critical call counts started minutes outside its agreed window",
    arguments: [("07:25", 5), ("07:30", 0), ("09:00", 0), ("09:01:01", 2), ("09:05", 5)])
  func timeCriticalLate(clock: String, minutes: Int) {
    let critical = TinyDay([TinyDay.visit(timeCritical: true)])
    #expect(critical.check([run([stop("v1", clock)])]).score[level(.timeCriticalLate)] == minutes)
    let other = TinyDay([TinyDay.visit()])
    #expect(other.check([run([stop("v1", clock)])]).score[level(.timeCriticalLate)] == 0)
  }

  @Test("the agreed window is that of the alternative whose safe window holds the start")
  func alternatives() {
    let visit = TinyDay.visit(
      windows: [
        window("08:00", "08:00", "08:00", "08:30", "07:30", "10:00"),
        window("11:00", "11:00", "10:45", "11:00", "10:30", "13:00"),
      ], timeCritical: true)
    func minutes(_ clock: String) -> Int {
      TinyDay([visit]).check([run([stop("v1", clock)])]).score[level(.timeCriticalLate)]
    }
    #expect(minutes("10:00") == 90)
    #expect(minutes("10:30") == 15)
    // 15 minutes from either: the earlier.
    #expect(minutes("10:15") == 105)
    #expect(minutes("10:20") == 25)
  }
}
