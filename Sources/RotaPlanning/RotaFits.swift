package import CareModel
package import Quantities
import RotaOptimiser
package import TravelTimes

/// Answers, against a finished rota, where a call could go and what stops it: each question tries the rota itself.
///
/// The other calls of a run keep their order, and their times or later ones.
package final class RotaFits {
  let day: DayProblem
  let solution: RotaSolution
  private lazy var probe = try? FitProbe(day.problem, rota: solution)
  private(set) lazy var considerateProbe = try? FitProbe(day.problem, rota: solution, latestStarts: toldUntil)
  private lazy var workable = day.duties.map {
    InstantInterval(start: $0.limits.earliestStart, end: $0.limits.latestEnd)
  }

  /// - Parameter rota: a rota of this caseload that breaks no rule by choice; of another one every answer is empty.
  package init(_ rota: Rota, of caseload: Caseload, travel: TravelModel) {
    day = DayProblem(caseload, travel: travel)
    solution = day.solution(of: rota)
  }

  /// What stops a duty period from taking one demand of a call, beyond who the worker is.
  package enum Refusal: Hashable, Sendable {
    /// No start of the call lies within the duty period.
    case offDuty
    /// The call's links to other calls, or another call of its person, are in the way.
    case links
    /// There would be room but for the break.
    case breaks
    /// No place in the run leaves every call its safe window.
    case noRoom
    /// There is room, but a level more important than the call's gain would be worse.
    case worseElsewhere
    /// There is room, but all in all it would cost more.
    case dearer
  }

  /// Where a whole call could be added.
  package struct Opening: Sendable {
    package let start: Instant
    /// One for each demand.
    package let workers: [WorkerID]
    /// The rota with the call in it: it keeps every rule but, where so asked, the call's safe window.
    package let rota: Rota
  }

  /// Duty periods of the day, in order of worker and start: those that the answers name.
  package var duties: [(worker: Worker, duty: DutyPeriod)] { day.duties.map { ($0.worker, $0.duty) } }

  /// The rota was one that can be asked about.
  package var canAnswer: Bool { probe != nil }

  /// The parts of an interval in which a call may start as far as it alone is concerned: not before `asOf`, the person home and not
  /// away, nothing in the way of what has happened. A locked start leaves no choice.
  package func starts(of visit: Visit, within interval: InstantInterval) -> [InstantInterval] {
    guard visit.lock?.start == nil else { return [] }
    return day.allowed(visit, within: interval).compactMap {
      InstantInterval(start: day.instant($0.0), end: day.instant($0.1))
    }
  }

  /// By demand and duty period, what stops the duty period from taking the demand at these starts; nil where nothing does, or where
  /// it was not asked about. Empty where the rota can't be asked.
  ///
  /// - Parameter asked: by demand and duty period, whether to try it.
  package func refusals(
    of visit: Visit, at starts: [InstantInterval], asked: (_ demand: Int, _ duty: Int) -> Bool
  ) -> [[Refusal?]] {
    guard let call = day.callIndex[visit.id], let probe else { return [] }
    var rows = visit.demands.map { _ in [Refusal?](repeating: nil, count: day.duties.count) }
    let tried = visit.demands.indices.map { demand in
      day.duties.indices.filter { duty in
        guard asked(demand, duty) else { return false }
        if isWorkable(duty, length: visit.demands[demand].length, at: starts) { return true }
        rows[demand][duty] = .offDuty
        return false
      }
    }
    let answers = probe.refusals(of: call, within: starts.map(span), shifts: tried)
    guard answers.count == rows.count else { return [] }
    let isShut = needsWhatIsNotPlanned(visit)
    for demand in rows.indices {
      for duty in tried[demand] { rows[demand][duty] = isShut ? .links : answers[demand][duty].map(RotaFits.refusal) }
    }
    return rows
  }

  /// The first start in these intervals at which a call could be added; nil where no duty period has room.
  ///
  /// Nobody else's call is moved outside its agreed window for it, past its deadline or further from its published time than
  /// counts as a change.
  package func opening(for visit: Visit, within starts: [InstantInterval]) -> Opening? {
    guard let call = day.callIndex[visit.id], !needsWhatIsNotPlanned(visit), let considerateProbe else { return nil }
    let tried = visit.demands.indices.map { demand in
      day.duties.indices.filter { isWorkable($0, length: visit.demands[demand].length, at: starts) }
    }
    guard let found = considerateProbe.opening(of: call, within: starts.map(span), shifts: tried) else { return nil }
    return opening(found)
  }

  func opening(_ found: FitProbe.Opening) -> Opening {
    Opening(
      start: day.instant(found.start), workers: found.shifts.map { day.duties[$0].worker.id },
      rota: day.rota(from: found.rota, provenance: nil))
  }

  /// A call that it may only follow is not wanted today, and has not happened either.
  func needsWhatIsNotPlanned(_ visit: Visit) -> Bool {
    func isMissing(_ other: Visit) -> Bool { !other.state.isFact && day.callIndex[other.id] == nil }
    let needed = day.caseload.links.filter { $0.relation == .requires && $0.second == visit.id }
    if needed.contains(where: { day.caseload.visit($0.first).map(isMissing) ?? false }) { return true }
    guard visit.isInStartBundle else { return false }
    return day.caseload.visits.contains {
      $0.kind == .firstResponse && $0.referral == visit.referral && isMissing($0)
    }
  }

  func isWorkable(_ duty: Int, length: Minutes, at starts: [InstantInterval]) -> Bool {
    guard let hours = workable[duty] else { return false }
    return starts.contains { $0.start + length <= hours.end && hours.start <= $0.end }
  }

  func span(_ interval: InstantInterval) -> FitProbe.Span {
    (from: day.elapsed(interval.start), until: day.elapsed(interval.end))
  }

  /// By call, how late another call may move it: what its person has been told.
  var toldUntil: [Seconds] {
    let starts = Dictionary(
      solution.runs.flatMap(\.stops).map { ($0.call, $0.start) }, uniquingKeysWith: { first, _ in first })
    return day.calls.enumerated().map { index, visit in
      let start = starts[index].map(day.instant) ?? day.origin
      var until = visit.windows.first { $0.safe.contains(start) }?.agreed.end ?? start
      if let deadline = day.caseload.responseDeadline(of: visit) { until = min(until, deadline) }
      if let published = visit.published { until = min(until, published.start + day.caseload.policy.changeFromMinutes) }
      return day.elapsed(until)
    }
  }

  private static func refusal(_ refusal: FitProbe.Refusal) -> Refusal {
    switch refusal {
    case .notAllowed, .ties: .links
    case .breaks: .breaks
    case .noRoom: .noRoom
    case .worseElsewhere: .worseElsewhere
    case .dearer: .dearer
    }
  }
}
