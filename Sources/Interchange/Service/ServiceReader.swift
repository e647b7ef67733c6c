package import CareModel
import Quantities
import ReproducibleNumbers

/// What came of reading a service: one where it can be made, and everything that was wrong.
package struct ServiceReading: Sendable {
  /// Nil when something is wrong that concerns the whole document (exit 65).
  /// Otherwise records that could not be used are in its `quarantine`.
  package let service: Service?
  /// Every problem, those of the document first, then record by record in the order of the format.
  package let problems: [InputProblem]
  /// What was left out of a record without setting the record aside.
  package let warnings: [InputProblem]
  /// SHA-256 of the input's bytes as hexadecimal digits; nil where a tree was read, or the bytes are no JSON.
  package let inputDigest: String?

  package init(
    service: Service?, problems: [InputProblem], warnings: [InputProblem] = [], inputDigest: String? = nil
  ) {
    self.service = service
    self.problems = problems
    self.warnings = warnings
    self.inputDigest = inputDigest
  }
}

/// Reads a whole service from its native document, or from any tree of the same shape.
///
/// Every problem is found in one pass. A bad record is set aside and what depends on it with it; the rest goes on.
package enum ServiceReader {
  /// What the document says it is.
  package static let format = DocumentFormat(name: "reable-service", version: 1)

  static let keys =
    ["format", "version", "title", "inventedPeople", "asOf", "calendar", "policy"]
    + ["places", "travelMatrices", "people", "episodes", "referrals", "workers", appointmentsKey]
  static let appointmentsKey = "appointments"

  /// Reads the bytes of a JSON file.
  ///
  /// - Parameters:
  ///   - file: the name that stands in messages.
  ///   - asOf: a moment of the service's today, as given on the command line; replaces the document's.
  package static func read(json bytes: [UInt8], file: String, asOf: String? = nil) -> ServiceReading {
    do {
      let reading = read(try JSONParser.parse(bytes, file: file), asOf: asOf)
      return ServiceReading(
        service: reading.service, problems: reading.problems, warnings: reading.warnings,
        inputDigest: SHA256.hexadecimal(of: bytes))
    } catch {
      return ServiceReading(service: nil, problems: [error.problem])
    }
  }

  /// Reads a tree with the keys of the native document; each value's position is named in messages.
  package static func read(_ root: DocumentValue, asOf: String? = nil) -> ServiceReading {
    let log = ProblemLog()
    guard format.isSaid(by: root, log), let reader = RecordReader(root, path: "", keys: keys, log: log),
      let head = ServiceHead(reader, asOf: asOf)
    else { return ServiceReading(service: nil, problems: log.problems) }
    return records(reader, head)
  }

  private static func records(_ root: RecordReader, _ head: ServiceHead) -> ServiceReading {
    let kinds: [RecordKind] = [.place, .person, .episode, .referral, .worker]
    let appointments = RecordList(.visit, of: root, key: appointmentsKey, atMost: ServiceLimits.appointments)
    var records = DocumentRecords(root: root, lists: kinds.map { RecordList($0, of: root) } + [appointments])
    let calendar = head.calendar
    var draft = ServiceDraft(
      title: head.title, isInvented: head.isInvented, asOf: head.asOf, calendar: calendar, policy: head.policy,
      matrices: head.matrices)
    draft.places = records.read(.place, PlaceReader.keys) { PlaceReader.read($0) }
    draft.people = records.read(.person, PersonReader.keys) { PersonReader.read($0, calendar: calendar) }
    draft.episodes = records.read(.episode, EpisodeRecordReader.keys) {
      EpisodeRecordReader.read($0, calendar: calendar)
    }
    draft.referrals = records.read(.referral, ReferralRecordReader.keys) {
      ReferralRecordReader.read($0, calendar: calendar)
    }
    draft.staff = records.read(.worker, StaffReader.keys) { StaffReader.read($0) }
    draft.appointments = records.read(.visit, AppointmentReader.keys) {
      AppointmentReader.read($0, calendar: calendar)
    }
    draft.unreadable = records.unreadable
    draft.unreadableEpisodes = records.unreadableEpisodes
    let validation = ServiceValidator.validate(draft)
    records.noteUnknownMentions()
    records.note(validation.problems)
    let quarantine = records.quarantine
    return ServiceReading(
      service: root.log.isEmpty ? validation.service(quarantine: quarantine) : nil,
      problems: root.log.problems + quarantine.flatMap(\.problems),
      warnings: validation.warnings.map(records.located))
  }
}

/// Everything in a service's document besides its records: what is wrong here is wrong with the whole service.
struct ServiceHead {
  let title: String
  let isInvented: Bool
  let asOf: Instant
  let calendar: ServiceCalendar
  let policy: Policy
  let matrices: [TravelMatrix]

  /// Nil where so much is wrong that the records can't be read either; otherwise problems may still be in the log.
  ///
  /// - Parameter given: the command line's moment, which replaces the document's.
  init?(_ root: RecordReader, asOf given: String?) {
    title = root.optionalText("title") ?? ""
    isInvented = root.truth("inventedPeople", default: false)
    policy = root.optionalObject("policy", keys: PolicyReader.keys).map(PolicyReader.read) ?? Policy()
    matrices = MatrixReader.list(root)
    for kind in [RecordKind.place, .person, .episode, .worker] {
      _ = root.required(kind.listKey, "a list of records is expected; it may be empty")
    }
    // Without it the year is not known for which the machine is asked when the clocks change.
    let around = ServiceHead.date(root) ?? CivilDate(daysSinceEpoch: 20_000)
    let calendar = root.object("calendar", keys: CalendarReader.keys).flatMap {
      CalendarReader.read($0, around: around)
    }
    guard let calendar, let documented = root.instant("asOf", in: calendar) else { return nil }
    let clock = LocalClock(calendar: calendar, serviceDate: calendar.serviceDate(of: documented))
    guard let asOf = given.map({ clock.commandLineMomentOfDay($0, report: root.log.add) }) ?? documented else {
      return nil
    }
    self.calendar = calendar
    self.asOf = asOf
  }

  private static func date(_ root: RecordReader) -> CivilDate? {
    guard case .text(let text) = root.value("asOf")?.content, let reading = ZonedReading(iso: text),
      DateRange.contains(reading.local.date)
    else { return nil }
    return reading.local.date
  }
}
