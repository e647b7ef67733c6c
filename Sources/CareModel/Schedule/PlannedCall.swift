package import Quantities

/// A call of the schedule: what falls on which day, before a rota says who and when.
package struct PlannedCall: Hashable, Sendable, Identifiable {
  package let id: VisitID
  package let person: PersonID
  package let episode: EpisodeID?
  package let referral: ReferralID?
  package let date: CivilDate
  /// When it is wanted.
  package let part: PartOfDay
  /// The last part of the day in which it would still be done, however late.
  package let latestPart: PartOfDay
  package let need: CallNeed
  package let basis: Basis
  /// For care plans and reviews: the last service day that keeps the clock.
  package let lastPermittedDay: CivilDate?
  /// The line with freedom of day, or the order of equipment, of which it is a call.
  package let line: LineID?
  /// It is essential, a plan or a review, and nobody who may do it has a shift when it could be done.
  package private(set) var hasNobodyOnDuty = false
  /// It will probably be there when its day comes; only contact time that is forecast heeds it.
  package private(set) var isInForecast = true

  package init(
    id: VisitID, person: PersonID, episode: EpisodeID? = nil, referral: ReferralID? = nil, date: CivilDate,
    part: PartOfDay, latestPart: PartOfDay, need: CallNeed, basis: Basis, lastPermittedDay: CivilDate? = nil,
    line: LineID? = nil
  ) {
    self.id = id
    self.person = person
    self.episode = episode
    self.referral = referral
    self.date = date
    self.part = part
    self.latestPart = max(part, latestPart)
    self.need = need
    self.basis = basis
    self.lastPermittedDay = lastPermittedDay
    self.line = line
  }

  /// The same call without room for it.
  package var leftOut: PlannedCall { with(part: part, latestPart: latestPart, need: need, basis: .leftOut) }

  /// The same call of a start where the rota of its day has a place for it.
  package var placed: PlannedCall { with(part: part, latestPart: latestPart, need: need, basis: .planned) }

  /// The same call at the time that the rota of its day has for it.
  package func rostered(from clock: ClockTime, in part: PartOfDay) -> PlannedCall {
    let until = ClockTime(wrapping: clock.secondsOfDay + need.length.seconds.value)
    return with(
      part: part, latestPart: max(latestPart, part), need: need.wanted(at: ClockInterval(from: clock, until: until)),
      basis: basis)
  }

  private func with(part: PartOfDay, latestPart: PartOfDay, need: CallNeed, basis: Basis) -> PlannedCall {
    var copy = PlannedCall(
      id: id, person: person, episode: episode, referral: referral, date: date, part: part, latestPart: latestPart,
      need: need, basis: basis, lastPermittedDay: lastPermittedDay, line: line)
    (copy.hasNobodyOnDuty, copy.isInForecast) = (hasNobodyOnDuty, isInForecast)
    return copy
  }

  /// The same call where nobody who may do it is on duty.
  package var withNobodyOnDuty: PlannedCall {
    var copy = self
    copy.hasNobodyOnDuty = true
    return copy
  }

  /// The same call where it will probably not be asked for by then: a reduction that is usual, an end that is expected.
  package var outsideForecast: PlannedCall {
    var copy = self
    copy.isInForecast = false
    return copy
  }

  /// On what word a call stands in the schedule.
  package enum Basis: String, CaseIterable, Hashable, Sendable {
    /// An appointment.
    case booked
    /// A line of the approved package.
    case package
    /// A line of the approved package beyond the day on which the episode is predicted to end: drawn as forecast.
    case beyondPrediction
    /// Placed by the planner: a start, a care plan, a review.
    case planned
    /// An essential call of a start's first days for which there is no room: to be done if room is found.
    case leftOut
    /// Time held for somebody who has not been accepted yet.
    case tentative
    /// Goes on after the last permitted day because nobody has taken over.
    case bridging
  }
}
