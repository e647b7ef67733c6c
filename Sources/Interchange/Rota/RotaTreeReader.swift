import CareModel
import Quantities

/// Reads a rota from a JSON tree: ours, or one of runs with worker and stops alone.
enum RotaTreeReader {
  private static let keys = [
    "format", "version", "title", "inventedPeople", "serviceDate", "asOf", "publishable", "notInThisRota", "runs",
    "uncovered", "late", "score", "proof", "prices", "findings", "provenance",
  ]
  private static let runKeys = [
    "worker", "duty", "departure", "end", "stops", "breaks", "legs", "travelSeconds", "distanceMetres",
    "contactSeconds", "overtimeMinutes", "costPence",
  ]
  private static let stopKeys = ["visit", "demand", "person", "arrival", "start", "end"]
  private static let uncoveredKeys = ["visit", "person", "level", "explanation"]

  static func read(_ root: DocumentValue, of caseload: Caseload) -> RotaReading {
    let log = ProblemLog()
    guard let record = RecordReader(root, path: "", keys: keys, log: log) else {
      return RotaReading(rota: nil, problems: log.problems)
    }
    checkHead(record, caseload)
    let asOf = record.optionalInstant("asOf", in: caseload.calendar) ?? caseload.asOf
    var assembly = RotaAssembly(caseload)
    var stops: [PlacedStop] = []
    for run in record.objects("runs", keys: runKeys) {
      guard let worker = run.identifier("worker", of: Worker.self) else { continue }
      let duty: DutyID? = run.value("duty") == nil ? nil : run.identifier("duty", of: DutyPeriod.self)
      stops += run.objects("stops", keys: stopKeys).compactMap { stop($0, worker, duty, caseload) }
      for pause in run.objects("breaks", keys: ["start", "end"]) {
        let start = pause.instant("start", in: caseload.calendar)
        let end = pause.instant("end", in: caseload.calendar)
        guard let start, let end else { continue }
        assembly.add(
          PlacedBreak(
            worker: worker, duty: duty, start: start, end: end, location: "\(pause.path) (\(pause.position))"))
      }
    }
    if record.value("runs") == nil { _ = record.required("runs", "a list of runs, each with worker and stops") }
    var uncovered: [VisitID]?
    if record.value("uncovered") != nil {
      uncovered = record.objects("uncovered", keys: uncoveredKeys, atMost: CaseloadLimits.records(.visit)).compactMap {
        $0.identifier("visit")
      }
    }
    assembly.add(stops)
    let problems = log.problems + assembly.problems
    guard problems.isEmpty else { return RotaReading(rota: nil, problems: problems) }
    return RotaReading(
      rota: assembly.rota(serviceDate: caseload.serviceDate, asOf: asOf, uncovered: uncovered), problems: [],
      inputDigest: inputDigest(record.value("provenance")))
  }

  /// Of what else provenance says nothing is claimed again.
  private static func inputDigest(_ provenance: DocumentValue?) -> String? {
    guard case .object(let members)? = provenance?.content,
      case .text(let digest)? = members.first(where: { $0.key == "inputDigest" })?.value.content
    else { return nil }
    return digest
  }

  /// A rota of another day, or of another format, is not taken for this day's.
  private static func checkHead(_ record: RecordReader, _ caseload: Caseload) {
    if let format = record.optionalText("format"), format != RotaDocument.format {
      record.report(
        "format", code: "format.unknown", found: format, expected: "\(RotaDocument.format) is expected",
        suggestion: format == DayReader.format ? "the day and the rota were given the wrong way round" : nil)
    }
    if let version = record.optionalInteger("version", in: 0...1_000_000), version != RotaDocument.version {
      record.report(
        "version", code: "format.version", found: "\(version)", expected: "version \(RotaDocument.version) is expected")
    }
    if let date = record.optionalDate("serviceDate"), date != caseload.serviceDate {
      record.report(
        "serviceDate", code: "rota.otherDay", found: date.description,
        expected: "a rota of the day's own date, \(caseload.serviceDate)")
    }
  }

  private static func stop(
    _ record: RecordReader, _ worker: WorkerID, _ duty: DutyID?, _ caseload: Caseload
  ) -> PlacedStop? {
    let visit = record.identifier("visit", of: Visit.self)
    let demand = record.optionalInteger("demand", in: 0...1_000_000)
    let start = record.instant("start", in: caseload.calendar)
    let end = record.optionalInstant("end", in: caseload.calendar)
    guard let visit, let start else { return nil }
    return PlacedStop(
      worker: worker, duty: duty, visit: visit, demand: demand, start: start, end: end,
      location: "\(record.path) (\(record.position))")
  }
}
