import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("What will probably be asked for (R29, R41, R45)")
struct ProbableCallsTests {
  /// Morning, midday, tea and bed, half an hour each, every day.
  private static let four = [
    line("morning", "08:00", "09:00"), line("noon", "12:00", "13:00"), line("tea", "16:30", "17:30"),
    line("bed", "21:00", "21:30"),
  ]
  /// A call that no review talks about.
  private static let grave = [line("morning", "08:00", "09:00", consequence: .high)]

  /// - Parameter predicted: the predicted ends, each made on the day of the last review.
  private func record(
    start: String = "2026-11-03", _ lines: [PackageLine] = four, later: PackageVersion? = nil,
    predicted: [String] = [], asked: Bool? = nil, state: EpisodeRecord.State = .active, awaiting: String? = nil,
    plannedEnd: String? = nil, referral: String? = nil
  ) -> EpisodeRecord {
    EpisodeRecord(
      episode: Episode(
        id: EpisodeID("e-1"), person: PersonID("p-1"), referral: referral.map { ReferralID($0) },
        startDate: date(start)),
      packages: [package(from: start, lines)] + [later].compactMap { $0 },
      clocks: EpisodeClocks(
        carePlanAgreedOn: date(start).adding(days: 2), reviewsHeld: [date("2026-11-20")],
        predictedEnds: predicted.enumerated().map { index, end in
          EpisodeClocks.PredictedEnd(madeOn: date("2026-11-19").adding(days: index), end: date(end))
        },
        onwardForecast: asked.map { EpisodeClocks.OnwardForecast(madeOn: date("2026-11-20"), needsOnwardCare: $0) }),
      state: state, awaitingOnwardSince: awaiting.map(date), plannedEnd: plannedEnd.map(date))
  }

  /// A worker all day, and in the evening for as long as it is said.
  private func service(
    _ episodes: [EpisodeRecord], referrals: [ReferralRecord] = [], evening: String = "22:00"
  ) -> InventedService {
    var parts = InventedService()
    parts.episodes = episodes
    parts.referrals = referrals
    parts.people.append(Person(id: PersonID("p-2"), place: PlaceID("home-1")))
    parts.staff = [
      worker([
        Weekday.allCases.flatMap {
          [RosteredShift($0, shift("07:00", "18:00")), RosteredShift($0, shift("20:30", evening))]
        }
      ])
    ]
    return parts
  }

  private func plan(_ record: EpisodeRecord, days: Int = 21) -> EpisodePlan {
    EpisodePlanner(service([record]).service, days: days).plan()
  }

  /// The days on which a line is in the forecast, each run of days as its first and last.
  private func days(_ line: String, _ plan: EpisodePlan) -> [String] {
    let dates = plan.calls.filter { $0.isInForecast && $0.id.text.contains("-\(line)-") }.map(\.date)
    return dates.indices.filter { index in
      !dates.contains(dates[index].adding(days: -1)) || !dates.contains(dates[index].adding(days: 1))
    }.map { dates[$0].description }
  }

  @Test("after each review there is what is usual by then; the approved package stands in the plan all the same")
  func reductions() {
    let plan = plan(record(predicted: ["2026-12-13"]))
    #expect(
      plan.calls.filter { $0.need.kind == .review }.map(\.date.description)
        == ["2026-11-26", "2026-12-03", "2026-12-10"])
    // Of four calls in the first week 2.3 are usual in the fourth, 1.8 in the fifth, 1.4 in the sixth.
    #expect(days("bed", plan) == ["2026-11-24", "2026-11-26"])
    #expect(days("tea", plan) == ["2026-11-24", "2026-11-26"])
    #expect(days("noon", plan) == ["2026-11-24", "2026-12-10"])
    #expect(days("morning", plan) == ["2026-11-24", "2026-12-13"])
    #expect(plan.calls.count { $0.id.text.contains("-bed-") } == 21)
    #expect(plan.taperProposals.first?.lines.map(\.text) == ["bed", "tea"])
    let evenings = plan.capacityByRole[.rehabilitationAssistant, default: []].filter { $0.part == .evening }
    #expect(evenings.prefix(4).map(\.load) == Array(repeating: Minutes(30), count: 4))
    #expect(evenings.prefix(4).map(\.forecastLoad) == [Minutes(30), Minutes(30), Minutes(30), .zero])
  }

  @Test("what a named person has approved for later stands whole from then on, until the next review")
  func approvedLater() {
    let later = PackageVersion(
      effectiveFrom: date("2026-11-30"),
      approval: PackageVersion.Approval(approvedBy: "team leader", riskNote: "weaker again"), lines: Self.four)
    let plan = plan(record(later: later, predicted: ["2026-12-13"]))
    #expect(days("bed", plan) == ["2026-11-24", "2026-11-26", "2026-11-30", "2026-12-03"])
  }

  @Test("nothing goes where the end was put off, below what was there before, or of somebody who awaits onward care")
  func unreduced() {
    let whole = ["2026-11-24", "2026-12-13"]
    #expect(days("bed", plan(record(predicted: ["2026-12-12", "2026-12-13"]))) == whole)
    #expect(days("bed", plan(record(predicted: ["2026-12-13", "2026-12-13"]))) != whole)
    var parts = service([record(predicted: ["2026-12-13"], referral: "r-1")])
    parts.referrals = [waiting("r-1", .escalatingExisting, state: .accepted, baseline: 840)]
    #expect(days("bed", EpisodePlanner(parts.service, days: 21).plan()) == whole)
    parts.referrals = [waiting("r-1", .escalatingExisting, state: .accepted, baseline: 420)]
    #expect(days("bed", EpisodePlanner(parts.service, days: 21).plan()) != whole)
    let onward = plan(record(state: .awaitingOnward, awaiting: "2026-11-22"))
    #expect(days("bed", onward) == ["2026-11-24", "2026-12-14"])
  }

  /// The last day of calls in the forecast; of twenty-one days from 24 November, the last is 14 December.
  private func lastDay(_ record: EpisodeRecord) -> String { days("morning", plan(record)).last ?? "" }

  @Test("calls go on to the end that is agreed or predicted, and where none is known to the 28th day or to the last")
  func ends() {
    #expect(lastDay(record(Self.grave, predicted: ["2026-11-27"])) == "2026-11-27")
    #expect(lastDay(record(Self.grave, predicted: ["2026-12-03"], plannedEnd: "2026-12-02")) == "2026-12-02")
    #expect(lastDay(record(start: "2026-11-10", Self.grave)) == "2026-12-07")
    // The 28th day is over: 30 November is the last permitted one. So is a predicted end that is over no end.
    #expect(lastDay(record(start: "2026-10-20", Self.grave)) == "2026-11-30")
    #expect(lastDay(record(start: "2026-10-20", Self.grave, predicted: ["2026-11-23"])) == "2026-11-30")
    #expect(lastDay(record(start: "2026-10-20", Self.grave, predicted: ["2026-11-24"])) == "2026-11-24")
  }

  @Test(
    "bridging counts where onward care is needed or awaited, where the end lies behind the limit, or where it goes on")
  func bridging() {
    func last(
      predicted: [String] = [], asked: Bool? = nil, state: EpisodeRecord.State = .active, awaiting: String? = nil,
      plannedEnd: String? = nil, start: String = "2026-10-20"
    ) -> String {
      lastDay(
        record(
          start: start, Self.grave, predicted: predicted, asked: asked, state: state, awaiting: awaiting,
          plannedEnd: plannedEnd))
    }
    // The last permitted day is 30 November.
    #expect(last(asked: false) == "2026-11-30" && last(asked: true) == "2026-12-14")
    #expect(last(predicted: ["2026-11-28"], asked: true) == "2026-11-28")
    #expect(last(predicted: ["2026-12-03"]) == "2026-12-03")
    #expect(last(predicted: ["2026-11-28"], awaiting: "2026-11-20") == "2026-12-14")
    #expect(last(predicted: ["2026-11-28"], state: .awaitingOnward) == "2026-12-14")
    #expect(last(awaiting: "2026-11-20", plannedEnd: "2026-12-05") == "2026-12-05")
    // Its last permitted day was 11 November, or 23 November: yesterday.
    #expect(last(start: "2026-10-01") == "2026-12-14" && last(start: "2026-10-13") == "2026-12-14")
    #expect(last(start: "2026-10-14") == "2026-11-24")
  }

  @Test("people who are to start take the usual course from the day on which they are planned to")
  func starts() throws {
    let plan = EpisodePlanner(service([], referrals: [referral(lines: Self.four)]).service, days: 42).plan()
    guard case .starts(let found) = try #require(plan.starts.first).outcome else {
      Issue.record("waits")
      return
    }
    #expect(found.date == date("2026-11-24"))
    // Reviews a week apart, the first on the eighth day: on the fifteenth three of four are usual, a week later two.
    #expect(days("bed", plan).last == "2026-12-08" && days("tea", plan).last == "2026-12-15")
    #expect(days("morning", plan).last == "2026-12-21" && plan.calls.last?.date == date("2027-01-04"))
  }

  @Test(
    "no promise counts on it: a start waits for an evening that the forecast has free, until somebody approves that")
  func promises() throws {
    let coming = ReferralRecord(
      referral: Referral(
        id: ReferralID("r-2"), person: PersonID("p-2"), referralClass: .hospitalDischarge,
        receivedAt: instant("2026-11-24", "05:30"), readyFrom: instant("2026-11-24", "12:00"), whereabouts: .inHospital,
        state: .accepted),
      needs: StartNeeds(
        firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(60))]),
        lines: [line("bed", "21:00", "21:30")]))
    // Of an hour in the evening 44 minutes are contact time.
    let running = record(predicted: ["2026-12-13"])
    let plan = EpisodePlanner(service([running], referrals: [coming], evening: "21:30").service, days: 21).plan()
    guard case .waits(.full(let short)) = try #require(plan.starts.first).outcome else {
      Issue.record("starts: \(plan.starts)")
      return
    }
    #expect(short.part == .evening)
    let approved = PackageVersion(
      effectiveFrom: date("2026-11-27"),
      approval: PackageVersion.Approval(approvedBy: "team leader", riskNote: "safe at night"),
      lines: Array(Self.four.prefix(3)))
    let reduced = record(later: approved, predicted: ["2026-12-13"])
    let then = EpisodePlanner(service([reduced], referrals: [coming], evening: "21:30").service, days: 21).plan()
    guard case .starts(let found) = try #require(then.starts.first).outcome else {
      Issue.record("waits: \(then.starts)")
      return
    }
    #expect(found.date == date("2026-11-27"))
  }
}
