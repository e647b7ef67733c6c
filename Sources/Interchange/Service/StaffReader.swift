import CareModel
import Quantities

/// Reads one of a service's `workers`: who it is, with contract and roster in place of a day's duty periods.
enum StaffReader {
  static let keys = [
    "id", "role", "skills", "gender", "languages", "refusedPeople", "home", "patch", "mode", "startsFrom", "endsAt",
    "contract", "roster", "rosterChanges", "leave", "sickness", "employed", "agreedOvertimeMinutes",
  ]
  static let contractKeys = ["weeklyMinutes", "weekends", "weeklyMaximumMinutes"]

  static func read(_ record: RecordReader) -> StaffMember? {
    let id = record.identifier("id", of: Worker.self)
    let role = record.word("role", of: Role.self)
    let skills: [Skill] = record.identifiers("skills")
    let gender = record.optionalWord("gender", of: Gender.self)
    let languages = record.identifiers("languages", of: String.self).map(\.text)
    let refused: [PersonID] = record.identifiers("refusedPeople")
    let home = record.reference("home", to: .place, of: Place.self)
    let patch = record.optionalText("patch")
    let mode = record.word("mode", of: TravelMode.self)
    let startsFrom = record.reference("startsFrom", to: .place, of: Place.self)
    let endsAt = record.optionalReference("endsAt", to: .place, of: Place.self)
    let contract = record.object("contract", keys: contractKeys).flatMap(readContract)
    let roster = record.object("roster", keys: RosterReader.keys).flatMap(RosterReader.read)
    let changes = record.objects("rosterChanges", keys: RosterReader.changeKeys).compactMap(RosterReader.readChange)
    let (leave, sickness) = (record.dateSpans("leave"), record.dateSpans("sickness"))
    let employed = record.optionalDateSpan("employed")
    let overtime = record.optionalInteger("agreedOvertimeMinutes", in: CaseloadLimits.overtimeMinutes, unit: "minutes")
    guard let id, let role, let home, let mode, let startsFrom, let contract, let roster, record.log.isEmpty
    else { return nil }
    return StaffMember(
      id: id, role: role, skills: skills, gender: gender, languages: languages, refusedPeople: refused, home: home,
      patch: patch, mode: mode, startsFrom: startsFrom, endsAt: endsAt, contract: contract, roster: roster,
      rosterChanges: changes, leave: leave, sickness: sickness, employed: employed,
      agreedOvertime: Minutes(overtime ?? 0))
  }

  private static func readContract(_ record: RecordReader) -> Contract? {
    let range = CaseloadLimits.weekMinutes
    let weekly = record.integer("weeklyMinutes", in: range, unit: "minutes")
    let weekends = record.word("weekends", of: Contract.WeekendPattern.self)
    let maximum = record.optionalInteger("weeklyMaximumMinutes", in: range, unit: "minutes")
    guard let weekly, let weekends else { return nil }
    return Contract(weekly: Minutes(weekly), weekends: weekends, weeklyMaximum: maximum.map { Minutes($0) })
  }
}

/// Reads a worker's `roster` and its changes.
enum RosterReader {
  static let keys = ["anchor", "weeks"]
  static let weekKeys = ["shifts"]
  static let shiftKeys = ["from", "until", "breaks"]
  static let rosteredShiftKeys = ["weekday"] + shiftKeys
  static let breakKeys = ["lengthMinutes", "window"]
  static let changeKeys = ["date", "shifts"]

  static func read(_ record: RecordReader) -> RosterPattern? {
    let anchor = record.date("anchor")
    let weeks = record.objects("weeks", keys: weekKeys, count: ServiceLimits.weeks).map { week in
      week.objects("shifts", keys: rosteredShiftKeys, atMost: ServiceLimits.shifts).compactMap { entry in
        let weekday = entry.word("weekday", of: Weekday.self)
        let shift = readShift(entry)
        guard let weekday, let shift else { return nil as RosteredShift? }
        return RosteredShift(weekday, shift)
      }
    }
    return anchor.map { RosterPattern(anchor: $0, weeks: weeks) }
  }

  static func readChange(_ record: RecordReader) -> RosterChange? {
    let date = record.date("date")
    let shifts = record.objects("shifts", keys: shiftKeys, count: CaseloadLimits.dutyPeriods).compactMap(readShift)
    return date.map { RosterChange(date: $0, shifts: shifts) }
  }

  private static func readShift(_ record: RecordReader) -> Shift? {
    let from = record.clock("from")
    let until = record.clock("until")
    let breaks = record.objects("breaks", keys: breakKeys, count: CaseloadLimits.breaks).map { rest in
      ShiftBreak(
        length: rest.optionalInteger("lengthMinutes", in: CaseloadLimits.breakMinutes, unit: "minutes")
          .map { Minutes($0) }, window: rest.optionalClockInterval("window"))
    }
    guard let from, let until else { return nil }
    return Shift(from: from, until: until, breaks: breaks)
  }
}
