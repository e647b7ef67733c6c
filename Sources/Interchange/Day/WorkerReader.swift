import CareModel
import Quantities

/// Reads one of `workers`.
enum WorkerReader {
  static let keys = ["id", "role", "skills", "gender", "languages", "refusedPeople", "dutyPeriods", "record"]
  static let recordKeys = ["previousDutyEnd", "nextDutyStart", "minutesWorkedThisWeek", "weeklyMaximumMinutes"]

  static func read(_ record: RecordReader, calendar: ServiceCalendar, policy: Policy) -> Worker? {
    let id = record.identifier("id", of: Worker.self)
    let role = record.word("role", of: Role.self)
    let skills: [Skill] = record.identifiers("skills")
    let gender = record.optionalWord("gender", of: Gender.self)
    let languages = record.identifiers("languages", of: String.self).map(\.text)
    let refused: [PersonID] = record.identifiers("refusedPeople")
    let duties = record.objects("dutyPeriods", keys: DutyPeriodReader.keys, count: CaseloadLimits.dutyPeriods)
      .compactMap { DutyPeriodReader.read($0, calendar: calendar, policy: policy) }
    let hours = record.optionalObject("record", keys: recordKeys).map { workingRecord($0, calendar) }
    guard let id, let role, record.log.isEmpty else { return nil }
    return Worker(
      id: id, role: role, skills: skills, gender: gender, languages: languages, dutyPeriods: duties,
      refusedPeople: refused, record: hours ?? WorkingRecord())
  }

  private static func workingRecord(_ record: RecordReader, _ calendar: ServiceCalendar) -> WorkingRecord {
    let week = CaseloadLimits.weekMinutes
    return WorkingRecord(
      previousDutyEnd: record.optionalInstant("previousDutyEnd", in: calendar),
      nextDutyStart: record.optionalInstant("nextDutyStart", in: calendar),
      minutesWorkedThisWeek: Minutes(
        record.optionalInteger("minutesWorkedThisWeek", in: week, unit: "minutes") ?? 0),
      weeklyMaximum: record.optionalInteger("weeklyMaximumMinutes", in: week, unit: "minutes").map { Minutes($0) })
  }
}

/// Reads one of a worker's `dutyPeriods`.
enum DutyPeriodReader {
  static let keys = ["id", "start", "end", "startPlace", "endPlace", "mode", "breaks", "agreedOvertimeMinutes"]
  static let breakKeys = ["lengthMinutes", "windowStart", "windowEnd", "taken"]

  static func read(_ record: RecordReader, calendar: ServiceCalendar, policy: Policy) -> DutyPeriod? {
    let id = record.identifier("id", of: DutyPeriod.self)
    let hours = record.interval(in: calendar, mayBeEmpty: false)
    let startPlace = record.reference("startPlace", to: .place, of: Place.self)
    let endPlace = record.optionalReference("endPlace", to: .place, of: Place.self)
    let mode = record.word("mode", of: TravelMode.self)
    let overtime = record.optionalInteger("agreedOvertimeMinutes", in: CaseloadLimits.overtimeMinutes, unit: "minutes")
    let breaks = record.objects("breaks", keys: breakKeys, count: CaseloadLimits.breaks).compactMap {
      readBreak($0, calendar: calendar, policy: policy)
    }
    guard let id, let hours, let startPlace, let mode else { return nil }
    return DutyPeriod(
      id: id, hours: hours, startPlace: startPlace, endPlace: endPlace, mode: mode, breaks: breaks,
      agreedOvertime: Minutes(overtime ?? 0))
  }

  private static func readBreak(_ record: RecordReader, calendar: ServiceCalendar, policy: Policy) -> Break? {
    let length = record.optionalInteger("lengthMinutes", in: CaseloadLimits.breakMinutes, unit: "minutes")
    let window = record.interval(from: "windowStart", to: "windowEnd", in: calendar)
    let isTaken = record.truth("taken", default: false)
    return window.map { Break(length: length.map { Minutes($0) } ?? policy.breakLength, window: $0, isTaken: isTaken) }
  }
}
