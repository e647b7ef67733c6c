import CareModel
import Foundation
import Interchange
import Quantities
import RotaChecking
import Testing
import TravelTimes

@Suite("The calendars of a rota")
struct WorkerCalendarsTests {
  private let caseload: Caseload
  private let checked: CheckedRota

  init() throws {
    caseload = try #require(RotaSample.caseload)
    checked = try RotaSample.checked(caseload)
  }

  private func files(
    _ rota: CheckedRota? = nil, previous: [WorkerID: [CalendarEvent]] = [:], initials: String? = nil
  ) -> [WorkerCalendars.File] {
    let labels = PersonLabels(caseload.people) { _ in initials }
    return WorkerCalendars(rota ?? checked, of: caseload, labels: labels, previous: previous).files
  }

  /// The events of a file of ours.
  private func events(_ file: WorkerCalendars.File) -> [CalendarEvent] {
    WorkerCalendarReader.read(Array(file.text.utf8), file: file.name, before: caseload.day.end).events
  }

  /// The events of all files, by worker.
  private func history(_ files: [WorkerCalendars.File]) -> [WorkerID: [CalendarEvent]] {
    let pairs = files.map { file in
      (WorkerID(String(file.name.dropFirst("2026-11-24-".count).dropLast(".ics".count))), events(file))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The sample's rota with other runs, made some minutes later.
  private func changed(after minutes: Int, _ edit: (inout [Run]) -> Void) throws -> CheckedRota {
    let rota = RotaSample.rota(caseload)
    var runs = rota.runs
    edit(&runs)
    let later = Rota(
      serviceDate: rota.serviceDate, asOf: rota.asOf + Minutes(minutes), runs: runs, uncovered: rota.uncovered)
    return RotaChecker.check(later, of: caseload, travel: try TravelModel(caseload))
  }

  private func moved(_ run: Run, by minutes: Int) -> Run {
    let stops = run.stops.map {
      Stop(visit: $0.visit, demand: $0.demand, start: $0.start + Minutes(minutes), end: $0.end + Minutes(minutes))
    }
    return Run(worker: run.worker, duty: run.duty, stops: stops, breaks: run.breaks)
  }

  @Test("each worker has a file with the calls in order, and the same rota gives the same bytes")
  func written() throws {
    let files = files()
    #expect(files.map(\.name) == ["2026-11-24-w-01.ics", "2026-11-24-w-02.ics"])
    #expect(events(files[0]).map(\.uid) == ["reable-2026-11-24-v-001-w-01", "reable-2026-11-24-v-002-w-01"])
    #expect(self.files() == files)
    let text = files[0].text
    #expect(text.contains("SUMMARY:Call p-001 (personal care\\, two workers)"))
    #expect(text.contains("DTSTART:20261124T110000Z\r\nDTEND:20261124T114500Z"))
    #expect(text.contains("DTSTAMP:\(CalendarTestWords.stamp(caseload.asOf))"))
  }

  @Test("no line is longer than 75 octets, and folding breaks no character")
  func folding() throws {
    let long = String(repeating: "Æ, Straße; ", count: 20)
    let text = try #require(files(initials: long).first).text
    for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" || $0 == "\u{FFFD}" })
    #expect(events(try #require(files(initials: long).first))[0].summary.contains(long))
  }

  @Test("what says the same stays byte for byte, what has changed gets the next number")
  func revised() throws {
    let first = files()
    let same = files(try changed(after: 30) { _ in }, previous: history(first))
    #expect(same == first)
    let next = files(try changed(after: 30) { $0[1] = moved($0[1], by: 5) }, previous: history(first))
    #expect(next[0] == first[0])
    let event = try #require(events(next[1]).first)
    #expect(event.sequence == 1 && event.stamp == caseload.asOf + Minutes(30))
    #expect(event.uid == "reable-2026-11-24-v-002-w-02")
  }

  @Test("a dropped call is cancelled once, and comes back as a further change")
  func cancelled() throws {
    let first = files()
    let without = try changed(after: 10) { $0.removeLast() }
    let second = files(without, previous: history(first))
    #expect(second.map(\.name) == first.map(\.name))
    #expect(events(second[1]).map(\.isCancelled) == [true] && events(second[1]).map(\.sequence) == [1])
    #expect(files(try changed(after: 20) { $0.removeLast() }, previous: history(second)) == second)
    let third = files(try changed(after: 40) { _ in }, previous: history(second))
    #expect(events(third[1]).map(\.isCancelled) == [false] && events(third[1]).map(\.sequence) == [2])
  }

  @Test("two people with the same initials are kept apart by their ids")
  func initials() {
    let people = ["p-1", "p-2", "p-3"].map { Person(id: PersonID($0), place: PlaceID("home")) }
    let labels = PersonLabels(people) { $0.text == "p-3" ? nil : "AB" }
    #expect(people.map { labels[$0.id] } == ["AB p-1", "AB p-2", "p-3"])
    #expect(PersonLabels(people) { $0.text == "p-1" ? "AB" : nil }[PersonID("p-1")] == "AB")
  }

  @Test("what is no calendar of ours, or is newer than the rota, is refused")
  func refused() throws {
    let text = try #require(files().first).text
    func codes(_ text: String, before asOf: Instant) -> [String] {
      WorkerCalendarReader.read(Array(text.utf8), file: "w.ics", before: asOf).problems.map(\.code)
    }
    #expect(codes(text, before: caseload.asOf) == [])
    #expect(codes(text, before: caseload.asOf - Minutes(1)) == ["calendar.later"])
    #expect(codes("BEGIN:VCALENDAR\r\n", before: caseload.asOf) == ["calendar.unreadable"])
    for (old, new) in [
      ("T110000Z", "T110000"), ("SEQUENCE:0", "SEQUENCE:99999999999999999999"), ("UID:", "X-UID:"), ("1124T", "1324T"),
    ] {
      #expect(codes(text.replacing(old, with: new), before: caseload.asOf).contains("calendar.unreadable"), "\(new)")
    }
  }

  @Test("a calendar library that we did not write reads the same out of it")
  func independentReader() throws {
    guard let python = try SystemPython(with: "icalendar", from: "python3-icalendar") else { return }
    let first = files(initials: "Ærø, O\\B; \"x\"")
    let second = files(try changed(after: 10) { $0.removeLast() }, previous: history(first), initials: "AB")
    let script = """
      import sys, icalendar
      for path in sys.argv[1:]:
          with open(path, "rb") as file:
              calendar = icalendar.Calendar.from_ical(file.read())
          assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
          for event in calendar.walk("VEVENT"):
              assert not event.errors, event.errors
              print(event["UID"], event["SEQUENCE"], event["STATUS"], int(event["DTSTAMP"].dt.timestamp()),
                    int(event["DTSTART"].dt.timestamp()), int(event["DTEND"].dt.timestamp()), event["SUMMARY"],
                    event.get("LOCATION", "-"), sep="|")
      """
    let read = try python.output(of: script, on: (first + second).map(\.text))
    let expected = (first + second).flatMap(events).map { event in
      let parts: [String] = [
        event.uid, "\(event.sequence)", event.isCancelled ? "CANCELLED" : "CONFIRMED",
        "\(event.stamp.epochSeconds)", "\(event.start.epochSeconds)", "\(event.end.epochSeconds)", event.summary,
        event.location ?? "-",
      ]
      return parts.joined(separator: "|")
    }
    #expect(read?.split(separator: "\n").map(String.init) == expected)
    #expect(expected.count == 6)
  }
}

private enum CalendarTestWords {
  /// `20261124T070000Z`.
  static func stamp(_ instant: Instant) -> String {
    ZonedReading(instant, offset: .zero).iso.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }
}
