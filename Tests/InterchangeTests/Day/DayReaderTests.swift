import CareModel
import Interchange
import Quantities
import ReproducibleNumbers
import Testing

@Suite("Reading a day")
struct DayReaderTests {
  @Test("a document with every key is read without a problem")
  func everyKey() throws {
    let reading = SampleDay.reading()
    #expect(reading.problems.map(\.description) == [])
    // The service bridges, whatever has been ordered.
    #expect(reading.warnings.map(\.code) == ["episode.stopNotInForce"])
    let caseload = try #require(reading.caseload)
    #expect(caseload.visits.count == 5)
    #expect(caseload.isInvented)
    #expect(caseload.quarantine.isEmpty)
    #expect(caseload.links.count == 3)
    #expect(caseload.visit(VisitID("v-1"))?.lock?.setBy == "A. Coordinator")
    #expect(caseload.worker(WorkerID("w-1"))?.dutyPeriods.first?.agreedOvertime == Minutes(30))
    #expect(caseload.person(PersonID("p-1"))?.recentVisits == [WorkerID("w-1"): 12])
    #expect(caseload.matrices.first?.seconds.count == 9)
  }

  @Test("the digest is that of the bytes")
  func digest() {
    #expect(SampleDay.reading().inputDigest == SHA256.hexadecimal(of: SampleDay.text.utf8))
  }

  @Test("windows that are left out are filled in from the policy and the person's next call")
  func defaultWindows() throws {
    let caseload = try #require(SampleDay.reading().caseload)
    let review = try #require(caseload.visit(VisitID("v-2"))?.windows.first)
    #expect(caseload.calendar.iso(review.agreed.start) == "2026-11-24T13:30:00+00:00")
    #expect(caseload.calendar.iso(review.agreed.end) == "2026-11-24T16:00:00+00:00")
    #expect(review.safe.start == review.agreed.start)
    #expect(caseload.calendar.iso(review.safe.end) == "2026-11-24T23:00:00+00:00")
    let care = try #require(caseload.visit(VisitID("v-4")))
    #expect(care.windows.count == 2)
    // Into the next alternative's agreed window no safe window reaches.
    #expect(caseload.calendar.iso(care.windows[0].safe.end) == "2026-11-24T16:59:59+00:00")
    // The first visit of the same person is followed by this call.
    let first = try #require(caseload.visit(VisitID("v-3"))?.windows.first)
    #expect(caseload.calendar.iso(first.safe.end) == "2026-11-24T12:00:00+00:00")
  }

  @Test("the command line's date and moment replace the document's")
  func overrides() throws {
    let bytes = Array(SampleDay.text.utf8)
    let later = DayReader.read(json: bytes, file: "day.json", asOf: "2026-11-24T07:30Z")
    #expect(later.caseload?.asOf == later.caseload.map { $0.calendar.start(of: $0.serviceDate) + Minutes(150) })
    let other = DayReader.read(json: bytes, file: "day.json", serviceDate: "2026-11-25")
    #expect(other.caseload?.visits.isEmpty == true)
    #expect(other.problems.contains { $0.code == "window.outsideDay" })
    let wrong = DayReader.read(json: bytes, file: "day.json", asOf: "07:30", serviceDate: "tomorrow")
    #expect(wrong.caseload == nil)
    #expect(wrong.problems.map(\.location) == ["--date"])
    let noZone = DayReader.read(json: bytes, file: "day.json", asOf: "2026-11-24T07:30")
    #expect(noZone.problems.map(\.location) == ["--as-of"])
    #expect(noZone.problems.first?.suggestion == "2026-11-24T07:30:00+00:00")
  }

  @Test("a problem names record, field, file, line and column")
  func location() {
    let reading = SampleDay.reading(replacing: "\"kind\": \"review\"", with: "\"kind\": \"reveiw\"")
    // The call takes its link with it.
    #expect(reading.problems.map(\.code) == ["word.unknown", "reference.leftOut"])
    let problem = reading.problems.first
    #expect(problem?.code == "word.unknown")
    #expect(problem?.location.hasPrefix("visits[v-2].kind (day.json:60:44") == true, "\(problem?.location ?? "")")
    #expect(problem?.found == "\"reveiw\"")
    #expect(problem?.suggestion == "review")
  }

  @Test("a bad record is set aside with all its problems, and the rest goes on")
  func quarantine() throws {
    let reading = SampleDay.reading(
      replacing: "\"kind\": \"therapy\", \"mode\": \"telephone\", \"demands\": [{\"lengthMinutes\": 15}]",
      with:
        "\"kind\": \"walk\", \"mode\": \"telephon\", \"demands\": [{\"lengthMinutes\": 1500}], \"timeCritcal\": true")
    let caseload = try #require(reading.caseload)
    #expect(caseload.visits.map(\.id.text) == ["v-1", "v-2", "v-3", "v-4"])
    let record = try #require(caseload.quarantine.first)
    #expect(caseload.quarantine.count == 1)
    #expect(record.kind == "visit" && record.id == "v-5" && record.person == PersonID("p-2"))
    #expect(Set(record.problems.map(\.code)) == ["word.unknown", "number.range", "key.unknown"])
    #expect(record.problems.contains { $0.suggestion == "timeCritical" })
    #expect(record.problems.contains { $0.suggestion == "telephone" })
  }

  @Test(
    "what is wrong with the whole document leaves no caseload",
    arguments: [
      ("\"format\": \"reable-day\"", "\"format\": \"other\"", "document.format"),
      ("\"version\": 1", "\"version\": 2", "document.version"),
      ("\"title\"", "\"titel\"", "key.unknown"),
      ("\"serviceDate\": \"2026-11-24\"", "\"serviceDate\": \"2026-11-31\"", "date.unreadable"),
      ("\"asOf\": \"2026-11-24T07:00+00:00\"", "\"asOf\": \"2026-11-24T07:00\"", "time.zone"),
      ("\"asOf\": \"2026-11-24T07:00+00:00\"", "\"asOf\": \"2026-11-26T07:00Z\"", "asOf.afterDay"),
      ("\"asOf\": \"2026-11-24T07:00+00:00\",", "", "value.missing"),
      ("responseTimeMinutes", "responseTimeMinute", "key.unknown"),
      ("\"responseTimeMinutes\": 1440", "\"responseTimeMinutes\": 1", "number.range"),
      ("\"afterLimit\": \"bridge\"", "\"afterLimit\": \"brige\"", "word.unknown"),
      ("\"afterLimit\": \"bridge\"", "\"ladder\": [\"cost\"]", "policy.ladder"),
      ("\"initialOffsetSeconds\": 0", "\"initialOffsetSeconds\": 90000", "number.range"),
      ("2026-10-25T01:00Z", "2026-01-25T01:00Z", "calendar.order"),
      ("\"size\": 3", "\"size\": 4", "matrix.size"),
      ("\"seconds\": [0, 300", "\"seconds\": [0, -300", "number.range"),
      ("\"links\": [", "\"links\": 7, \"x\": [", "value.kind"),
      ("\"version\": 1", "\"version\": 1, \"version\": 1", "key.repeated"),
    ])
  func fatal(old: String, new: String, code: String) {
    let reading = SampleDay.reading(replacing: old, with: new)
    #expect(reading.caseload == nil)
    #expect(reading.problems.contains { $0.code == code }, "\(reading.problems)")
  }

  @Test("a policy that is wrong does not hide what is wrong with the records")
  func onePass() {
    let text = SampleDay.text(replacing: "\"afterLimit\": \"bridge\"", with: "\"afterLimit\": 3")
      .replacing("\"kind\": \"review\"", with: "\"kind\": 7")
    let reading = DayReader.read(json: Array(text.utf8), file: "day.json")
    #expect(Set(reading.problems.map { $0.location.prefix(6) }) == ["policy", "visits", "links["])
  }

  @Test("two records with one id are both in doubt")
  func repeatedID() throws {
    let reading = SampleDay.reading(replacing: "\"id\": \"v-2\"", with: "\"id\": \"v-1\"")
    let caseload = try #require(reading.caseload)
    #expect(caseload.quarantine.filter { $0.id == "v-1" }.count == 2)
    #expect(caseload.visits.map(\.id.text) == ["v-3", "v-4", "v-5"])
    #expect(reading.problems.filter { $0.code == "id.repeated" }.count == 2)
  }

  @Test("times without zone and times that the clocks never show are refused with what would be right")
  func times() throws {
    let calendar = try #require(SampleDay.reading().caseload?.calendar)
    func fault(_ text: String) -> ZonedTime.Fault? {
      if case .failure(let fault) = ZonedTime.read(text, in: calendar) { fault } else { nil }
    }
    #expect(fault("2026-03-29T01:30+00:00")?.code == "time.offset")
    #expect(fault("2026-03-29T01:30+00:00")?.suggestion == "2026-03-29T02:30:00+01:00, if that moment is meant")
    #expect(fault("2026-03-29T01:30+00:00")?.expected.contains("skip 01:30") == true)
    #expect(fault("2026-03-29T01:30+01:00")?.code == "time.offset")
    #expect(fault("2026-07-01T09:00+00:00")?.suggestion?.hasPrefix("2026-07-01T09:00:00+01:00, or ") == true)
    #expect(fault("2026-07-01T09:00")?.suggestion == "2026-07-01T09:00:00+01:00")
    #expect(fault("2026-10-25T01:30")?.suggestion?.contains("shows it twice") == false)
    #expect(fault("2026-10-25T01:30")?.suggestion?.contains("+01:00 or 2026-10-25T01:30:00+00:00") == true)
    #expect(fault("half past nine")?.code == "time.unreadable")
    for text in ["2026-03-29T00:59:59+00:00", "2026-03-29T02:00+01:00", "2026-03-29T01:30Z", "2026-10-25T01:30+00:00"] {
      #expect(fault(text) == nil, "\(text)")
    }
  }

  @Test("a calendar without offsets takes those of its zone")
  func zoneOffsets() throws {
    let start = try #require(SampleDay.text.firstRange(of: ",\n    \"utcOffsets\""))
    let end = try #require(SampleDay.text.firstRange(of: "}]}},"))
    let text = String(SampleDay.text[..<start.lowerBound]) + "}," + String(SampleDay.text[end.upperBound...])
    let reading = DayReader.read(json: Array(text.utf8), file: "day.json")
    #expect(reading.problems.map(\.description) == [])
    let calendar = try #require(reading.caseload?.calendar)
    #expect(calendar.initialOffset == .zero)
    #expect(
      calendar.changes.map { "\(CivilDateTime($0.from, offset: .zero)) \($0.offset.value)" } == [
        "2025-03-30 01:00 3600", "2025-10-26 01:00 0", "2026-03-29 01:00 3600", "2026-10-25 01:00 0",
        "2027-03-28 01:00 3600", "2027-10-31 01:00 0",
      ])
    let nowhere = DayReader.read(
      json: Array(text.replacing("Europe/London", with: "Europe/Kingston").utf8), file: "day.json")
    #expect(nowhere.problems.map(\.code) == ["calendar.zone"])
  }

  @Test("a document with more records than a day can have is refused")
  func tooMany() {
    let many = String(repeating: "{},", count: 5_000) + "{}"
    let reading = SampleDay.reading(replacing: "\"visits\": [", with: "\"visits\": [\(many),")
    #expect(reading.caseload == nil)
    #expect(reading.problems.contains { $0.code == "list.length" })
  }
}
