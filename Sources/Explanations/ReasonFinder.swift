package import CareModel
import Quantities
package import RotaChecking
package import RotaPlanning
package import TravelTimes

/// Says of each call that is uncovered or late what stood in the way, by trying it against the final rota.
///
/// Reasons noted during the search are sometimes wrong; these are computed afterwards, duty period by duty period (R65).
///
/// ```swift
/// let explanations = ReasonFinder(checked, of: caseload, travel: travel).explanations()
/// ```
package struct ReasonFinder {
  let caseload: Caseload
  let fits: RotaFits
  private let starts: [VisitID: Instant]

  /// - Parameter checked: a rota that breaks no rule by choice; of another one only what holds whatever the rota is said.
  package init(_ checked: CheckedRota, of caseload: Caseload, travel: TravelModel) {
    self.caseload = caseload
    fits = RotaFits(checked.rota, of: caseload, travel: travel)
    starts = Dictionary(
      checked.rota.runs.flatMap(\.stops).map { ($0.visit, $0.start) }, uniquingKeysWith: { first, _ in first })
  }

  /// One explanation for each uncovered, late or badly timed call, most important level first, then by call.
  ///
  /// - Parameter isMeant: of which calls something is to be said.
  /// - Complexity: for each such call, the duty periods that may take it times the stops of their runs.
  package func explanations(of isMeant: (Visit) -> Bool = { _ in true }) -> [Explanation] {
    caseload.visits.compactMap { visit -> (rank: Int, explanation: Explanation)? in
      guard isMeant(visit), let matter = matter(of: visit) else { return nil }
      return (rank(of: visit), explanation(of: visit, matter))
    }
    .sorted { ($0.rank, $0.explanation.visit) < ($1.rank, $1.explanation.visit) }
    .map(\.explanation)
  }

  private func rank(of visit: Visit) -> Int {
    caseload.level(of: visit).level.flatMap(caseload.policy.ladder.index(of:)) ?? Int.max
  }

  func matter(of visit: Visit) -> Explanation.Matter? {
    guard !visit.state.isFact, caseload.level(of: visit).level != nil else { return nil }
    guard let start = start(of: visit) else { return .uncovered }
    if let deadline = caseload.responseDeadline(of: visit), start > deadline { return .pastDeadline(start - deadline) }
    guard let agreed = window(of: visit)?.agreed, !agreed.contains(start) else { return nil }
    return .outsideAgreed(max(agreed.start - start, start - agreed.end))
  }

  func start(of visit: Visit) -> Instant? { starts[visit.id] }

  /// The alternative in which a call starts.
  private func window(of visit: Visit) -> WindowAlternative? {
    start(of: visit).flatMap { start in visit.windows.first { $0.safe.contains(start) } }
  }

  private func explanation(of visit: Visit, _ matter: Explanation.Matter) -> Explanation {
    let opening = matter == .uncovered ? opening(for: visit) : nil
    return Explanation(
      visit: visit.id, matter: matter,
      obstacles: ranked(obstacles(to: visit, matter)),
      nextPossible: opening.map { Explanation.Opening(start: $0.start, workers: $0.workers) })
  }

  /// When the call should have started: in its safe windows, for a late first visit before its deadline, for a badly timed call as
  /// agreed.
  func wantedHours(of visit: Visit, _ matter: Explanation.Matter) -> [InstantInterval] {
    switch matter {
    case .uncovered: return visit.windows.map(\.safe)
    case .pastDeadline:
      let deadline = caseload.responseDeadline(of: visit) ?? caseload.day.end
      return visit.windows.compactMap {
        InstantInterval(start: $0.safe.start, end: min($0.safe.end, deadline))
      }
    case .outsideAgreed: return window(of: visit).map { [$0.agreed] } ?? []
    }
  }

  /// What only says that somebody is not the right kind of worker explains least and comes last; within that, commonest first.
  private func ranked(_ obstacles: [Explanation.Obstacle?]) -> [Explanation.ObstacleCount] {
    var counts: [Explanation.Obstacle: Int] = [:]
    for case let obstacle? in obstacles { counts[obstacle, default: 0] += 1 }
    let list = Explanation.Obstacle.allCases.enumerated().compactMap { order, obstacle in
      counts[obstacle].map { (order: order, count: Explanation.ObstacleCount(obstacle: obstacle, duties: $0)) }
    }
    return list.sorted { left, right in
      let (leftIsBackground, rightIsBackground) = (left.count.obstacle.isBackground, right.count.obstacle.isBackground)
      if leftIsBackground != rightIsBackground { return rightIsBackground }
      return (right.count.duties, left.order) < (left.count.duties, right.order)
    }.map(\.count)
  }

  /// For an uncovered call the first start from its first window, or from now, to the day's end at which it could be added,
  /// its safe windows left aside; the rota with it in.
  ///
  /// Nothing where the call may not be done alone: the day's other calls of a start wait for its first visit.
  package func opening(for visit: Visit) -> RotaFits.Opening? {
    let first = visit.windows.first?.safe.start ?? caseload.asOf
    guard let wide = InstantInterval(start: max(caseload.asOf, first), end: caseload.day.end) else { return nil }
    return fits.opening(for: visit, within: fits.starts(of: visit, within: wide))
  }
}

extension Explanation.Obstacle {
  /// True of every worker of another trade, so no news to a coordinator.
  fileprivate var isBackground: Bool { self == .noSuchRoleOrSkill || self == .notOnDuty }
}
