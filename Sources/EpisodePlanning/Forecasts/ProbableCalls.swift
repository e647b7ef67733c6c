import CareModel
import Quantities

/// Which calls of a schedule will probably be there when their day comes: the forecast, by which capacity alone is reckoned
/// (R29, R41, R45).
///
/// Packages go on as they are approved until somebody approves another. But most people need less with each week, and leave: the
/// day after each review the forecast takes out what others no longer have by then (``UsualCourse``), and behind the
/// probable end of the episode everything but appointments.
struct ProbableCalls {
  /// As it is recorded.
  private let service: Service
  private let startDates: [ReferralID: CivilDate]

  /// - Parameter starts: as they are planned, for the people whose first visit is still to come.
  init(_ service: Service, starts: [PlannedStart]) {
    self.service = service
    startDates = Dictionary(
      starts.compactMap { start in
        guard case .starts(let found) = start.outcome else { return nil }
        return (start.referral, found.date)
      }, uniquingKeysWith: { one, _ in one })
  }

  /// The same calls in the same order, those outside the forecast marked as such.
  func marked(_ calls: [PlannedCall]) -> [PlannedCall] {
    var reviews: [Owner: [CivilDate]] = [:]
    for call in calls where call.need.kind == .review {
      if let owner = call.owner { reviews[owner, default: []].append(call.date) }
    }
    let last = calls.map(\.date).max() ?? service.today
    var courses: [Owner: Course] = [:]
    for call in calls {
      guard let owner = call.owner, courses[owner] == nil, let span = span(of: owner, call.referral) else { continue }
      courses[owner] = Course(
        lastDay: span.lastProbableDay, left: span.left(after: reviews[owner, default: []].sorted(), through: last))
    }
    return calls.map { call in
      guard call.basis != .booked, let course = call.owner.flatMap({ courses[$0] }) else { return call }
      let isOver = course.lastDay.map { call.date > $0 } ?? false
      return isOver || course.left.contains(call.id) ? call.outsideForecast : call
    }
  }

  /// To whom a call belongs; its text stands in the ids of the calls.
  fileprivate enum Owner: Hashable {
    case episode(EpisodeID)
    case referral(ReferralID)
  }

  /// What the forecast takes out of somebody's calls.
  private struct Course {
    /// Nil where no end is in sight.
    let lastDay: CivilDate?
    let left: Set<VisitID>
  }

  private func span(of owner: Owner, _ referral: ReferralID?) -> ProbableSpan? {
    switch owner {
    case .referral(let id):
      guard let record = service.referral(id), let start = startDates[id] else { return nil }
      let lines = record.needs?.lines ?? []
      return ProbableSpan(
        owner: id.text, start: start, packages: [PackageVersion(effectiveFrom: start, lines: lines)],
        baseline: service.baseline(of: id), lastProbableDay: start.adding(days: UsualCourse.usualDays - 1))
    case .episode(let id):
      guard let record = service.episode(id) else { return nil }
      let isComing = record.state == .preStart
      let start = isComing ? (referral ?? record.episode.referral).flatMap { startDates[$0] } : record.episode.startDate
      guard let start else { return nil }
      let isReduced = record.episode.kind == .reablement && !record.isAwaitingOnward && !record.isPutOff
      return ProbableSpan(
        owner: id.text, start: start, packages: record.packages,
        baseline: isReduced ? service.baseline(of: record.episode.referral) : nil,
        lastProbableDay: record.lastProbableDay(from: start, service.today, service.policy))
    }
  }
}

/// Somebody's packages from the first visit to the probable end.
private struct ProbableSpan {
  /// Stands in the ids of the calls.
  let owner: String
  /// The day of the first visit.
  let start: CivilDate
  let packages: [PackageVersion]
  /// What no reduction goes below; nil where none is to be expected.
  let baseline: Minutes?
  /// Nil where no end is in sight.
  let lastProbableDay: CivilDate?

  /// A line of one version: a version that somebody has approved for later stands whole, until the next review.
  private struct Line: Hashable {
    let version: CivilDate
    let line: LineID
  }

  /// The calls of lines that have gone, each from the day after the review at which it went.
  func left(after reviews: [CivilDate], through last: CivilDate) -> Set<VisitID> {
    guard let baseline, let first = packages.first else { return [] }
    let course = UsualCourse(first: first.lines, baseline: baseline)
    var gone: Set<Line> = []
    var calls: Set<VisitID> = []
    for review in reviews {
      guard let package = packages.agreed(on: review) else { continue }
      let there = package.lines.filter { !gone.contains(Line(version: package.effectiveFrom, line: $0.id)) }
      for line in course.leaving(there, onDay: review.days(from: start) + 1) {
        gone.insert(Line(version: package.effectiveFrom, line: line.id))
        var date = review.adding(days: 1)
        while date <= last, packages.agreed(on: date)?.effectiveFrom == package.effectiveFrom {
          calls.insert(.call(of: owner, line.id.text, on: date))
          date = date.adding(days: 1)
        }
      }
    }
    return calls
  }
}

extension EpisodeRecord {
  /// Reablement is over, and whoever is to go on has not begun.
  fileprivate var isAwaitingOnward: Bool { state == .awaitingOnward || awaitingOnwardSince != nil }

  /// The last day on which calls are to be expected; nil where no end is in sight.
  ///
  /// An end that is agreed or predicted, whichever comes first of those that are still to come. Whoever awaits onward care has calls until an
  /// end is agreed. Where no end is known: somebody who will need onward care, or whose calls are bridged already, has calls
  /// until there is; everybody else ends on the day by which half of all people have, or if that is over on the last permitted one.
  ///
  /// - Parameter start: the day of the first visit, of an episode that is to begin as it is planned.
  fileprivate func lastProbableDay(from start: CivilDate, _ today: CivilDate, _ policy: Policy) -> CivilDate? {
    func isToCome(_ date: CivilDate) -> Bool { date >= today }
    let agreed = [plannedEnd, endedOn].compactMap { $0 }.filter(isToCome).min()
    if isAwaitingOnward || episode.kind == .bridging { return agreed }
    let predicted = clocks.predictedEnds.last.map(\.end)
    if let known = [agreed, predicted].compactMap({ $0 }).filter(isToCome).min() { return known }
    guard episode.kind.hasLimit, clocks.onwardForecast?.needsOnwardCare != true else { return nil }
    let usual = start.adding(days: UsualCourse.usualDays - 1)
    return [usual, episode.lastPermittedDay(policy: policy)].first(where: isToCome)
  }
}

extension PlannedCall {
  fileprivate var owner: ProbableCalls.Owner? { episode.map { .episode($0) } ?? referral.map { .referral($0) } }
}
