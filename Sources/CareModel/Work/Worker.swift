package import Quantities

/// Somebody who visits people.
package struct Worker: Hashable, Sendable, Identifiable {
  package let id: WorkerID
  package let role: Role
  /// In order of name.
  package let skills: [Skill]
  package let gender: Gender?
  package let languages: [String]
  /// In order of start; a split shift is two.
  package var dutyPeriods: [DutyPeriod]
  /// People to whom this worker must not be sent (the worker's or the service's word).
  package let refusedPeople: [PersonID]
  package let record: WorkingRecord

  package init(
    id: WorkerID, role: Role, skills: [Skill] = [], gender: Gender? = nil, languages: [String] = [],
    dutyPeriods: [DutyPeriod], refusedPeople: [PersonID] = [], record: WorkingRecord = WorkingRecord()
  ) {
    self.id = id
    self.role = role
    self.skills = skills.sorted()
    self.gender = gender
    self.languages = languages.sorted()
    self.dutyPeriods = dutyPeriods.sorted { ($0.hours.start, $0.id) < ($1.hours.start, $1.id) }
    self.refusedPeople = refusedPeople.sorted()
    self.record = record
  }
}

/// For preferences about who helps with personal care (R38, R40); never a ranking input.
package enum Gender: String, CaseIterable, Hashable, Sendable {
  case female, male, other
}

/// A paid block of work: a shift, or one part of a split shift.
package struct DutyPeriod: Hashable, Sendable, Identifiable {
  package let id: DutyID
  /// Contracted start and end.
  package var hours: InstantInterval
  package let startPlace: PlaceID
  /// Where the worker must be back by the end; nil where the way home is the worker's own affair.
  package var endPlace: PlaceID?
  package let mode: TravelMode
  package var breaks: [Break]
  /// How far past the end the worker has agreed to stay; the duty ends hard after it.
  package var agreedOvertime: Minutes

  package init(
    id: DutyID, hours: InstantInterval, startPlace: PlaceID, endPlace: PlaceID?, mode: TravelMode,
    breaks: [Break] = [], agreedOvertime: Minutes = .zero
  ) {
    self.id = id
    self.hours = hours
    self.startPlace = startPlace
    self.endPlace = endPlace
    self.mode = mode
    self.breaks = breaks.sorted { $0.window.start < $1.window.start }
    self.agreedOvertime = agreedOvertime
  }
}

/// A rest within a duty period: wholly inside its window, in one gap between stops (N10).
package struct Break: Hashable, Sendable {
  package let length: Minutes
  package let window: InstantInterval
  /// Already had: it needs no room any more.
  package let isTaken: Bool

  package init(length: Minutes, window: InstantInterval, isTaken: Bool = false) {
    self.length = length
    self.window = window
    self.isTaken = isTaken
  }
}

/// What the rest and hours rules (N10) need to know of the days before and after.
package struct WorkingRecord: Hashable, Sendable {
  package let previousDutyEnd: Instant?
  package let nextDutyStart: Instant?
  /// Minutes worked so far in the week that counts for the weekly maximum.
  package let minutesWorkedThisWeek: Minutes
  /// The worker's own weekly maximum; nil takes the policy's.
  package let weeklyMaximum: Minutes?

  package init(
    previousDutyEnd: Instant? = nil, nextDutyStart: Instant? = nil, minutesWorkedThisWeek: Minutes = .zero,
    weeklyMaximum: Minutes? = nil
  ) {
    self.previousDutyEnd = previousDutyEnd
    self.nextDutyStart = nextDutyStart
    self.minutesWorkedThisWeek = minutesWorkedThisWeek
    self.weeklyMaximum = weeklyMaximum
  }
}

/// Between which instants a worker may really be at work in a duty period, after rest and hours rules (N10).
package struct DutyLimits: Hashable, Sendable {
  /// No earlier departure; the contracted start, or later where the daily rest asks for it.
  package let earliestStart: Instant
  /// The duty ends hard here: contracted end plus agreed overtime, or earlier by rest, weekly hours
  /// or the worker's next duty period.
  /// Before `earliestStart` where nothing may be worked.
  package let latestEnd: Instant

  /// Works out the limits of one of a worker's duty periods.
  ///
  /// Weekly minutes are used up by the worker's duty periods of the day in their order, each at its contracted length.
  package init(of duty: DutyPeriod, of worker: Worker, policy: Policy) {
    var start = duty.hours.start
    if let previous = worker.record.previousDutyEnd { start = max(start, previous + policy.dailyRest) }
    var end = duty.hours.end + duty.agreedOvertime
    if let next = worker.record.nextDutyStart { end = min(end, next - policy.dailyRest) }
    var used = worker.record.minutesWorkedThisWeek.seconds
    for earlier in worker.dutyPeriods.prefix(while: { $0.id != duty.id }) { used = used + earlier.hours.length }
    let maximum = (worker.record.weeklyMaximum ?? policy.weeklyMaximum).seconds
    end = min(end, start + (maximum - used))
    let later = worker.dutyPeriods.drop { $0.id != duty.id }.dropFirst().first
    if let later { end = min(end, later.hours.start) }
    earliestStart = start
    latestEnd = end
  }
}
