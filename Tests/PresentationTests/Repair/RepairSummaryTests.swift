import CareModel
import Explanations
import Presentation
import Quantities
import Testing

@Suite("A repair in words")
struct RepairSummaryTests {
  private var day: HandMadeDay {
    var day = HandMadeDay.quiet()
    day.call("v5", of: "p5", at: "13:00")
    day.leaveOut("v5", because: [(.dutyFull, 2)], next: ("14:10", "bob"))
    day.names["p5"] = "Eve Fox"
    return day
  }

  private func text(_ repair: RepairReport, _ events: [DayEvent], files: [String] = []) throws -> String {
    RepairSummary(RepairWords(try day.report(), repair, events: events), files: files).text()
  }

  private func placement(_ workers: [String], _ clock: String) -> Visit.Placement {
    Visit.Placement(workers: workers.map { WorkerID($0) }, start: day.at(clock))
  }

  private var off: DayEvent {
    DayEvent(
      id: EventID("e1"), at: day.at("07:00"), reportedBy: "duty desk",
      matter: .workerOff(WorkerID("cat"), from: day.at("07:00")))
  }

  private func report(_ others: OtherCalls) -> RepairReport {
    RepairReport(
      asOf: day.at("07:00"),
      changes: [
        CallChange(
          visit: VisitID("v3"), person: PersonID("p3"), kind: .otherTime, before: placement(["bob"], "11:00"),
          after: placement(["bob"], "10:30"), struckBy: [], makesRoomFor: [VisitID("v1")]),
        CallChange(
          visit: VisitID("v1"), person: PersonID("p1"), kind: .otherWorker, before: placement(["cat"], "08:00"),
          after: placement(["ann"], "08:00"), struckBy: [EventID("e1")]),
        CallChange(
          visit: VisitID("v4"), person: PersonID("p4"), kind: .slightlyMoved, before: placement(["ann"], "12:05"),
          after: placement(["ann"], "12:00"), struckBy: []),
        CallChange(
          visit: VisitID("v5"), person: PersonID("p5"), kind: .uncovered, before: placement(["cat"], "13:00"),
          after: nil, struckBy: [EventID("e1")]),
      ],
      runs: [
        RunChange(
          worker: WorkerID("ann"), duty: DutyID("ann"), gained: [VisitID("v1")], lost: [], moved: [VisitID("v4")]),
        RunChange(worker: WorkerID("bob"), duty: DutyID("bob"), gained: [], lost: [VisitID("v3")], moved: []),
      ],
      lifted: [
        LiftedLock(
          visit: VisitID("v1"),
          lock: Lock(workers: [WorkerID("cat")], start: nil, setBy: "A. Shah", reason: "knows her"),
          event: EventID("e1"))
      ], others: others)
  }

  @Test("what is not covered comes first, then whom to ring with old and new, then whose run changes")
  func summary() throws {
    let text = try text(report(OtherCalls(total: 12, changed: 1, limit: 1)), [off], files: ["replan/rota.json"])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0].hasPrefix("Repair of Small borough"))
    #expect(lines[1] == "  duty desk: cat off from 07:00")
    #expect(
      lines[2].hasPrefix("NOT COVERED  Eve Fox, personal care for 13:00") && text.contains("could be 14:10 with Bob"))
    #expect(text.contains("ORDER LIFTED  call v1: ordered by A. Shah (knows her)"))
    #expect(text.contains("3 calls to tell people of; of 12 other calls 1 changed (8.4 %)\n"))
    let ring = try #require(lines.first { $0.hasPrefix("Cy Dunn") })
    #expect(ring.contains("11:00 Bob") && ring.contains("10:30 Bob") && ring.contains("makes room for"))
    #expect(lines.contains { $0.hasPrefix("Eve Fox") && $0.contains("NOT COVERED") })
    // A few minutes either way are within what people were told.
    #expect(!lines.contains { $0.hasPrefix("Mrs Example") })
    #expect(
      lines.contains { $0.hasPrefix("Ann") && $0.contains("Ada Brook 08:00") && $0.contains("Mrs Example 12:00") })
    // What goes to somebody else is named by the time that it had in this run.
    #expect(lines.contains { $0.hasPrefix("Bob") && $0.contains("Cy Dunn 11:00") }, "\(text)")
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(text)")
    #expect(text.hasSuffix("Written: replan/rota.json\n"))
  }

  @Test("more changes than were to be are said, and none at all too")
  func limits() throws {
    #expect(
      try text(report(OtherCalls(total: 12, changed: 3, limit: 1)), [off]).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ").contains("more than the 1 that were to be changed at most"))
    let none = RepairReport(
      asOf: day.at("07:00"), changes: [], runs: [], lifted: [], others: OtherCalls(total: 0, changed: 0, limit: 0))
    let text = try text(none, [])
    #expect(text.contains("Nobody has to be rung.") && text.contains("there are no other calls"))
  }

  @Test("each kind of event has its words")
  func events() throws {
    var records = DayRecords()
    records.visits = [VisitDraft(try #require(day.visits.first), windows: [])]
    records.workers = [try #require(day.workers.first)]
    let visit = VisitID("v1")
    let order = CallOrder(workers: nil, start: nil, setBy: "A. Shah", reason: "asked for")
    let rows: [(DayEvent.Matter, String)] = [
      (.runningLate(WorkerID("ann"), by: Minutes(25)), "Ann 25 min late at 07:00"),
      (.cancelled(visit), "Ada Brook's call v1 cancelled"), (.refused(visit), "Ada Brook's call v1 refused"),
      (.noReply(visit), "Ada Brook's call v1: no reply at 07:00"),
      (.cutShort(visit, to: Minutes(10)), "Ada Brook's call v1 cut short to 10 min"),
      (.takesLonger(visit, to: Minutes(70)), "Ada Brook's call v1 takes 1 h 10"),
      (.newWindows(visit, []), "Ada Brook's call v1 wanted at another time"),
      (
        .toHospital(PersonID("p1"), from: day.at("11:00"), until: day.at("15:00")),
        "Ada Brook in hospital from 11:00 until 15:00"
      ),
      (.newCall(records), "new: Ada Brook, personal care"),
      (.newReferral(records), "new referral: Ada Brook, personal care"),
      (.providerOutage(provider: "Northside", records), "Northside hands back 1 call"),
      (.workerAdded(records), "Ann on duty"), (.locked(visit, order), "Ada Brook's call v1 ordered by A. Shah"),
      (.unlocked(visit), "order about Ada Brook's call v1 taken back"), (off.matter, "cat off from 07:00"),
    ]
    let none = RepairReport(
      asOf: day.at("07:00"), changes: [], runs: [], lifted: [], others: OtherCalls(total: 0, changed: 0, limit: 0))
    let events = rows.enumerated().map { DayEvent(id: EventID("\($0)"), at: day.at("07:00"), matter: $1.0) }
    let text = try text(none, events)
    for (_, words) in rows { #expect(text.contains("  \(words)\n"), "\(words)") }
    #expect(Set(events.map(\.kind)).count == DayEvent.Kind.allCases.count)
  }
}
