extension ProblemLayout {
  /// By shift: the nearest one before it that differs in nothing but the worker; -1 for none.
  ///
  /// Complexity: shifts x demands, times the number of kinds of shift.
  static func shiftsAlike(_ problem: RotaProblem) -> [Int32] {
    let demands = problem.calls.flatMap(\.demands)
    let anonymous = problem.shifts.map { shift in
      var shift = shift
      shift.worker = 0
      return shift
    }
    // The last shift of each kind so far.
    var kinds: [Int] = []
    return problem.shifts.indices.map { shift in
      let known = kinds.firstIndex { other in
        anonymous[other] == anonymous[shift] && problem.shifts[other].worker != problem.shifts[shift].worker
          && demands.allSatisfy { $0.placements[other] == $0.placements[shift] }
      }
      guard let known else {
        kinds.append(shift)
        return -1
      }
      defer { kinds[known] = shift }
      return Int32(kinds[known])
    }
  }
}
