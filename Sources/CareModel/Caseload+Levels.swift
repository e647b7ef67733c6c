package import Quantities

extension Caseload {
  /// The rank a call is served under: its referral's, its episode's referral's, or the last.
  package func rank(of visit: Visit) -> Rank {
    let scope = policy.careHomeRiskScope
    let own = visit.referral.flatMap(referral)
    let origin = own ?? visit.episode.flatMap(episode)?.referral.flatMap(referral)
    return origin.map(scope.rank(of:)) ?? scope.lastRank
  }

  /// Consequence after the band for an essential call uncovered yesterday has been added.
  package func consequence(of visit: Visit) -> Consequence {
    let wasLeft = person(visit.person)?.hadUncoveredEssentialCallYesterday ?? false
    return wasLeft ? visit.consequence.raised : visit.consequence
  }

  /// Responses with a deadline before this are due today: 12:00 of the next service day unless set.
  package var responsesDueBefore: Instant {
    calendar.reading(policy.responseDueClock, onServiceDay: serviceDate.adding(days: 1)).instant
      ?? calendar.start(of: serviceDate.adding(days: 1))
  }

  /// An uncovered response counts as this late: the first minute after the horizon, plus a day.
  package var assumedStartOfUncoveredResponse: Instant { day.end + Minutes(1) + Minutes(1440) }

  /// The first visit's deadline, for first responses.
  package func responseDeadline(of visit: Visit) -> Instant? {
    guard visit.kind == .firstResponse else { return nil }
    return visit.referral.flatMap(referral)?.deadline(policy: policy)
  }

  /// Why a call must not be done at all today; nil where it may.
  package func obstacle(to visit: Visit) -> VisitLevel.Reason? {
    if let referral = visit.referral.flatMap(referral), referral.state == .declined || referral.state == .withdrawn {
      return .referralClosed
    }
    let suspensions = person(visit.person)?.suspensions ?? []
    let isAway =
      !visit.windows.isEmpty
      && visit.windows.allSatisfy { window in
        suspensions.contains { $0.contains(window.safe) }
      }
    if isAway { return .suspended }
    return isPastLimit(visit) ? .afterLastPermittedDay : nil
  }

  /// The call would be reablement after the last permitted day and is not one to bridge (R23).
  package func isPastLimit(_ visit: Visit) -> Bool {
    guard let episode = visit.episode.flatMap(episode) else { return false }
    return episode.isPastLimit(visit.kind, consequence: consequence(of: visit), on: serviceDate, policy: policy)
  }

  /// An essential call that goes on after the last permitted day because nobody has taken over.
  package func isBridging(_ visit: Visit) -> Bool {
    guard let episode = visit.episode.flatMap(episode) else { return false }
    return episode.isBridging(visit.kind, consequence: consequence(of: visit), on: serviceDate, policy: policy)
  }

  /// Everything about a call that decides its level.
  package func levelFacts(of visit: Visit) -> LevelFacts {
    LevelFacts(
      kind: visit.kind, rank: rank(of: visit), consequence: consequence(of: visit),
      isTimeCritical: visit.isTimeCritical, isInStartBundle: visit.isInStartBundle,
      responseDeadline: responseDeadline(of: visit), dueBefore: responsesDueBefore,
      clockLastDay: visit.lastPermittedDay, serviceDate: serviceDate, obstacle: obstacle(to: visit))
  }

  /// At which level a call counts while it is uncovered.
  package func level(of visit: Visit) -> VisitLevel { levelFacts(of: visit).level }

  /// Where a call takes place; nil where the worker stays, on the telephone or by video.
  package func place(of visit: Visit) -> PlaceID? {
    visit.isRemote ? nil : visit.place ?? person(visit.person)?.place
  }

  /// The part of the day that sets the travel factor of every leg to this call, fixed for the day:
  /// by the clock at the start of its first agreed window.
  package func travelDayPart(to visit: Visit) -> DayPart {
    guard let window = visit.windows.first else { return .offPeak }
    return policy.travel.dayPart(at: calendar.local(window.agreed.start).time)
  }

  /// Episodes that run past their last permitted day without anybody's word: they head every output.
  package var unauthorisedEpisodes: [(episode: Episode, day: Int)] {
    episodes.filter { $0.kind == .reablement && !$0.isHandoverRecorded }
      .map { (episode: $0, day: $0.dayNumber(on: serviceDate)) }
      .filter { serviceDate > $0.episode.lastPermittedDay(policy: policy) }
  }
}
