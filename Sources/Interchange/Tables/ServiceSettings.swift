import CareModel
import Quantities

/// What `service.csv` says: the head of the document, and the clock by which all other files are read.
struct ServiceSettings {
  let clock: LocalClock
  /// The document's members for title, day, calendar and policy.
  let members: [DocumentValue.Member]
  /// Each concerns the whole document.
  let problems: [InputProblem]

  private static let zoneUnlessSet = "Europe/London"
  private static let dayUnlessReadable = CivilDate(daysSinceEpoch: 0)
  private static let originUnlessSet = ClockTime(wrapping: 5 * 3600)

  /// - Parameters:
  ///   - given: the command line's day, which replaces the file's.
  ///   - hasAsOf: the command line gives the moment, too.
  init(_ table: CSVTable, serviceDate given: CivilDate?, hasAsOf: Bool) {
    var reading = SettingReader(table)
    let title = reading.cell("title")
    let date = given ?? reading.take("service_date", "a day: 24/11/2026 or 2026-11-24") { LocalClock.date($0) }
    let origin = reading.take("day_starts_at", "a clock time such as 05:00") { LocalClock.time($0) }
    let holidays = reading.take("bank_holidays", "days such as 25/12/2026, separated by ;") { text -> [CivilDate]? in
      let days = text.split(separator: ";").map { LocalClock.date(CellReader.stripped($0)) }
      return days.contains(nil) ? nil : days.compactMap { $0 }
    }
    let isInvented = reading.take("invented_people", "yes or no") { CellReader.truth($0) }
    let zone = reading.text("zone") ?? ServiceSettings.zoneUnlessSet
    let day = date ?? ServiceSettings.dayUnlessReadable
    let offsets = TimeZoneOffsets.around(day, zone: zone)
    if offsets == nil { reading.report("zone", zone, "a time zone such as Europe/London") }
    clock = LocalClock(
      calendar: ServiceCalendar(
        zone: zone, initialOffset: offsets?.initial ?? .zero, changes: offsets?.changes ?? [],
        bankHolidays: holidays ?? [], dayOrigin: origin ?? ServiceSettings.originUnlessSet),
      serviceDate: day)
    let asOf = reading.instant("as_of", by: clock)
    let policy = reading.policy()
    reading.reportMissing(given: (given == nil ? [] : ["service_date"]) + (hasAsOf ? ["as_of"] : []))
    problems = reading.problems
    let head = SourcePosition(file: table.file, line: 1, column: 1)
    func member(_ key: String, _ content: DocumentValue.Content?, _ setting: String? = nil) -> DocumentValue.Member? {
      let position = setting.flatMap { reading.cell($0)?.position } ?? head
      return content.map {
        DocumentValue.Member(key: key, keyPosition: position, value: DocumentValue($0, at: position))
      }
    }
    members = [
      member("title", title.map { .text($0.text) }, "title"),
      member("inventedPeople", isInvented.map { .truth($0) }, "invented_people"),
      member("asOf", asOf.map { .text($0) }, "as_of"),
      member("serviceDate", .text(day.description), "service_date"),
      member("calendar", ServiceSettings.tree(of: clock.calendar, at: head)),
      member("policy", .object(policy)),
    ].compactMap { $0 }
  }

  private static func tree(of calendar: ServiceCalendar, at position: SourcePosition) -> DocumentValue.Content {
    func value(_ content: DocumentValue.Content) -> DocumentValue { DocumentValue(content, at: position) }
    func object(_ members: [(String, DocumentValue.Content)]) -> DocumentValue.Content {
      .object(members.map { DocumentValue.Member(key: $0, keyPosition: position, value: value($1)) })
    }
    let changes = calendar.changes.map { change in
      value(
        object([
          ("from", .text(calendar.iso(change.from))), ("offsetSeconds", .number(String(change.offset.value))),
        ]))
    }
    let offsets = object([
      ("initialOffsetSeconds", .number(String(calendar.initialOffset.value))), ("changes", .array(changes)),
    ])
    return object([
      ("zone", .text(calendar.zone)), ("dayOriginClock", .text(calendar.dayOrigin.description)),
      ("bankHolidays", .array(calendar.bankHolidays.map { value(.text($0.description)) })),
      ("utcOffsets", offsets),
    ])
  }
}
