package import Quantities

/// What comes of planning a service: who starts when, what falls on which day, what has to be done, where capacity is tight.
package struct EpisodePlan: Hashable, Sendable {
  package let asOf: Instant
  package private(set) var firstDay: CivilDate
  package private(set) var lastDay: CivilDate
  /// Who has gone on longer than six weeks, those without an authoriser first (R23).
  package let beyondLimit: [BeyondLimit]
  /// Open referrals in the order in which they are served (R15, R16).
  package private(set) var starts: [PlannedStart]
  /// In order of date, part of the day, person and id.
  package private(set) var calls: [PlannedCall]
  /// In order of the day on which they are due.
  package private(set) var tasks: [DueTask]
  /// Care plans and next reviews that running episodes are owed, booked or not, in order of last permitted day.
  package let callsDue: [CallDue]
  /// What has happened first, then what is foreseen.
  package private(set) var breaches: [ClockBreach]
  /// Capacity by role, each in order of date and part.
  package private(set) var capacityByRole: [Role: [CapacityCell]]
  /// Capacity by patch, each in order of date and part; calls and workers of no patch are left out.
  package private(set) var capacityByPatch: [String: [CapacityCell]]
  /// The time of those who have a skill that some call asks for, and what asks for it, each in order of date and part.
  package private(set) var capacityBySkill: [Skill: [CapacityCell]]
  /// The longest wait of those who wait, by class and patch; always shown (R17).
  package let longestWaits: [LongestWait]
  /// Reductions to talk about at the next reviews; they change nothing (R41).
  package let taperProposals: [TaperProposal]
  /// Who would mostly go to whom, in order of person (R34).
  package let coreTeams: [CoreTeamProposal]
  /// Who answers for the care plans of running episodes, in order of person (R33).
  package let carePlanOwners: [CarePlanOwnership]
  /// Who is back not long after an earlier episode, in order of person; it ranks nobody (R19).
  package let repeats: [RepeatEpisode]
  /// How far predicted ends were from those that came, in order of number (R22).
  package let forecastErrors: [ForecastError]
  /// How starts and reviews were placed.
  package let account: Account
  /// What a reserve for the classes behind the first has changed; nil where there is none (R17).
  package let reserve: ReserveEffect?
  /// What is not where the plan before had it: starts in the order in which they are served, then calls by episode; nil where no plan
  /// before was given.
  package private(set) var changes: [PlanChange]?
  /// How the first days were held against rotas; nil where none was made.
  package private(set) var agreement: RotaAgreement?

  package init(
    asOf: Instant, firstDay: CivilDate, lastDay: CivilDate, beyondLimit: [BeyondLimit] = [], starts: [PlannedStart],
    calls: [PlannedCall],
    tasks: [DueTask], callsDue: [CallDue] = [], breaches: [ClockBreach], capacityByRole: [Role: [CapacityCell]],
    capacityByPatch: [String: [CapacityCell]], capacityBySkill: [Skill: [CapacityCell]] = [:],
    longestWaits: [LongestWait], taperProposals: [TaperProposal] = [],
    coreTeams: [CoreTeamProposal] = [], carePlanOwners: [CarePlanOwnership] = [], repeats: [RepeatEpisode] = [],
    forecastErrors: [ForecastError] = [], account: Account, reserve: ReserveEffect? = nil,
    changes: [PlanChange]? = nil, agreement: RotaAgreement? = nil
  ) {
    self.asOf = asOf
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.beyondLimit = beyondLimit
    self.starts = starts
    self.calls = calls
    self.tasks = tasks
    self.callsDue = callsDue
    self.breaches = breaches
    self.capacityByRole = capacityByRole
    self.capacityByPatch = capacityByPatch
    self.capacityBySkill = capacityBySkill
    self.longestWaits = longestWaits
    self.taperProposals = taperProposals
    self.coreTeams = coreTeams
    self.carePlanOwners = carePlanOwners
    self.repeats = repeats
    self.forecastErrors = forecastErrors
    self.account = account
    self.reserve = reserve
    self.changes = changes
    self.agreement = agreement
  }

  /// The same plan with what rotas of its first days have shown.
  package func holding(_ agreement: RotaAgreement) -> EpisodePlan {
    var copy = self
    copy.agreement = agreement
    return copy
  }

  /// The same plan with what rotas have shown of it.
  package func with(
    starts: [PlannedStart], calls: [PlannedCall], breaches: [ClockBreach], changes: [PlanChange]?
  ) -> EpisodePlan {
    var copy = self
    copy.starts = starts
    copy.calls = calls
    copy.breaches = breaches
    copy.changes = changes
    return copy
  }

  /// The same plan with calls and capacity from a day on alone; starts, tasks and promises stay whole, because they are
  /// about now.
  package func shown(from date: CivilDate) -> EpisodePlan {
    var copy = self
    copy.firstDay = max(firstDay, date)
    copy.calls.removeAll { $0.date < date }
    copy.keepCapacity { $0 >= date }
    return copy
  }

  /// The same plan up to a day alone: calls, capacity and tasks due; starts and promises stay whole.
  package func shown(through date: CivilDate) -> EpisodePlan {
    var copy = self
    copy.lastDay = min(lastDay, date)
    copy.calls.removeAll { $0.date > date }
    copy.tasks.removeAll { $0.dueOn > date }
    copy.keepCapacity { $0 <= date }
    return copy
  }

  private mutating func keepCapacity(on isKept: (CivilDate) -> Bool) {
    capacityByRole = capacityByRole.mapValues { $0.filter { isKept($0.date) } }
    capacityByPatch = capacityByPatch.mapValues { $0.filter { isKept($0.date) } }
    capacityBySkill = capacityBySkill.mapValues { $0.filter { isKept($0.date) } }
  }

  /// The longest wait among the open referrals of a class in a patch.
  package struct LongestWait: Hashable, Sendable {
    package let referralClass: ReferralClass
    package let patch: String?
    package let referral: ReferralID
    package let receivedAt: Instant
    package let waiting: Int

    /// - Parameter waiting: how many wait.
    package init(
      referralClass: ReferralClass, patch: String?, referral: ReferralID, receivedAt: Instant, waiting: Int
    ) {
      self.referralClass = referralClass
      self.patch = patch
      self.referral = referral
      self.receivedAt = receivedAt
      self.waiting = waiting
    }
  }

  /// Level by level, what was reached and what is proven.
  package struct Account: Hashable, Sendable {
    package let levels: [LevelReached]
    /// Why no integer program was solved; nil where one was.
    package let fallback: String?
    /// Steps of GLPK's simplex.
    package let pivots: Int

    package init(levels: [LevelReached], fallback: String?, pivots: Int = 0) {
      self.levels = levels
      self.fallback = fallback
      self.pivots = pivots
    }
  }

  /// A level of the schedule, its value and the least that it could be.
  package struct LevelReached: Hashable, Sendable {
    package let name: String
    /// As people say it.
    package let printedName: String
    package let value: Int
    /// Given the values of the levels before; nil where nothing is proven.
    package let bound: Int?

    package init(name: String, printedName: String? = nil, value: Int, bound: Int?) {
      self.name = name
      self.printedName = printedName ?? name
      self.value = value
      self.bound = bound
    }
  }
}
