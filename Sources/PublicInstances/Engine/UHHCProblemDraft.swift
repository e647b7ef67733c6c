import Quantities
import RotaOptimiser

/// Lays out the optimiser's problem of a UHHC instance.
struct UHHCProblemDraft {
  private let instance: UHHCInstance
  private(set) var problem: RotaProblem
  private(set) var services: [(patient: Int, service: Int)] = []
  /// Nothing lies behind it: a day after the last time that the instance knows.
  private let end: Int

  init(_ instance: UHHCInstance) {
    self.instance = instance
    let times = instance.patients.flatMap(\.windows).map(\.end) + instance.caregivers.compactMap { $0.shift?.end }
    end = (times + [instance.horizon]).reduce(0, max) + 1440
    problem = RotaProblem(
      levelCount: 2, grain: Seconds(1), shifts: [], calls: [], links: [], bundles: [], travel: [],
      nodeCount: instance.distances.count, breakRequiredAfter: .zero)
    problem.runRules.departsAtShiftStart = instance.leavesAtShiftStart
    problem.hints.nearInTime = Seconds(30)
    problem.hints.pinsAtPlaces = true
    layTerms()
    layTravel()
    layShifts()
    for patient in instance.patients.indices { lay(patient: patient) }
  }

  private func weight(_ component: UHHCComponent) -> Int {
    if case .weighted(let weight)? = instance.cost(component) { return weight }
    return 0
  }

  private func isHard(_ component: UHHCComponent) -> Bool {
    instance.cost(component) == .hard
  }

  private mutating func layTerms() {
    let measures: [(UHHCComponent, RotaProblem.Term.Measure)] = [
      (.totalExtraTime, .overtime), (.totalWaitingTime, .waiting), (.maxWaitingTime, .longestWaiting),
      (.maxIdleTime, .longestIdle), (.highestTardiness, .highestLateness), (.workloadBalance, .workloadDeviation),
      (.missedLunchBreak, .missedBreaks),
    ]
    problem.terms = measures.filter { weight($0.0) > 0 }.map { RotaProblem.Term($0.1, amount: weight($0.0)) }
  }

  private mutating func layTravel() {
    let rows = instance.distances
    let price = weight(.travelTime)
    problem.travel = [
      SetTravel.table(rows.count, seconds: { instance.travel($0, $1) }, amount: { instance.travel($0, $1) * price })
    ]
  }

  private mutating func layShifts() {
    let mayMissFreely = weight(.missedLunchBreak) == 0 && !isHard(.missedLunchBreak)
    problem.shifts = instance.caregivers.enumerated().map { number, caregiver in
      let contracted = caregiver.shift?.end ?? end
      let lunch = caregiver.hasLunch && !mayMissFreely ? instance.lunch : nil
      return RotaProblem.Shift(
        worker: number, mode: 0, earliest: Seconds(caregiver.shift?.start ?? 0),
        latest: Seconds(isHard(.totalExtraTime) ? contracted : max(contracted, end)),
        contractedEnd: Seconds(contracted),
        startNode: instance.row(ofTerminal: caregiver.departingPoint) ?? 0,
        endNode: instance.row(ofTerminal: caregiver.arrivalPoint) ?? 0,
        breaks: lunch.map {
          [
            RotaProblem.Break(
              length: Seconds($0.length), from: Seconds($0.window.start),
              // Its hours bound what the windows of services bound: the end, or only the start.
              until: Seconds($0.window.end + (instance.isOnTimeByEnd ? 0 : $0.length)))
          ]
        } ?? [], contactShare: .zero)
    }
  }

  // MARK: Patients

  private mutating func lay(patient number: Int) {
    let patient = instance.patients[number]
    let first = problem.calls.count
    let together = patient.synchronization == .simultaneous && patient.services.count == 2
    for list in together ? [[0, 1]] : patient.services.indices.map({ [$0] }) {
      services.append((number, list[0]))
      problem.calls.append(call(patient, list, isFirst: list[0] == 0))
    }
    let calls = Array(first..<problem.calls.count)
    guard calls.count > 1 else { return }
    problem.bundles.append(calls)
    for (place, call) in calls.enumerated() {
      for other in calls[(place + 1)...] {
        problem.links.append(RotaProblem.Link(first: call, second: other, relation: .differentWorker))
      }
    }
    for (earlier, later) in zip(calls, calls.dropFirst()) {
      switch patient.synchronization {
      case .independent: break
      case .simultaneous:
        problem.links.append(
          RotaProblem.Link(first: earlier, second: later, relation: .gap(minimum: .zero, maximum: .zero)))
      case .sequential(let minimum, let maximum):
        problem.links.append(
          RotaProblem.Link(
            first: earlier, second: later,
            relation: .gap(minimum: Seconds(minimum), maximum: maximum.map { Seconds($0) })))
      }
    }
  }

  private func call(_ patient: UHHCInstance.Patient, _ services: [Int], isFirst: Bool) -> RotaProblem.Call {
    let mayBeLeft = patient.isOptional && !isHard(.optionalPatients)
    let amount = RotaProblem.LevelAmount(
      level: mayBeLeft ? 1 : 0, amount: mayBeLeft ? weight(.optionalPatients) : services.count)
    return RotaProblem.Call(
      demands: services.map { service in
        RotaProblem.Demand(
          length: Seconds(patient.services[service].duration),
          placements: instance.caregivers.map { placement($0, patient, patient.services[service]) })
      }, node: patient.row, person: problem.calls.count, windows: windows(of: patient, services),
      uncovered: mayBeLeft && !isFirst ? [] : [amount])
  }

  /// What a caregiver adds; nil where the instance forbids it.
  private func placement(
    _ caregiver: UHHCInstance.Caregiver, _ patient: UHHCInstance.Patient, _ service: UHHCInstance.Service
  ) -> [RotaProblem.LevelAmount]? {
    var amount = 0
    let faults: [(UHHCComponent, Bool)] = [
      (.qualification, !caregiver.abilities.contains(service.ability)),
      (.caregiverPreferences, !patient.preferred.isEmpty && !patient.preferred.contains(caregiver.id)),
      (.incompatibilities, patient.incompatible.contains(caregiver.id)),
    ]
    for (component, isThere) in faults where isThere {
      if isHard(component) { return nil }
      amount += weight(component)
    }
    return amount > 0 ? [RotaProblem.LevelAmount(level: 1, amount: amount)] : []
  }

  /// A start belongs to the last window that has opened; where lateness is allowed, up to the opening of the next one.
  private func windows(of patient: UHHCInstance.Patient, _ services: [Int]) -> [RotaProblem.Window] {
    let windows = patient.orderedWindows
    let lengths = services.map { instance.isOnTimeByEnd ? patient.services[$0].duration : 0 }
    let price = weight(.totalTardiness)
    let isHard = isHard(.totalTardiness) || isHard(.highestTardiness)
    return windows.enumerated().compactMap { place, window in
      let lateAfter = window.end - (lengths.max() ?? 0)
      let closes = place + 1 < windows.count ? windows[place + 1].start - 1 : end
      let until = isHard ? min(closes, lateAfter) : closes
      guard window.start <= until else { return nil }
      let terms = lengths.map {
        RotaProblem.TimingTerm(.after, Seconds(window.end - $0), .perUnit(Seconds(1)), amount: price, level: 1)
      }
      return RotaProblem.Window(
        from: Seconds(window.start), until: Seconds(until), terms: price > 0 && !isHard ? terms : [],
        lateAfter: Seconds(lateAfter))
    }
  }
}
