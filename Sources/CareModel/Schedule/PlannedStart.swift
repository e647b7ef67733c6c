package import Quantities

/// One open referral in the queue: when it can start, or why it waits.
package struct PlannedStart: Hashable, Sendable {
  package let referral: ReferralID
  package let person: PersonID
  package let rank: Rank
  /// The person's patch, for people to read.
  package let patch: String?
  /// The episode with which it goes on, of somebody who comes back from hospital after long; nobody has referred it.
  package let restartOf: EpisodeID?
  package let state: Referral.State
  package let receivedAt: Instant
  package let readyFrom: Instant?
  /// The homecoming is expected only: ring the ward before a run goes there.
  package let mustRingWard: Bool
  /// The service's own clock (R20).
  package let deadline: Instant
  /// The same time from receipt, by the source's literal words.
  package let literalDeadline: Instant
  /// The national clock (N4).
  package let nationalDeadline: Instant
  package private(set) var outcome: Outcome
  /// Whether time is held until it may start; nil where it may, or has been promised.
  package let hold: TentativeHold?

  package init(
    referral: ReferralID, person: PersonID, rank: Rank, patch: String?, state: Referral.State, receivedAt: Instant,
    readyFrom: Instant?, mustRingWard: Bool, deadline: Instant, literalDeadline: Instant, nationalDeadline: Instant,
    outcome: Outcome, hold: TentativeHold? = nil, restartOf: EpisodeID? = nil
  ) {
    self.referral = referral
    self.person = person
    self.rank = rank
    self.patch = patch
    self.state = state
    self.receivedAt = receivedAt
    self.readyFrom = readyFrom
    self.mustRingWard = mustRingWard
    self.deadline = deadline
    self.literalDeadline = literalDeadline
    self.nationalDeadline = nationalDeadline
    self.outcome = outcome
    self.hold = hold
    self.restartOf = restartOf
  }

  /// Days that are looked at for a start, the first of them the service's today.
  package static let daysLookedAt = 14

  package enum Outcome: Hashable, Sendable {
    case starts(Start)
    case waits(StartObstacle)
  }

  /// A day on which there is room for a start.
  package struct Start: Hashable, Sendable {
    package let date: CivilDate
    package let part: PartOfDay
    /// The earliest that the first visit can be; the rota of the day says when it is.
    package let earliest: Instant
    /// When the first visit is in the rota that the plan was held against; nil where the day has none.
    package let rosteredAt: Instant?
    /// Essential calls of the start bundle for which there is no room; none for somebody who comes from hospital.
    package let callsLeftOut: Int
    /// Promised to the person already.
    package let isPublished: Bool
    /// Why it is not earlier; nil where it could not be earlier anyway.
    package let delayedBy: StartObstacle?
    /// What keeps the rest of the bundle out on that day; nil where it is whole.
    package let leftOutBecause: StartObstacle?

    package init(
      date: CivilDate, part: PartOfDay, earliest: Instant, rosteredAt: Instant? = nil, callsLeftOut: Int = 0,
      isPublished: Bool = false,
      delayedBy: StartObstacle? = nil, leftOutBecause: StartObstacle? = nil
    ) {
      self.date = date
      self.part = part
      self.earliest = earliest
      self.rosteredAt = rosteredAt
      self.callsLeftOut = callsLeftOut
      self.isPublished = isPublished
      self.delayedBy = delayedBy
      self.leftOutBecause = leftOutBecause
    }

    /// As far as is known.
    package var at: Instant { rosteredAt ?? earliest }
  }

  /// When the first visit is, or where its time is held; nil where neither is.
  package var firstVisitAt: Instant? {
    switch (outcome, hold) {
    case (.starts(let start), _): start.at
    case (.waits, .held(let held)): held.earliest
    case (.waits, _): nil
    }
  }

  /// How late the start is at the least, by the service's own clock; zero where it is in time or not known.
  package var lateBy: Seconds {
    guard let firstVisitAt, firstVisitAt > deadline else { return .zero }
    return firstVisitAt - deadline
  }

  /// The same start with what the rota of its day has of it: the first visit's time, and the essential calls that it leaves out.
  ///
  /// Earlier than was planned, nothing has delayed it.
  /// - Parameters:
  ///   - instant: nil where no rota has been made of its day.
  ///   - part: the part of the day in which that lies.
  package func rostered(at instant: Instant?, part: PartOfDay?, leavingOut calls: [PlannedCall]) -> PlannedStart {
    guard case .starts(let start) = outcome else { return self }
    let earlier = instant.map { $0 < start.earliest } ?? false
    var copy = self
    copy.outcome = .starts(
      Start(
        date: start.date, part: part ?? start.part, earliest: min(start.earliest, instant ?? start.earliest),
        rosteredAt: instant ?? start.rosteredAt, callsLeftOut: calls.count, isPublished: start.isPublished,
        delayedBy: earlier ? nil : start.delayedBy,
        leftOutBecause: calls.first.map { start.leftOutBecause ?? .refusedByRota($0.date) }))
    return copy
  }
}

/// What keeps a start from a day.
package enum StartObstacle: Hashable, Sendable {
  /// Not accepted yet: the contact assessment or the decision is still to come (R5, R6).
  case notAccepted(Referral.State)
  /// It is not known what the person needs.
  case needsUnknown
  /// Not home before this instant.
  case notReady(Instant)
  /// Equipment that must be there first comes on this day at the earliest (R31).
  case awaitsEquipment(String, CivilDate)
  /// The day has no time left at this instant.
  case tooLateToday(Instant)
  /// Nobody works on this day.
  case nobodyOnDuty(CivilDate)
  /// The rota of this day, which was made to see what fits, has no place for it.
  case refusedByRota(CivilDate)
  /// The starts of the week that are left are kept for the classes behind (R17).
  case reserved
  /// Running packages and starts that come first have the time.
  case full(Shortage)

  /// Contact time that is missing for the start that would need least.
  package struct Shortage: Hashable, Sendable {
    package let date: CivilDate
    package let part: PartOfDay
    /// Where it is short among those who reach a patch; nil where the whole service has none left.
    package let patch: String?
    /// Any of these roles would do.
    package let roles: [Role]
    package let skills: [Skill]
    /// Contact time that would free it, where nothing else is short.
    package let missing: Minutes
    /// None of these people is on duty then.
    package let isNobodyOnDuty: Bool
    /// How many other parts of days, or other people in this one, are short as well.
    package let others: Int

    package init(
      date: CivilDate, part: PartOfDay, patch: String? = nil, roles: [Role], skills: [Skill], missing: Minutes,
      isNobodyOnDuty: Bool = false, others: Int = 0
    ) {
      self.date = date
      self.part = part
      self.patch = patch
      self.roles = roles
      self.skills = skills
      self.missing = missing
      self.isNobodyOnDuty = isNobodyOnDuty
      self.others = others
    }
  }
}
