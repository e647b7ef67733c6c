import Quantities
package import RotaOptimiser

/// A Solomon instance for the optimiser, under one of its two conventions.
///
/// DIMACS: tenths, exactly. Hierarchical: a level for vehicles before the distance, in ten-thousandths; legs take the next higher one, so that
/// what is in time here is in time in double precision, and cost the nearest.
package struct SolomonTranslation: SetTranslation {
  package let problem: RotaProblem
  private let instance: SolomonInstance
  private let convention: SolomonEvaluator.Convention

  package init(_ instance: SolomonInstance, convention: SolomonEvaluator.Convention) {
    self.instance = instance
    self.convention = convention
    let isHierarchical = convention == .hierarchical
    let scale = isHierarchical ? 10_000 : 10
    let places = [instance.depot] + instance.customers
    let cost = isHierarchical ? 2 : 1
    var problem = RotaProblem(
      levelCount: cost + 1, grain: Seconds(1), shifts: [], calls: [], links: [], bundles: [], travel: [],
      nodeCount: places.count, breakRequiredAfter: .zero,
      terms: isHierarchical ? [RotaProblem.Term(.usedShifts, amount: 1, level: 1)] : [])
    func tenThousandths(_ from: Int, _ to: Int, _ rule: FloatingPointRoundingRule) -> Int {
      Int(exactly: (places[from].distance(to: places[to]) * 10_000).rounded(rule)) ?? .max
    }
    problem.travel = [
      isHierarchical
        ? SetTravel.table(
          places.count, seconds: { tenThousandths($0, $1, .up) },
          amount: { tenThousandths($0, $1, .toNearestOrAwayFromZero) })
        : SetTravel.table(
          places.count, seconds: { places[$0].tenths(to: places[$1]) },
          amount: { places[$0].tenths(to: places[$1]) })
    ]
    problem.shifts = (0..<instance.vehicles).map { vehicle in
      RotaProblem.Shift(
        worker: vehicle, mode: 0, earliest: Seconds(instance.depot.ready * scale),
        latest: Seconds(instance.depot.due * scale), contractedEnd: Seconds(instance.depot.due * scale), startNode: 0,
        endNode: 0, breaks: [], contactShare: .zero, capacity: instance.capacity)
    }
    problem.calls = instance.customers.enumerated().map { number, customer in
      RotaProblem.Call(
        demands: [
          RotaProblem.Demand(
            length: Seconds(customer.service * scale), placements: problem.shifts.map { _ in [] }, load: customer.demand
          )
        ], node: number + 1, person: number,
        windows: [
          RotaProblem.Window(from: Seconds(customer.ready * scale), until: Seconds(customer.due * scale), terms: [])
        ], uncovered: [RotaProblem.LevelAmount(level: 0, amount: 1)])
    }
    problem.hints.nearInTime = Seconds(30 * scale)
    problem.hints.hasShiftsAlike = true
    self.problem = problem
  }

  /// The routes that are used, as customer numbers.
  package func solution(of rota: RotaSolution) -> SolomonSolution {
    SolomonSolution(routes: rota.runs.filter { !$0.stops.isEmpty }.map { $0.stops.map { $0.call + 1 } })
  }

  package func evaluation(of rota: RotaSolution) -> any SetEvaluation {
    SolomonEvaluator.evaluate(solution(of: rota), of: instance, under: convention)
  }

  /// Under the hierarchical convention the distance is right to a ten-thousandth a leg.
  package func objective(of levels: [Int]) -> SetObjective {
    guard convention == .hierarchical, levels.count == 3 else {
      return SetObjective(ExactValue(levels.last ?? 0, over: 10))
    }
    return SetObjective([ExactValue(levels[1]), ExactValue(levels[2], over: 10_000)])
  }
}
