import CareModel
import Interchange
import Quantities

/// A plan of the sample service that uses every key of the format.
enum PlanSample {
  /// With a record set aside.
  static var service: Service? {
    SampleService.reading(replacing: "\"madeOn\": \"2026-11-12\", ", with: "").service
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(daysSinceEpoch: 0) }
  private static let today = day("2026-11-24")
  private static func at(_ hour: Int) -> Instant {
    Instant(epochSeconds: today.daysSinceEpoch * 86_400 + hour * 3600)
  }

  private static func start(
    _ referral: String, flagged: Bool = false, patch: String? = nil, readyFrom: Instant? = nil, ringWard: Bool = false,
    _ outcome: PlannedStart.Outcome, hold: TentativeHold? = nil
  ) -> PlannedStart {
    PlannedStart(
      referral: ReferralID(referral), person: PersonID("p-2"), rank: Rank(.newCommunity, isFlagged: flagged),
      patch: patch, state: .accepted, receivedAt: at(-15), readyFrom: readyFrom, mustRingWard: ringWard,
      deadline: at(9), literalDeadline: at(9), nationalDeadline: at(33), outcome: outcome, hold: hold,
      restartOf: patch == nil ? nil : EpisodeID("e-0"))
  }

  static let obstacles: [StartObstacle] = [
    .notAccepted(.provisional), .needsUnknown, .notReady(at(12)), .tooLateToday(at(7)),
    .full(
      StartObstacle.Shortage(
        date: today, part: .evening, roles: [.nurse, .physiotherapist], skills: [Skill("gait")], missing: Minutes(40))),
    .nobodyOnDuty(today), .refusedByRota(today),
    .full(
      StartObstacle.Shortage(
        date: today, part: .morning, roles: [.nurse], skills: [], missing: Minutes(5), isNobodyOnDuty: true)),
  ]

  static let holds: [TentativeHold] = [
    .held(
      TentativeHold.Held(date: today, part: .midday, earliest: at(11), until: at(14), isFirstVisitAlone: true)),
    .over(at(6)), .answeredNo, .noRoom(.tooLateToday(at(7))),
  ]

  static var starts: [PlannedStart] {
    [
      start(
        "r-1", flagged: true, patch: "North", readyFrom: at(9), ringWard: true,
        .starts(
          PlannedStart.Start(
            date: today, part: .midday, earliest: at(11), rosteredAt: at(11), callsLeftOut: 2, isPublished: true,
            delayedBy: .needsUnknown, leftOutBecause: .needsUnknown))),
      start("r-2", .starts(PlannedStart.Start(date: today, part: .morning, earliest: at(8)))),
    ]
      + obstacles.enumerated().map { index, obstacle in
        start("r-\(index + 3)", .waits(obstacle), hold: index < holds.count ? holds[index] : nil)
      }
  }

  static var calls: [PlannedCall] {
    let demand = Demand(length: Minutes(30))
    func call(_ basis: PlannedCall.Basis, _ kind: Visit.Kind, last: CivilDate? = nil) -> PlannedCall {
      PlannedCall(
        id: VisitID("e-1-\(basis.rawValue)"), person: PersonID("p-1"), episode: EpisodeID("e-1"),
        referral: ReferralID("r-0"), date: today, part: .morning, latestPart: .midday,
        need: CallNeed(
          kind: kind, demands: [demand, demand],
          preferred: ClockInterval(from: ClockTime(wrapping: 28_800), until: ClockTime(wrapping: 30_600))),
        basis: basis, lastPermittedDay: last, line: kind == .review ? nil : LineID("walk"))
    }
    return [call(.planned, .review, last: today.adding(days: 1))]
      + PlannedCall.Basis.allCases.filter { $0 != .planned }.map { basis in
        let care = call(basis, .personalCare)
        return basis == .beyondPrediction ? care.outsideForecast : basis == .bridging ? care.withNobodyOnDuty : care
      }
  }

  static var tasks: [DueTask] {
    [
      DueTask(.authoriser, person: PersonID("p-1"), episode: EpisodeID("e-1"), dueOn: today.adding(days: -1)),
      DueTask(
        .delivery, person: PersonID("p-1"), episode: EpisodeID("e-1"), dueOn: today, item: "grab rail"),
      DueTask(.hold, person: PersonID("p-2"), referral: ReferralID("r-1"), dueOn: today, deadline: at(16)),
      DueTask(
        .review, person: PersonID("p-1"), episode: EpisodeID("e-1"), dueOn: today.adding(days: 1),
        booking: DueTask.Booking(id: VisitID("a-1"), kind: .dischargeReview, date: today.adding(days: 3))),
    ]
  }

  static let callsDue = [
    CallDue(
      person: PersonID("p-1"), episode: EpisodeID("e-1"), kind: .review, lastPermittedDay: today.adding(days: 1))
  ]

  static let breaches = [
    ClockBreach(
      .response, person: PersonID("p-2"), referral: ReferralID("r-1"), deadline: at(9), keptAt: at(11),
      hasHappened: false),
    ClockBreach(
      .review, person: PersonID("p-1"), episode: EpisodeID("e-1"), deadline: at(-20), keptAt: nil, hasHappened: true),
  ]

  static let cells = [
    CapacityCell(date: today, part: .morning, capacity: Minutes(100), load: Minutes(95), forecastLoad: Minutes(80)),
    CapacityCell(date: today, part: .midday, capacity: .zero, load: .zero, forecastLoad: .zero),
    CapacityCell(date: today, part: .evening, capacity: Minutes(100), load: Minutes(99), forecastLoad: Minutes(90)),
  ]

  static let beyond = [
    BeyondLimit(
      episode: EpisodeID("e-1"), person: PersonID("p-1"), day: 45, lastPermittedDay: today.adding(days: -3),
      extension: nil, standing: .noAuthoriser),
    BeyondLimit(
      episode: EpisodeID("e-2"), person: PersonID("p-2"), day: 43, lastPermittedDay: today.adding(days: 3),
      extension: Episode.Extension(
        lastDay: today.adding(days: 3), authorisedBy: "team manager", reason: "waits for a rail, then home"),
      standing: .extended),
  ]

  /// - Parameter fallback: why there is no proof; the plan is empty besides where it is nil.
  static func plan(fallback: String?) -> EpisodePlan {
    let isFull = fallback != nil
    return EpisodePlan(
      asOf: at(7), firstDay: today, lastDay: today.adding(days: 41), beyondLimit: isFull ? beyond : [],
      starts: isFull ? starts : [],
      calls: isFull ? calls : [], tasks: isFull ? tasks : [], callsDue: isFull ? callsDue : [],
      breaches: isFull ? breaches : [],
      capacityByRole: isFull ? [.nurse: cells, .careManager: []] : [:],
      capacityByPatch: isFull ? ["South": [], "North": cells] : [:],
      capacityBySkill: isFull ? [Skill("gait"): cells] : [:],
      longestWaits: isFull
        ? [
          EpisodePlan.LongestWait(
            referralClass: .newCommunity, patch: "North", referral: ReferralID("r-1"), receivedAt: at(-15), waiting: 7)
        ] : [],
      taperProposals: isFull
        ? [
          TaperProposal(
            episode: EpisodeID("e-1"), person: PersonID("p-1"), review: today, lines: [LineID("bed")],
            weeklyNow: Minutes(840), weeklyThen: Minutes(630))
        ] : [],
      coreTeams: isFull
        ? [
          CoreTeamProposal(
            person: PersonID("p-1"), team: [WorkerID("w-2"), WorkerID("w-1")], covered: 20, calls: 28, seenLately: 6,
            seenByWeek: [5, 3], seenInAll: 6)
        ] : [],
      carePlanOwners: isFull
        ? [
          CarePlanOwnership(
            episode: EpisodeID("e-1"), person: PersonID("p-1"), agreedOn: today, owner: WorkerID("w-1"), flaw: .left)
        ] : [],
      repeats: isFull
        ? [
          RepeatEpisode(
            person: PersonID("p-1"), earlier: EpisodeID("e-0"), earlierEnd: today.adding(days: -20),
            now: .episode(EpisodeID("e-1")), daysBetween: 6),
          RepeatEpisode(
            person: PersonID("p-2"), earlier: EpisodeID("e-00"), earlierEnd: today, now: .referral(ReferralID("r-1")),
            daysBetween: 0),
        ] : [],
      forecastErrors: isFull ? [ForecastError(number: 1, episodes: 4, daysOff: 22, daysLater: -18)] : [],
      account: EpisodePlan.Account(
        levels: isFull
          ? [
            EpisodePlan.LevelReached(name: "newCommunityWithoutDay", value: 5, bound: 4),
            EpisodePlan.LevelReached(name: "waitDays", value: 1, bound: nil),
          ] : [], fallback: fallback),
      reserve: isFull
        ? ReserveEffect(
          share: PerMille(200), kept: [1, 0],
          changes: [
            ReserveEffect.Change(
              referral: ReferralID("r-1"), person: PersonID("p-1"), rank: Rank(.newCommunity, isFlagged: false),
              without: nil, with: today)
          ]) : nil,
      changes: isFull
        ? [
          PlanChange(
            person: PersonID("p-1"), referral: ReferralID("r-1"), kind: .firstResponse, before: nil,
            after: PlanChange.Place(date: today, part: .morning), reason: .dayFound),
          PlanChange(
            person: PersonID("p-1"), episode: EpisodeID("e-1"), kind: .therapy, line: LineID("walk"),
            before: PlanChange.Place(date: today), after: nil,
            reason: .noRoom(
              StartObstacle.Shortage(
                date: today, part: .evening, roles: [.nurse], skills: [], missing: Minutes(40)))),
          PlanChange(
            person: PersonID("p-1"), episode: EpisodeID("e-1"), kind: .review, before: PlanChange.Place(date: today),
            after: PlanChange.Place(date: today.adding(days: 1)), reason: .better("days of waiting")),
          PlanChange(
            person: PersonID("p-1"), episode: EpisodeID("e-1"), kind: .review,
            before: PlanChange.Place(date: today, mode: .home),
            after: PlanChange.Place(date: today, mode: .telephone), reason: .notPossible(nil)),
        ] : nil,
      agreement: isFull
        ? RotaAgreement(
          days: [
            RotaAgreement.RosteredDay(
              date: today, calls: 9, uncovered: 2, withoutPlace: [VisitID("e-1-bed-20261124")])
          ], rounds: 2,
          overhead: [.nurse: PerMille(290)], overheadByPart: [.nurse: [.midday: PerMille(240)]],
          cuts: [VisitID("r-1-first-20261124")],
          leftOut: [VisitID("e-1-review-20261124")]) : nil)
  }

  static var full: EpisodePlan { plan(fallback: "out of memory") }
  static var empty: EpisodePlan { plan(fallback: nil) }
}
