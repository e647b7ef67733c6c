import Quantities

/// What is wrong with a call of a package, a start or an appointment, whatever its date.
struct CallNeedChecks {
  let key: RecordKey
  let field: FieldPath
  /// How messages call it: `line bed of the package of 2026-11-10`; empty for an appointment.
  let name: String
  let dayOrigin: ClockTime

  func problems(_ call: CallNeed) -> [RecordProblem] {
    var found = demands(call.demands)
    if call.mode == .clinic, call.place == nil {
      found.append(problem("visit.noPlace", "", "the place of the clinic is expected"))
    }
    return found + windows(call)
  }

  func demands(_ demands: [Demand]) -> [RecordProblem] {
    let range = CaseloadLimits.callMinutes
    var found: [RecordProblem] = []
    if !CaseloadLimits.demands.contains(demands.count) {
      found.append(problem("list.length", "\(demands.count) entries in demands", "one worker or two are expected"))
    }
    for demand in demands where !range.contains(demand.length.value) {
      found.append(
        problem(
          "number.range", "\(demand.length.value) minutes",
          "a whole number of minutes from \(range.lowerBound) to \(range.upperBound) is expected"))
    }
    return found
  }

  /// A wish for a time that runs forwards.
  func forward(_ clock: ClockInterval, _ window: String) -> [RecordProblem] {
    guard !clock.isForward(fromOrigin: dayOrigin) else { return [] }
    return [
      problem(
        "window.backwards", "\(window) \(said(clock))",
        "times in the order of a service day, which begins at \(dayOrigin), are expected")
    ]
  }

  private func windows(_ call: CallNeed) -> [RecordProblem] {
    let named = [("preferred", call.preferred), ("agreed", call.agreed), ("safe", call.safe)]
    let given = named.compactMap { name, clock in clock.map { (name, $0) } }
    let backwards = given.flatMap { forward($1, $0) }
    guard backwards.isEmpty else { return backwards }
    return zip(given, given.dropFirst()).flatMap { inner, outer -> [RecordProblem] in
      guard !outer.1.contains(inner.1, fromOrigin: dayOrigin) else { return [] }
      return [
        problem(
          "window.nesting", "\(outer.0) \(said(outer.1))",
          "the \(outer.0) window must hold the \(inner.0) one, \(said(inner.1))")
      ]
    }
  }

  func problem(_ code: String, _ found: String, _ expected: String) -> RecordProblem {
    let place = [name, found].filter { !$0.isEmpty }.joined(separator: ": ")
    return RecordProblem(key, field, code: code, found: place, expected: expected)
  }

  private func said(_ clock: ClockInterval) -> String { "\(clock.from) to \(clock.until)" }
}
