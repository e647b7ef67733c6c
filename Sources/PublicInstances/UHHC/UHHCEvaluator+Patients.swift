/// The rules about single visits and about patients.
extension UHHCEvaluator {
  /// Duration, windows, ability and wishes of one visit.
  mutating func judge(
    _ stop: UHHCSolution.Stop, patient: UHHCInstance.Patient, service: Int, by caregiver: UHHCInstance.Caregiver
  ) {
    let wanted = patient.services[service]
    if stop.end - stop.start < wanted.duration {
      report(.tooShort, "\(name(stop)) lasts \(stop.end - stop.start) minutes of \(wanted.duration)")
    }
    let windows = patient.orderedWindows
    if let first = windows.first, stop.start < first.start {
      report(.tooEarly, "\(name(stop)) starts at \(stop.start), its first window opens at \(first.start)")
    }
    if let window = windows.last(where: { $0.start <= stop.start }) {
      add(tardiness: max(0, (instance.isOnTimeByEnd ? stop.end : stop.start) - window.end))
    }
    if !caregiver.abilities.contains(wanted.ability) { add(1, to: \.qualification) }
    if !patient.preferred.isEmpty, !patient.preferred.contains(caregiver.id) { add(1, to: \.caregiverPreferences) }
    if patient.incompatible.contains(caregiver.id) { add(1, to: \.incompatibilities) }
  }

  mutating func judgeLunch(_ stop: UHHCSolution.Stop, by caregiver: UHHCInstance.Caregiver) {
    guard let lunch = instance.lunch else {
      report(.restBreak, "\(caregiver.id) has lunch, for which the instance gives no hours")
      return
    }
    // The hours bound what the windows of services bound: the end, or only the start.
    let last = instance.isOnTimeByEnd ? stop.end : stop.start
    if stop.start < lunch.window.start || last > lunch.window.end {
      report(
        .restBreak,
        "lunch of \(caregiver.id) is at \(stop.start)-\(stop.end), outside \(lunch.window.start)-\(lunch.window.end)")
    }
    if stop.end - stop.start < lunch.length {
      report(.restBreak, "lunch of \(caregiver.id) lasts \(stop.end - stop.start) minutes of \(lunch.length)")
    }
  }

  /// Who is served, and how the services of a patient hang together.
  mutating func judgePatients() {
    for (patient, visits) in zip(instance.patients, visits) {
      let served = visits.count { !$0.isEmpty }
      guard served > 0 else {
        add(1, to: \.optionalPatients)
        if !patient.isOptional { report(.notServed, "patient \(patient.id) is not served and not optional") }
        continue
      }
      if served < visits.count {
        report(.partlyServed, "patient \(patient.id) has \(served) of \(visits.count) services")
      }
      for (index, times) in visits.enumerated() where times.count > 1 {
        report(.servedTwice, "service \(index + 1) of \(patient.id) is done \(times.count) times")
      }
      let firsts = visits.compactMap(\.first)
      if Set(firsts.map(\.caregiver)).count < firsts.count {
        report(.sameCaregiverTwice, "two services of \(patient.id) are done by the same caregiver")
      }
      if served == visits.count { judge(firsts.map(\.start), of: patient) }
    }
  }

  private mutating func judge(_ starts: [Int], of patient: UHHCInstance.Patient) {
    for (earlier, later) in zip(starts, starts.dropFirst()) {
      switch patient.synchronization {
      case .independent: break
      case .simultaneous:
        if earlier != later {
          report(.simultaneous, "services of \(patient.id) start at \(earlier) and \(later), not together")
        }
      case .sequential(let minimum, let maximum):
        let distance = later - earlier
        if distance < minimum || distance > maximum ?? .max {
          let most = maximum.map { " to \($0)" } ?? " or more"
          report(.sequential, "services of \(patient.id) are \(distance) minutes apart, not \(minimum)\(most)")
        }
      }
    }
  }
}
