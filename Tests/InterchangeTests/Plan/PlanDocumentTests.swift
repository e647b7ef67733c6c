import CareModel
import Interchange
import Quantities
import Testing

@Suite("A plan as a document and as a table")
struct PlanDocumentTests {
  private let document: DocumentValue

  init() throws {
    let service = try #require(PlanSample.service)
    let json = PlanDocument(PlanSample.full, of: service).json
    #expect(json.hasSuffix("}\n"))
    document = try JSONParser.parse(Array(json.utf8), file: "plan.json")
  }

  private func lines(_ key: String) -> [String] {
    guard case .array(let items) = document[key]?.content else { return [] }
    return items.map { $0.json.line }
  }

  @Test("the head says what it is, as of when, and what was left out")
  func head() throws {
    let service = try #require(PlanSample.service)
    #expect(
      PlanDocument(PlanSample.empty, of: service).json.hasPrefix(
        """
        {
          "format": "reable-plan",
          "version": 1,
          "title": "Sample",
          "inventedPeople": true,
          "asOf": "2026-11-24T07:00:00+00:00",
          "firstDay": "2026-11-24",
          "lastDay": "2027-01-04",
          "notInThisPlan": [

        """))
    #expect(lines("notInThisPlan").contains(#"{"kind": "episode", "id": "e-1"}"#))
  }

  @Test("a start has its three clocks and its day, or why it waits")
  func starts() {
    let clocks =
      #""deadline": "2026-11-24T09:00:00+00:00", "literalDeadline": "2026-11-24T09:00:00+00:00", "#
      + #""nationalDeadline": "2026-11-25T09:00:00+00:00""#
    #expect(
      lines("starts").first == #"{"referral": "r-1", "person": "p-2", "rank": "newCommunityAtRisk", "patch": "North", "#
        + #""restartOf": "e-0", "state": "accepted", "receivedAt": "2026-11-23T09:00:00+00:00", "readyFrom": "2026-11-24T09:00:00+00:00", "#
        + clocks
        + #", "ringWardFirst": true, "weeklyMinutesBefore": 150, "weeklyMinutesNow": 210, "outcome": "starts", "date": "2026-11-24", "part": "midday", "#
        + #""earliest": "2026-11-24T11:00:00+00:00", "rosteredAt": "2026-11-24T11:00:00+00:00", "promised": true, "#
        + #""lateMinutes": 120, "essentialCallsLeftOut": 2, "#
        + #""because": {"code": "needsUnknown"}, "leftOutBecause": {"code": "needsUnknown"}}"#)
    let because = lines("starts").dropFirst(2).map {
      String($0.suffix(from: $0.firstRange(of: "\"outcome\"")?.lowerBound ?? $0.startIndex))
    }
    #expect(
      because == [
        #""outcome": "waits", "because": {"code": "notAccepted", "state": "provisional"}, "#
          + #""hold": {"code": "held", "date": "2026-11-24", "part": "midday", "earliest": "2026-11-24T11:00:00+00:00", "#
          + #""until": "2026-11-24T14:00:00+00:00", "firstVisitAlone": true}, "lateMinutes": 120}"#,
        #""outcome": "waits", "because": {"code": "needsUnknown"}, "#
          + #""hold": {"code": "over", "endedAt": "2026-11-24T06:00:00+00:00"}}"#,
        #""outcome": "waits", "because": {"code": "notReady", "readyFrom": "2026-11-24T12:00:00+00:00"}, "#
          + #""hold": {"code": "answeredNo"}}"#,
        #""outcome": "waits", "because": {"code": "tooLateToday", "asOf": "2026-11-24T07:00:00+00:00"}, "#
          + #""hold": {"code": "noRoom", "because": {"code": "tooLateToday", "asOf": "2026-11-24T07:00:00+00:00"}}}"#,
        #""outcome": "waits", "because": {"code": "full", "date": "2026-11-24", "part": "evening", "#
          + #""roles": ["nurse", "physiotherapist"], "skills": ["gait"], "missingMinutes": 40}}"#,
        #""outcome": "waits", "because": {"code": "nobodyOnDuty", "date": "2026-11-24"}}"#,
        #""outcome": "waits", "because": {"code": "refusedByRota", "date": "2026-11-24"}}"#,
        #""outcome": "waits", "because": {"code": "full", "date": "2026-11-24", "part": "morning", "#
          + #""roles": ["nurse"], "skills": [], "missingMinutes": 5, "nobodyOnDuty": true}}"#,
      ])
  }

  @Test("tasks, promises, waits, calls, capacity and levels stand as the plan has them")
  func rest() {
    #expect(
      lines("tasks") == [
        #"{"task": "authoriser", "person": "p-1", "episode": "e-1", "dueOn": "2026-11-23", "overdue": true}"#,
        #"{"task": "delivery", "person": "p-1", "episode": "e-1", "dueOn": "2026-11-24", "item": "grab rail"}"#,
        #"{"task": "hold", "person": "p-2", "referral": "r-1", "dueOn": "2026-11-24", "#
          + #""deadline": "2026-11-24T16:00:00+00:00"}"#,
        #"{"task": "review", "person": "p-1", "episode": "e-1", "dueOn": "2026-11-25", "#
          + #""appointment": {"call": "a-1", "kind": "dischargeReview", "date": "2026-11-27"}}"#,
      ])
    #expect(
      lines("callsDue") == [
        #"{"person": "p-1", "episode": "e-1", "kind": "review", "lastPermittedDay": "2026-11-25"}"#
      ])
    #expect(
      lines("breaches").last
        == #"{"clock": "review", "person": "p-1", "episode": "e-1", "deadline": "2026-11-23T04:00:00+00:00", "happened": true}"#
    )
    #expect(
      lines("longestWaits") == [
        #"{"class": "newCommunity", "patch": "North", "referral": "r-1", "receivedAt": "2026-11-23T09:00:00+00:00", "waiting": 7}"#
      ])
    #expect(
      lines("calls").first == #"{"id": "e-1-planned", "person": "p-1", "episode": "e-1", "referral": "r-0", "#
        + #""date": "2026-11-24", "part": "morning", "from": "08:00", "until": "08:30", "kind": "review", "mode": "home", "minutes": 30, "workers": 2, "#
        + #""basis": "planned", "#
        + #""lastPermittedDay": "2026-11-25"}"#)
    #expect(lines("calls").filter { $0.contains("outsideForecast") }.count == 1)
    #expect(lines("calls")[3].hasSuffix(#""basis": "beyondPrediction", "outsideForecast": true}"#))
    #expect(
      document["capacityByRole"]?.json.line
        == #"{"careManager": [], "nurse": [{"date": "2026-11-24", "part": "morning", "contactMinutes": 100, "#
        + #""takenMinutes": 95, "forecastMinutes": 80, "tight": true}, {"date": "2026-11-24", "part": "midday", "#
        + #""contactMinutes": 0, "takenMinutes": 0, "forecastMinutes": 0}, {"date": "2026-11-24", "part": "evening", "#
        + #""contactMinutes": 100, "takenMinutes": 99, "forecastMinutes": 90, "tight": true, "forecastTight": true}]}"#)
    #expect(document["capacityByPatch"]?.members.map(\.key) == ["North", "South"])
    #expect(document["capacityBySkill"]?["gait"]?.json.line == document["capacityByRole"]?["nurse"]?.json.line)
    #expect(
      lines("levels") == [
        #"{"level": "newCommunityWithoutDay", "value": 5, "bound": 4}"#, #"{"level": "waitDays", "value": 1}"#,
      ])
    #expect(
      lines("carePlanOwners") == [
        #"{"episode": "e-1", "person": "p-1", "agreedOn": "2026-11-24", "owner": "w-1", "flaw": "left"}"#
      ])
    #expect(document["fallback"]?.json.line == "\"out of memory\"")
  }

  @Test("the same plan is the same text, and an empty one has every list")
  func reproducible() throws {
    let service = try #require(PlanSample.service)
    #expect(PlanDocument(PlanSample.full, of: service).json == PlanDocument(PlanSample.full, of: service).json)
    let empty = PlanDocument(PlanSample.empty, of: service).json
    #expect(empty.contains("\"starts\": [],\n") && empty.hasSuffix("\"levels\": []\n}\n"))
  }

  @Test("who is past the six weeks stands at the head, with the extension's authoriser and reason")
  func beyondLimit() {
    #expect(
      lines("beyondLimit") == [
        #"{"episode": "e-1", "person": "p-1", "day": 45, "lastPermittedDay": "2026-11-21", "standing": "noAuthoriser"}"#,
        #"{"episode": "e-2", "person": "p-2", "day": 43, "lastPermittedDay": "2026-11-27", "standing": "extended", "#
          + #""extension": {"lastDay": "2026-11-27", "authorisedBy": "team manager", "#
          + #""reason": "waits for a rail, then home"}}"#,
      ])
    #expect(document.members.map(\.key).firstIndex(of: "beyondLimit") == 8)
  }

  @Test("the table is headed by what is left out and who is past the six weeks; then it has a row for each call")
  func table() throws {
    let service = try #require(PlanSample.service)
    let plain = PlanTable(PlanSample.full, of: service, names: .empty).csv.split(separator: "\r\n")
    let left = service.quarantine.count
    #expect(left > 0 && plain.count == 1 + left + 2 + PlanSample.calls.count)
    #expect(
      plain[0]
        == "date,part,from,until,person,name,call,kind,mode,minutes,workers,basis,last_permitted_day,nobody_on_duty,"
        + "outside_forecast,note")
    #expect(plain[1...left].allSatisfy { $0.contains(",,,,,,notInThisPlan,,,") })
    #expect(zip(service.quarantine, plain[1...left]).allSatisfy { $1.contains("\($0.kind) \($0.id): ") })
    let rows = plain.dropFirst(1 + left).map(String.init)
    #expect(rows[0] == #",,,,p-1,p-1,,,,,,noAuthoriser,2026-11-21,,,"day 45, no authoriser""#)
    #expect(
      rows[1] == ",,,,p-2,p-2,,,,,,extended,2026-11-27,,,"
        + #""day 43, extended to 2026-11-27 by team manager: waits for a rail, then home""#)
    #expect(rows[2] == "2026-11-24,morning,08:00,08:30,p-1,p-1,e-1-planned,review,home,30,2,planned,2026-11-25,,,")
    #expect(rows[3] == "2026-11-24,morning,08:00,08:30,p-1,p-1,e-1-booked,personalCare,home,30,2,booked,,,,")
    #expect(plain.filter { $0.hasSuffix(",yes,,") }.map { $0.contains(",bridging,") } == [true])
    #expect(plain.filter { $0.hasSuffix(",yes,") }.map { $0.contains(",beyondPrediction,") } == [true])
    let named = PlanTable(PlanSample.full, of: service, names: NameBook(names: ["p-1": "Brook, \"Ada\""])).csv
    #expect(named.contains("p-1,\"Brook, \"\"Ada\"\"\",e-1-planned"))
  }

  @Test("one person's part says whose it is, and has nothing of others, nor of the service alone")
  func person() throws {
    let service = try #require(PlanSample.service)
    func part(_ person: String) throws -> DocumentValue {
      let json = PlanDocument(PlanSample.full, of: service, person: PersonID(person)).json
      return try JSONParser.parse(Array(json.utf8), file: "plan.json")
    }
    func count(_ key: String, _ document: DocumentValue) -> Int {
      guard case .array(let items) = document[key]?.content else { return 0 }
      return items.count
    }
    let (one, other) = (try part("p-1"), try part("p-2"))
    #expect(one["person"]?.json.line == "\"p-1\"" && document["person"] == nil)
    for key in ["starts", "tasks", "breaches", "calls", "repeats"] {
      #expect(count(key, one) + count(key, other) == count(key, document), "\(key)")
    }
    #expect(count("starts", one) == 0 && count("calls", other) == 0)
    #expect(count("longestWaits", one) == 0 && count("longestWaits", other) == 1)
    #expect(one["capacityByRole"]?.members.isEmpty == true && one["agreement"] == nil && one["reserve"] == nil)
    #expect(count("levels", one) == count("levels", document))
  }

  @Test("the table of load has a row for each part of a day of each role, patch and skill, the tight ones marked")
  func loadTable() {
    let rows = PlanLoadTable(PlanSample.full).csv.split(separator: "\r\n")
    #expect(
      rows == [
        "date,part,by,of,contact_minutes,taken_minutes,forecast_minutes,tight,forecast_tight",
        "2026-11-24,morning,role,nurse,100,95,80,yes,", "2026-11-24,midday,role,nurse,0,0,0,,",
        "2026-11-24,evening,role,nurse,100,99,90,yes,yes",
        "2026-11-24,morning,patch,North,100,95,80,yes,", "2026-11-24,midday,patch,North,0,0,0,,",
        "2026-11-24,evening,patch,North,100,99,90,yes,yes",
        "2026-11-24,morning,skill,gait,100,95,80,yes,", "2026-11-24,midday,skill,gait,0,0,0,,",
        "2026-11-24,evening,skill,gait,100,99,90,yes,yes",
      ])
    #expect(PlanLoadTable(PlanSample.empty).csv.split(separator: "\r\n").count == 1)
  }
}
