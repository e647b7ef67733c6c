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
  init(ofDay table: CSVTable, serviceDate given: CivilDate?, hasAsOf: Bool) {
    var reading = SettingReader(table, settings: TableSchema.daySettings)
    let date = given ?? reading.take("service_date", "a day: 24/11/2026 or 2026-11-24") { LocalClock.date($0) }
    let day = date ?? ServiceSettings.dayUnlessReadable
    let isInvented = ServiceSettings.isInvented(&reading)
    clock = LocalClock(calendar: ServiceSettings.calendar(&reading, around: day), serviceDate: day)
    let asOf = reading.instant("as_of", by: clock)
    reading.reportMissing(given: (given == nil ? [] : ["service_date"]) + (hasAsOf ? ["as_of"] : []))
    problems = reading.problems
    members = ServiceSettings.members(
      reading, isInvented: isInvented, asOf: asOf, serviceDate: day, calendar: clock.calendar, file: table.file)
  }

  /// The settings of a whole service, whose today is the service day of `as_of`.
  init(ofWholeService table: CSVTable) {
    var reading = SettingReader(table, settings: TableSchema.wholeServiceSettings)
    let isInvented = ServiceSettings.isInvented(&reading)
    let written = reading.take("as_of", "a day and a time of it such as 24/11/2026 07:00, which the clocks show") {
      ServiceSettings.dayOfMoment($0)
    }
    let day = written ?? ServiceSettings.dayUnlessReadable
    let calendar = ServiceSettings.calendar(&reading, around: day)
    let asOf =
      written == nil
      ? nil : reading.instant("as_of", by: LocalClock(calendar: calendar, serviceDate: day))
    let today = asOf.flatMap { ZonedReading(iso: $0) }.map { calendar.serviceDate(of: $0.instant) }
    clock = LocalClock(calendar: calendar, serviceDate: today ?? day)
    reading.reportMissing(given: [])
    problems = reading.problems
    members = ServiceSettings.members(
      reading, isInvented: isInvented, asOf: asOf, serviceDate: nil, calendar: calendar, file: table.file)
  }

  /// The day of `24/11/2026 07:00`; nil where the text is something else.
  private static func dayOfMoment(_ text: String) -> CivilDate? {
    let parts = text.split { $0 == " " || $0 == "T" }
    guard parts.count == 2, LocalClock.time(parts[1]) != nil else { return nil }
    return LocalClock.date(parts[0])
  }

  private static func isInvented(_ reading: inout SettingReader) -> Bool? {
    reading.take("invented_people", "yes or no") { CellReader.truth($0) }
  }

  private static func calendar(_ reading: inout SettingReader, around day: CivilDate) -> ServiceCalendar {
    let origin = reading.take("day_starts_at", "a clock time such as 05:00") { LocalClock.time($0) }
    let holidays = reading.take("bank_holidays", "days such as 25/12/2026, separated by ;") { text -> [CivilDate]? in
      let days = text.split(separator: ";").map { LocalClock.date(CellReader.stripped($0)) }
      return days.contains(nil) ? nil : days.compactMap { $0 }
    }
    let zone = reading.text("zone") ?? zoneUnlessSet
    let offsets = TimeZoneOffsets.around(day, zone: zone)
    if offsets == nil { reading.report("zone", zone, "a time zone such as Europe/London") }
    return ServiceCalendar(
      zone: zone, initialOffset: offsets?.initial ?? .zero, changes: offsets?.changes ?? [],
      bankHolidays: holidays ?? [], dayOrigin: origin ?? originUnlessSet)
  }

  /// The head of the document; `serviceDate` is a day's alone.
  private static func members(
    _ reading: SettingReader, isInvented: Bool?, asOf: String?, serviceDate: CivilDate?, calendar: ServiceCalendar,
    file: String
  ) -> [DocumentValue.Member] {
    let head = SourcePosition(file: file, line: 1, column: 1)
    func member(_ key: String, _ content: DocumentValue.Content?, _ setting: String? = nil) -> DocumentValue.Member? {
      let position = setting.flatMap { reading.cell($0)?.position } ?? head
      return content.map {
        DocumentValue.Member(key: key, keyPosition: position, value: DocumentValue($0, at: position))
      }
    }
    return [
      member("title", reading.text("title").map { .text($0) }, "title"),
      member("inventedPeople", isInvented.map { .truth($0) }, "invented_people"),
      member("asOf", asOf.map { .text($0) }, "as_of"),
      member("serviceDate", serviceDate.map { .text($0.description) }, "service_date"),
      member("calendar", tree(of: calendar, at: head)), member("policy", .object(reading.policy())),
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
