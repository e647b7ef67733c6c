import CareModel
import Quantities

/// Everything in a document besides its records: what is wrong here is wrong with the whole day.
struct DayHead {
  let title: String
  let isInvented: Bool
  /// Nil where it can't be read.
  let asOf: Instant?
  let serviceDate: CivilDate
  let calendar: ServiceCalendar
  let policy: Policy
  let matrices: [TravelMatrix]
}

/// Reads the head of a document.
enum DayHeadReader {
  static let keys =
    ["format", "version", "title", "inventedPeople", "asOf", "serviceDate", "calendar", "policy"]
    + ["places", "travelMatrices", "people", "episodes", "referrals", "workers", "visits", "links"]

  /// What the command line sets in place of the document's own.
  struct Overrides {
    let asOf: String?
    let serviceDate: String?
  }

  /// Nil where so much is wrong that the records can't be read either; otherwise problems may still be in the log.
  static func read(_ root: RecordReader, _ overrides: Overrides) -> DayHead? {
    let title = root.optionalText("title") ?? ""
    let isInvented = root.truth("inventedPeople", default: false)
    guard let date = serviceDate(root, overrides.serviceDate) else {
      noteMissing(root)
      return nil
    }
    let calendar = root.object("calendar", keys: CalendarReader.keys).flatMap { CalendarReader.read($0, around: date) }
    let policy = root.optionalObject("policy", keys: PolicyReader.keys).map(PolicyReader.read) ?? Policy()
    let matrices = MatrixReader.list(root)
    noteMissing(root)
    guard let calendar else { return nil }
    let clock = LocalClock(calendar: calendar, serviceDate: date)
    let asOf = asOf(root, overrides.asOf, clock)
    let location = overrides.asOf == nil ? root.location("asOf") : "--as-of"
    if let late = asOf.flatMap({ clock.lateness(of: $0, location: location) }) { root.log.add(late) }
    return DayHead(
      title: title, isInvented: isInvented, asOf: asOf, serviceDate: date, calendar: calendar,
      policy: policy, matrices: matrices)
  }

  /// Lists without which there is no day.
  private static func noteMissing(_ root: RecordReader) {
    for kind in RecordKind.allCases where kind != .episode && kind != .referral && kind != .link {
      _ = root.required(kind.listKey, "a list of records is expected; it may be empty")
    }
  }

  private static func serviceDate(_ root: RecordReader, _ override: String?) -> CivilDate? {
    guard let override else { return root.date("serviceDate") }
    if let date = LocalClock.date(override) { return date }
    root.log.add(
      InputProblem(
        code: "date.unreadable", location: "--date", found: override, expected: "a day like 2026-11-24 is expected"))
    return nil
  }

  private static func asOf(_ root: RecordReader, _ override: String?, _ clock: LocalClock) -> Instant? {
    guard let override else { return root.instant("asOf", in: clock.calendar) }
    return clock.commandLineMoment(override, report: root.log.add)
  }
}
