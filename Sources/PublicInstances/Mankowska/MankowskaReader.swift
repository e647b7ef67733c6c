import CareModel
import Interchange

/// Reads an instance of the Mankowska set in the JSON form of the UHHC collection.
package enum MankowskaReader {
  /// Reads the bytes of an instance.
  package static func read(_ bytes: [UInt8], file: String) -> InstanceReading<MankowskaInstance> {
    InstanceReading(json: bytes, file: file) { root, log in MankowskaParser(log: log).instance(root) }
  }
}

/// Reads the tree; whatever is wrong with it is noted.
private struct MankowskaParser {
  let log: ProblemLog

  /// Thousandths of a minute: a week.
  private static let times = 0...10_080_000
  private static let keys = ["metadata", "distances", "terminal_points", "caregivers", "patients", "services"]
  private static let metadataKeys = ["cost_components", "area", "name", "origin", "horizon", "time_window_met"]
  private static let terminalKeys = ["id", "distance_matrix_index", "location"]
  private static let caregiverKeys = ["id", "abilities", "departing_point", "arrival_point"]
  private static let patientKeys = [
    "id", "required_services", "distance_matrix_index", "time_windows", "location", "synchronization",
  ]

  func instance(_ root: DocumentValue) -> MankowskaInstance? {
    guard let record = RecordReader(root, path: "", keys: MankowskaParser.keys, log: log) else { return nil }
    let name = record.object("metadata", keys: MankowskaParser.metadataKeys).flatMap(name) ?? ""
    let distances = record.squareTable(
      "distances", atMost: CaseloadLimits.matrixSize.upperBound, decimals: 3, in: MankowskaParser.times)
    let terminals = record.objects("terminal_points", keys: MankowskaParser.terminalKeys, count: 1...1)
    let depot = terminals.first?.text("id")
    let office = terminals.first.flatMap { row($0, of: distances.count) }
    let caregivers = record.objects("caregivers", keys: MankowskaParser.caregiverKeys)
      .compactMap { caregiver($0, depot: depot) }
    let patients = record.objects("patients", keys: MankowskaParser.patientKeys)
      .compactMap { patient($0, rows: distances.count) }
    unique(record, "caregivers", caregivers.map(\.id))
    unique(record, "patients", patients.map(\.id))
    guard let office, log.isEmpty else { return nil }
    return MankowskaInstance(
      name: name, distances: distances, office: office, caregivers: caregivers, patients: patients)
  }

  /// The weights in the file make three times the published objective: only equal ones are the set's.
  private func name(_ metadata: RecordReader) -> String? {
    let components = ["travel_time", "total_tardiness", "highest_tardiness"]
    if metadata.value("cost_components") != nil,
      let costs = metadata.object("cost_components", keys: components)
    {
      for component in components { _ = costs.integer(component, in: 1...1) }
    }
    return metadata.optionalText("name")
  }

  private func row(_ record: RecordReader, of rows: Int) -> Int? {
    rows > 0 ? record.integer("distance_matrix_index", in: 0...(rows - 1)) : nil
  }

  private func caregiver(_ record: RecordReader, depot: String?) -> MankowskaInstance.Caregiver? {
    let id = record.text("id")
    let abilities = record.identifiers("abilities", of: MankowskaInstance.self).map(\.text)
    for key in ["departing_point", "arrival_point"] {
      if let point = record.text(key), let depot, point != depot {
        record.report(key, code: "reference.unknown", found: point, expected: "the office, \(depot)")
      }
    }
    return id.map { MankowskaInstance.Caregiver(id: $0, abilities: abilities) }
  }

  private func patient(_ record: RecordReader, rows: Int) -> MankowskaInstance.Patient? {
    let id = record.text("id")
    let row = row(record, of: rows)
    let services = record.objects("required_services", keys: ["service", "duration"], count: 1...2).compactMap(service)
    let window = record.objects("time_windows", keys: ["start", "end"], count: 1...1).first
    let start = window?.decimal("start", decimals: 3, in: MankowskaParser.times)
    let end = window?.decimal("end", decimals: 3, in: MankowskaParser.times)
    let synchronization = synchronization(record, services: services.count)
    guard let id, let row, let start, let end, let synchronization else { return nil }
    guard start <= end else {
      window?.report(
        "end", code: "interval.backwards", found: ExactValue(end, over: 1000).description,
        expected: "an end not before the start")
      return nil
    }
    return MankowskaInstance.Patient(
      id: id, row: row, services: services, windowStart: start, windowEnd: end, synchronization: synchronization)
  }

  private func service(_ record: RecordReader) -> MankowskaInstance.Service? {
    let ability = record.text("service")
    let duration = record.decimal("duration", decimals: 3, in: MankowskaParser.times)
    guard let ability, let duration else { return nil }
    return MankowskaInstance.Service(ability: ability, duration: duration)
  }

  private func synchronization(_ record: RecordReader, services: Int) -> MankowskaInstance.Synchronization? {
    guard services == 2 else {
      if record.value("synchronization") == nil { return .single }
      record.report(
        "synchronization", code: "key.unexpected", found: "a synchronization of \(services) services",
        expected: "one only where a patient has two services")
      return nil
    }
    guard let said = record.object("synchronization", keys: ["type", "distance"]), let type = said.text("type") else {
      return nil
    }
    switch type {
    case "simultaneous": return .simultaneous
    case "sequential":
      guard let distance = said.object("distance", keys: ["min", "max"]) else { return nil }
      let minimum = distance.decimal("min", decimals: 3, in: MankowskaParser.times)
      let maximum = distance.decimal("max", decimals: 3, in: MankowskaParser.times)
      guard let minimum, let maximum else { return nil }
      if minimum <= maximum { return .sequential(minimum: minimum, maximum: maximum) }
      distance.report(
        "max", code: "interval.backwards", found: ExactValue(maximum, over: 1000).description,
        expected: "a maximum not below the minimum")
      return nil
    default:
      said.report("type", code: "word.unknown", found: type, expected: "simultaneous or sequential")
      return nil
    }
  }

  private func unique(_ record: RecordReader, _ key: String, _ ids: [String]) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      record.report(key, code: "id.repeated", found: id, expected: "an id of its own for each of the \(key)")
    }
  }
}
