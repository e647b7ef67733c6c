import CareModel
import EpisodePlanning
import Interchange
import Quantities
import RotaOptimiser
import RotaPlanning
import ServicePlanning

/// A whole service as the commands take a day: the day that is asked for, cut from it as it is planned.
enum ServiceDay {
  /// Whether a document says that it is a whole service.
  static func isService(_ root: DocumentValue) -> Bool {
    DocumentFormat.name(of: root) == ServiceReader.format.name
  }

  /// Plans a service that has been read, and cuts a day; a day that is over stands as it is recorded.
  ///
  /// - Parameters:
  ///   - asOf: ISO 8601 with zone; nil takes the service's, or the day's first moment where the day is over.
  ///   - date: `2026-11-24`; nil takes the service's today.
  static func read(_ reading: ServiceReading, asOf: String?, date: String?) throws -> CaseloadReading {
    guard let service = reading.service else {
      return CaseloadReading(
        caseload: nil, problems: reading.problems, warnings: reading.warnings, inputDigest: reading.inputDigest)
    }
    let (request, problems) = DayRequest.read(date: date, asOf: asOf, of: service)
    guard let request else {
      return CaseloadReading(caseload: nil, problems: problems + reading.problems, warnings: reading.warnings)
    }
    let caseload: Caseload
    do {
      let known = try planned(service, for: request.date)
      caseload = DayCut.caseload(of: known, on: request.date, asOf: request.asOf)
    } catch {
      throw Refusal.planning(error)
    }
    return CaseloadReading(
      caseload: caseload, problems: caseload.quarantine.flatMap(\.problems), warnings: reading.warnings,
      inputDigest: reading.inputDigest)
  }

  /// What is known of a date: as it is recorded where it is over; today with the reviews that must be today; a coming day as
  /// `reable plan` has it.
  private static func planned(_ service: Service, for date: CivilDate) throws(RotaPlanningError) -> Service {
    if date < service.today { return service }
    if date == service.today { return service.booking(EpisodePlanner(service).plan(), on: date) }
    var settings = OptimiserSettings()
    settings.threads = ThreadCount.usual
    return service.booking(try ServicePlanner(service, settings: settings).plan(), on: date)
  }
}
