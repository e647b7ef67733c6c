package import CareModel
package import Quantities
import RotaOptimiser
package import TravelTimes

/// Answers, against a finished rota, where a call could go and what stops it: each question tries the rota itself.
package struct RotaFits: Sendable {
  private let day: DayProblem
  private let solution: RotaSolution

  /// - Parameter rota: a rota of this caseload without a broken rule.
  package init(_ rota: Rota, of caseload: Caseload, travel: TravelModel) {
    day = DayProblem(caseload, travel: travel)
    solution = day.solution(of: rota)
  }

  /// Which starts and rules a question lets the call have.
  package struct Question: Hashable, Sendable {
    /// Starts allowed; nil keeps the call's own safe windows.
    package var starts: InstantInterval?
    package var withoutBreaks: Bool
    package var withoutLinks: Bool

    package init(starts: InstantInterval? = nil, withoutBreaks: Bool = false, withoutLinks: Bool = false) {
      self.starts = starts
      self.withoutBreaks = withoutBreaks
      self.withoutLinks = withoutLinks
    }
  }

  /// Duty periods of the day, in order of worker and start: those that the answers name.
  package var duties: [(worker: Worker, duty: DutyPeriod)] { day.duties.map { ($0.worker, $0.duty) } }

  /// For each duty period, the earliest start at which it could take one demand of the call, the rest of its run as it is;
  /// nil where it can't.
  package func earliestStarts(of visit: VisitID, demand: Int, _ question: Question = Question()) -> [Instant?] {
    guard let call = day.callIndex[visit], day.calls[call].demands.indices.contains(demand) else {
      return day.duties.map { _ in nil }
    }
    var problem = changed(call, question)
    problem.calls[call].demands = [problem.calls[call].demands[demand]]
    let withoutPartner = solution.without(call: call)
    guard let probe = try? FitProbe(problem, rota: withoutPartner, without: call) else {
      return day.duties.map { _ in nil }
    }
    return day.duties.indices.map { probe.earliestStart(of: call, in: $0).map(day.instant) }
  }

  /// Where the whole call fits best as the rota stands; nil where it doesn't.
  package func bestFit(of visit: VisitID, _ question: Question = Question()) -> (start: Instant, workers: [WorkerID])? {
    guard let call = day.callIndex[visit],
      let probe = try? FitProbe(changed(call, question), rota: solution, without: call),
      let fit = probe.bestInsertion(of: call)
    else { return nil }
    return (day.instant(fit.start), fit.shifts.map { day.duties[$0].worker.id })
  }

  private func changed(_ call: Int, _ question: Question) -> RotaProblem {
    var problem = day.problem
    if let starts = question.starts {
      problem.calls[call].windows = [
        RotaProblem.Window(from: day.elapsed(starts.start), until: day.elapsed(starts.end), terms: [])
      ]
    }
    if question.withoutBreaks {
      for index in problem.shifts.indices { problem.shifts[index].breaks = [] }
    }
    if question.withoutLinks {
      problem.links.removeAll { $0.first == call || $0.second == call }
      problem.bundles.removeAll { $0.contains(call) }
    }
    return problem
  }
}
