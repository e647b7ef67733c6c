import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Predicted ends held against the ends that came (R22)")
struct ForecastErrorsTests {
  private func errors(
    _ episodes: [(predicted: [String], ended: String?, reason: EpisodeRecord.EndReason?)]
  ) -> [ForecastError] {
    var parts = InventedService()
    parts.episodes = episodes.enumerated().map { index, found in
      EpisodeRecord(
        episode: Episode(id: EpisodeID("e-\(index)"), person: PersonID("p-1"), startDate: date("2026-10-01")),
        packages: [package(from: "2026-10-01", [])],
        clocks: EpisodeClocks(
          predictedEnds: found.predicted.enumerated().map { place, end in
            EpisodeClocks.PredictedEnd(madeOn: date("2026-10-01").adding(days: 7 * place), end: date(end))
          }),
        state: found.ended == nil ? .active : .ended, endedOn: found.ended.map(date), endReason: found.reason)
    }
    return ForecastErrors(parts.service).all()
  }

  @Test("days off count either way, and the later ones against the earlier ones, by number of the prediction")
  func both() {
    let found = errors([
      (["2026-11-01", "2026-11-05"], "2026-11-06", .independent), (["2026-11-10"], "2026-11-08", nil),
      (["2026-11-01"], nil, nil),
    ])
    #expect(
      found == [
        ForecastError(number: 1, episodes: 2, daysOff: 7, daysLater: 3),
        ForecastError(number: 2, episodes: 1, daysOff: 1, daysLater: 1),
      ])
  }

  @Test("an end that nobody predicts is held against nobody", arguments: EpisodeRecord.EndReason.allCases)
  func cutShort(reason: EpisodeRecord.EndReason) {
    let counts = ![.died, .readmitted, .declined].contains(reason)
    #expect(errors([(["2026-11-01"], "2026-10-09", reason)]).isEmpty != counts)
    #expect(errors([]).isEmpty)
  }
}
