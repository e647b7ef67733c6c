import CareModel
import Quantities

extension TableSchema {
  /// Every file of a whole service's folder, in the order in which somebody fills them in.
  package static let wholeService: [TableSchema] = [
    service, staff, roster, servicePeople, serviceEpisodes, packages, equipment, serviceReferrals, appointments,
    absences, rosterChanges, stays, packageLinks, places, clinics,
  ]

  /// The settings of a whole service's `service.csv`: those of a day, whose `as_of` says which day is today.
  static let wholeServiceSettings: [TableColumn] = daySettings.filter { $0.name != "service_date" }.map { setting in
    guard setting.name == "as_of" else { return setting }
    return setting.with(
      meaning: "the moment at which all this was known, with its day: today", example: "24/11/2026 07:00")
  }

  static let staff = TableSchema(
    file: workers.file, recordKind: workers.recordKind, meaning: workers.meaning, required: true, inTemplate: true,
    columns: workers.columns("worker", "role", "skills", "gender", "languages", "refused_people") + [
      TableColumn("latitude", .degrees, "where the worker lives, north of the equator"),
      TableColumn("longitude", .degrees, "the same, east of Greenwich; west is negative"),
    ] + workers.columns("area") + [
      TableColumn("place", .text, "instead of latitude and longitude: a place of places.csv"),
      TableColumn("patch", .text, "the team's part of the borough"),
    ] + shifts.columns("start_place", "end_place", "travel_by") + [
      TableColumn(
        "contract_minutes_a_week", .wholeNumber, required: true, "paid minutes a week, on average: 37 hours are 2220"),
      TableColumn(
        "weekends", .choice(TableChoices(Contract.WeekendPattern.self)), required: true,
        "how many weekends the contract asks for; the roster counts"),
    ] + workers.columns("weekly_maximum_minutes") + [
      TableColumn(
        "roster_starts", .date, "a day of week 1 of the worker's roster; needed where the roster has several weeks"),
      TableColumn(
        "roster_weeks", .wholeNumber,
        "after how many weeks the roster begins again; empty means after the last week in roster.csv"),
      TableColumn("employed_from", .date, "no shift before this day; empty means has always been here"),
      TableColumn("employed_until", .date, "no shift after this day; empty means will stay"),
    ] + shifts.columns("overtime_minutes"),
    examples: [
      [
        "worker": "w-01", "role": "rehabilitation assistant", "skills": "medication; hoist", "gender": "female",
        "latitude": "51.4150", "longitude": "-0.2900", "area": "town", "start_place": "home", "end_place": "home",
        "travel_by": "car", "contract_minutes_a_week": "2220", "weekends": "alternate", "roster_starts": "23/11/2026",
      ],
      [
        "worker": "w-02", "role": "rehabilitation assistant", "skills": "medication", "gender": "male",
        "latitude": "51.4080", "longitude": "-0.3100", "area": "town", "start_place": "home", "end_place": "home",
        "travel_by": "car", "contract_minutes_a_week": "2220", "weekends": "alternate", "roster_starts": "16/11/2026",
      ],
      [
        "worker": "w-03", "role": "occupational therapist", "gender": "female", "latitude": "51.4120",
        "longitude": "-0.3010", "area": "town", "start_place": "home", "end_place": "home", "travel_by": "car",
        "contract_minutes_a_week": "2220", "weekends": "never", "roster_starts": "23/11/2026",
      ],
    ])

  private static let hours = [
    TableColumn("from", .clock, "paid from"), TableColumn("until", .clock, "paid until; before from, on the next day"),
    shifts.column("break_minutes"), shifts.column("break_from")?.with(kind: .clock),
    shifts.column("break_until")?.with(kind: .clock),
  ].compactMap { $0?.with(example: "") }

  static let roster = TableSchema(
    file: "roster.csv", recordKind: "shift",
    meaning: "one shift of a worker's roster, on some days of a week; a split shift is two rows", required: true,
    inTemplate: true,
    columns: [
      TableColumn("worker", .text, required: true, "whose shift it is"),
      TableColumn("week", .wholeNumber, "of the roster, from 1; empty means 1, which suits a roster of one week"),
      TableColumn(
        "weekdays", .choiceList(TableChoices(Weekday.self) { String($0.rawValue.prefix(3)) }), required: true,
        "on which days; mon, tue, … will do"),
    ] + hours.map { $0.name == "from" || $0.name == "until" ? $0.with(required: true) : $0 },
    examples: [
      shift("w-01", "1", "mon; tue; wed; thu; fri", "07:00", "14:30"),
      shift("w-01", "2", "mon; tue; wed; sat; sun", "07:00", "14:30"),
      shift("w-02", "1", "mon; tue; wed; thu; fri", "07:00", "14:30"),
      shift("w-02", "2", "mon; tue; wed; sat; sun", "07:00", "14:30"),
      shift("w-03", "1", "mon; tue; wed; thu; fri", "09:00", "17:00"),
    ])

  private static func shift(
    _ worker: String, _ week: String, _ days: String, _ from: String, _ until: String
  ) -> [String: String] {
    [
      "worker": worker, "week": week, "weekdays": days, "from": from, "until": until, "break_minutes": "30",
      "break_from": "11:00", "break_until": "14:00",
    ]
  }

  static let rosterChanges = TableSchema(
    file: "roster_changes.csv", recordKind: "shift",
    meaning: "one shift on one day, in place of all that the roster has there; without times, a day off",
    columns: [
      TableColumn("worker", .text, required: true, "whose shift it is"),
      TableColumn("date", .date, required: true, "the day on which it begins"),
    ] + hours)

  static let absences = TableSchema(
    file: "absences.csv", recordKind: "absence", meaning: "one worker's leave or sickness", inTemplate: true,
    columns: [
      TableColumn("worker", .text, required: true, "who is away", example: "w-02"),
      TableColumn(
        "kind", .choice(TableChoices(AbsenceWord.self)), required: true, "leave or sickness", example: "leave"),
      TableColumn("first_day", .date, required: true, "the first day without shifts", example: "21/12/2026"),
      TableColumn("last_day", .date, "the last one; empty means until further notice", example: "28/12/2026"),
    ])

  /// The lists of absences by their names in a document.
  enum AbsenceWord: String, CaseIterable { case leave, sickness }

  static let servicePeople = TableSchema(
    file: people.file, recordKind: people.recordKind, meaning: people.meaning, required: true, inTemplate: true,
    columns: people.columns,
    examples: [
      [
        "person": "p-001", "latitude": "51.4101", "longitude": "-0.3004", "area": "town", "patch": "North",
        "core_team": "w-01", "recent_visits": "w-01: 9; w-02: 5", "uncovered_yesterday": "no",
      ],
      [
        "person": "p-002", "latitude": "51.4133", "longitude": "-0.2951", "area": "town", "patch": "North",
        "uncovered_yesterday": "no",
      ],
    ])

  static let clinics = TableSchema(
    file: "clinics.csv", recordKind: "session",
    meaning: "when people can be seen in a clinic of places.csv; several sessions are several rows",
    columns: [
      TableColumn("place", .text, required: true, "which clinic"),
      TableColumn(
        "weekdays", .choiceList(TableChoices(Weekday.self) { String($0.rawValue.prefix(3)) }),
        "on which days; empty means every day"),
      TableColumn("from", .clock, required: true, "people are seen from this time"),
      TableColumn("until", .clock, required: true, "until this time"),
      TableColumn("slots", .wholeNumber, required: true, "how many people can be seen"),
    ])

  static let stays = TableSchema(
    file: "stays.csv", recordKind: "stay",
    meaning: "one more stretch of time in which a person is in hospital or elsewhere; for one, people.csv will do",
    columns: [TableColumn("person", .text, required: true, "who is away")]
      + people.columns("away_from", "away_until").map { $0.with(required: true) })
}
