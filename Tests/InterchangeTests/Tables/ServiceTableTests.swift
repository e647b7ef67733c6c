import CareModel
import Interchange
import Quantities
import Testing

@Suite("A folder of sheets of a whole service")
struct ServiceTableTests {
  private let sheets = SheetFolder(.wholeService)

  @Test("the template read back is a service without a single problem")
  func template() throws {
    let reading = sheets.service
    let service = try #require(reading.service)
    #expect(reading.problems.isEmpty && reading.warnings.isEmpty && service.quarantine.isEmpty)
    #expect(service.today.description == "2026-11-24" && "\(service.calendar.local(service.asOf).time)" == "07:00")
    let worker = try #require(service.staff.first)
    #expect(worker.home == PlaceID("start-w-01") && worker.startsFrom == worker.home && worker.endsAt == worker.home)
    #expect(worker.roster.weeks.map(\.count) == [5, 5] && worker.contract.weekly == Minutes(2220))
    // w-02 begins the cycle a week earlier: they share the weekends.
    let saturday = try #require(CivilDate(iso: "2026-11-28"))
    #expect(service.staff.map { $0.shifts(on: saturday).count } == [0, 1, 0])
    #expect(service.staff[1].leave.map { "\($0.first)" } == ["2026-12-21"])
    let episode = try #require(service.episodes.first)
    #expect(episode.packages.map { $0.lines.map(\.id.text) } == [["morning", "practice"]])
    #expect(episode.packages[0].lines[1].weekdays.days == [.monday, .tuesday, .wednesday, .thursday, .friday])
    #expect(episode.packages[0].lines[1].freedom == PackageLine.FreedomOfDay(timesAWeek: 2))
    #expect(episode.equipment.map { "\($0.id) \($0.item) \($0.fit?.length.value ?? 0)" } == ["rail grab rail 45"])
    #expect(episode.clocks.predictedEnds.map { "\($0.madeOn) \($0.end)" }.first == "2026-11-12 2026-12-15")
    #expect(episode.clocks.carePlanOwner == WorkerID("w-03"))
    let referral = try #require(service.referrals.first)
    #expect(referral.contactAssessment?.role == .careManager && referral.needs?.lines.map(\.id.text) == ["morning"])
    #expect(service.appointments.first?.lastPermittedDay == service.today)
  }

  @Test("bad cells of every sort are told where they stand, and set their record aside", arguments: mistakes)
  func cells(file: String, old: String, new: String, code: String) {
    #expect(sheets.files[file]?.contains(old) == true)
    let reading = sheets.replacing(old, with: new, in: file).service
    #expect(reading.problems.contains { $0.code == code && $0.location.hasPrefix("\(file):") }, "\(reading.problems)")
    #expect(reading.service.map { !$0.quarantine.isEmpty } ?? true)
  }

  static let mistakes: [(String, String, String, String)] = [
    ("service.csv", "24/11/2026 07:00", "07:00", "setting.malformed"),
    ("service.csv", "24/11/2026 07:00", "29/03/2026 01:30", "setting.malformed"),
    ("service.csv", "title", "service_date", "setting.unknown"),
    ("workers.csv", "2220", "37 h", "cell.malformed"), ("workers.csv", "alternate", "some", "choice.unknown"),
    ("workers.csv", "51.4150,-0.2900", ",", "place.missing"), ("workers.csv", ",23/11/2026", ",", "cell.missing"),
    ("workers.csv", "home,home", "office,home", "reference.unknown"),
    ("roster.csv", "w-03", "w-30", "reference.unknown"), ("roster.csv", "07:00,14:30", "07:00,25:30", "cell.malformed"),
    ("roster.csv", "w-01,2", "w-01,0", "cell.malformed"), ("roster.csv", "w-01,2", "w-01,53", "cell.malformed"),
    ("roster.csv", "mon; tue; wed; sat; sun", "mon; tusday", "choice.unknown"),
    ("roster.csv", "w-03,1,", "w-03,", "row.tooShort"),
    ("episodes.csv", "10/11/2026 11:20", "11:20", "episode.clock"),
    ("episodes.csv", "12/11/2026: 15/12/2026", "12/11/2026 15/12/2026", "cell.malformed"),
    ("episodes.csv", "17/11/2026,", "17/13/2026,", "cell.malformed"),
    ("episodes.csv", "active", "suspended", "episode.state"), ("episodes.csv", "state", "stat", "column.unknown"),
    ("packages.csv", "07:30,08:30", "08:30,07:30", "window.backwards"),
    ("packages.csv", "45,no", "45,perhaps", "cell.malformed"), ("packages.csv", ",morning,", ",,", "cell.missing"),
    ("packages.csv", "e-001,,10/11/2026", "e-001,,", "cell.missing"),
    ("packages.csv", "e-001,,10/11/2026", "e-009,,10/11/2026", "reference.unknown"),
    ("packages.csv", "e-001,,10/11/2026", ",,", "cell.missing"),
    ("packages.csv", "e-001,,10/11/2026", "e-001,r-002,10/11/2026", "cell.unexpected"),
    ("packages.csv", ",r-002,,", ",r-002,24/11/2026,", "cell.unexpected"),
    ("packages.csv", ",r-002,,", ",r-003,,", "reference.unknown"),
    ("packages.csv", ",r-002,,morning,", ",r-002,,", "row.tooShort"),
    ("packages.csv", "therapy", "first visit", "line.kind"),
    ("packages.csv", "mon; tue; wed; thu; fri", "; ;", "line.weekdays"),
    ("referrals.csv", "yes,yes,60", "yes,,60", "value.missing"), ("referrals.csv", ",60,", ",,", "cell.missing"),
    ("appointments.csv", "e-001", "e-002", "reference.unknown"),
    ("appointments.csv", "10:00", "late", "cell.malformed"),
    ("absences.csv", "leave", "holiday", "choice.unknown"),
    ("absences.csv", "28/12/2026", "20/12/2026", "interval.backwards"),
  ]

  @Test(
    "a bad cell of what is chosen, ordered, reviewed or seen in a clinic is told with its file, row and column",
    arguments: broken)
  func positions(file: String, text: String, code: String, cell: Int) {
    let reading = sheets.with("places.csv", "place,kind,latitude,longitude\nhub,clinic,51.412,-0.301\n")
      .with(file, text).service
    // What is missing in the document because its cell is says nothing of its own.
    #expect(own(reading).filter { $0 != "value.missing" } == [code], "\(reading.problems)")
    let row = text.split(separator: "\n")[1].split(separator: ",", omittingEmptySubsequences: false)
    let column = row.prefix(cell - 1).reduce(1) { $0 + $1.count + 1 }
    let location = reading.problems.first { $0.code == code }?.location ?? ""
    #expect(location.split(separator: " ").first == "\(file):2:\(column)", "\(location)")
    #expect(reading.service?.quarantine.isEmpty == false)
  }

  /// File, text, code, and which cell of the row is bad, from 1.
  static let broken: [(String, String, String, Int)] = {
    func choice(_ cells: String) -> (String, String) {
      (
        "packages.csv",
        "episode,effective_from,line,weekdays,times_a_week,days_between,kind,length_minutes,preferred_from\n"
          + "e-001,10/11/2026,practice,,\(cells),therapy,45,14:00\n"
      )
    }
    func order(_ cells: String) -> (String, String) {
      ("equipment.csv", "episode,referral,order,item,ordered_on,lead_days,length_minutes,preferred_from\n\(cells)\n")
    }
    func terms(_ cells: String) -> (String, String) {
      (
        "episodes.csv",
        "episode,person,start_date,review_risk,review_risk_set_by,review_modes\ne-001,p-001,10/11/2026,\(cells)\n"
      )
    }
    func session(_ cells: String) -> (String, String) {
      ("clinics.csv", "place,weekdays,from,until,slots\n\(cells)\n")
    }
    func booking(_ line: String) -> (String, String) {
      (
        "appointments.csv",
        "appointment,person,episode,date,kind,length_minutes,preferred_from,line\n"
          + "a-001,p-001,e-001,26/11/2026,therapy,45,14:00,\(line)\n"
      )
    }
    func callers(_ cell: String) -> (String, String) {
      ("episodes.csv", "episode,person,start_date,callers\ne-001,p-001,10/11/2026,\(cell)\n")
    }
    let rows: [((String, String), String, Int)] = [
      (callers("w-01"), "cell.malformed", 4), (callers("\"w-01: 1, x\""), "cell.malformed", 4),
      (callers("w-01: 0"), "number.range", 4), (callers("w-01: 1; w-01: 2"), "list.repeated", 4),
      (choice("twice,"), "cell.malformed", 5), (choice("8,"), "number.range", 5),
      (choice("2,x"), "cell.malformed", 6), (choice("2,0"), "number.range", 6),
      (order("e-001,,rail,grab rail,20/11/2026,soon,,"), "cell.malformed", 6),
      (order("e-001,,rail,grab rail,20/11/2026,-1,,"), "number.range", 6),
      (order("e-001,,rail,,20/11/2026,10,,"), "cell.missing", 4),
      (order("e-001,r-002,rail,grab rail,20/11/2026,10,,"), "cell.unexpected", 2),
      (order("e-009,,rail,grab rail,20/11/2026,10,,"), "reference.unknown", 1),
      (order(",,rail,grab rail,20/11/2026,10,,"), "cell.missing", 1),
      (order("e-001,,rail,grab rail,20/11/2026,10,45,"), "cell.missing", 8),
      (order(",r-002,rail,grab rail,20/11/2026,10,,13:00"), "cell.missing", 7),
      (terms("middling,the nurse,"), "choice.unknown", 4),
      (terms("low,the nurse,telephone; letter"), "choice.unknown", 6),
      (session("hub,tue,09:00,noon,4"), "cell.malformed", 4),
      (session("hub,tue,09:00,12:00,"), "cell.missing", 5),
      (session("hub,tue,09:00,12:00,0"), "number.range", 5),
      (session("office,tue,09:00,12:00,4"), "reference.unknown", 1),
      (booking("morning"), "appointment.line", 8),
    ]
    return rows.map { ($0.0.0, $0.0.1, $0.1, $0.2) }
  }()

  @Test("who set the risk of reviews stands beside it, as in a document")
  func riskSetBy() {
    for cells in ["low,", ",the nurse"] {
      let text = "episode,person,start_date,review_risk,review_risk_set_by\ne-001,p-001,10/11/2026,\(cells)\n"
      let reading = sheets.with("episodes.csv", text).service
      #expect(own(reading) == ["value.missing"] && reading.service?.episodes.isEmpty == true)
    }
  }

  @Test("half a package or roster is worse than none: a bad row sets the record aside in which it stands")
  func owners() throws {
    func setAside(_ file: String, _ row: String) throws -> [String] {
      let service = try #require(sheets.adding(row, to: file).service.service)
      return service.quarantine.map { "\($0.kind) \($0.id)" }
    }
    #expect(try setAside("roster.csv", "w-01,1,sun,07:00") == ["worker w-01"])
    #expect(try setAside("roster.csv", "w-01,1,sun,07:00,8 pm,,,") == ["worker w-01"])
    #expect(try setAside("absences.csv", "w-01,holiday,21/12/2026,") == ["worker w-01"])
    #expect(try setAside("packages.csv", "e-001,,10/11/2026,evening") == ["episode e-001", "visit a-001"])
    #expect(try setAside("packages.csv", ",r-002,,evening") == ["referral r-002"])
    #expect(try setAside("packages.csv", ",,,evening").count == 1)
  }

  /// The codes of what is wrong, without what follows from it.
  private func own(_ reading: ServiceReading) -> [String] {
    reading.problems.map(\.code).filter { $0 != "reference.leftOut" }
  }

  @Test("packages of one episode come by their day; each after the first says who allowed it, once or in each row")
  func versions() throws {
    let header = "episode,effective_from,approved_by,risk_note,line,kind,length_minutes,preferred_from\n"
    let first = "e-001,10/11/2026,,,morning,personal care,45,08:00\ne-001,10/11/2026,,,tea,personal care,30,16:30\n"
    func read(_ rows: String) -> ServiceReading { sheets.with("packages.csv", header + first + rows).service }
    let changed = try #require(
      read("e-001,20/11/2026,the therapist,manages tea,morning,personal care,30,08:00\n").service)
    #expect(changed.quarantine.isEmpty && changed.episodes.first?.packages.map(\.lines.count) == [2, 1])
    #expect(changed.episodes.first?.packages.last?.approval?.riskNote == "manages tea")
    // No calls from a day on.
    let none = try #require(read("e-001,20/11/2026,the therapist,manages,,,,\n").service)
    #expect(none.quarantine.isEmpty && none.episodes.first?.packages.map(\.lines.count) == [2, 0])
    let unsaid = read("e-001,20/11/2026,,,morning,personal care,30,08:00\n")
    #expect(own(unsaid) == ["package.noApproval"])
    let two =
      "e-001,20/11/2026,the therapist,manages,morning,personal care,30,08:00\n"
      + "e-001,20/11/2026,the nurse,manages,tea,personal care,30,16:30\n"
    #expect(own(read(two)) == ["package.differs"])
    #expect(read(two).service?.episodes.isEmpty == true)
    #expect(own(read("e-001,10/11/2026,,,,,,\n")) == ["package.differs"])
  }

  @Test("orders of a start, sessions of a clinic and what an appointment books are read where they are given")
  func ordersAndSessions() throws {
    let more =
      sheets
      .with("places.csv", "place,kind,latitude,longitude\nhub,clinic,51.412,-0.301\n")
      .with("clinics.csv", "place,weekdays,from,until,slots\nhub,tue; thu,09:00,12:00,4\nhub,,14:00,16:00,2\n")
      .with(
        "equipment.csv",
        "episode,referral,order,item,ordered_on,lead_days,delivered_on,essential,fitted_on,kind,length_minutes,"
          + "preferred_from\n,r-002,bed,hospital bed,24/11/2026,1,,yes,,,,\n"
          + "e-001,,rail,grab rail,20/11/2026,2,22/11/2026,,24/11/2026,other,30,13:00\n"
      )
      .with(
        "appointments.csv",
        "appointment,person,episode,date,kind,length_minutes,preferred_from,line\n"
          + "a-001,p-001,e-001,26/11/2026,therapy,45,14:00,practice\n")
    let reading = more.service
    let service = try #require(reading.service)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    let hub = try #require(service.places.first { $0.id == PlaceID("hub") })
    #expect(hub.clinicSessions.map(\.slots) == [4, 2] && hub.clinicSessions[1].weekdays == .every)
    let bed = try #require(service.referrals.first?.needs?.equipment.first)
    #expect(bed.isEssential && bed.fit == nil && bed.deliveredOn == nil)
    let rail = try #require(service.episodes.first?.equipment.first)
    #expect(rail.fit?.kind == .other && rail.deliveredOn?.description == "2026-11-22" && rail.fittedOn == service.today)
    #expect(service.appointments.first?.line == LineID("practice"))
  }

  @Test("links of a package, other stays, changes of the roster, and published times are read where they are given")
  func optionalFiles() throws {
    let more =
      sheets
      .with(
        "links.csv",
        "episode,effective_from,first,second,relation,minimum_minutes\ne-001,10/11/2026,morning,tea,gap,120\n"
      )
      .with(
        "packages.csv",
        "episode,effective_from,line,kind,length_minutes,preferred_from\n"
          + "e-001,10/11/2026,morning,personal care,45,08:00\ne-001,10/11/2026,tea,personal care,30,16:30\n"
      )
      .with(
        "stays.csv",
        "person,away_from,away_until\np-001,01/12/2026 09:00,03/12/2026 12:00\np-001,05/12/2026 09:00,06/12/2026 12:00\n"
      )
      .with(
        "roster_changes.csv",
        "worker,date,from,until\nw-01,28/11/2026,07:00,11:00\nw-01,28/11/2026,16:00,20:00\nw-01,25/11/2026,,\n"
      )
      .with("places.csv", "place,kind,latitude,longitude\noffice,base,51.412,-0.301\n")
      .replacing("home,home", with: "office,", in: "workers.csv")
      .with(
        "appointments.csv",
        "appointment,person,episode,date,kind,length_minutes,preferred_from,published_workers,published_start\n"
          + "a-001,p-001,e-001,02/12/2026,therapy,45,10:00,w-03,10:15\n")
    let service = try #require(more.service.service)
    #expect(service.quarantine.isEmpty, "\(service.quarantine)")
    #expect(service.episodes[0].packages[0].links.map(\.relation) == [.gap(minimum: Minutes(120), maximum: nil)])
    #expect(service.people[0].suspensions.count == 2)
    let days = try ["2026-11-25", "2026-11-28"].map { try #require(CivilDate(iso: $0)) }
    #expect(days.map { service.staff[0].shifts(on: $0).count } == [0, 2])
    #expect(service.staff[0].startsFrom == PlaceID("office") && service.staff[0].endsAt == nil)
    let told = try #require(service.appointments[0].published?.start)
    #expect("\(service.calendar.local(told))" == "2026-12-02 10:15")
    let stray = more.with(
      "links.csv", "episode,effective_from,first,second,relation\ne-001,11/11/2026,morning,tea,order\n")
    #expect(own(stray.service) == ["reference.unknown"])
    let both = more.with(
      "roster_changes.csv", "worker,date,from,until\nw-01,25/11/2026,07:00,11:00\nw-01,25/11/2026,,\n")
    #expect(both.service.problems.map(\.code) == ["cell.missing"])
    #expect(both.service.service?.staff.contains { $0.id == WorkerID("w-01") } == false)
  }

  @Test("a roster may be longer than its last shift, not shorter; nobody need have one")
  func rosterWeeks() throws {
    func weeks(_ count: String) throws -> ServiceReading {
      let row = "w-09,nurse,,,51.4,-0.3,town,,,,600,every,23/11/2026,\(count)"
      return sheets.with(
        "workers.csv",
        "worker,role,skills,gender,latitude,longitude,area,start_place,end_place,travel_by,contract_minutes_a_week,"
          + "weekends,roster_starts,roster_weeks\n\(row)\n"
      ).with("absences.csv", nil).with("roster.csv", "worker,week,weekdays,from,until\nw-09,2,sat,08:00,13:00\n")
        .service
    }
    #expect(try weeks("4").service?.staff.first?.roster.weeks.map(\.count) == [0, 1, 0, 0])
    #expect(try weeks("").service?.staff.first?.roster.weeks.count == 2)
    for wrong in ["1", "0", "53", "99999999999999999999", "two"] {
      #expect(try weeks(wrong).problems.map(\.code).contains("cell.malformed"), "\(wrong)")
      #expect(try weeks(wrong).service?.staff.isEmpty == true, "\(wrong)")
    }
    let none = try #require(
      sheets.with("roster.csv", "worker,weekdays,from,until\n").with("absences.csv", nil).service.service)
    #expect(none.staff.map(\.roster.weeks.count) == [0, 0, 0])
  }

  @Test("a folder is a service's by its packages; a day's files in it are refused, and the other way round left alone")
  func kinds() {
    #expect(SheetFolder().folder.kind == .day && sheets.folder.kind == .wholeService)
    #expect(SheetFolder().with("roster.csv", "our own list\n").folder.kind == .day)
    #expect(sheets.with("packages.csv", nil).folder.kind == .wholeService)
    #expect(sheets.with("packages.csv", nil).service.problems.map(\.code) == ["file.missing"])
    let mixed = sheets.with("visits.csv", "visit\n").service
    #expect(mixed.service == nil && mixed.problems.map(\.code) == ["file.unexpected"])
  }

  @Test("the command line's moment takes the place of as_of, within its day")
  func asOf() throws {
    let later = try #require(TableReader.service(sheets.folder, asOf: "10:30").service)
    #expect(later.asOf == (try #require(sheets.service.service)).asOf + Minutes(210))
    #expect(TableReader.service(sheets.folder, asOf: "23/11/2026 10:00").problems.map(\.code) == ["asOf.beforeDay"])
    #expect(TableReader.service(sheets.folder, asOf: "25/11/2026 05:00").problems.map(\.code) == ["asOf.afterDay"])
  }

  @Test("no damage to the sheets traps, and none goes unsaid that takes a record away")
  func damage() {
    let marks = [
      "\"", ",", ";", "\r\n", "", "-1", "9999999999999999999999", "é", "24/11/2026 24:00", "::", "\u{0}", "sun",
    ]
    for (name, text) in sheets.files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".csv") {
      let characters = Array(text)
      for place in stride(from: 0, to: characters.count, by: 5) {
        let mark = marks[place / 5 % marks.count]
        let damaged = String(characters[..<place]) + mark + String(characters[min(place + 3, characters.count)...])
        let reading = sheets.with(name, damaged).service
        #expect(reading.service != nil || !reading.problems.isEmpty)
        #expect(reading.service.map { $0.quarantine.isEmpty == reading.problems.isEmpty } ?? true, "\(name) \(place)")
      }
    }
  }

  @Test("any bytes at all are read, or refused")
  func brokenBytes() {
    var dice = Dice(state: 11)
    let names = sheets.files.keys.filter { $0.hasSuffix(".csv") }.sorted()
    for _ in 0..<600 {
      var files = sheets.folder.files
      let name = dice.one(of: names)
      files[name] = dice.breaking(files[name] ?? [])
      let reading = TableReader.service(TableFolder(name: "folder", files: files))
      #expect(reading.service != nil || !reading.problems.isEmpty)
    }
  }
}
