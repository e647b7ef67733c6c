import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Who makes a first visit where the referral doesn't say (R20, R33)")
struct FirstResponseTests {
  /// A referral whose first visit is asked for in some way, and a rehabilitation assistant all day.
  private func service(
    _ asked: StartNeeds.FirstVisit?, policy: Policy = Policy()
  ) -> InventedService {
    var parts = InventedService()
    parts.policy = policy
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "22:00")) }])]
    let known = referral()
    parts.referrals = [
      ReferralRecord(
        referral: known.referral, needs: StartNeeds(firstVisit: asked, lines: [line("bed", "21:00", "21:30")]))
    ]
    return parts
  }

  private func firstVisit(_ parts: InventedService) -> [Demand] {
    EpisodePlanner(parts.service, days: 7).plan().calls.first { $0.need.kind == .firstResponse }?.need.demands ?? []
  }

  private static let usual: [Role] = [.rehabilitationAssistant, .occupationalTherapist, .physiotherapist]

  @Test("what the referral says stands; what it doesn't say is as the policy has it")
  func filledIn() {
    #expect(firstVisit(service(nil)) == [Demand(roles: Self.usual, length: Minutes(60))])
    let timed = Demand(length: Minutes(45))
    #expect(
      firstVisit(service(StartNeeds.FirstVisit(demands: [timed])))
        == [Demand(roles: Self.usual, length: Minutes(45))])
    let own = Demand(roles: [.nurse, .rehabilitationAssistant], length: Minutes(45))
    #expect(firstVisit(service(StartNeeds.FirstVisit(demands: [own]))) == [own])
    let policy = Policy.with {
      $0.clocks.firstResponseRoles = [.rehabilitationAssistant, .nurse]
      $0.clocks.firstResponseLength = Minutes(90)
    }
    #expect(
      firstVisit(service(nil, policy: policy))
        == [Demand(roles: [.rehabilitationAssistant, .nurse], length: Minutes(90))])
  }

  @Test("where nobody of those professions works, a start waits; with them among the professions it doesn't")
  func decides() throws {
    func outcome(_ roles: [Role]) throws -> PlannedStart.Outcome {
      let policy = Policy.with { $0.clocks.firstResponseRoles = roles }
      return try #require(EpisodePlanner(service(nil, policy: policy).service, days: 7).plan().starts.first).outcome
    }
    guard case .waits(.full(let short)) = try outcome([.physiotherapist]) else {
      Issue.record("an assistant makes a physiotherapist's first visit")
      return
    }
    #expect(short.roles == [.physiotherapist])
    guard case .starts = try outcome([.physiotherapist, .rehabilitationAssistant]) else {
      Issue.record("nobody makes the first visit")
      return
    }
  }

  @Test("the day's call is the same as the plan's")
  func rota() throws {
    let caseload = service(nil).cut()
    let first = try #require(caseload.visits.first { $0.kind == .firstResponse })
    #expect(first.demands == [Demand(roles: Self.usual, length: Minutes(60))])
  }
}
