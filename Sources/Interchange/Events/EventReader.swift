package import CareModel
import Quantities

/// Reads a document of events: what has happened since a rota was published.
///
/// Records that an event brings are written as in a day's document. Every problem is found in one pass, and one is enough to refuse the
/// document: a repair that leaves out what somebody reported would look finished.
/// `Documentation/reable-events.schema.json` describes it.
package enum EventReader {
  package static let format = DocumentFormat(name: "reable-events", version: 1)
  static let keys = ["format", "version", "serviceDate", "events"]
  static let lockKeys = ["workers", "start", "latestStart", "setBy", "reason"]
  private static let commonKeys = ["id", "at", "kind", "reportedBy"]
  /// Most events of one document.
  private static let mostEvents = 1_000

  /// The keys that an event of each kind has.
  static func keys(of kind: DayEvent.Kind) -> [String] {
    switch kind {
    case .workerOff: commonKeys + ["worker", "from"]
    case .runningLate: commonKeys + ["worker", "minutes"]
    case .cancelled, .refused, .noReply, .unlocked: commonKeys + ["visit"]
    case .cutShort, .takesLonger: commonKeys + ["visit", "minutes"]
    case .newWindows: commonKeys + ["visit", "windows"]
    case .toHospital: commonKeys + ["person", "from", "until"]
    case .newCall: commonKeys + ["places", "people", "visits", "links"]
    case .newReferral: commonKeys + ["places", "people", "referrals", "visits", "links"]
    case .providerOutage: commonKeys + ["provider", "places", "people", "episodes", "visits", "links"]
    case .workerAdded: commonKeys + ["places", "workers"]
    case .locked: commonKeys + ["visit", "lock"]
    }
  }

  /// Reads the bytes of a JSON file for a day.
  ///
  /// - Parameter file: the name that stands in messages.
  package static func read(json bytes: [UInt8], file: String, for day: Caseload) -> EventReading {
    do {
      return read(try JSONParser.parse(bytes, file: file), for: day)
    } catch {
      var reading = EventReading()
      reading.problems = [error.problem]
      return reading
    }
  }

  static func read(_ root: DocumentValue, for day: Caseload) -> EventReading {
    let log = ProblemLog()
    var reading = EventReading()
    guard format.isSaid(by: root, log), let record = RecordReader(root, path: "", keys: keys, log: log) else {
      reading.problems = log.problems
      return reading
    }
    if let date = record.optionalDate("serviceDate"), date != day.serviceDate {
      record.report(
        "serviceDate", code: "events.otherDay", found: date.description,
        expected: "events of the day's own date, \(day.serviceDate), are expected")
    }
    if record.value("events") == nil { _ = record.required("events", "a list of events is expected") }
    for (index, value) in record.items("events", atMost: mostEvents).enumerated() {
      guard let event = event(value, path: "events[\(index)]", day, log) else { continue }
      reading.events.append(event)
      reading.sources.append(.document(path: "events[\(index)]", value: value))
    }
    reading.problems = log.problems
    return reading
  }

  private static func event(_ value: DocumentValue, path: String, _ day: Caseload, _ log: ProblemLog) -> DayEvent? {
    let known = RecordList.text(value, "kind").flatMap(DayEvent.Kind.init)
    let keys = known.map(keys(of:)) ?? Set(DayEvent.Kind.allCases.flatMap(keys(of:))).sorted()
    // A log of its own: what is wrong in one event must not keep the others from being read.
    let own = ProblemLog()
    defer { own.problems.forEach(log.add) }
    guard let record = RecordReader(value, path: path, keys: keys, log: own) else { return nil }
    let id = record.identifier("id", of: DayEvent.self)
    let at = record.instant("at", in: day.calendar)
    let kind = record.word("kind", of: DayEvent.Kind.self)
    let reportedBy = record.optionalText("reportedBy")
    guard let kind, let matter = EventMatterReader(record: record, day: day).matter(kind, at: at), let id, let at,
      own.isEmpty
    else { return nil }
    return DayEvent(id: id, at: at, reportedBy: reportedBy, matter: matter)
  }
}
