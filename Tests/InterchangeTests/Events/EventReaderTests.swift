import CareModel
import Interchange
import Quantities
import Testing

@Suite("Events, read from a document and from the command line")
struct EventReaderTests {
  @Test("each kind is read, in the order of the document")
  func kinds() throws {
    let reading = try #require(SampleEvents.reading())
    #expect(reading.problems.map(\.description) == [])
    #expect(reading.events.map(\.kind) == DayEvent.Kind.allCases)
    #expect(reading.events.allSatisfy { $0.reportedBy == "desk" && $0.at == instant("09:40") })
    #expect(reading.events[0].matter == .workerOff(WorkerID("w-1"), from: instant("10:00")))
    #expect(reading.events[8].matter == .toHospital(PersonID("p-1"), from: instant("09:40"), until: instant("18:00")))
    guard case .providerOutage(let provider, let records) = reading.events[11].matter else {
      Issue.record("no outage")
      return
    }
    #expect(provider == "Northside Care" && records.people.count == 1 && records.visits.count == 1)
    guard case .locked(_, let order) = reading.events[13].matter else {
      Issue.record("no order")
      return
    }
    #expect(order.start == InstantInterval(start: instant("15:00"), end: instant("16:00")) && order.workers == nil)
  }

  @Test("everything that is wrong is told in one pass, with the event, the field and where it stands")
  func problems() throws {
    let text = SampleEvents.document([
      #"{"id": "a", "at": "2026-11-24T09:40+00:00", "kind": "workerOf", "worker": "w-1"}"#,
      #"{"id": "b", "at": "09:40", "kind": "cancelled", "visit": "v-2"}"#,
      #"{"id": "c", "at": "2026-11-24T09:40+00:00", "kind": "cancelled", "visit": "v-2", "worker": "w-1"}"#,
      #"{"id": "d", "at": "2026-11-24T09:40+00:00", "kind": "runningLate", "worker": "w-1", "minutes": 0}"#,
      #"{"id": "e", "at": "2026-11-24T09:40+00:00", "kind": "newCall", "visits": [{"id": "n", "person": "p-1"}]}"#,
      #"{"id": "f", "at": "2026-11-24T09:40+00:00", "kind": "newCall"}"#,
    ])
    let problems = try #require(SampleEvents.reading(text)).problems
    let said = problems.map { "\($0.location.split(separator: " ")[0]) \($0.code)" }
    for expected in [
      "events[0].kind word.unknown", "events[1].at time.unreadable", "events[2].worker key.unknown",
      "events[3].minutes number.range", "events[4].visits[0].kind value.missing", "events[5].visits value.missing",
    ] {
      #expect(said.contains(expected), "\(expected): \(said)")
    }
    #expect(problems[0].suggestion == "workerOff")
  }

  @Test("a document of another day, format or version is refused")
  func otherDocument() throws {
    func codes(_ old: String, _ new: String) -> [String] {
      SampleEvents.reading(SampleEvents.text(replacing: old, with: new))?.problems.map(\.code) ?? []
    }
    #expect(codes("\"serviceDate\": \"2026-11-24\"", "\"serviceDate\": \"2026-11-25\"") == ["events.otherDay"])
    #expect(codes("reable-events", "reable-day") == ["document.format"])
    #expect(codes("\"version\": 1", "\"version\": 2") == ["document.version"])
    #expect(codes("\"events\"", "\"event\"") == ["key.unknown", "value.missing"])
  }

  @Test("a problem that the rules find stands where its event does")
  func located() throws {
    let reading = try #require(SampleEvents.reading())
    let problem = EventProblem(2, "visit", code: "event.callBegun", found: "v-2", expected: "another is expected")
    #expect(reading.located(problem).location.hasPrefix("events[2].visit (events.json:"))
    let told = EventOption.read(
      [EventOption(.cancel, "v-2@09:40")], for: try #require(SampleDay.reading().caseload), asOf: nil,
      by: EventOption.Author(name: nil, reason: nil))
    let both = reading + told
    let last = EventProblem(15, "visit", code: "event.callBegun", found: "v-2", expected: "another is expected")
    #expect(both.located(last).location == "--cancel v-2@09:40")
  }

  // MARK: The command line

  private func told(
    _ options: [(EventOption.Name, String)], asOf: String? = nil, by name: String? = "A. Shah"
  ) throws -> EventReading {
    EventOption.read(
      options.map { EventOption($0.0, $0.1) }, for: try #require(SampleDay.reading().caseload),
      asOf: asOf.map(instant), by: EventOption.Author(name: name, reason: nil))
  }

  @Test("each option is read as its event")
  func options() throws {
    let visit = VisitID("v-2")
    let wish = try #require(InstantInterval(start: instant("15:00"), end: instant("15:30")))
    func order(_ workers: [String]?, _ start: InstantInterval?) -> DayEvent.Matter {
      let workers = workers?.map { WorkerID($0) }
      return .locked(visit, CallOrder(workers: workers, start: start, setBy: "A. Shah", reason: "told on the day"))
    }
    let rows: [(EventOption.Name, String, DayEvent.Matter)] = [
      (.off, "w-1@09:40", .workerOff(WorkerID("w-1"), from: instant("09:40"))),
      (.late, "w+1+25@09:40", .runningLate(WorkerID("w+1"), by: Minutes(25))),
      (.cancel, "v-2@09:40", .cancelled(visit)), (.refuse, "v-2@09:40", .refused(visit)),
      (.noReply, "v-2@09:40", .noReply(visit)), (.unlock, "v-2@09:40", .unlocked(visit)),
      (.cutShort, "v-2=20@09:40", .cutShort(visit, to: Minutes(20))),
      (.longer, "v-2=60@09:40", .takesLonger(visit, to: Minutes(60))),
      (.window, "v-2=15:00-15:30@09:40", .newWindows(visit, [WindowDraft(preferred: wish)])),
      (.hospital, "p-1@09:40", .toHospital(PersonID("p-1"), from: instant("09:40"), until: nil)),
      (
        .hospital, "p-1@09:40-18:00", .toHospital(PersonID("p-1"), from: instant("09:40"), until: instant("18:00"))
      ),
      (.lock, "v-2=w-1@09:40", order(["w-1"], nil)), (.lock, "v-2=w-1+w-2@09:40", order(["w-1", "w-2"], nil)),
      (.lock, "v-2=15:00@09:40", order(nil, InstantInterval(at: instant("15:00")))),
      (.lock, "v-2=15:00-15:30@09:40", order(nil, wish)),
      (.lock, "v-2=w-1,15:00@09:40", order(["w-1"], InstantInterval(at: instant("15:00")))),
    ]
    let reading = try told(rows.map { ($0.0, $0.1) })
    #expect(reading.problems.map(\.description) == [])
    #expect(reading.events.map(\.matter) == rows.map(\.2))
    #expect(reading.events.allSatisfy { $0.at == instant("09:40") && $0.reportedBy == "A. Shah" })
    #expect(Set(reading.events.map(\.id)).count == rows.count)
  }

  @Test("without a time it is --as-of, or the latest that is told; what begins later is known at --as-of")
  func moments() throws {
    let options: [(EventOption.Name, String)] = [
      (.cancel, "v-2"), (.off, "w-1@11:00"), (.hospital, "p-1@10:30"), (.late, "w-1+5@10:10"),
    ]
    #expect(try told(options).events.map(\.at) == ["11:00", "11:00", "10:30", "10:10"].map(instant))
    #expect(try told(options, asOf: "10:15").events.map(\.at) == ["10:15", "10:15", "10:15", "10:10"].map(instant))
    #expect(try told([(.cancel, "v-2")]).events.map(\.at) == [instant("07:00")])
  }

  @Test(
    "what can't be read is told with how it is written",
    arguments: [
      (EventOption.Name.off, "w-1@9.40"), (.off, "@09:40"), (.late, "w-1@09:40"), (.late, "w-1+x"), (.cutShort, "v-2"),
      (.window, "v-2=15:00-14:00"), (.window, "v-2=soon"), (.hospital, "p-1@09:40-10:00-11:00"),
      (.off, "w-1@09:40-10:00"),
      (.lock, "v-2"), (.lock, "v-2=w-1,soon"),
    ])
  func unreadable(name: EventOption.Name, text: String) throws {
    let reading = try told([(name, text)])
    #expect(reading.events.isEmpty)
    #expect(reading.problems.map(\.code) == ["event.unreadable"])
    #expect(reading.problems.first?.expected.contains("--\(name.rawValue) ") ?? false)
  }

  @Test("nobody orders anything without a name")
  func nobody() throws {
    #expect(try told([(.lock, "v-2=w-1")], by: nil).problems.map(\.location) == ["--by"])
  }

  /// A clock time of the sample day.
  private func instant(_ clock: String) -> Instant {
    let date = CivilDate(iso: "2026-11-24") ?? CivilDate(daysSinceEpoch: 0)
    return CivilDateTime(date: date, time: ClockTime(clock) ?? ClockTime(wrapping: 0)).instant(offset: .zero)
  }
}
