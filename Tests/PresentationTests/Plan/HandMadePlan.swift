import CareModel
import Presentation
import Quantities

/// A plan made by hand, asked for on Tuesday 24 November 2026 at 07:00; empty until something is put in.
struct HandMadePlan {
  var title = "Sample"
  var isInvented = true
  var names: [String: String] = [:]
  var days = 42
  var starts: [PlannedStart] = []
  var tasks: [DueTask] = []
  var callsDue: [CallDue] = []
  /// By person.
  var stays: [String: [InstantInterval]] = [:]
  var breaches: [ClockBreach] = []
  var calls: [PlannedCall] = []
  var cells: [Role: [CapacityCell]] = [:]
  var patchCells: [String: [CapacityCell]] = [:]
  var skillCells: [Skill: [CapacityCell]] = [:]
  /// Nil: no plan before.
  var changes: [PlanChange]?
  var waits: [EpisodePlan.LongestWait] = []
  var proposals: [TaperProposal] = []
  var repeats: [RepeatEpisode] = []
  var forecastErrors: [ForecastError] = []
  var reserve: ReserveEffect?
  var teams: [CoreTeamProposal] = []
  var owners: [CarePlanOwnership] = []
  var beyond: [BeyondLimit] = []
  /// By person.
  var recordedTeams: [String: [WorkerID]] = [:]
  /// By person: when the referral of their episode came, in days from today.
  var referredOn: [String: Int] = [:]
  /// By person; what every start needs is in ``lines``.
  var baseline: [String: Minutes] = [:]
  /// By person: referrals without a start.
  var asked: [String: ReferralRecord] = [:]
  var lines: [PackageLine] = []
  var levels: [EpisodePlan.LevelReached] = []
  var fallback: String?
  /// Nil: no rotas were made.
  var agreement: RotaAgreement?
  var quarantine: [QuarantinedRecord] = []
  var episodes: [EpisodeRecord] = []

  let today = CivilDate(daysSinceEpoch: 20_781)

  func day(_ days: Int) -> CivilDate { today.adding(days: days) }

  func at(_ days: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(epochSeconds: day(days).daysSinceEpoch * 86_400 + hour * 3600 + minute * 60)
  }

  /// Stays in hospital in days from today: from going in to coming back, both at noon.
  func noons(_ days: ClosedRange<Int>...) -> [InstantInterval] {
    days.compactMap { InstantInterval(start: at($0.lowerBound, 12), end: at($0.upperBound, 12)) }
  }

  var service: Service {
    let people = Set(
      ["p-1"] + starts.map(\.person.text) + tasks.map(\.person.text) + breaches.map(\.person.text)
        + calls.map(\.person.text) + episodes.map(\.episode.person.text) + teams.map(\.person.text))
    return Service(
      title: title, isInvented: isInvented, asOf: at(0, 7),
      calendar: ServiceCalendar(zone: "Europe/London", initialOffset: .zero, changes: []), policy: Policy(), places: [],
      people: people.map { person in
        Person(
          id: PersonID(person), place: PlaceID("home"), coreTeam: recordedTeams[person] ?? [],
          suspensions: stays[person] ?? [])
      },
      referrals: starts.map { start in
        ReferralRecord(
          referral: Referral(
            id: start.referral, person: start.person, referralClass: start.rank.referralClass,
            receivedAt: start.receivedAt, whereabouts: .home, state: start.state,
            baselineWeekly: baseline[start.person.text]),
          needs: StartNeeds(firstVisit: StartNeeds.FirstVisit(demands: []), lines: lines))
      }
        + referredOn.sorted { $0.key < $1.key }.map { person, days in
          ReferralRecord(
            referral: Referral(
              id: ReferralID("r-" + person), person: PersonID(person), referralClass: .newCommunity,
              receivedAt: at(days, 12), whereabouts: .home))
        } + asked.sorted { $0.key < $1.key }.map(\.value), episodes: episodes, staff: [], quarantine: quarantine)
  }

  var plan: EpisodePlan {
    EpisodePlan(
      asOf: at(0, 7), firstDay: today, lastDay: day(days - 1), beyondLimit: beyond, starts: starts, calls: calls,
      tasks: tasks,
      callsDue: callsDue, breaches: breaches, capacityByRole: cells, capacityByPatch: patchCells,
      capacityBySkill: skillCells, longestWaits: waits,
      taperProposals: proposals, coreTeams: teams, carePlanOwners: owners, repeats: repeats,
      forecastErrors: forecastErrors, account: EpisodePlan.Account(levels: levels, fallback: fallback),
      reserve: reserve, changes: changes, agreement: agreement)
  }

  private var book: PersonNames { PersonNames { [names] in names[$0] ?? $0 } }

  var summary: String { PlanSummary(plan, of: service, names: book).text() }
  var tables: String { PlanTables(plan, of: service, names: book).text() }
  var page: String { PlanPage(plan, of: service, names: book).html }
  func weeks(of person: String) -> String? {
    PlanCalendar(plan, of: service, names: book).text(of: PersonID(person))
  }

  // MARK: - Records

  /// Received on Monday at 16:00 and due a day later; the literal clock runs out with it, the national one on Wednesday.
  func start(
    _ person: String, received: Instant? = nil, deadline: Instant? = nil, patch: String? = nil, ringWard: Bool = false,
    state: Referral.State = .accepted, hold: TentativeHold? = nil, restartOf: String? = nil,
    _ outcome: PlannedStart.Outcome
  ) -> PlannedStart {
    let received = received ?? at(-1, 16)
    return PlannedStart(
      referral: ReferralID("r-" + person), person: PersonID(person), rank: Rank(.hospitalDischarge, isFlagged: false),
      patch: patch, state: state, receivedAt: received, readyFrom: nil, mustRingWard: ringWard,
      deadline: deadline ?? received + Minutes(1440), literalDeadline: received + Minutes(1440),
      nationalDeadline: received + Minutes(2880), outcome: outcome,
      hold: hold, restartOf: restartOf.map { EpisodeID($0) })
  }

  func call(
    _ person: String, _ days: Int, _ part: PartOfDay = .morning, kind: Visit.Kind = .personalCare,
    by mode: Visit.Mode = .home, at place: String? = nil, basis: PlannedCall.Basis = .package
  ) -> PlannedCall {
    let hour = (part.from?.secondsOfDay ?? 8 * 3600) / 3600
    let wanted = ClockInterval(
      from: ClockTime(wrapping: hour * 3600), until: ClockTime(wrapping: hour * 3600 + 1800))
    return PlannedCall(
      id: VisitID("v-\(person)-\(days)-\(part.rawValue)"), person: PersonID(person), episode: EpisodeID("e-" + person),
      date: day(days), part: part, latestPart: part,
      need: CallNeed(
        kind: kind, mode: mode, place: place.map { PlaceID($0) }, demands: [Demand(length: Minutes(30))],
        preferred: wanted), basis: basis)
  }

  func episode(
    _ person: String, startedDaysAgo: Int, kind: Episode.Kind = .reablement, extension: Episode.Extension? = nil,
    clocks: EpisodeClocks = EpisodeClocks(), state: EpisodeRecord.State = .active, endedOn: CivilDate? = nil
  ) -> EpisodeRecord {
    EpisodeRecord(
      episode: Episode(
        id: EpisodeID("e-" + person), person: PersonID(person), referral: ReferralID("r-" + person), kind: kind,
        startDate: day(-startedDaysAgo), extension: `extension`), packages: [], clocks: clocks, state: state,
      endedOn: endedOn)
  }

  /// - Parameter forecast: nil takes the load.
  func cell(
    _ days: Int, _ part: PartOfDay, _ load: Int, of capacity: Int, forecast: Int? = nil
  ) -> CapacityCell {
    CapacityCell(
      date: day(days), part: part, capacity: Minutes(capacity), load: Minutes(load),
      forecastLoad: Minutes(forecast ?? load))
  }

  /// Every part of every day alike.
  func cells(_ load: Int, of capacity: Int) -> [CapacityCell] {
    (0..<days).flatMap { day in PartOfDay.allCases.map { cell(day, $0, load, of: capacity) } }
  }

  /// One of everything.
  static var full: HandMadePlan {
    var plan = HandMadePlan()
    plan.starts = [
      plan.start(
        "p-1", received: plan.at(-1, 3, 40), patch: "North",
        .starts(
          PlannedStart.Start(
            date: plan.day(0), part: .midday, earliest: plan.at(0, 11),
            delayedBy: .full(
              StartObstacle.Shortage(
                date: plan.day(0), part: .morning, roles: [.rehabilitationAssistant], skills: [Skill("stoma")],
                missing: Minutes(45)))))),
      plan.start("p-2", state: .received, .waits(.notAccepted(.received))),
    ]
    plan.waits = [
      EpisodePlan.LongestWait(
        referralClass: .hospitalDischarge, patch: "North", referral: ReferralID("r-p-1"),
        receivedAt: plan.at(-1, 3, 40),
        waiting: 2)
    ]
    plan.episodes = [
      plan.episode("p-3", startedDaysAgo: 43),
      plan.episode(
        "p-4", startedDaysAgo: 13,
        extension: Episode.Extension(lastDay: plan.day(35), authorisedBy: "A. Nother", reason: "a fall"),
        clocks: EpisodeClocks(
          reviewsHeld: [plan.day(-7)],
          predictedEnds: [EpisodeClocks.PredictedEnd(madeOn: plan.day(-7), end: plan.day(20))])),
    ]
    plan.calls = [
      plan.call("p-3", 0, basis: .bridging), plan.call("p-3", 1, basis: .bridging),
      plan.call("p-4", 0, .afternoon, kind: .review, basis: .planned), plan.call("p-4", 21, basis: .beyondPrediction),
    ]
    plan.beyond = [
      BeyondLimit(
        episode: EpisodeID("e-p-3"), person: PersonID("p-3"), day: 44, lastPermittedDay: plan.day(-2), extension: nil,
        standing: .noAuthoriser)
    ]
    plan.tasks = [
      DueTask(.authoriser, person: PersonID("p-3"), episode: EpisodeID("e-p-3"), dueOn: plan.day(-2)),
      DueTask(
        .contactAssessment, person: PersonID("p-2"), referral: ReferralID("r-p-2"), dueOn: plan.today,
        deadline: plan.at(0, 16)),
      DueTask(.onwardPlan, person: PersonID("p-4"), episode: EpisodeID("e-p-4"), dueOn: plan.day(7)),
    ]
    plan.callsDue = [
      CallDue(
        person: PersonID("p-4"), episode: EpisodeID("e-p-4"), kind: .review, lastPermittedDay: plan.day(0))
    ]
    plan.breaches = [
      ClockBreach(
        .limit, person: PersonID("p-3"), episode: EpisodeID("e-p-3"), deadline: plan.at(-1, 4), keptAt: nil,
        hasHappened: true),
      ClockBreach(
        .response, person: PersonID("p-1"), referral: ReferralID("r-p-1"), deadline: plan.at(0, 10),
        keptAt: plan.at(0, 11), hasHappened: false),
    ]
    plan.cells = [.rehabilitationAssistant: plan.cells(80, of: 100), .nurse: plan.cells(0, of: 100)]
    plan.levels = [
      EpisodePlan.LevelReached(name: "hospitalDischargeWithoutDay", value: 0, bound: 0),
      EpisodePlan.LevelReached(name: "waitDays", value: 4, bound: 3),
    ]
    return plan
  }

  /// The same with what only some plans have: a plan before, a share of starts kept, core teams, somebody who is back.
  static var compared: HandMadePlan {
    var plan = HandMadePlan.full
    plan.changes = [
      PlanChange(
        person: PersonID("p-1"), referral: ReferralID("r-p-1"), kind: .firstResponse,
        before: PlanChange.Place(date: plan.day(1), part: .evening),
        after: PlanChange.Place(date: plan.day(0), part: .midday), reason: .better("lateness of starts")),
      PlanChange(
        person: PersonID("p-2"), referral: ReferralID("r-p-2"), kind: .firstResponse,
        before: PlanChange.Place(date: plan.day(1), part: .morning), after: nil,
        reason: .notPossible(.notAccepted(.received))),
      PlanChange(
        person: PersonID("p-4"), episode: EpisodeID("e-p-4"), kind: .therapy, line: LineID("stairs"), before: nil,
        after: PlanChange.Place(date: plan.day(3)), reason: .new),
      PlanChange(
        person: PersonID("p-4"), episode: EpisodeID("e-p-4"), kind: .review,
        before: PlanChange.Place(date: plan.day(3), mode: .home),
        after: PlanChange.Place(date: plan.day(3), mode: .telephone), reason: .notPossible(nil)),
    ]
    plan.reserve = ReserveEffect(
      share: PerMille(200), kept: [2, 1],
      changes: [
        ReserveEffect.Change(
          referral: ReferralID("r-p-2"), person: PersonID("p-2"), rank: Rank(.newCommunity, isFlagged: false),
          without: plan.day(5), with: plan.day(2)),
        ReserveEffect.Change(
          referral: ReferralID("r-p-1"), person: PersonID("p-1"), rank: Rank(.hospitalDischarge, isFlagged: false),
          without: plan.day(0), with: plan.day(1)),
        ReserveEffect.Change(
          referral: ReferralID("r-p-3"), person: PersonID("p-3"), rank: Rank(.hospitalDischarge, isFlagged: true),
          without: plan.day(0), with: nil),
        ReserveEffect.Change(
          referral: ReferralID("r-p-4"), person: PersonID("p-4"), rank: Rank(.newCommunity, isFlagged: true),
          without: nil, with: plan.day(6)),
      ])
    plan.recordedTeams = ["p-3": [WorkerID("w-1")]]
    plan.teams = [
      CoreTeamProposal(
        person: PersonID("p-3"), team: [WorkerID("w-1"), WorkerID("w-2")], covered: 9, calls: 9, seenLately: 4),
      CoreTeamProposal(
        person: PersonID("p-4"), team: [WorkerID("w-3")], covered: 5, calls: 8, seenLately: 5,
        seenByWeek: [3, 5], seenInAll: 6),
      CoreTeamProposal(person: PersonID("p-1"), team: [], covered: 0, calls: 1, seenLately: 0),
    ]
    plan.repeats = [
      RepeatEpisode(
        person: PersonID("p-1"), earlier: EpisodeID("e-0"), earlierEnd: plan.day(-50),
        now: .referral(ReferralID("r-p-1")),
        daysBetween: 50),
      RepeatEpisode(
        person: PersonID("p-4"), earlier: EpisodeID("e-9"), earlierEnd: plan.day(-20),
        now: .episode(EpisodeID("e-p-4")),
        daysBetween: 7),
    ]
    return plan
  }
}

extension HandMadePlan {
  /// The summary with its sentences on one line each.
  var unbroken: String { summary.replacing("\n      ", with: " ") }
  var unbrokenTables: String { tables.replacing("\n      ", with: " ") }
}
