import CareModel
import EpisodePlanning
import Foundation
import Quantities
import ServicePlanning
import SyntheticCaseloads
import Testing

/// Part of `make test-long` alone.
@Suite(
  "More and larger services lived through twelve weeks",
  .enabled(if: ProcessInfo.processInfo.environment["REABLE_LONG_TESTS"] != nil))
struct LongTwelveWeeksTests {
  /// The clocks forward and Easter; May's bank holidays; the clocks back; Christmas and the year's end.
  private static let dates = ["2026-02-23", "2026-03-23", "2026-09-14", "2026-11-09"]

  static let many = (0..<24).map { number in
    LifeStart(
      .tiny, seed: UInt64(100 + number), from: dates[number % dates.count], isTight: number / 4 % 2 == 1,
      afterLimit: number % 3 == 0 ? .stop : .bridge, crowding: 1 + number % 5)
  }

  static let larger = [
    LifeStart(.smallBorough, seed: 1, from: dates[0]),
    LifeStart(.smallBorough, seed: 2, from: dates[2], isTight: true, afterLimit: .stop, crowding: 2),
    LifeStart(.innerLondon, seed: 3, from: dates[3]),
    LifeStart(.countyLeicestershireLike, seed: 4, from: dates[2]),
    LifeStart(.countyNottinghamshireLike, seed: 5, from: dates[3]),
    LifeStart(.largestCounty, seed: 6, from: dates[0]),
  ].filter { start in one.map { "\(start)".hasPrefix($0) } ?? true }

  /// `REABLE_LONG_TESTS=county-nottinghamshire-like` lives through that size alone.
  private static let one = ProcessInfo.processInfo.environment["REABLE_LONG_TESTS"].flatMap { $0 == "1" ? nil : $0 }

  @Test("many tiny services: every law holds on every morning, and everything happens that can happen")
  func manyTiny() throws {
    var counts: [LifeEvent: Int] = [:]
    for start in LongTwelveWeeksTests.many {
      counts.merge(try TwelveWeeks(start: start, dearEvery: 3).live(), uniquingKeysWith: +)
    }
    for event in LifeEvent.allCases { #expect(counts[event, default: 0] > 0, "\(event.rawValue) never happens") }
  }

  @Test("every other size: every law holds on every morning", arguments: larger)
  func sizes(start: LifeStart) throws { _ = try TwelveWeeks(start: start, dearEvery: 28).live() }

  @Test("with rotas of the first two days: every law holds on every morning", arguments: Array(many.prefix(4)))
  func withRotas(start: LifeStart) throws {
    var weeks = TwelveWeeks(start: start, dearEvery: 21)
    weeks.planner = { try ServicePlanner($0).plan() }
    // A plan made again has other rotas, and so other cuts.
    weeks.laws.removeAll { $0 == .lowerRankTakesNothing }
    _ = try weeks.live()
  }
}
