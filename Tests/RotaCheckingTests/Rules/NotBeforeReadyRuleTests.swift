import CareModel
import RotaChecking
import Testing

@Suite("Not before ready")
struct NotBeforeReadyRuleTests {
  @Test("no call of a start begins before the person is ready", arguments: [("09:00", true), ("08:55", false)])
  func ready(clock: String, isKept: Bool) {
    var day = TinyDay([TinyDay.anytime("v1", kind: .firstResponse, referral: "r1")])
    day.referrals = [TinyDay.referral(readyFrom: at("09:00"))]
    #expect(day.broken([run([stop("v1", clock)])]) == (isKept ? [] : [.notBeforeReady]))
  }

  @Test("a call that names no referral is not bound")
  func otherCalls() {
    var day = TinyDay([TinyDay.anytime("v1")])
    day.referrals = [TinyDay.referral(readyFrom: at("09:00"))]
    #expect(day.broken([run([stop("v1", "08:00")])]) == [])
  }
}
