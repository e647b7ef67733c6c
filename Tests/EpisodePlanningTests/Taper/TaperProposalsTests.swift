import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Reductions proposed for reviews (R29, R41)")
struct TaperProposalsTests {
  /// Morning, midday, tea and bed, half an hour each, every day.
  private static let four = [
    line("morning", "08:00", "09:00"), line("noon", "12:00", "13:00"), line("tea", "16:30", "17:30"),
    line("bed", "21:00", "21:30"),
  ]

  private func record(
    start: String, referral: String? = nil, packages: [PackageVersion]? = nil, predicted: [(String, String)] = [],
    state: EpisodeRecord.State = .active
  ) -> EpisodeRecord {
    EpisodeRecord(
      episode: Episode(
        id: EpisodeID("e-1"), person: PersonID("p-1"), referral: referral.map { ReferralID($0) },
        startDate: date(start)),
      packages: packages ?? [package(from: start, Self.four)],
      clocks: EpisodeClocks(
        predictedEnds: predicted.map { EpisodeClocks.PredictedEnd(madeOn: date($0.0), end: date($0.1)) }),
      state: state)
  }

  /// The proposals where the next review is held on a day.
  private func proposals(
    _ record: EpisodeRecord, review: String, referrals: [ReferralRecord] = []
  ) -> [TaperProposal] {
    var parts = InventedService()
    parts.episodes = [record]
    parts.referrals = referrals
    let call = PlannedCall(
      id: VisitID("review"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date(review), part: .midday,
      latestPart: .midday, need: CallNeed(kind: .review, demands: [], preferred: clocks("11:00", "12:00")),
      basis: .planned)
    return TaperProposals(parts.service).proposals(for: [call])
  }

  @Test("in the third week three calls of four are usual: bed goes first")
  func thirdWeek() throws {
    // 28 calls a week in the first week; 28 x 19 / 26 = 20.5, to which 21 is nearest.
    let proposal = try #require(proposals(record(start: "2026-11-10"), review: "2026-11-24").first)
    #expect(proposal.lines.map(\.text) == ["bed"])
    #expect(proposal.review == date("2026-11-24"))
    #expect(proposal.weeklyNow == Minutes(840) && proposal.weeklyThen == Minutes(630))
  }

  @Test("in the sixth week one is left; the morning goes last")
  func sixthWeek() throws {
    // 28 x 9 / 26 = 9.7, to which 7 is nearer than 14.
    let proposal = try #require(proposals(record(start: "2026-10-20"), review: "2026-11-24").first)
    #expect(proposal.lines.map(\.text) == ["bed", "tea", "noon"])
  }

  @Test(
    "the hours that somebody had before are kept: what just keeps them is proposed, a minute more and it is not (R10)")
  func baseline() {
    func proposed(before: Int?, _ lines: [PackageLine] = Self.four, review: String = "2026-11-24") -> [[String]] {
      let old = waiting("r-1", .escalatingExisting, state: .accepted, baseline: before)
      let record = record(start: "2026-10-20", referral: "r-1", packages: [package(from: "2026-10-20", lines)])
      return proposals(record, review: review, referrals: [old]).map { $0.lines.map(\.text) }
    }
    // Each of the four is 210 minutes a week, and in the sixth week one is usual.
    #expect(proposed(before: nil) == [["bed", "tea", "noon"]] && proposed(before: 0) == [["bed", "tea", "noon"]])
    #expect(proposed(before: 210) == [["bed", "tea", "noon"]] && proposed(before: 211) == [["bed", "tea"]])
    #expect(proposed(before: 630) == [["bed"]] && proposed(before: 631).isEmpty && proposed(before: 900).isEmpty)
    // Therapy is not what was there before.
    let practice = line("practice", "10:00", "11:00", consequence: .low, kind: .therapy)
    #expect(proposed(before: 631, Self.four + [practice]).isEmpty)
    #expect(proposed(before: 840, Self.four + [line("meal", "12:30", "13:00", kind: .other)]) == [["bed"]])
  }

  @Test("nothing in the first week, without a review, once it has been reduced, or where the end was put off")
  func nothing() {
    #expect(proposals(record(start: "2026-11-19"), review: "2026-11-24").isEmpty)
    var parts = InventedService()
    parts.episodes = [record(start: "2026-11-10")]
    #expect(TaperProposals(parts.service).proposals(for: []).isEmpty)
    let reduced = [
      package(from: "2026-11-10", Self.four), package(from: "2026-11-20", Array(Self.four.prefix(3))),
    ]
    #expect(proposals(record(start: "2026-11-10", packages: reduced), review: "2026-11-24").isEmpty)
    let putOff = [("2026-11-13", "2026-12-01"), ("2026-11-17", "2026-12-08")]
    #expect(proposals(record(start: "2026-11-10", predicted: putOff), review: "2026-11-24").isEmpty)
    let asThought = [("2026-11-13", "2026-12-08"), ("2026-11-17", "2026-12-08")]
    #expect(!proposals(record(start: "2026-11-10", predicted: asThought), review: "2026-11-24").isEmpty)
    #expect(proposals(record(start: "2026-11-10", state: .awaitingOnward), review: "2026-11-24").isEmpty)
  }

  @Test("no call that is time-critical, of high consequence or for two workers is ever brought up")
  func neverBroughtUp() {
    let demands = [Demand(length: Minutes(30)), Demand(length: Minutes(30))]
    func call(_ id: String, isTimeCritical: Bool = false, _ consequence: Consequence = .medium, two: Bool = false)
      -> PackageLine
    {
      PackageLine(
        id: LineID(id),
        call: CallNeed(
          kind: .personalCare, demands: two ? demands : [demands[0]], preferred: clocks("20:00", "21:00"),
          consequence: consequence, isTimeCritical: isTimeCritical))
    }
    let lines = [call("a", isTimeCritical: true), call("b", .high), call("c", two: true)]
    let grave = record(start: "2026-10-20", packages: [package(from: "2026-10-20", lines)])
    #expect(proposals(grave, review: "2026-11-24").isEmpty)
  }

  @Test("a proposal changes nothing: calls go on until a version that a named person has approved counts")
  func changesNothing() throws {
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "22:00")) }])]
    parts.episodes = [record(start: "2026-11-10")]
    let plan = EpisodePlanner(parts.service, days: 14).plan()
    #expect(!plan.taperProposals.isEmpty)
    func beds(_ plan: EpisodePlan) -> [CivilDate] { plan.calls.filter { $0.id.text.contains("-bed-") }.map(\.date) }
    #expect(beds(plan) == (0..<14).map { date("2026-11-24").adding(days: $0) })
    let approved = PackageVersion(
      effectiveFrom: date("2026-11-28"),
      approval: PackageVersion.Approval(approvedBy: "team leader", riskNote: "safe at night"),
      lines: Array(Self.four.prefix(3)))
    parts.episodes = [record(start: "2026-11-10", packages: [package(from: "2026-11-10", Self.four), approved])]
    #expect(beds(EpisodePlanner(parts.service, days: 14).plan()) == (0..<4).map { date("2026-11-24").adding(days: $0) })
  }
}
