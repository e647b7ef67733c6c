import CareModel
import Quantities

/// Reads one of `places`.
enum PlaceReader {
  static let keys = [
    "id", "kind", "latitudeMicrodegrees", "longitudeMicrodegrees", "area", "patch", "accessMinutes", "matrixIndex",
    "clinicSessions",
  ]

  static func read(_ record: RecordReader) -> Place? {
    let id = record.identifier("id", of: Place.self)
    let place = Place(
      id: id ?? PlaceID(""), kind: record.word("kind", default: .home), position: position(record),
      area: record.word("area", default: .town), patch: record.optionalText("patch"),
      access: record.optionalInteger("accessMinutes", in: CaseloadLimits.accessMinutes, unit: "minutes")
        .map { Minutes($0) },
      matrixIndex: record.optionalInteger("matrixIndex", in: 0...max(0, CaseloadLimits.matrixSize.upperBound - 1)),
      clinicSessions: record.objects(
        "clinicSessions", keys: clinicSessionKeys, atMost: ServiceLimits.clinicSessions
      ).compactMap(clinicSession))
    return id == nil || !record.log.isEmpty ? nil : place
  }

  static let clinicSessionKeys = ["weekdays", "hours", "slots"]

  private static func clinicSession(_ record: RecordReader) -> ClinicSession? {
    let weekdays: [Weekday]? = record.value("weekdays") == nil ? nil : record.words("weekdays")
    let hours = record.clockInterval("hours")
    let slots = record.integer("slots", in: ServiceLimits.clinicSlots, unit: "slots")
    guard let hours, let slots else { return nil }
    return ClinicSession(weekdays: weekdays.map { WeekdaySet($0) } ?? .every, hours: hours, slots: slots)
  }

  private static func position(_ record: RecordReader) -> GeographicPosition? {
    let unit = "millionths of a degree"
    let latitude = record.optionalInteger("latitudeMicrodegrees", in: -90_000_000...90_000_000, unit: unit)
    let longitude = record.optionalInteger("longitudeMicrodegrees", in: -180_000_000...180_000_000, unit: unit)
    if let latitude, let longitude {
      return GeographicPosition(latitudeMicrodegrees: latitude, longitudeMicrodegrees: longitude)
    }
    if record.value("latitudeMicrodegrees") == nil, longitude != nil {
      _ = record.required("latitudeMicrodegrees", "a latitude is expected beside the longitude")
    }
    if record.value("longitudeMicrodegrees") == nil, latitude != nil {
      _ = record.required("longitudeMicrodegrees", "a longitude is expected beside the latitude")
    }
    return nil
  }
}
