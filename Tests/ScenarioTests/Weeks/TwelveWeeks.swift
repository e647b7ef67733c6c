import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Lives a service through its twelve weeks, and holds every law on every morning.
struct TwelveWeeks {
  let start: LifeStart
  var planner: @Sendable (Service) throws -> EpisodePlan = { EpisodePlanner($0, work: 2_000_000).plan() }
  /// Laws that ask for another plan are held every so many mornings.
  var dearEvery = 6
  var laws = LifeLaw.allCases

  /// - Returns: How often each event has happened.
  func live() throws -> [LifeEvent: Int] {
    try live { morning, day in
      for law in laws where !LifeLaw.dear.contains(law) || day % dearEvery == 0 {
        let breaks = try law.breaks(on: morning)
        #expect(breaks.prefix(3) == [], "\(law.rawValue) on \(morning.service.today), \(start)")
      }
      return true
    }
  }

  /// - Parameter each: told of every morning, with the number of the day from 0; says whether to go on.
  func live(each: (PlannedMorning, Int) throws -> Bool) throws -> [LifeEvent: Int] {
    var life = ServiceLife(start)
    for day in 0..<LifeStart.days {
      let morning = try PlannedMorning(life.service, planner: planner)
      guard try each(morning, day) else { break }
      life.live(by: morning.plan)
    }
    return life.counts
  }
}
