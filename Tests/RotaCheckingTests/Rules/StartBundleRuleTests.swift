import CareModel
import RotaChecking
import Testing

@Suite("Start bundles")
struct StartBundleRuleTests {
  /// First visit v1, essential call v2 and therapy v3 of one start.
  private func day(
    _ whereabouts: Referral.Whereabouts, firstVisit: Bool = true, state: Visit.State = .planned,
    actual: Visit.Placement? = nil
  ) -> TinyDay {
    var day = TinyDay([
      TinyDay.anytime("v2", referral: "r1"), TinyDay.anytime("v3", kind: .therapy, referral: "r1"),
    ])
    if firstVisit {
      day.visits.append(
        TinyDay.anytime("v1", kind: .firstResponse, referral: "r1", state: state, actual: actual))
    }
    day.referrals = [TinyDay.referral(whereabouts: whereabouts)]
    return day
  }
  private let first = stop("v1", "08:00")
  private let essential = stop("v2", "09:00")
  private let therapy = stop("v3", "10:00")

  @Test("calls of a start need its first visit")
  func firstVisitFirst() {
    #expect(day(.home).broken([run([first, essential, therapy])]) == [])
    #expect(day(.home).broken([run([first])], uncovered: ["v2", "v3"]) == [])
    #expect(day(.home).broken([run([therapy])], uncovered: ["v1", "v2"]) == [.startBundle])
    let found = day(.home).findings(.startBundle, [run([essential])], uncovered: ["v1", "v3"])
    #expect(found.map(\.sentence) == ["Call v2 is covered, but the first visit v1 to p1 is not."])
  }

  @Test("from hospital somebody comes home to all essential calls or none")
  func fromHospital() {
    #expect(day(.inHospital).broken([run([first, essential])], uncovered: ["v3"]) == [])
    #expect(day(.inHospital).broken([], uncovered: ["v1", "v2", "v3"]) == [])
    let found = day(.inHospital).findings(.startBundle, [run([first, therapy])], uncovered: ["v2"])
    #expect(found.map(\.visit) == [VisitID("v2")] && found.map(\.cause) == [.choice])
  }

  @Test("where the first visit has begun, an uncovered essential call follows from a fact")
  func begun() {
    var day = day(.inHospital, state: .underWay, actual: placement(["w1"], "08:00"))
    day.asOf = at("08:10")
    #expect(day.findings(.startBundle, [run([first])], uncovered: ["v2", "v3"]).map(\.cause) == [.fact])
  }

  @Test("a day without the first visit binds nothing")
  func withoutFirstVisit() {
    #expect(day(.home, firstVisit: false).broken([run([essential])], uncovered: ["v3"]) == [])
  }
}
