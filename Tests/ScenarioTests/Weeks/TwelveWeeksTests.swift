import CareModel
import EpisodePlanning
import Foundation
import Quantities
import SyntheticCaseloads
import Testing

@Suite("Services lived through twelve weeks, planned every morning")
struct TwelveWeeksTests {
  /// Easter and the clocks forward; the clocks back; Christmas and the year's end.
  static let tiny = [
    LifeStart(.tiny, seed: 1, from: "2026-02-23"),
    LifeStart(.tiny, seed: 2, from: "2026-09-21", isTight: true, afterLimit: .stop, crowding: 3),
    LifeStart(.tiny, seed: 4, from: "2026-11-02", isTight: true, crowding: 2),
  ]

  @Test("a tiny service: every law holds on every morning", arguments: tiny)
  func everyMorning(start: LifeStart) throws {
    let counts = try TwelveWeeks(start: start).live()
    // Something has happened, or the laws would hold of nothing.
    #expect(counts[.firstVisitMade, default: 0] > 3 && counts[.ended, default: 0] > 3 && counts[.toHospital] != nil)
  }

  @Test("each law refuses the plans that break it")
  func lawsCanFail() throws {
    var open = Set(BrokenPlan.allCases)
    for start in TwelveWeeksTests.tiny where !open.isEmpty {
      _ = try TwelveWeeks(start: start).live { morning, _ in
        for broken in BrokenPlan.allCases where open.contains(broken) {
          guard let plan = broken.plan(of: morning), try broken.law.breaks(on: morning).isEmpty else { continue }
          if try !broken.law.breaks(on: morning.with(plan)).isEmpty { open.remove(broken) }
        }
        return !open.isEmpty
      }
    }
    #expect(open.isEmpty)
    // That one is of the service alone.
    #expect(Set(BrokenPlan.allCases.map(\.law)) == Set(LifeLaw.allCases).subtracting([.serviceIsDocument]))
  }
}
