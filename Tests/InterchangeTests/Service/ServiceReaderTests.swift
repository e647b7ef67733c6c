import CareModel
import Interchange
import Quantities
import Testing

@Suite("Reading a whole service")
struct ServiceReaderTests {
  @Test("the sample is read whole, with nothing wrong")
  func sample() throws {
    let reading = SampleService.reading()
    #expect(reading.problems.map(\.description) == [])
    #expect(reading.warnings.map(\.description) == [])
    let service = try #require(reading.service)
    #expect(service.today.description == "2026-11-24")
    #expect(service.isInvented && service.title == "Sample")
    let episode = try #require(service.episode(EpisodeID("e-1")))
    #expect(episode.packages.map(\.effectiveFrom.description) == ["2026-11-10", "2026-11-20"])
    let lines = episode.packages[0].lines
    #expect(lines.map(\.id.text) == ["bed", "exercise", "morning"])
    #expect(lines[1].weekdays == WeekdaySet([.monday, .thursday]))
    #expect(lines[0].weekdays == .every)
    #expect(lines[2].call.demands.count == 2 && lines[2].call.isTimeCritical && lines[2].call.consequence == .high)
    #expect(episode.clocks.carePlanOwner == WorkerID("left-since"))
    #expect(episode.clocks.predictedEnds.count == 1 && episode.clocks.reviewsHeld.count == 1)
    #expect(service.referral(ReferralID("r-1"))?.needs?.firstVisit?.consequence == .high)
    let member = try #require(service.staffMember(WorkerID("w-1")))
    #expect(member.roster.weeks.map(\.count) == [1, 0])
    #expect(member.sickness.first?.last == nil && member.rosterChanges.count == 1)
    #expect(service.appointments.map(\.call.mode) == [.telephone, .home, .home])
    #expect(service.appointments.map(\.line) == [nil, nil, LineID("walking")])
    #expect(episode.packages[1].lines[1].freedom == PackageLine.FreedomOfDay(timesAWeek: 2, daysBetween: 2))
    #expect(episode.reviews.permitted == [.telephone, .home])
    #expect(episode.equipment.map(\.item) == ["grab rail"])
    #expect(episode.callers.map(\.worker.text) == ["left-since", "w-1"] && episode.workersByWeek == [2, 1])
    #expect(service.referral(ReferralID("r-1"))?.needs?.equipment.first?.expectedOn.description == "2026-11-25")
    #expect(service.places.first { $0.id == PlaceID("clinic") }?.clinicSessions.map(\.slots) == [4, 2])
  }

  @Test("an extension that ends before day 42 is warned of where it stands, and one that ends behind it is not")
  func shortExtension() throws {
    func warnings(_ day: String) -> [String] {
      let reading = SampleService.reading(replacing: "\"lastDay\": \"2026-12-27\"", with: "\"lastDay\": \"\(day)\"")
      #expect(reading.problems.isEmpty && reading.service?.episode(EpisodeID("e-1"))?.episode.extension != nil)
      return reading.warnings.map { "\($0.code) \($0.location.contains("extension.lastDay"))" }
    }
    #expect(warnings("2026-12-21") == ["episode.extensionTooShort true"] && warnings("2026-12-22") == [])
  }

  @Test("what is written is read back equal, and written the same")
  func roundTrip() throws {
    let service = try #require(SampleService.reading().service)
    let text = ServiceWriter.text(service)
    let again = ServiceReader.read(json: Array(text.utf8), file: "again.json")
    #expect(again.problems.map(\.description) == [])
    #expect(again.service == service)
    #expect(again.service.map(ServiceWriter.text) == text)
  }

  @Test("a record that is wrong is set aside, by name, with its code; the rest goes on", arguments: recordMistakes)
  func setAside(old: String, new: String, wanted: String) throws {
    let reading = SampleService.reading(replacing: old, with: new)
    #expect(SampleService.text.contains(old))
    let service = try #require(reading.service)
    let first = try #require(service.quarantine.first)
    #expect("\(first.kind) \(first.id): \(first.problems.map(\.code).joined(separator: " "))" == wanted)
    #expect(reading.problems.allSatisfy { $0.location.contains("(service.json:") })
  }

  static let recordMistakes = [
    ("\"weekdays\": [\"monday\", \"thursday\"]", "\"weekdays\": []", "episode e-1: line.weekdays"),
    ("{\"id\": \"tea\"", "{\"id\": \"first\"", "referral r-1: line.id"),
    ("[\"monday\", \"thursday\"]", "[\"monday\", \"thorsday\"]", "episode e-1: word.unknown"),
    (
      "\"from\": \"08:00\", \"until\": \"09:00\"", "\"from\": \"09:00\", \"until\": \"08:00\"",
      "episode e-1: window.backwards"
    ),
    (
      "\"from\": \"07:30\", \"until\": \"09:30\"", "\"from\": \"08:30\", \"until\": \"09:30\"",
      "episode e-1: window.nesting"
    ),
    (
      "\"from\": \"23:30\", \"until\": \"00:15\"", "\"from\": \"04:30\", \"until\": \"05:15\"",
      "episode e-1: window.backwards"
    ),
    ("\"id\": \"bed\"", "\"id\": \"morning\"", "episode e-1: line.repeated line.unknown"),
    ("\"second\": \"bed\"", "\"second\": \"tea\"", "episode e-1: line.unknown"),
    ("\"second\": \"bed\"", "\"second\": \"morning\"", "episode e-1: link.self"),
    ("\"minimumMinutes\": 480", "\"minimumMinutes\": 480, \"maximumMinutes\": 10", "episode e-1: link.gap"),
    ("\"kind\": \"therapy\"", "\"kind\": \"firstResponse\"", "episode e-1: line.kind"),
    ("\"mode\": \"clinic\",\n            \"place\": \"clinic\"", "\"mode\": \"clinic\"", "episode e-1: visit.noPlace"),
    ("\"place\": \"clinic\"", "\"place\": \"clinc\"", "episode e-1: reference.unknown"),
    ("{\"effectiveFrom\": \"2026-11-20\"", "{\"effectiveFrom\": \"2026-11-10\"", "episode e-1: package.repeated"),
    ("\"approval\": {\"approvedBy\"", "\"approval\": null, \"x\": {\"approvedBy\"", "episode e-1: key.unknown"),
    (
      "\"approval\": {\"approvedBy\": \"therapist\", \"riskNote\": \"manages at night\"}", "\"approval\": null",
      "episode e-1: package.noApproval"
    ),
    ("\"firstVisitAt\": \"2026-11-10T13:00", "\"firstVisitAt\": \"2026-11-11T13:00", "episode e-1: episode.clock"),
    ("\"reviewsHeld\": [\"2026-11-17\"]", "\"reviewsHeld\": [\"2026-11-25\"]", "episode e-1: episode.clock"),
    ("\"2026-11-24T06:00+00:00\"", "\"2026-11-24T08:00+00:00\"", "episode e-1: episode.state"),
    ("\"endedOn\": \"2026-10-12\", ", "", "episode e-2: episode.state"),
    ("\"state\": \"ended\"", "\"state\": \"awaitingOnward\", \"extension\": 1", "episode e-2: value.kind"),
    (
      "\"packages\": [{\"effectiveFrom\": \"2026-09-01\"}],\n      \"state\": \"ended\"", "\"packages\": []",
      "episode e-2: package.missing"
    ),
    ("\"demands\": [{\"lengthMinutes\": 75}]", "\"demands\": []", "referral r-1: list.length"),
    ("\"baselineMinutesAWeek\": 150", "\"baselineMinutesAWeek\": 10081", "referral r-1: number.range"),
    ("\"baselineMinutesAWeek\": 150", "\"baselineMinutesAWeek\": -1", "referral r-1: number.range"),
    ("\"canEngage\": true", "\"canEngage\": \"yes\"", "referral r-1: value.kind"),
    ("\"timesAWeek\": 2, ", "", "episode e-1: value.missing"),
    ("\"timesAWeek\": 2", "\"timesAWeek\": 4", "episode e-1: line.freedom"),
    ("\"timesAWeek\": 2", "\"timesAWeek\": 8", "episode e-1: number.range"),
    ("\"daysBetween\": 2", "\"daysBetween\": 4", "episode e-1: line.freedom"),
    (
      "\"daysBetween\": 2, \"kind\": \"therapy\"", "\"daysBetween\": 2, \"kind\": \"personalCare\"",
      "episode e-1: line.freedom"
    ), ("\"weeks\": [2, 1]", "\"weeks\": [4, 1]", "episode e-1: episode.clock"),
    ("\"id\": \"rail\"", "\"id\": \"morning\"", "episode e-1: equipment.id"),
    (
      "\"deliveredOn\": \"2026-11-18\"", "\"deliveredOn\": \"2026-11-25\"", "episode e-1: equipment.date equipment.date"
    ),
    ("\"deliveredOn\": \"2026-11-18\"", "\"deliveredOn\": \"2026-11-11\"", "episode e-1: equipment.date"),
    ("\"level\": \"low\", ", "", "episode e-1: value.missing"),
    ("\"slots\": 4", "\"slots\": 0", "place clinic: number.range"),
    ("\"line\": \"walking\"", "\"line\": \"exercise\"", "visit a-3: appointment.line"),
    ("\"startsFrom\": \"base\"", "\"startsFrom\": \"depot\"", "worker w-1: reference.unknown"),
    (
      "\"from\": \"07:00\", \"until\": \"14:30\"", "\"from\": \"07:00\", \"until\": \"11:30\"",
      "worker w-1: worker.breakOutsideDuty"
    ),
    ("\"lengthMinutes\": 30, \"window\"", "\"lengthMinutes\": 180, \"window\"", "worker w-1: worker.breakWindow"),
    (
      "\"from\": \"22:00\", \"until\": \"06:00\"", "\"from\": \"22:00\", \"until\": \"22:00\"",
      "worker w-1: worker.dutyLength"
    ),
    (
      "\"first\": \"2026-12-21\", \"last\": \"2026-12-28\"", "\"first\": \"2026-12-21\", \"last\": \"2026-12-20\"",
      "worker w-1: interval.backwards"
    ),
    ("\"weekday\": \"tuesday\", ", "", "worker w-1: value.missing"),
    ("\"episode\": \"e-1\"", "\"episode\": \"e-2\"", "visit a-1: reference.otherPerson"),
    ("\"referral\": \"r-1\", \"date\"", "\"date\"", "visit a-2: visit.noReferral"),
  ]

  @Test("shifts of a day that overlap set their worker aside; those that only touch do not")
  func overlap() throws {
    func codes(_ from: String) -> [String] {
      SampleService.reading(
        replacing: "{\"shifts\": [{\"weekday\"",
        with: "{\"shifts\": [{\"weekday\": \"tuesday\", \"from\": \"\(from)\", \"until\": \"21:00\"}, {\"weekday\""
      ).problems.map(\.code)
    }
    #expect(codes("14:29") == ["worker.dutiesOverlap"])
    #expect(codes("14:30") == [])
  }

  @Test("what depends on a record goes with it, and who is only mentioned is dropped")
  func followed() throws {
    let person = try #require(
      SampleService.reading(replacing: "\"place\": \"h-1\"", with: "\"place\": \"h-9\"").service)
    #expect(person.quarantine.map(\.id) == ["p-1", "e-1", "r-0", "a-1", "a-3"])
    let place = try #require(SampleService.reading(replacing: "\"id\": \"h-2\"", with: "\"id\": \"\"").service)
    #expect(place.quarantine.map(\.id) == ["3", "p-2", "e-2", "r-1", "w-1", "a-2"])
    let worker = try #require(
      SampleService.reading(
        replacing: "\"role\": \"rehabilitationAssistant\", \"skills\"", with: "\"role\": \"nobody\", \"skills\""
      ).service)
    #expect(worker.quarantine.map(\.id) == ["w-1"])
    #expect(worker.person(PersonID("p-1"))?.coreTeam == [])
    #expect(worker.appointments.first?.published?.workers == [])
    let stranger = SampleService.reading(replacing: "\"coreTeam\": [\"w-1\"]", with: "\"coreTeam\": [\"w-7\"]")
    #expect(stranger.warnings.map(\.code) == ["reference.dropped"])
    #expect(stranger.problems.isEmpty)
  }

  @Test(
    "an episode that is set aside takes its referral along, and what else is asked for the person: no start beside it")
  func answered() throws {
    func quarantine(_ old: String, _ new: String) throws -> [String] {
      #expect(SampleService.text.contains(old))
      let service = try #require(SampleService.reading(replacing: old, with: new).service)
      #expect(
        service.quarantine.filter { $0.kind == "referral" }.allSatisfy {
          $0.problems.map(\.code) == ["referral.episodeLeftOut"]
        })
      return service.quarantine.map(\.id)
    }
    let unreadable = ("\"timesAWeek\": 2", "\"timesAWeek\": 8")
    #expect(try quarantine(unreadable.0, unreadable.1) == ["e-1", "r-0", "a-1", "a-3"])
    let unfitting = ("\"timesAWeek\": 2", "\"timesAWeek\": 4")
    #expect(try quarantine(unfitting.0, unfitting.1) == ["e-1", "r-0", "a-1", "a-3"])
    // e-2 is over: what is asked for its person now is a start.
    #expect(try quarantine("\"endedOn\": \"2026-10-12\", ", "") == ["e-2"])
    let running = (
      "\"state\": \"ended\", \"awaitingOnwardSince\": \"2026-10-01\", \"endedOn\": \"2026-10-12\", \"endReason\": \"longTermCare\"",
      "\"state\": \"walking\""
    )
    #expect(try quarantine(running.0, running.1) == ["e-2", "r-1", "a-2"])
    #expect(try quarantine(running.0, "\"state\": \"preStart\", \"plannedEnd\": 3") == ["e-2"])
  }

  @Test(
    "what is wrong with the whole document refuses it",
    arguments: [
      ("\"reable-service\"", "\"reable-day\"", "document.format"),
      ("\"version\": 1", "\"version\": 2", "document.version"),
      ("\"workers\": [", "\"staff\": [", "key.unknown"), ("T07:00+00:00", "T07:00", "time.zone"),
      ("\"asOf\"", "\"asof\"", "key.unknown"), ("\"zone\": \"Europe/London\", ", "", "value.missing"),
      ("\"afterLimit\": \"bridge\"", "\"afterLimit\": \"brige\"", "word.unknown"), ("{\n", "", "json.syntax"),
    ])
  func refused(old: String, new: String, code: String) {
    let reading = SampleService.reading(replacing: old, with: new)
    #expect(reading.service == nil)
    #expect(reading.problems.first?.code == code)
  }

  @Test("a day is asked for by its date and moment, and refused where they don't fit")
  func request() throws {
    let service = try #require(SampleService.reading().service)
    func read(_ date: String?, _ asOf: String? = nil) -> (DayRequest?, [String]) {
      let result = DayRequest.read(date: date, asOf: asOf, of: service)
      return (result.request, result.problems.map(\.code))
    }
    #expect(read(nil).0?.date == service.today)
    #expect(read("2026-12-01").0?.date.description == "2026-12-01")
    #expect(read("2026-13-01").1 == ["date.unreadable"])
    #expect(read("0001-01-01").1 == ["date.unreadable"])
    #expect(read("2026-11-24", "2026-11-25T05:00Z").1 == [])
    #expect(read("2026-11-24", "2026-11-25T05:01Z").1 == ["asOf.afterDay"])
    #expect(read("2026-11-24", "2026-11-24T09:00").1 == ["time.zone"])
  }
}
