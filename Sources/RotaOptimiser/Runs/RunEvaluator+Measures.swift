/// Scoring a run whose times must be read: waiting, idle time and what else a problem's terms ask for.
extension RunEvaluator {
  /// What a shift without stops adds.
  func scoreUnused(_ shift: CompiledProblem.Shift) -> PackedScore {
    measuring.count = 0
    measuring.keep()
    bestMeasures = measuring.measureUnused(shift)
    return problem.terms.score(of: bestMeasures)
  }

  /// The best of the last labels by all that the run adds, its times read and, where that shortens the waiting, moved later.
  ///
  /// Complexity: last labels x steps.
  func finishMeasuring(
    from first: Int32, shift: CompiledProblem.Shift, tasks: UnsafePointer<Int32>, count: Int32, contact: Int32,
    plan: SearchPlan
  ) -> PackedScore? {
    let terms = problem.terms
    var best = PackedScore.unreachable
    var label = first
    while label < labelCount {
      defer { label &+= 1 }
      let last = labels[label]
      var score = last.score
      var end = last.time
      var wayHome: Int32 = 0
      if shift.endNode >= 0 {
        let arc = (Int(shift.mode) * problem.nodeCount + Int(last.node)) * problem.nodeCount + Int(shift.endNode)
        wayHome = problem.seconds[arc]
        end &+= wayHome
        score.words[7] &+= Int64(problem.pence[arc])
      }
      if end > shift.latest { continue }
      if end > shift.contractedEnd { score.words[7] &+= terms.overtime.charge(end &- shift.contractedEnd) }
      if !(score < best) { continue }
      let departed = terms.rules.departsAtShiftStart && !shift.hasDeparted ? shift.earliest : last.departed
      var isRested =
        terms.breaksMayBeMissed || last.taken == shift.breakCount || end &- departed <= problem.breakRequiredAfter
      let mayMove = !shift.hasDeparted && !terms.rules.departsAtShiftStart
      if !isRested, !mayMove { continue }
      readSteps(label, shift: shift, tasks: tasks, plan: plan)
      if terms.retimes || !isRested, mayMove, measuring.count > 0 {
        measuring.moveLater()
        let departure = measuring.steps[0].start &- measuring.steps[0].leg
        isRested = isRested || end &- departure <= problem.breakRequiredAfter
      }
      if !isRested { continue }
      var run = measuring.measure(shift, wayHome: wayHome)
      run.unfair = max(0, contact &- shift.share)
      run.missedBreaks = count > 0 ? shift.breakCount &- last.taken : 0
      score += terms.score(of: run)
      if score < best {
        best = score
        bestLabel = label
        bestMeasures = run
        keepSteps()
      }
    }
    return bestLabel < 0 ? nil : best
  }

  /// The steps that led to a label, in order, each as early as it can be.
  private func readSteps(
    _ label: Int32, shift: CompiledProblem.Shift, tasks: UnsafePointer<Int32>, plan: SearchPlan
  ) {
    var length: Int32 = 0
    var at = label
    while labels[at].parent >= 0 {
      length &+= 1
      at = labels[at].parent
    }
    measuring.count = length
    at = label
    while labels[at].parent >= 0 {
      length &-= 1
      let entry = labels[at]
      let before = labels[entry.parent]
      var step = RunMeasuring.Step.blank
      (step.stop, step.start, step.end, step.latest) = (entry.stop, entry.start, entry.time, entry.start)
      if entry.stop >= 0 {
        let stop = problem.tasks[tasks[Int(entry.stop)]]
        let call = problem.calls[stop.call]
        let piece = problem.pieces[plan.piece[stop.call]]
        step.lateAfter = piece.lateAfter
        if !call.hasTies, plan.pin[stop.call] == SearchPlan.unset {
          step.latest = entry.start <= piece.quietUntil ? min(piece.quietUntil, piece.until) : entry.start
        }
        if stop.node >= 0 {
          step.leg =
            problem.seconds[
              (Int(shift.mode) * problem.nodeCount + Int(before.node)) * problem.nodeCount + Int(stop.node)]
        }
      } else {
        let pause = problem.breaks[shift.firstBreak &+ before.taken]
        (step.opens, step.closes, step.latest) = (pause.from, pause.until, pause.until &- pause.length)
      }
      measuring.steps[length] = step
      at = entry.parent
    }
  }

  private func keepSteps() {
    measuring.keep()
    bestIsCompressed = true
    var index: Int32 = 0
    while index < measuring.count {
      let step = measuring.steps[index]
      if !step.isBreak { compressedStarts[step.stop] = step.start }
      index &+= 1
    }
  }
}
