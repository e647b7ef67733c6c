import CareModel
import EpisodePlanning
import Interchange

/// A whole service's document as the commands take a day: the day that is asked for, cut from it as it is planned.
enum ServiceDay {
  /// Whether a document says that it is a whole service.
  static func isService(_ root: DocumentValue) -> Bool {
    DocumentFormat.name(of: root) == ServiceReader.format.name
  }

  /// Reads the service, plans it, and cuts a day; a day that is over stands as it is recorded.
  ///
  /// - Parameters:
  ///   - asOf: ISO 8601 with zone; nil takes the service's, or the day's first moment where the day is over.
  ///   - date: `2026-11-24`; nil takes the service's today.
  static func read(_ root: DocumentValue, asOf: String?, date: String?) -> CaseloadReading {
    let reading = ServiceReader.read(root)
    guard let service = reading.service else {
      return CaseloadReading(caseload: nil, problems: reading.problems, warnings: reading.warnings)
    }
    let (request, problems) = DayRequest.read(date: date, asOf: asOf, of: service)
    guard let request else {
      return CaseloadReading(caseload: nil, problems: problems + reading.problems, warnings: reading.warnings)
    }
    let isComing = request.date >= service.today
    let known = isComing ? service.booking(EpisodePlanner(service, days: 14).plan(), on: request.date) : service
    let caseload = DayCut.caseload(of: known, on: request.date, asOf: request.asOf)
    return CaseloadReading(
      caseload: caseload, problems: caseload.quarantine.flatMap(\.problems), warnings: reading.warnings)
  }
}
