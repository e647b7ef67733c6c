/// The pieces that a day falls into, as far as a level's program sees it: no call of one can be done by a shift of another.
///
/// A call joins every shift that may do it and has time for it. Sets, `requires`, and calls that need different workers join calls. What the
/// program leaves out of account joins nothing: spacing, one person's calls, and the same worker for two calls.
struct DayComponents {
  struct Component {
    var calls: [Int] = []
    var shifts: [Int] = []
    /// What bounds how large its program is.
    var rowCount: Int { calls.count + shifts.count }
  }

  /// Those with calls and shifts: the fewest rows first, of equals that with the first call.
  private(set) var joined: [Component] = []
  /// Calls that nobody can do, and shifts that can do nothing, with whatever they are joined to.
  private(set) var apart: [Component] = []

  /// - Complexity: calls x shifts.
  init(_ problem: CompiledProblem) {
    var forest = Forest(count: problem.callCount + problem.shiftCount)
    for task in 0..<Int32(problem.taskCount) {
      let call = problem.tasks[task].call
      for index in problem.firstShiftOfTask[task]..<problem.firstShiftOfTask[task + 1] {
        let shift = problem.shiftsOfTasks[index]
        if problem.hasTime(shift: shift, for: task) { forest.join(Int(call), problem.callCount + Int(shift)) }
      }
    }
    for call in 0..<problem.callCount {
      for other in problem.prerequisites[call] + problem.differentWorker[call] { forest.join(call, other) }
    }
    var numbers: [Int: Int] = [:]
    var components: [Component] = []
    for member in 0..<problem.callCount + problem.shiftCount {
      let root = forest.root(of: member)
      let number = numbers[root] ?? components.count
      if number == components.count {
        numbers[root] = number
        components.append(Component())
      }
      if member < problem.callCount {
        components[number].calls.append(member)
      } else {
        components[number].shifts.append(member - problem.callCount)
      }
    }
    for component in components {
      if component.calls.isEmpty || component.shifts.isEmpty {
        apart.append(component)
      } else {
        joined.append(component)
      }
    }
    joined.sort { ($0.rowCount, $0.calls[0]) < ($1.rowCount, $1.calls[0]) }
  }
}

extension CompiledProblem {
  /// A shift, begun at once, could do a task at some time from its first start to its last if no way took any time.
  func hasTime(shift number: Int32, for task: Int32) -> Bool {
    let shift = shifts[number]
    let (from, until) = startSpan(of: tasks[task].call)
    return from <= until && max(from, shift.earliest) &+ tasks[task].length <= shift.latest && until >= shift.earliest
  }
}

/// Disjoint sets (Galler and Fischer 1964), with halved paths.
private struct Forest {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// The smaller root stays the root.
  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(of: one), root(of: other))
    parents[max(first, second)] = min(first, second)
  }
}
