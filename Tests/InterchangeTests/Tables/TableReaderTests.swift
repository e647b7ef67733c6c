import CareModel
import Interchange
import Quantities
import Testing

@Suite("A folder of sheets")
struct TableReaderTests {
  private let day = SheetFolder()

  private func local(_ instant: Instant, _ caseload: Caseload) -> String { "\(caseload.calendar.local(instant))" }

  @Test("the template read back is a day without a single problem")
  func template() throws {
    let reading = day.reading
    let caseload = try #require(reading.caseload)
    #expect(reading.problems.isEmpty && reading.warnings.isEmpty && caseload.quarantine.isEmpty)
    #expect(!caseload.isInvented && caseload.title == "My service" && caseload.serviceDate.description == "2026-11-24")
    #expect(local(caseload.asOf, caseload) == "2026-11-24 07:00")
    let worker = try #require(caseload.workers.first)
    #expect(worker.role == .rehabilitationAssistant && worker.skills.map(\.text) == ["hoist", "medication"])
    #expect(worker.dutyPeriods.map { local($0.hours.end, caseload) } == ["2026-11-24 14:00"])
    #expect(worker.dutyPeriods.first?.endPlace == PlaceID("start-w-01"))
    let place = try #require(caseload.place(PlaceID("home-p-001")))
    #expect(place.position == GeographicPosition(latitudeMicrodegrees: 51_410_100, longitudeMicrodegrees: -300_400))
    let visit = try #require(caseload.visits.first)
    #expect(visit.kind == .firstResponse && visit.demands.map(\.length) == [Minutes(45)])
    #expect(visit.windows.map { local($0.preferred.start, caseload) } == ["2026-11-24 11:00"])
    #expect(caseload.people.first?.recentVisits == [WorkerID("w-01"): 6])
  }

  @Test("days and times are taken as coordinators write them")
  func times() throws {
    let iso = day.replacing("24/11/2026", with: "2026-11-24", in: "service.csv")
      .replacing("11:00,12:00", with: "24/11/2026 11:00,12:00:00", in: "visits.csv")
      .replacing("07:00,14:00", with: "7:00,05:00", in: "shifts.csv")
    let caseload = try #require(iso.reading.caseload)
    #expect(caseload.visits.first?.windows.first?.preferred.length == Minutes(60).seconds)
    let hours = try #require(caseload.workers.first?.dutyPeriods.first?.hours)
    #expect(local(hours.end, caseload) == "2026-11-25 05:00")
  }

  @Test("a call after midnight belongs to the same service day")
  func night() throws {
    let late = day.replacing("11:00,12:00", with: "23:30,00:30", in: "visits.csv")
      .replacing("07:00,14:00", with: "21:00,02:00", in: "shifts.csv")
      .replacing("10:00,13:00", with: "22:00,01:00", in: "shifts.csv")
    let caseload = try #require(late.reading.caseload)
    let window = try #require(caseload.visits.first?.windows.first)
    #expect(local(window.preferred.end, caseload) == "2026-11-25 00:30")
  }

  @Test("a time that the clocks skip is a problem; of one that comes twice the first is meant")
  func clockChange() throws {
    let spring = day.replacing("24/11/2026", with: "28/03/2026", in: "service.csv")
      .replacing("11:00,12:00", with: "01:30,02:30", in: "visits.csv")
    let problem = try #require(spring.reading.problems.first)
    #expect(problem.code == "time.missing" && problem.location.hasPrefix("visits.csv:2:") && problem.found == "01:30")
    let autumn = day.replacing("24/11/2026", with: "24/10/2026", in: "service.csv")
      .replacing("11:00,12:00", with: "01:30,02:30", in: "visits.csv")
    let window = try #require(autumn.reading.caseload?.visits.first?.windows.first?.preferred)
    #expect(window.length == Minutes(120).seconds)
  }

  @Test("a bad cell sets its record and what names it aside, and is told with file, line and column")
  func quarantine() throws {
    let reading = day.adding(
      "v-002,p-009,first visit,45,no,,,11:00,12:00,medium,no,home,", to: "visits.csv"
    ).adding("p-009,51.41o1,-0.3,town,,,,no", to: "people.csv").reading
    let caseload = try #require(reading.caseload)
    #expect(caseload.visits.map(\.id.text) == ["v-001"])
    #expect(caseload.people.map(\.id.text) == ["p-001"])
    let person = try #require(caseload.quarantine.first { $0.kind == "person" })
    #expect(person.problems.first?.location == "people.csv:3:7" && person.problems.first?.found == "51.41o1")
    #expect(person.problems.first?.expected.contains("51.4101") == true)
    #expect(caseload.quarantine.contains { $0.kind == "visit" && $0.id == "v-002" })
  }

  @Test("bad cells of every sort are told where they stand", arguments: TableReaderTests.mistakes)
  func cells(file: String, old: String, new: String, code: String) {
    let reading = day.replacing(old, with: new, in: file).reading
    #expect(reading.problems.contains { $0.code == code && $0.location.hasPrefix("\(file):") }, "\(reading.problems)")
    let isKept = reading.caseload.map { !$0.visits.isEmpty && !$0.workers.isEmpty && !$0.people.isEmpty } ?? false
    #expect(!isKept || reading.caseload?.quarantine.isEmpty == false)
  }

  static let mistakes: [(String, String, String, String)] = [
    ("visits.csv", "45,no", "45,maybe", "cell.malformed"), ("visits.csv", "45,no", "45 min,no", "cell.malformed"),
    ("visits.csv", "45,no", ",no", "cell.missing"), ("visits.csv", "45,no", "0,no", "number.range"),
    ("visits.csv", "first response", "frist response", "choice.unknown"),
    ("visits.csv", "11:00,12:00", "25:00,12:00", "cell.malformed"),
    ("visits.csv", "11:00,12:00", "12:00,11:00", "interval.backwards"),
    ("visits.csv", "p-001", "p-002", "reference.unknown"), ("visits.csv", ",home,r-001", "", "row.tooShort"),
    ("visits.csv", "time_critical", "time_critcal", "column.unknown"),
    ("visits.csv", "two_person", "kind", "column.repeated"), ("visits.csv", "length_minutes", "note", "column.missing"),
    ("people.csv", "51.4101", "", "cell.missing"), ("people.csv", "51.4101,-0.3004", ",", "place.missing"),
    ("people.csv", "w-01: 6", "w-01 6", "cell.malformed"), ("people.csv", "51.4101", "151.4101", "number.range"),
    ("shifts.csv", "07:00,14:00", "07:00,0700", "cell.malformed"),
    ("shifts.csv", ",w-01,", ",w-02,", "reference.unknown"),
    ("referrals.csv", "06:10", "06:10 today", "cell.malformed"),
    ("service.csv", "24/11/2026", "24/13/2026", "setting.malformed"),
    ("service.csv", "title", "titel", "setting.unknown"),
    ("service.csv", "Europe/London", "Europe/Atlantis", "setting.malformed"),
    ("service.csv", "as_of,07:00", "", "setting.missing"),
    ("service.csv", "07:00", "07:00\r\nas_of,08:00", "setting.repeated"),
  ]

  @Test("a misspelt column says which was meant")
  func suggestion() {
    let reading = day.replacing("time_critical", with: "time_critcal", in: "visits.csv").reading
    #expect(reading.caseload == nil)
    #expect(reading.problems.first?.suggestion?.contains("time_critical") == true)
  }

  @Test("what is wrong in the cells is told in the same pass as a misspelt column, and nothing else is")
  func onePass() {
    let wrong = day.replacing("time_critical", with: "time_critcal", in: "visits.csv")
      .replacing("11:00,12:00", with: "25:00,12:00", in: "visits.csv")
      .replacing("07:00,14:00", with: "07:00,0700", in: "shifts.csv")
    #expect(wrong.reading.problems.map(\.code) == ["column.unknown", "cell.malformed", "cell.malformed"])
    let missing = day.replacing("length_minutes", with: "note", in: "visits.csv")
    #expect(missing.reading.problems.map(\.code) == ["column.missing"])
  }

  @Test("a shift with a cell too few sets its worker aside, like any bad shift")
  func raggedShift() throws {
    let reading = day.adding("w-01-pm,w-01,15:00", to: "shifts.csv").reading
    #expect(reading.problems.map(\.code) == ["row.tooShort"])
    #expect(try #require(reading.caseload).workers.isEmpty)
    #expect(reading.caseload?.quarantine.map(\.id) == ["w-01"])
  }

  @Test("a worker without a shift is told of, since a row may have been forgotten")
  func noShift() {
    #expect(day.reading.warnings.isEmpty)
    let warnings = day.with("shifts.csv", "worker,start,end\r\n").reading.warnings
    #expect(warnings.map(\.code) == ["worker.noShift"])
    #expect(warnings.first?.found.contains("w-01") == true)
  }

  @Test("the command line takes times as the sheets do")
  func commandLine() throws {
    let sheet = TableReader.read(day.folder, asOf: "10:00", serviceDate: "24/11/2026")
    let caseload = try #require(sheet.caseload)
    #expect(caseload.asOf == caseload.day.start + Minutes(300))
    #expect(TableReader.read(day.folder, asOf: "25:00").problems.contains { $0.location == "--as-of" })
  }

  @Test("a two-person call has two demands, and a second worker that is described makes it one")
  func twoPersons() throws {
    let two = try #require(day.replacing("45,no", with: "45,yes", in: "visits.csv").reading.caseload)
    #expect(two.visits.first?.demands.count == 2)
    let header = day.replacing("two_person", with: "second_length_minutes", in: "visits.csv")
      .replacing("45,no", with: "45,20", in: "visits.csv")
    #expect(try #require(header.reading.caseload).visits.first?.demands.map(\.length) == [Minutes(45), Minutes(20)])
  }

  @Test("one worker and yet a second one described is never read as a single call")
  func contradiction() throws {
    let both = day.replacing("two_person,roles", with: "two_person,second_roles", in: "visits.csv")
    let reading = both.reading
    #expect(reading.problems.contains { $0.code == "visit.secondOfOne" })
    #expect(try #require(reading.caseload).visits.isEmpty)
  }

  @Test("rules of the service are set by their names, in any spelling of them")
  func policy() throws {
    let set = day.adding("agreed_tolerance_minutes,45", to: "service.csv").adding(
      "Missed after clock,22:30", to: "service.csv")
    let policy = try #require(set.reading.caseload?.policy)
    #expect(policy.agreedTolerance == Minutes(45) && policy.missedAfterClock.description == "22:30")
    let wrong = day.adding("agreedToleranceMinutes,9999", to: "service.csv").reading
    #expect(wrong.caseload == nil && wrong.problems.contains { $0.location.contains("service.csv:") })
  }

  @Test("links, episodes and places are read where they are given")
  func optionalFiles() throws {
    let more = day.with("links.csv", "first,second,relation,minimum_minutes\nv-001,v-002,gap,120\n")
      .with("episodes.csv", "episode,person,start_date,kind\ne-1,p-001,10/11/2026,Bridging\n")
      .with("places.csv", "place,kind,latitude,longitude\noffice,base,51.412,-0.301\n")
      .replacing(",home,home,", with: ",office,,", in: "shifts.csv")
      .adding("v-002,p-001,personal care,30,no,,,15:00,15:30,,no,,", to: "visits.csv")
    let caseload = try #require(more.reading.caseload)
    #expect(caseload.quarantine.isEmpty)
    #expect(caseload.links.map(\.relation) == [.gap(minimum: Minutes(120), maximum: nil)])
    #expect(caseload.episodes.map(\.kind) == [.bridging])
    #expect(caseload.workers.first?.dutyPeriods.first?.startPlace == PlaceID("office"))
    #expect(caseload.workers.first?.dutyPeriods.first?.endPlace == nil)
  }

  @Test("a missing file is named; nothing at all is a message, too")
  func missingFiles() {
    #expect(day.with("visits.csv", nil).reading.problems.map(\.code) == ["file.missing"])
    #expect(TableReader.read(TableFolder(name: "x", files: [:])).problems.count == 5)
  }

  @Test("the day on the command line replaces the folder's, and the clock times are that day's")
  func otherDay() throws {
    let caseload = try #require(
      TableReader.read(day.folder, asOf: "2026-11-26T07:00+00:00", serviceDate: "2026-11-26").caseload)
    #expect(local(try #require(caseload.visits.first?.windows.first?.preferred.start), caseload) == "2026-11-26 11:00")
  }

  @Test("the digest changes with any byte of any file")
  func digest() {
    let digest = day.reading.inputDigest
    #expect(digest != nil && day.reading.inputDigest == digest)
    #expect(day.adding("", to: "people.csv").reading.inputDigest != digest)
  }

  @Test("no damage to the sheets traps")
  func damage() {
    let marks = ["\"", ",", ";", "\r\n", "", "-1", "9999999999999999999999", "é", "24/11/2026 24:00", "::", "\u{0}"]
    for (name, text) in day.files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".csv") {
      let characters = Array(text)
      for place in stride(from: 0, to: characters.count, by: 7) {
        let mark = marks[place / 7 % marks.count]
        let damaged = String(characters[..<place]) + mark + String(characters[min(place + 3, characters.count)...])
        let reading = day.with(name, damaged).reading
        #expect(reading.caseload != nil || !reading.problems.isEmpty)
      }
    }
  }
}
