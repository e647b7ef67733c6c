import Quantities
package import RotaOptimiser

/// A tight day for the optimiser: times are minutes, the cost is the day's own.
///
/// Uncovered visits cost their tier's weight, as the day has it: tiers are no levels here.
package struct DaysTranslation: SetTranslation {
  package let problem: RotaProblem
  private let instance: DaysInstance

  package init(_ instance: DaysInstance) {
    self.instance = instance
    let weights = instance.weights
    let points = instance.visits.map(\.place) + instance.staff.flatMap { [$0.start, $0.end] }
    var problem = RotaProblem(
      levelCount: 2, grain: Seconds(1), shifts: [], calls: [], links: [], bundles: [], travel: [],
      nodeCount: points.count, breakRequiredAfter: .zero,
      terms: [RotaProblem.Term(.overtime, amount: weights.overtime)])
    problem.travel = [
      SetTravel.table(
        points.count, seconds: { DaysInstance.travel(points[$0], points[$1]) },
        amount: { DaysInstance.travel(points[$0], points[$1]) * weights.travel })
    ]
    problem.shifts = instance.staff.enumerated().map { number, worker in
      RotaProblem.Shift(
        worker: number, mode: 0, earliest: Seconds(worker.shiftStart),
        latest: Seconds(worker.shiftEnd + worker.maximumOvertime), contractedEnd: Seconds(worker.shiftEnd),
        startNode: instance.visits.count + 2 * number, endNode: instance.visits.count + 2 * number + 1,
        breaks: worker.rest.map {
          [
            RotaProblem.Break(
              length: Seconds($0.duration), from: Seconds($0.earliestStart),
              until: Seconds($0.latestStart + $0.duration))
          ]
        } ?? [], contactShare: .zero)
    }
    problem.calls = instance.visits.indices.map { DaysTranslation.call($0, instance) }
    problem.runRules.breaksOnTheWay = true
    problem.hints.nearInTime = Seconds(30)
    self.problem = problem
  }

  private static func call(_ number: Int, _ instance: DaysInstance) -> RotaProblem.Call {
    let visit = instance.visits[number]
    let weights = instance.weights
    let placements = instance.staff.indices.map { worker -> [RotaProblem.LevelAmount]? in
      guard instance.fits(worker, number) else { return nil }
      let isKnown = visit.continuity.contains(worker) || weights.discontinuity == 0
      return isKnown ? [] : [RotaProblem.LevelAmount(level: 1, amount: weights.discontinuity)]
    }
    let late = RotaProblem.TimingTerm(
      .after, Seconds(visit.preferred), .perUnit(Seconds(1)), amount: weights.late, level: 1)
    return RotaProblem.Call(
      demands: (0..<visit.workers).map { _ in
        RotaProblem.Demand(length: Seconds(visit.duration), placements: placements)
      }, node: number, person: number,
      windows: [
        RotaProblem.Window(
          from: Seconds(visit.windowStart), until: Seconds(visit.windowEnd), terms: weights.late > 0 ? [late] : [])
      ],
      uncovered: [RotaProblem.LevelAmount(level: 1, amount: weights.tiers[visit.tier])])
  }

  /// Each worker's visits, and before which of them the break comes.
  package func solution(of rota: RotaSolution) -> DaysSolution {
    DaysSolution(
      routes: rota.runs.enumerated().filter { !$0.element.stops.isEmpty }.map { staff, run in
        DaysSolution.Route(
          staff: staff, visits: run.stops.map(\.call),
          breakBefore: run.breaks.first.map { rest in run.stops.count { $0.start < rest.start } })
      })
  }

  package func evaluation(of rota: RotaSolution) -> any SetEvaluation {
    DaysEvaluator.evaluate(solution(of: rota), of: instance)
  }

  package func objective(of levels: [Int]) -> SetObjective { SetObjective(ExactValue(levels.last ?? 0)) }
}
