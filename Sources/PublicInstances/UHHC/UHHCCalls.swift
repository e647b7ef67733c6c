import CareModel
import Quantities

/// The people, calls and links that one patient of the set becomes.
struct UHHCCalls {
  private(set) var people: [Person] = []
  private(set) var visits: [VisitDraft] = []
  private(set) var links: [VisitLink] = []

  init(_ patient: UHHCInstance.Patient, place: PlaceID, windows: UHHCWindows) {
    let groups = UHHCCalls.groups(patient)
    let isTogether = patient.synchronization == .simultaneous
    for (index, services) in groups.enumerated() {
      let id = index == 0 ? patient.id : "\(patient.id)-\(index + 1)"
      let person = isTogether ? PersonID(patient.id) : PersonID(id)
      if !isTogether || index == 0 { people.append(UHHCCalls.person(person, patient, place)) }
      // What starts together is on time together: the longest service decides.
      let longest = (isTogether ? patient.services : services).map(\.duration).max() ?? 0
      let visit = Visit(
        id: VisitID(id), person: person, kind: .personalCare,
        demands: services.map { Demand(skills: [Skill($0.ability)], length: Minutes($0.duration)) }, windows: [],
        consequence: patient.isOptional ? .low : .medium)
      visits.append(VisitDraft(visit, windows: windows.drafts(patient.windows, length: longest)))
    }
    link(patient.synchronization)
  }

  /// The services of each call: two together where all are, one by one elsewhere.
  private static func groups(_ patient: UHHCInstance.Patient) -> [[UHHCInstance.Service]] {
    guard patient.synchronization == .simultaneous else { return patient.services.map { [$0] } }
    return stride(from: 0, to: patient.services.count, by: CaseloadLimits.demands.upperBound).map { first in
      Array(patient.services.dropFirst(first).prefix(CaseloadLimits.demands.upperBound))
    }
  }

  private static func person(_ id: PersonID, _ patient: UHHCInstance.Patient, _ place: PlaceID) -> Person {
    let wish = Preference(.workers(patient.preferred.sorted().map { WorkerID($0) }), .weak)
    return Person(
      id: id, place: place, refusedWorkers: patient.incompatible.map { WorkerID($0) },
      preferences: patient.preferred.isEmpty ? [] : [wish])
  }

  private mutating func link(_ synchronization: UHHCInstance.Synchronization) {
    let ids = visits.map(\.visit.id)
    for (index, later) in ids.enumerated() {
      for earlier in ids.prefix(index) {
        links.append(VisitLink(first: earlier, second: later, relation: .differentWorker))
      }
      guard index > 0 else { continue }
      let earlier = ids[index - 1]
      links.append(VisitLink(first: earlier, second: later, relation: .requires))
      switch synchronization {
      case .independent: break
      case .simultaneous: links.append(VisitLink(first: earlier, second: later, relation: .sameStart))
      case .sequential(let minimum, let maximum):
        links.append(
          VisitLink(
            first: earlier, second: later,
            relation: .gap(minimum: Minutes(minimum), maximum: maximum.map { Minutes($0) })))
      }
    }
  }
}
