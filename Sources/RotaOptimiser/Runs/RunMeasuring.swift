/// Room in which the steps of a run are read back from its labels, moved later and measured.
///
/// A problem without terms of runs or of the whole rota never comes here.
final class RunMeasuring {
  /// A stop or a break.
  struct Step: BitwiseCopyable {
    /// Index in the run; -1 for a break.
    var stop: Int32
    var start: Int32
    var end: Int32
    /// The way to it.
    var leg: Int32
    /// It may start as late as this without adding anything.
    var latest: Int32
    /// A break lies between these.
    var opens: Int32
    var closes: Int32
    /// A stop is late from here on.
    var lateAfter: Int32

    static let blank = Step(stop: -1, start: 0, end: 0, leg: 0, latest: 0, opens: 0, closes: 0, lateAfter: Int32.max)
    var isBreak: Bool { stop < 0 }
  }

  private let problem: CompiledProblem
  let steps: FlatArray<Step>
  private let best: FlatArray<Step>
  var count: Int32 = 0
  private var bestCount: Int32 = 0

  init(_ problem: CompiledProblem) {
    self.problem = problem
    let breaks = (0..<problem.shiftCount).map { Int(problem.shifts[$0].breakCount) }.max() ?? 0
    let room = problem.terms.measuresRuns ? problem.stride + breaks + 1 : 0
    steps = FlatArray(repeating: .blank, count: room)
    best = FlatArray(repeating: .blank, count: room)
  }

  func free() {
    steps.free()
    best.free()
  }

  /// Moves steps as late as the next one and their own limits allow, the last one excepted, so that the run departs later and waits less.
  func moveLater() {
    var next = Int32.max
    var index = count &- 1
    while index >= 0 {
      var step = steps[index]
      if index < count &- 1 {
        let length = step.end &- step.start
        let latest = min(next &- length, step.latest)
        let start = max(step.start, step.isBreak ? latest : problem.lastOnGrain(latest))
        (step.start, step.end) = (start, start &+ length)
        steps[index] = step
      }
      next = step.start &- step.leg
      index &-= 1
    }
  }

  /// Measures the steps as they stand; breaks take in the waiting round them where the rules let them.
  ///
  /// - Parameter wayHome: from the last step to the shift's end.
  func measure(_ shift: CompiledProblem.Shift, wayHome: Int32) -> RunMeasures {
    let rules = problem.terms.rules
    var run = RunMeasures.none
    if count > 0, steps[0].isBreak, rules.breaksFillWaiting {
      var first = steps[0]
      first.start = min(first.start, max(first.opens, shift.earliest))
      steps[0] = first
    }
    let departure =
      count == 0 || rules.departsAtShiftStart || shift.hasDeparted ? shift.earliest : steps[0].start &- steps[0].leg
    var free = departure
    run.idle = departure &- shift.earliest
    var index: Int32 = 0
    while index < count {
      var step = steps[index]
      var arrival = free &+ step.leg
      if step.isBreak {
        if rules.breaksFillWaiting, index > 0 { step.start = max(step.opens, arrival) }
        steps[index] = step
      } else {
        if index > 0, steps[index &- 1].isBreak, rules.breaksFillWaiting {
          var pause = steps[index &- 1]
          pause.end = max(pause.end, min(pause.closes, step.start &- step.leg))
          steps[index &- 1] = pause
          arrival = pause.end &+ step.leg
        }
        run.used = 1
        run.work &+= step.end &- step.start
        run.lateness = max(run.lateness, step.lateAfter == Int32.max ? 0 : step.start &- step.lateAfter)
      }
      let wait = step.start &- arrival
      run.idle &+= wait
      // Nobody waits who has a break before anything else: the run could as well begin later.
      if index != 1 || !steps[0].isBreak {
        run.waiting &+= wait
        run.longestWaiting = max(run.longestWaiting, wait)
      }
      run.travel &+= step.leg
      free = step.end
      index &+= 1
    }
    if count > 0, steps[count &- 1].isBreak, rules.breaksFillWaiting {
      var pause = steps[count &- 1]
      pause.end = max(pause.end, min(pause.closes, shift.contractedEnd &- wayHome))
      steps[count &- 1] = pause
      free = pause.end
    }
    run.travel &+= wayHome
    run.work &+= run.travel
    let end = free &+ wayHome
    run.idle &+= max(0, shift.contractedEnd &- end)
    run.overtime = max(0, end &- shift.contractedEnd)
    return run
  }

  /// A shift that does nothing idles, but for the breaks that fit into it.
  func measureUnused(_ shift: CompiledProblem.Shift) -> RunMeasures {
    var run = RunMeasures.none
    run.idle = max(0, shift.contractedEnd &- shift.earliest)
    var index = shift.firstBreak
    while index < shift.firstBreak &+ shift.breakCount {
      let pause = problem.breaks[index]
      let room = min(pause.until, shift.contractedEnd) &- max(pause.from, shift.earliest)
      if room >= pause.length {
        run.idle &-= problem.terms.rules.breaksFillWaiting ? room : pause.length
      } else {
        run.missedBreaks &+= 1
      }
      index &+= 1
    }
    run.idle = max(0, run.idle)
    return run
  }

  /// Keeps the steps as those of the best way through the run.
  func keep() {
    bestCount = count
    var index: Int32 = 0
    while index < count {
      best[index] = steps[index]
      index &+= 1
    }
  }

  func readBreaks() -> [(start: Int32, end: Int32)] {
    (0..<bestCount).map { best[$0] }.filter(\.isBreak).map { ($0.start, $0.end) }
  }
}
