import CareModel
import Interchange

extension UHHCParser {
  static let patientKeys = [
    "id", "required_services", "distance_matrix_index", "time_windows", "location", "synchronization", "optional",
    "preferred_caregivers", "incompatible_caregivers",
  ]
  private static let serviceKeys = ["service", "duration"]
  /// The sets at hand have up to three.
  private static let services = 1...8

  func patient(_ record: RecordReader, rows: Int) -> UHHCInstance.Patient? {
    let id = record.text("id")
    let row = row(record, of: rows)
    let services = record.objects("required_services", keys: UHHCParser.serviceKeys, count: UHHCParser.services)
      .compactMap(service)
    let windows = record.objects("time_windows", keys: ["start", "end"], count: CaseloadLimits.windows)
      .compactMap(window)
    let synchronization = synchronization(record)
    let preferred = record.identifiers("preferred_caregivers", of: Worker.self).map(\.text)
    let incompatible = record.identifiers("incompatible_caregivers", of: Worker.self).map(\.text)
    let isOptional = record.truth("optional", default: false)
    guard let id, let row else { return nil }
    return UHHCInstance.Patient(
      id: id, row: row, location: location(record), services: services, windows: windows,
      synchronization: synchronization, preferred: preferred, incompatible: incompatible, isOptional: isOptional)
  }

  private func service(_ record: RecordReader) -> UHHCInstance.Service? {
    let ability = record.text("service")
    let duration = whole(record, "duration", in: CaseloadLimits.callMinutes)
    guard let ability, let duration else { return nil }
    return UHHCInstance.Service(ability: ability, duration: duration)
  }

  /// Independent where nothing is said.
  private func synchronization(_ record: RecordReader) -> UHHCInstance.Synchronization {
    guard let said = record.optionalObject("synchronization", keys: ["type", "distance"]) else { return .independent }
    switch said.text("type") {
    case "independent", nil: return .independent
    case "simultaneous": return .simultaneous
    case "sequential":
      let distance = said.optionalObject("distance", keys: ["min", "max"])
      let minimum = distance.flatMap { $0.value("min") == nil ? nil : whole($0, "min", in: UHHCParser.minutes) }
      let maximum = distance.flatMap { $0.value("max") == nil ? nil : whole($0, "max", in: UHHCParser.minutes) }
      return .sequential(minimum: minimum ?? 0, maximum: maximum)
    case .some(let other):
      said.report(
        "type", code: "word.unknown", found: other, expected: "simultaneous, sequential or independent is expected")
      return .independent
    }
  }

  /// Longitude and latitude in microdegrees; nil where there is none, or no place on earth.
  func location(_ record: RecordReader) -> UHHCInstance.Location? {
    guard case .array(let items)? = record.value("location")?.content, items.count == 2 else { return nil }
    let numbers = items.compactMap { item -> Int? in
      guard case .number(let text) = item.content else { return nil }
      return DecimalDegrees.microdegrees(text)
    }
    guard numbers.count == 2 else { return nil }
    return UHHCInstance.Location(longitudeMicrodegrees: numbers[0], latitudeMicrodegrees: numbers[1])
  }
}
