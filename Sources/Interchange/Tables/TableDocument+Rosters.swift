import CareModel
import Quantities

/// What the sheets say of a worker's time, besides `workers.csv`.
struct Roster {
  /// Shifts of the roster, each with its week, from 1.
  fileprivate(set) var shifts: [(week: Int, shift: DocumentValue)] = []
  /// Changes of the roster, a date each.
  fileprivate(set) var changes: [DocumentValue] = []
  fileprivate(set) var leave: [DocumentValue] = []
  fileprivate(set) var sickness: [DocumentValue] = []
}

extension TableDocument {
  /// By worker: roster, its changes and absences.
  mutating func rosters() -> [String: Roster] {
    var rosters: [String: Roster] = [:]
    let shifts = children(.roster, of: "worker", in: .staff, broken: { [(week: 1, shift: $0)] }) { $0.rosteredShifts() }
    for (worker, rows) in shifts { rosters[worker, default: Roster()].shifts = rows.flatMap { $0 } }
    let changed = children(
      .rosterChanges, of: "worker", in: .staff,
      broken: { (date: DocumentValue?.none, shift: DocumentValue?.some($0), position: $0.position) }
    ) { $0.changedShift() }
    for worker in changed.keys.sorted() {
      for (date, rows) in (changed[worker] ?? []).grouped(by: { $0.date?.content }) {
        let shifts = rows.compactMap(\.shift)
        let off = rows.first { $0.shift == nil }
        if let off, rows.count > 1 {
          let problem = InputProblem(
            code: "cell.missing", location: "\(off.position)", found: "no times",
            expected: "from and until, or this row alone for its day")
          keep([problem], kind: TableSchema.staff.recordKind, id: worker)
          rosters[worker, default: Roster()].changes.append(.unreadable(problem))
        }
        let position = rows[0].position
        func member(_ key: String, _ content: DocumentValue.Content) -> DocumentValue.Member {
          DocumentValue.Member(key: key, keyPosition: position, value: DocumentValue(content, at: position))
        }
        rosters[worker, default: Roster()].changes.append(
          DocumentValue(
            .object([date.map { member("date", $0) }, member("shifts", .array(shifts))].compactMap { $0 }),
            at: position))
      }
    }
    let absences = children(
      .absences, of: "worker", in: .staff, broken: { (kind: TableSchema.AbsenceWord.leave, span: $0) }
    ) { $0.absence() }
    for (worker, rows) in absences {
      rosters[worker, default: Roster()].leave = rows.filter { $0.kind == .leave }.map(\.span)
      rosters[worker, default: Roster()].sickness = rows.filter { $0.kind == .sickness }.map(\.span)
    }
    return rosters
  }
}

extension CellReader {
  fileprivate mutating func absence() -> (kind: TableSchema.AbsenceWord, span: DocumentValue) {
    var kind = TableSchema.AbsenceWord.leave
    if case .text(let word) = value("kind")?.content { kind = TableSchema.AbsenceWord(rawValue: word) ?? .leave }
    return (kind, object([member("first", "first_day"), member("last", "last_day")]))
  }

  /// A shift on each of the days of the week that the row names.
  fileprivate mutating func rosteredShifts() -> [(week: Int, shift: DocumentValue)] {
    let week = weeks("week", from: 1) ?? 1
    let shift = shift()
    guard case .array(let days) = value("weekdays")?.content else { return [(week, shift)] }
    return days.map { day in
      (week, shift.with([DocumentValue.Member(key: "weekday", keyPosition: day.position, value: day)]))
    }
  }

  /// A shift of a date; none where the row has no times.
  fileprivate mutating func changedShift() -> (date: DocumentValue?, shift: DocumentValue?, position: SourcePosition) {
    let date = value("date")
    guard hasAny("from", "until", "break_minutes", "break_from", "break_until") else {
      return (date, nil, row.position)
    }
    require("from", "until")
    return (date, shift(), row.position)
  }

  private mutating func shift() -> DocumentValue {
    let pause = [
      member("lengthMinutes", "break_minutes"),
      interval("window", "break_from", "break_until", ends: ("from", "until")),
    ].compactMap { $0 }
    return object([
      member("from", "from"), member("until", "until"),
      pause.isEmpty ? nil : member("breaks", .array([object(pause)])),
    ])
  }

  /// A number of weeks; nil where the cell is empty, or holds something else, which is reported.
  private mutating func weeks(_ column: String, from least: Int) -> Int? {
    guard let cell = cell(column) else { return nil }
    let most = ServiceLimits.weeks.upperBound
    if let digits = CellReader.wholeNumber(cell.text), let number = Int(digits), (least...most).contains(number) {
      return number
    }
    report(
      InputProblem(
        code: "cell.malformed", location: "\(cell.position)", found: cell.text.shortened,
        expected: "\(column): a whole number from \(least) to \(most)"))
    return nil
  }

  mutating func staffMember(_ roster: Roster) -> DocumentValue {
    let home = home("home", Home.worker(text("worker") ?? ""))
    return object([
      member("id", "worker"), member("role", "role"), member("skills", "skills"), member("gender", "gender"),
      member("languages", "languages"), member("refusedPeople", "refused_people"), home, member("patch", "patch"),
      member("mode", "travel_by") ?? member("mode", .text(TravelMode.car.rawValue)),
      homeOrPlace("startsFrom", "start_place", home, usual: "home"),
      homeOrPlace("endsAt", "end_place", home, usual: nil),
      nested(
        "contract",
        [
          member("weeklyMinutes", "contract_minutes_a_week"), member("weekends", "weekends"),
          member("weeklyMaximumMinutes", "weekly_maximum_minutes"),
        ]), pattern(roster.shifts),
      member("rosterChanges", roster.changes), member("leave", roster.leave), member("sickness", roster.sickness),
      nested("employed", [member("first", "employed_from"), member("last", "employed_until")]),
      member("agreedOvertimeMinutes", "overtime_minutes"),
    ])
  }

  /// The roster's weeks, as many as the row says or as the shifts need.
  private mutating func pattern(_ shifts: [(week: Int, shift: DocumentValue)]) -> DocumentValue.Member {
    let before = problems.count
    let last = shifts.map(\.week).max() ?? 0
    let count = weeks("roster_weeks", from: 0) ?? last
    if count < last {
      report(
        InputProblem(
          code: "cell.malformed", location: "\(position("roster_weeks"))", found: text("roster_weeks") ?? "",
          expected: "roster_weeks: at least \(last), the last week that roster.csv has of this worker"))
    }
    if count > 1 { require("roster_starts") }
    guard problems.count == before else { return member("roster", .text(text("roster_weeks") ?? "")) }
    let weeks = (0..<count).map { week in
      object([member("shifts", .array(shifts.filter { $0.week == week + 1 }.map(\.shift)))])
    }
    let pattern = DocumentValue(
      .object([
        member("anchor", "roster_starts") ?? member("anchor", .text(today.description)),
        member("weeks", .array(weeks)),
      ]), at: shifts.first?.shift.position ?? row.position)
    return DocumentValue.Member(key: "roster", keyPosition: pattern.position, value: pattern)
  }

  /// The worker's home where the cell says so, or a place of `places.csv`.
  private mutating func homeOrPlace(
    _ key: String, _ column: String, _ home: DocumentValue.Member?, usual: String?
  ) -> DocumentValue.Member? {
    guard let said = text(column) ?? usual else { return nil }
    guard TableChoices.plain(said) == "home" else { return member(key, column) }
    return home.map { DocumentValue.Member(key: key, keyPosition: $0.keyPosition, value: $0.value) }
  }
}
