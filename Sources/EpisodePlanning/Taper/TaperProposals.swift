package import CareModel
import Quantities

/// Proposes reductions for the next review of each running episode, from the usual course and the person's own (R29, R41).
///
/// The usual course is the mean number of calls a day in weeks 1 to 6 (`domain.md` 2.6), taken from the person's own first
/// package; lines go as long as that brings the package nearer to it. Nothing is proposed where the end was put off when it was last predicted, and no call that is time-critical, of high
/// consequence or for two workers: those are for people alone to bring up. Nor does it go below the long-term support that the
/// person had before: that is theirs (R10).
package struct TaperProposals {
  private let service: Service

  /// Mean calls a day in each week, in tenths (`domain.md` 2.6, a proposal).
  private static let usualCourse = [26, 23, 19, 15, 12, 9]

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
      let first = record.packages.first, let current = record.package(on: review), !isPutOff(record)
    else { return nil }
    let week = min((record.episode.dayNumber(on: review) - 1) / 7, TaperProposals.usualCourse.count - 1)
    guard week >= 1 else { return nil }
    // In parts of the first week's mean, so that all is whole numbers; a line that falls on some days counts by its days.
    let whole = TaperProposals.usualCourse[0]
    let usual = weeklyCalls(first.lines) * TaperProposals.usualCourse[week]
    let baseline = record.episode.referral.flatMap(service.referral)?.referral.baselineWeekly ?? .zero
    var support = current.lines.reduce(Minutes.zero) { $0 + $1.supportAWeek }
    var left = weeklyCalls(current.lines)
    var dropped: [PackageLine] = []
    for line in TaperProposals.inOrderOfLeaving(current.lines) {
      let without = left - line.callsAWeek
      guard abs(without * whole - usual) < abs(left * whole - usual), support - line.supportAWeek >= baseline
      else { break }
      dropped.append(line)
      left = without
      support -= line.supportAWeek
    }
    guard !dropped.isEmpty else { return nil }
    let now = weeklyMinutes(current.lines)
    return TaperProposal(
      episode: record.id, person: record.episode.person, review: review, lines: dropped.map(\.id),
      weeklyNow: Minutes(now), weeklyThen: Minutes(now - weeklyMinutes(dropped)))
  }

  /// The end was predicted later than the time before: the person is not getting on as was thought.
  private func isPutOff(_ record: EpisodeRecord) -> Bool {
    let predicted = record.clocks.predictedEnds.suffix(2)
    guard let last = predicted.last, let before = predicted.first else { return false }
    return last.end > before.end
  }

  /// Personal care that may be talked about, from the evening back to the morning (`domain.md` 2.6).
  private static func inOrderOfLeaving(_ lines: [PackageLine]) -> [PackageLine] {
    lines.filter { line in
      line.call.kind == .personalCare && !line.call.isTimeCritical && line.call.consequence != .high
        && line.call.demands.count == 1
    }.sorted { ($0.call.preferred.from, $0.id) > ($1.call.preferred.from, $1.id) }
  }

  private func weeklyCalls(_ lines: [PackageLine]) -> Int {
    lines.filter { $0.call.kind == .personalCare }.reduce(0) { $0 + $1.callsAWeek }
  }

  private func weeklyMinutes(_ lines: [PackageLine]) -> Int {
    lines.reduce(0) { $0 + $1.callsAWeek * $1.call.demands.reduce(0) { $0 + $1.length.value } }
  }
}
