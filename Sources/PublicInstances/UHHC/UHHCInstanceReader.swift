import CareModel
import Interchange

/// Reads an instance of the UHHC set as it is, for being solved and judged under the set's own rules.
///
/// ``UHHCReader`` makes a day of ours of the same file.
package enum UHHCInstanceReader {
  /// Reads the bytes of an instance.
  package static func read(_ bytes: [UInt8], file: String) -> InstanceReading<UHHCInstance> {
    let parser = UHHCParser()
    return InstanceReading(json: bytes, file: file) { root, log in
      let instance = parser.instance(root)
      parser.log.problems.forEach(log.add)
      if let instance { check(instance, at: root.position, log) }
      return instance
    }
  }

  /// Names that are used twice, or used without being there.
  private static func check(_ instance: UHHCInstance, at position: SourcePosition, _ log: ProblemLog) {
    func report(_ code: String, _ place: String, _ found: String, _ expected: String) {
      log.add(InputProblem(code: code, location: "\(position.file): \(place)", found: found, expected: expected))
    }
    func unique(_ ids: [String], _ kind: String) {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id).inserted {
        report("id.repeated", kind, id, "an id of its own for each of the \(kind)")
      }
    }
    unique(instance.terminals.map(\.id), "terminal_points")
    unique(instance.caregivers.map(\.id), "caregivers")
    unique(instance.patients.map(\.id), "patients")
    let terminals = Set(instance.terminals.map(\.id))
    for caregiver in instance.caregivers {
      for point in [caregiver.departingPoint, caregiver.arrivalPoint] where !terminals.contains(point) {
        report("reference.unknown", "caregivers[\(caregiver.id)]", point, "the id of a terminal point")
      }
    }
    for patient in instance.patients {
      guard case .sequential(let minimum, let maximum?) = patient.synchronization, maximum < minimum else { continue }
      report(
        "interval.backwards", "patients[\(patient.id)].synchronization", "\(minimum) to \(maximum)",
        "a maximum not below the minimum")
    }
    for (name, cost) in instance.costs.sorted(by: { $0.key < $1.key }) where cost != .weighted(0) {
      guard UHHCComponent(rawValue: name) == nil else { continue }
      report(
        "component.unknown", "metadata.cost_components", name,
        "one of \(UHHCComponent.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }
}
