import CareModel
import Quantities

/// Days on which nobody goes to somebody who is back from a long stay in hospital: those before the first visit.
///
/// What is booked on them keeps no clock, and is to be moved or cancelled.
struct DaysBeforeReturn {
  /// From the day after the package's last one before the stay to the day before the first visit.
  private let days: [EpisodeID: Range<CivilDate>]

  static let none = DaysBeforeReturn(days: [:])

  private init(days: [EpisodeID: Range<CivilDate>]) { self.days = days }

  /// - Parameter unplaced: the first day behind those on which somebody could be given a start.
  init(_ restarts: [Restart], _ starts: [PlannedStart], unplaced: CivilDate) {
    let planned = Dictionary(
      starts.compactMap { start -> (EpisodeID, CivilDate)? in
        guard let episode = start.restartOf, case .starts(let found) = start.outcome else { return nil }
        return (episode, found.date)
      }, uniquingKeysWith: { first, _ in first })
    days = Dictionary(
      restarts.map { restart in
        let from = restart.lastDayBefore.adding(days: 1)
        return (restart.record.id, from..<max(from, planned[restart.record.id] ?? unplaced))
      }, uniquingKeysWith: { first, _ in first })
  }

  func contains(_ date: CivilDate, of episode: EpisodeID?) -> Bool {
    episode.flatMap { days[$0] }?.contains(date) ?? false
  }
}
