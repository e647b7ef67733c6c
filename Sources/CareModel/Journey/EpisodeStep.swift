package import Quantities

/// What can happen to an episode, in the order of the source's journey (R75, R19, R23).
package enum EpisodeStep: Hashable, Sendable {
  /// The first visit has been made: day 1.
  case firstVisit(at: Instant, on: CivilDate)
  /// The person has gone into hospital; the package is held.
  case suspend
  /// The person is home again on a day; the package is held until another.
  case restart(on: CivilDate, heldUntil: CivilDate)
  /// Reablement is over, the long-term provider has not begun.
  case awaitOnward(since: CivilDate)
  /// Nobody else is needed after all.
  case carryOn
  /// More days by a named person's word (R23).
  case extend(Episode.Extension)
  case end(on: CivilDate, reason: EpisodeRecord.EndReason)

  package var name: String {
    switch self {
    case .firstVisit: "firstVisit"
    case .suspend: "suspend"
    case .restart: "restart"
    case .awaitOnward: "awaitOnward"
    case .carryOn: "carryOn"
    case .extend: "extend"
    case .end: "end"
    }
  }
}

extension EpisodeRecord {
  /// The episode after a step.
  ///
  /// - Throws: Why it can't be taken; the episode then stays as it is.
  package func taking(_ step: EpisodeStep) throws(StepRefusal) -> EpisodeRecord {
    func refused(_ reason: StepRefusal.Reason) -> StepRefusal {
      StepRefusal(step: step.name, state: state.rawValue, reason: reason)
    }
    switch (step, state) {
    case (_, .ended): throw refused(.closed)
    case (.firstVisit(let at, let date), .preStart): return started(at: at, on: date)
    case (.suspend, .active), (.suspend, .awaitingOnward): return with(state: .suspended)
    case (.restart(let date, let heldUntil), .suspended):
      guard date <= heldUntil else { throw refused(.heldDaysOver) }
      return with(state: awaitingOnwardSince == nil ? .active : .awaitingOnward)
    case (.awaitOnward(let since), .active):
      guard since >= episode.startDate else { throw refused(.outOfOrder) }
      return with(state: .awaitingOnward, awaitingOnwardSince: since)
    case (.carryOn, .awaitingOnward): return with(state: .active, awaitingOnwardSince: .some(nil))
    case (.extend(let more), .active), (.extend(let more), .suspended), (.extend(let more), .awaitingOnward):
      guard !more.authorisedBy.isEmpty, !more.reason.isEmpty else { throw refused(.notNamed) }
      guard more.lastDay >= episode.startDate, episode.extension.map({ $0.lastDay < more.lastDay }) ?? true else {
        throw refused(.outOfOrder)
      }
      return with(episode: episode.with(extension: more))
    case (.end(let date, let reason), _):
      guard state == .preStart || date >= episode.startDate else { throw refused(.outOfOrder) }
      return with(state: .ended, endedOn: date, endReason: reason)
    case (.firstVisit, _), (.suspend, _), (.restart, _), (.awaitOnward, _), (.carryOn, _), (.extend, _):
      throw refused(.wrongState)
    }
  }

  private func started(at instant: Instant, on date: CivilDate) -> EpisodeRecord {
    let clocks = EpisodeClocks(
      firstVisitAt: instant, carePlanAgreedOn: clocks.carePlanAgreedOn,
      carePlanOwner: clocks.carePlanOwner, reviewsHeld: clocks.reviewsHeld,
      predictedEnds: clocks.predictedEnds, onwardForecast: clocks.onwardForecast)
    return with(state: .active, episode: episode.with(startDate: date), packages: packages(from: date), clocks: clocks)
  }

  /// The versions where the first visit is on a day: the first comes with it, though it was meant for a later one.
  private func packages(from date: CivilDate) -> [PackageVersion] {
    guard let first = packages.first, first.effectiveFrom > date else { return packages }
    let moved = PackageVersion(
      effectiveFrom: date, approval: first.approval, lines: first.lines, links: first.links)
    return [moved] + packages.dropFirst()
  }

  /// The same episode with some of its parts replaced.
  private func with(
    state: State? = nil, episode: Episode? = nil, packages: [PackageVersion]? = nil, clocks: EpisodeClocks? = nil,
    awaitingOnwardSince: CivilDate?? = nil, endedOn: CivilDate? = nil, endReason: EndReason? = nil
  ) -> EpisodeRecord {
    var copy = self
    copy.episode = episode ?? self.episode
    copy.packages = packages ?? self.packages
    copy.clocks = clocks ?? self.clocks
    copy.state = state ?? self.state
    copy.awaitingOnwardSince = awaitingOnwardSince ?? self.awaitingOnwardSince
    copy.endedOn = endedOn ?? self.endedOn
    copy.endReason = endReason ?? self.endReason
    return copy
  }
}

extension Episode {
  /// The same episode with another first day, or with more days.
  fileprivate func with(startDate: CivilDate? = nil, extension more: Extension? = nil) -> Episode {
    Episode(
      id: id, person: person, referral: referral, kind: kind, startDate: startDate ?? self.startDate,
      extension: more ?? self.extension, isHandoverRecorded: isHandoverRecorded, stopAtLimit: stopAtLimit)
  }
}
