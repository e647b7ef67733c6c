package import Quantities

/// One call on one person; coordinators say "call" (R32).
package struct Visit: Hashable, Sendable, Identifiable {
  package let id: VisitID
  package let person: PersonID
  package let kind: Kind
  /// The episode it belongs to; nil for a person whose first visit is still to come.
  package let episode: EpisodeID?
  /// The referral that a first response answers, or to whose start bundle the call belongs.
  package let referral: ReferralID?
  package let mode: Mode
  /// Where it takes place; nil takes the person's home, and for telephone and video calls nowhere: the worker stays.
  package let place: PlaceID?
  /// One or two; each is one worker for the call.
  package var demands: [Demand]
  /// Alternatives in order of time; their safe windows do not overlap.
  package let windows: [WindowAlternative]
  package let consequence: Consequence
  /// The call must keep its time (insulin, Parkinson's medicine).
  package let isTimeCritical: Bool
  /// Wishes about this call besides the person's own.
  package let preferences: [Preference]
  package let refusedWorkers: [WorkerID]
  /// For care plans and reviews: the last service day on which it keeps its clock (R21, R24).
  package let lastPermittedDay: CivilDate?
  package var lock: Lock?
  package var state: State
  /// Who and when, as last published to people.
  package var published: Placement?
  /// Who and when, as it happened: for calls under way or done.
  package var actual: Placement?

  package init(
    id: VisitID, person: PersonID, kind: Kind, episode: EpisodeID? = nil, referral: ReferralID? = nil,
    mode: Mode = .home, place: PlaceID? = nil, demands: [Demand], windows: [WindowAlternative],
    consequence: Consequence? = nil, isTimeCritical: Bool = false, preferences: [Preference] = [],
    refusedWorkers: [WorkerID] = [], lastPermittedDay: CivilDate? = nil, lock: Lock? = nil, state: State = .planned,
    published: Placement? = nil, actual: Placement? = nil
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.episode = episode
    self.referral = referral
    self.mode = mode
    self.place = place
    self.demands = demands
    self.windows = windows.sorted { $0.safe.start < $1.safe.start }
    self.consequence = consequence ?? kind.usualConsequence
    self.isTimeCritical = isTimeCritical
    self.preferences = preferences
    self.refusedWorkers = refusedWorkers.sorted()
    self.lastPermittedDay = lastPermittedDay
    self.lock = lock
    self.state = state
    self.published = published
    self.actual = actual
  }

  /// The longest of its demands: how long the person has company.
  package var length: Minutes { demands.map(\.length).max() ?? .zero }

  /// A telephone or video call: no travel to it, the worker stays where they are.
  package var isRemote: Bool { mode == .telephone || mode == .video }

  /// Belongs to the first day of a start, behind its first visit.
  package var isInStartBundle: Bool { referral != nil && kind != .firstResponse && episode == nil }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case firstResponse, assessment, carePlan, personalCare, therapy, review, dischargeReview, equipmentFit, other

    /// Medium for personal care, low for the rest, unless a person has set it.
    package var usualConsequence: Consequence { self == .personalCare ? .medium : .low }

    /// Care plans and reviews run against a clock of days (R21, R24).
    package var hasClock: Bool { self == .carePlan || self == .review || self == .dischargeReview }

    package var printedName: String {
      switch self {
      case .firstResponse: "first visit"
      case .assessment: "assessment"
      case .carePlan: "care plan"
      case .personalCare: "personal care"
      case .therapy: "therapy"
      case .review: "weekly review"
      case .dischargeReview: "discharge review"
      case .equipmentFit: "equipment fit"
      case .other: "other call"
      }
    }
  }

  package enum Mode: String, CaseIterable, Hashable, Sendable {
    case home, clinic, telephone, video
  }

  package enum State: String, CaseIterable, Hashable, Sendable {
    case planned, published, underWay, done

    /// It has begun: nothing about it can be chosen any more.
    package var isFact: Bool { self == .underWay || self == .done }
  }

  /// Who does a call and when it starts; one worker per demand, in their order.
  package struct Placement: Hashable, Sendable {
    package let workers: [WorkerID]
    package let start: Instant
    package init(workers: [WorkerID], start: Instant) {
      self.workers = workers
      self.start = start
    }
  }
}

/// How bad it is when a call is not done; set by a person, never inferred from a diagnosis (R8).
package enum Consequence: String, CaseIterable, Hashable, Comparable, Sendable {
  case low, medium, high

  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }

  /// One band higher; high stays high.
  package var raised: Consequence { self == .low ? .medium : .high }

  /// High and medium calls are essential.
  package var isEssential: Bool { self != .low }
}

/// What one worker of a call must be, and for how long.
package struct Demand: Hashable, Sendable {
  /// Any of these; empty means anybody.
  package let roles: [Role]
  /// All of these.
  package let skills: [Skill]
  package let length: Minutes

  package init(roles: [Role] = [], skills: [Skill] = [], length: Minutes) {
    self.roles = roles
    self.skills = skills.sorted()
    self.length = length
  }

  /// Role and skills fit (R26, R27).
  package func isMet(by worker: Worker) -> Bool { isMet(by: worker.role, worker.skills) }

  /// The same of a member of staff on any day.
  package func isMet(by member: StaffMember) -> Bool { isMet(by: member.role, member.skills) }

  private func isMet(by role: Role, _ skills: [Skill]) -> Bool {
    (roles.isEmpty || roles.contains(role)) && self.skills.allSatisfy(skills.contains)
  }
}

/// Three windows for a call's start, each within the next.
package struct WindowAlternative: Hashable, Sendable {
  /// When the person would like it.
  package let preferred: InstantInterval
  /// The tolerance told to the person.
  package let agreed: InstantInterval
  /// Past it the call counts as missed; the only hard one.
  package let safe: InstantInterval

  /// Nil unless preferred lies within agreed and agreed within safe.
  package init?(preferred: InstantInterval, agreed: InstantInterval, safe: InstantInterval) {
    guard agreed.contains(preferred), safe.contains(agreed) else { return nil }
    self.preferred = preferred
    self.agreed = agreed
    self.safe = safe
  }
}

/// A named person's order about one call.
package struct Lock: Hashable, Sendable {
  /// Who must do it, one per demand in their order; nil leaves it open.
  package let workers: [WorkerID]?
  /// When it must start; nil leaves it open.
  package let start: Instant?
  package let setBy: String
  package let reason: String

  package init(workers: [WorkerID]?, start: Instant?, setBy: String, reason: String) {
    self.workers = workers
    self.start = start
    self.setBy = setBy
    self.reason = reason
  }
}
