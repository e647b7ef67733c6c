import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Who waits, in the order of who is served first (R15, R16)")
struct OpenReferralsTests {
  /// Two of each class with and without the flag, named so that the order of ids is never that of waiting: `z` has waited
  /// longer than `a`, and each unflagged one an hour longer than the flagged.
  private static let everybody = ReferralClass.allCases.flatMap { referralClass in
    [false, true].flatMap { isFlagged in
      [("z", 8), ("a", 20)].map { name, hour in
        waiting(
          "\(referralClass.number)\(isFlagged ? "F" : "")\(name)", referralClass, flagged: isFlagged,
          received: instant("2026-11-23", "00:00") + Seconds((isFlagged ? hour + 1 : hour) * 3600),
          of: "p-\(referralClass.number)\(isFlagged)\(name)")
      }
    }
  }

  private func order(_ referrals: [ReferralRecord], episodes: [EpisodeRecord] = [], policy: Policy = Policy())
    -> [String]
  {
    var invented = InventedService()
    invented.referrals = referrals
    invented.episodes = episodes
    invented.policy = policy
    return OpenReferrals(invented.service).records.map(\.id.text)
  }

  @Test(
    "each scope has its order of ranks; within a rank the longest wait comes first",
    arguments: [
      (
        CareHomeRiskScope.withinClass,
        ["1Fz", "1Fa", "1z", "1a", "2Fz", "2Fa", "2z", "2a", "3Fz", "3Fa", "3z", "3a"]
      ),
      (.class3Only, ["1z", "1Fz", "1a", "1Fa", "2z", "2Fz", "2a", "2Fa", "3Fz", "3Fa", "3z", "3a"]),
      (.oneClassUp, ["1Fz", "1Fa", "2Fz", "2Fa", "1z", "1a", "3Fz", "3Fa", "2z", "2a", "3z", "3a"]),
      (.off, ["1z", "1Fz", "1a", "1Fa", "2z", "2Fz", "2a", "2Fa", "3z", "3Fz", "3a", "3Fa"]),
    ])
  func scopes(_ scope: CareHomeRiskScope, _ expected: [String]) {
    let policy = Policy.with { $0.careHomeRiskScope = scope }
    #expect(order(Self.everybody, policy: policy) == expected)
    #expect(order(Self.everybody.reversed(), policy: policy) == expected)
  }

  @Test("within a rank deadline comes before receipt, and receipt before id")
  func ties() {
    let due = instant("2026-11-25", "12:00")
    let referrals = [
      waiting("a", received: instant("2026-11-24", "06:00"), due: due, of: "p-a"),
      waiting("b", received: instant("2026-11-24", "05:00"), due: due, of: "p-b"),
      waiting("c", received: instant("2026-11-24", "05:00"), due: due, of: "p-c"),
      waiting("d", received: instant("2026-11-24", "06:30"), due: due - Seconds(1), of: "p-d"),
    ]
    #expect(order(referrals) == ["d", "b", "c", "a"])
  }

  @Test("somebody who is not ready yet waits by the deadline that runs from readiness")
  func readiness() {
    let referrals = [
      waiting("early", received: instant("2026-11-22", "06:00"), ready: instant("2026-11-26", "06:00"), of: "p-2"),
      waiting("late", received: instant("2026-11-24", "06:00")),
    ]
    #expect(order(referrals) == ["late", "early"])
    #expect(order(referrals, policy: .with { $0.clocks.responseAnchor = .receipt }) == ["early", "late"])
  }

  @Test("declined and withdrawn ones don't wait; all others do", arguments: Referral.State.allCases)
  func states(_ state: Referral.State) {
    let isOut = state == .declined || state == .withdrawn
    #expect(order([waiting(state: state)]) == (isOut ? [] : ["r-1"]))
  }

  @Test("whoever's episode has begun waits no longer")
  func begun() {
    let accepted = waiting(state: .accepted)
    #expect(order([accepted], episodes: [running()]).isEmpty)
    #expect(order([accepted], episodes: [running(start: "2026-11-24")]).isEmpty)
    #expect(order([accepted], episodes: [running(start: "2026-11-24", state: .preStart)]) == ["r-1"])
    #expect(order([waiting("r-2", state: .accepted, of: "p-2")], episodes: [running()]) == ["r-2"])
  }

  @Test("what is received later than the service's moment isn't known")
  func notYet() {
    let now = InventedService().asOf
    #expect(order([waiting(received: now)]) == ["r-1"])
    #expect(order([waiting(received: now + Seconds(1))]).isEmpty)
  }

  // MARK: - One start for each person

  private static let more = waiting("r-2", .escalatingExisting, state: .accepted)

  @Test(
    "what is asked for somebody whose package is running is no start beside it, until that has ended or is agreed to end"
  )
  func increases() {
    #expect(order([Self.more], episodes: [running()]).isEmpty)
    #expect(order([Self.more], episodes: [running(state: .suspended)]).isEmpty)
    #expect(order([Self.more], episodes: [running(kind: .bridging)]).isEmpty)
    #expect(order([Self.more], episodes: [running(kind: .visionRehabilitation)]) == ["r-2"])
    #expect(order([Self.more], episodes: [running(plannedEnd: "2026-11-24")]).isEmpty)
    #expect(order([Self.more], episodes: [running(plannedEnd: "2026-11-23")]) == ["r-2"])
    let later = waiting("r-2", ready: instant("2026-11-25", "12:00"), state: .accepted)
    #expect(order([later], episodes: [running(plannedEnd: "2026-11-25")]).isEmpty)
    #expect(order([later], episodes: [running(plannedEnd: "2026-11-24")]) == ["r-2"])
  }

  @Test(
    "of two referrals of one person one is planned: the one that an episode is agreed for, else the first in the order")
  func twice() {
    let first = waiting("r-1", state: .accepted)
    #expect(order([Self.more, first]) == ["r-1"])
    let coming = EpisodeRecord(
      episode: Episode(
        id: EpisodeID("e-2"), person: PersonID("p-1"), referral: ReferralID("r-2"), startDate: date("2026-11-25")),
      packages: [], state: .preStart)
    #expect(order([Self.more, first], episodes: [coming]) == ["r-2"])
    #expect(order([Self.more, waiting("r-1", state: .withdrawn)]) == ["r-2"])
    #expect(order([Self.more, waiting("r-1", state: .accepted, of: "p-2")]) == ["r-1", "r-2"])
  }
}
