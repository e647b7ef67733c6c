import CareModel
package import Quantities
import RotaChecking

extension RotaReport {
  /// The numbers of the headline.
  package struct Counts: Hashable, Sendable {
    package var calls = 0
    package var covered = 0
    package var timeCritical = 0
    package var timeCriticalOnTime = 0
    package var twoPerson = 0
    package var twoPersonCovered = 0
    /// First visits, without those that are not yet due and left for another day.
    package var firstVisits = 0
    package var firstVisitsInTime = 0
    package var firstVisitsLeftForLater = 0
    /// Late first visits and other calls after their agreed window.
    package var late = 0
    package var travel = Seconds.zero
    package var distance = Metres.zero
    package var contact = Seconds.zero
    package var overtime = Minutes.zero
    package var runs = 0
    /// Duty periods of the day, used or not.
    package var duties = 0

    /// Calls that nobody does, or not with all the workers that they need.
    package var uncovered: Int { calls - covered }
  }

  /// Counted anew at each call; linear in the day's calls.
  package var counts: Counts {
    var counts = Counts()
    let shortOf = Dictionary(shortfalls.map { ($0.visit.id, $0.matter) }) { first, _ in first }
    for visit in caseload.visits {
      guard levels[visit.id]?.level != nil else { continue }
      let matter = shortOf[visit.id]
      let isCovered = isCovered(visit)
      counts.calls += 1
      counts.covered += isCovered ? 1 : 0
      if visit.isTimeCritical {
        counts.timeCritical += 1
        let isOnTime = isCovered && isWithinAgreed(visit)
        counts.timeCriticalOnTime += isOnTime ? 1 : 0
      }
      if visit.demands.count > 1 {
        counts.twoPerson += 1
        counts.twoPersonCovered += isCovered ? 1 : 0
      }
      if visit.kind == .firstResponse {
        if matter == .deferred {
          counts.firstVisitsLeftForLater += 1
        } else {
          counts.firstVisits += 1
          if case .pastDeadline? = matter {} else { counts.firstVisitsInTime += isCovered ? 1 : 0 }
        }
      }
    }
    counts.late = shortfalls.filter(\.isLate).count
    counts.runs = checked.rota.runs.count
    counts.duties = caseload.workers.reduce(0) { $0 + $1.dutyPeriods.count }
    for timeline in checked.timelines {
      counts.travel = counts.travel + timeline.travel
      counts.distance = counts.distance + timeline.distance
      counts.contact = counts.contact + timeline.contact
      counts.overtime = counts.overtime + timeline.overtime
    }
    return counts
  }

  private func isWithinAgreed(_ visit: Visit) -> Bool {
    guard let start = placements[visit.id]?.first?.stop.start else { return false }
    return visit.alternative(at: start)?.agreed.contains(start) ?? true
  }
}
