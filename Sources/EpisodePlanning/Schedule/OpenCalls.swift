import CareModel
import Quantities

/// Calls of a running episode that have to find days, with all ways to give them some: a care plan, a review, a week's therapy,
/// the fitting of equipment.
struct OpenCalls {
  let ways: [Way]
  /// What it counts to leave them out.
  let undone: [(kind: ScheduleLevels.Kind, amount: Int)]

  /// One way to give them days.
  struct Way {
    let calls: [PlannedCall]
    /// The clinic session that it needs a slot of.
    var slot: ClinicSlots.Slot?
    let cost: [(kind: ScheduleLevels.Kind, amount: Int)]
  }

  /// The ways as options of a planning problem.
  ///
  /// - Parameter first: the plan's first day, from which days are counted.
  func candidate(
    from first: CivilDate, _ levels: ScheduleLevels, _ pools: CapacityPools, _ slots: ClinicSlots,
    _ burden: CallBurden, after previous: PreviousPlan?
  ) -> PlanningProblem.Candidate {
    let days = Set(ways.flatMap { $0.calls.map(\.date) })
    // Days on which the plan before had these calls.
    let kept = Set(
      Set(ways.flatMap { $0.calls.compactMap(PreviousPlan.Call.init) }).flatMap { previous?.calls[$0] ?? [] }
    ).intersection(days)
    let options = ways.map { way in
      let loads = way.calls.flatMap { call in
        pools.loads(of: call.need, for: call.person, on: call.date.days(from: first), parts: call.parts)
      }
      return PlanningProblem.Option(
        day: way.calls.first?.date.days(from: first) ?? 0, loads: loads,
        limits: way.slot.flatMap(slots.index).map { [$0] } ?? [],
        cost: levels.cost(
          way.cost + way.calls.flatMap(burden.cost)
            + [(.changes, kept.subtracting(way.calls.map(\.date)).count)]))
    }
    return PlanningProblem.Candidate(options: options, undone: levels.cost(undone + [(.changes, kept.count)]))
  }
}

extension CivilDate {
  /// How many days it lies behind another.
  func days(from other: CivilDate) -> Int { daysSinceEpoch - other.daysSinceEpoch }
}
