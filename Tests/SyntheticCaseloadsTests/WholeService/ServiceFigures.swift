import CareModel
import EpisodePlanning
import Quantities

/// What can be counted in a service, and in the days of the week that are cut from it, for comparison with published
/// figures.
struct ServiceFigures {
  let service: Service
  let days: [Caseload]

  /// - Parameter days: how many days are cut, from today on.
  init(_ service: Service, days: Int = 7) {
    self.service = service
    self.days = (0..<days).map { DayCut.caseload(of: service, on: service.today.adding(days: $0)) }
  }

  /// Episodes that are running: active, suspended or waiting for onward care.
  var running: [EpisodeRecord] { service.episodes.filter { $0.state != .ended && $0.state != .preStart } }

  /// Calls of the first day of running episodes, starts left out.
  var callsToday: Int { runningCalls(days[0]).count }

  /// Calls of running episodes on a day.
  func runningCalls(_ day: Caseload) -> [Visit] { day.visits.filter { $0.episode != nil } }

  func isPeak(_ visit: Visit) -> Bool {
    guard let start = visit.windows.first?.preferred.start else { return false }
    return service.calendar.local(start).time < ClockTime(wrapping: 11 * 3600)
  }

  /// Assistants with a shift on a day.
  func assistants(_ day: Caseload) -> Int {
    day.workers.count { $0.role == .rehabilitationAssistant && !$0.dutyPeriods.isEmpty }
  }

  /// The mean of a number over the days.
  func mean(_ number: (Caseload) -> Int) -> Double {
    Double(days.reduce(0) { $0 + number($1) }) / Double(max(1, days.count))
  }
}

/// A share as a number from 0 to 1; 0 of nothing.
func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
