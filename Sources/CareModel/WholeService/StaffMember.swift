package import Quantities

/// Somebody who visits people, with contract and roster: a worker on whatever day.
package struct StaffMember: Hashable, Sendable, Identifiable {
  package let id: WorkerID
  package let role: Role
  /// In order of name.
  package let skills: [Skill]
  package let gender: Gender?
  /// In order of name.
  package let languages: [String]
  /// People to whom this worker must not be sent.
  package let refusedPeople: [PersonID]
  package let home: PlaceID
  /// The team's area that the worker belongs to, for people to read.
  package let patch: String?
  package let mode: TravelMode
  /// Where paid time begins: the worker's home, or a base.
  package let startsFrom: PlaceID
  /// Where it ends; nil where the way home is the worker's own affair.
  package let endsAt: PlaceID?
  package let contract: Contract
  package let roster: RosterPattern
  /// In order of date; at most one for a date.
  package let rosterChanges: [RosterChange]
  /// In order of their first day.
  package let leave: [DateSpan]
  /// In order of their first day.
  package let sickness: [DateSpan]
  /// Before and after it there are no shifts; nil has always been here and will stay.
  package let employed: DateSpan?
  /// How far past the end of a duty period the worker has agreed to stay, in each.
  package let agreedOvertime: Minutes

  package init(
    id: WorkerID, role: Role, skills: [Skill] = [], gender: Gender? = nil, languages: [String] = [],
    refusedPeople: [PersonID] = [], home: PlaceID, patch: String? = nil, mode: TravelMode, startsFrom: PlaceID,
    endsAt: PlaceID?, contract: Contract, roster: RosterPattern, rosterChanges: [RosterChange] = [],
    leave: [DateSpan] = [], sickness: [DateSpan] = [], employed: DateSpan? = nil, agreedOvertime: Minutes = .zero
  ) {
    self.id = id
    self.role = role
    self.skills = skills.sorted()
    self.gender = gender
    self.languages = languages.sorted()
    self.refusedPeople = refusedPeople.sorted()
    self.home = home
    self.patch = patch
    self.mode = mode
    self.startsFrom = startsFrom
    self.endsAt = endsAt
    self.contract = contract
    self.roster = roster
    self.rosterChanges = rosterChanges.sorted { $0.date < $1.date }
    self.leave = leave.sorted { $0.first < $1.first }
    self.sickness = sickness.sorted { $0.first < $1.first }
    self.employed = employed
    self.agreedOvertime = agreedOvertime
  }

  /// The shifts that the worker comes to on a service day: leave, sickness and time before or after the job taken out.
  package func shifts(on date: CivilDate) -> [Shift] {
    let isAbsent = leave.contains { $0.contains(date) } || sickness.contains { $0.contains(date) }
    guard !isAbsent, employed?.contains(date) ?? true else { return [] }
    return rosterChanges.first { $0.date == date }?.shifts ?? roster.shifts(on: date)
  }
}

/// The hours that somebody is employed for (N12).
package struct Contract: Hashable, Sendable {
  /// Paid minutes a week, on average over the roster's cycle.
  package let weekly: Minutes
  package let weekends: WeekendPattern
  /// The worker's own weekly maximum, for whoever has opted out of the general one (N10); nil takes the policy's.
  package let weeklyMaximum: Minutes?

  package init(weekly: Minutes, weekends: WeekendPattern, weeklyMaximum: Minutes? = nil) {
    self.weekly = weekly
    self.weekends = weekends
    self.weeklyMaximum = weeklyMaximum
  }

  /// How many weekends are worked; what the roster says counts.
  package enum WeekendPattern: String, CaseIterable, Hashable, Sendable {
    case never, oneInThree, alternate, every
  }
}
