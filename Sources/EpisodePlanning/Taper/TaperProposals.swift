package import CareModel
import Quantities

/// Proposes reductions for the next review of each running episode, from the usual course and the person's own (R29, R41).
///
/// Lines go as long as that brings the package nearer to what is usual by then (``UsualCourse``). Nothing is proposed where the
/// end was put off when it was last predicted, and nothing that goes below the long-term support that the person had before:
/// that is theirs (R10).
package struct TaperProposals {
  private let service: Service

  package init(_ service: Service) { self.service = service }

  /// - Parameter calls: the plan's, among them the next review of each episode; without one nothing is proposed.
  /// - Returns: In order of review and episode.
  package func proposals(for calls: [PlannedCall]) -> [TaperProposal] {
    var reviews: [EpisodeID: CivilDate] = [:]
    for call in calls where call.need.kind == .review {
      guard let episode = call.episode else { continue }
      reviews[episode] = min(reviews[episode] ?? call.date, call.date)
    }
    return service.episodes.compactMap { record in
      reviews[record.id].flatMap { proposal(for: record, at: $0) }
    }.sorted { ($0.review, $0.episode) < ($1.review, $1.episode) }
  }

  private func proposal(for record: EpisodeRecord, at review: CivilDate) -> TaperProposal? {
    guard record.state == .active, record.episode.kind == .reablement, record.isRunning(on: service.today),
      let first = record.packages.first, let current = record.package(on: review), !record.isPutOff
    else { return nil }
    let course = UsualCourse(first: first.lines, baseline: service.baseline(of: record.episode.referral))
    let leaving = course.leaving(current.lines, onDay: record.episode.dayNumber(on: review))
    guard !leaving.isEmpty else { return nil }
    let now = weeklyMinutes(current.lines)
    return TaperProposal(
      episode: record.id, person: record.episode.person, review: review, lines: leaving.map(\.id),
      weeklyNow: Minutes(now), weeklyThen: Minutes(now - weeklyMinutes(leaving)))
  }

  private func weeklyMinutes(_ lines: [PackageLine]) -> Int {
    lines.reduce(0) { $0 + $1.callsAWeek * $1.call.demands.reduce(0) { $0 + $1.length.value } }
  }
}
