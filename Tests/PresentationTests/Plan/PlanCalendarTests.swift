import CareModel
import Presentation
import Quantities
import Testing

@Suite("One person's weeks")
struct PlanCalendarTests {
  @Test("what was left out of theirs, and their last permitted day that is over, heads them; nothing of others")
  func head() throws {
    var plan = HandMadePlan.full
    plan.quarantine = ["p-3", "p-4", nil].enumerated().map { index, person in
      QuarantinedRecord(kind: "episode", id: "e-\(index)", person: person.map { PersonID($0) }, problems: [])
    }
    #expect(
      try #require(plan.weeks(of: "p-3")).hasPrefix(
        """
        NOT IN THIS PLAN  episode e-0
        NOT IN THIS PLAN  episode e-2
        day 44, no authoriser: p-3
        p-3

        """))
    #expect(
      try #require(plan.weeks(of: "p-4")).hasPrefix(
        "NOT IN THIS PLAN  episode e-1\nNOT IN THIS PLAN  episode e-2\np-4\n"))
  }

  @Test("one person's weeks: clocks first, then tasks, then calls by day, forecasts in brackets")
  func weeks() throws {
    var plan = HandMadePlan.full
    plan.names = ["p-4": "Mr Sample"]
    let text = try #require(plan.weeks(of: "p-4"))
    #expect(
      text.hasPrefix(
        """
        Mr Sample
        e-p-4: day 14, last permitted day Tue 29 Dec, extended to Tue 29 Dec by A. Nother: a fall, next
          review by Tue 24 Nov, predicted end Mon 14 Dec
        To do
          ask who goes on caring: Mr Sample (Tue 1 Dec)

        """))
    #expect(text.contains("14:00 weekly review at home") && text.contains("(08:00 personal care)"))
    let key = "(in brackets, a forecast: beyond the predicted or agreed end, or probably not needed by then)\n"
    #expect(text.hasSuffix(key))
    let bridged = try #require(plan.weeks(of: "p-3"))
    #expect(bridged.contains("08:00 personal care, bridging") && !bridged.contains("in brackets"))
    plan.calls = [plan.call("p-3", 0, basis: .bridging).outsideForecast, plan.call("p-3", 1).outsideForecast]
    #expect(
      days(try #require(plan.weeks(of: "p-3"))).suffix(3) == [
        "Tue 24 Nov (08:00 personal care, bridging)", "Wed 25 Nov (08:00 personal care)",
        String(key.dropLast()),
      ])
  }

  @Test("somebody who waits has clocks and no calls; somebody unknown has nothing")
  func others() throws {
    let text = try #require(HandMadePlan.full.weeks(of: "p-2"))
    #expect(
      text.hasPrefix(
        """
        p-2
        hospital discharge, received Mon 16:00: waits
        own clock 9 h left, from receipt 9 h left, national clock 1 day 9 h left
        received: to be assessed and accepted

        """))
    #expect(text.hasSuffix("No calls in these days.\n"))
    #expect(HandMadePlan.full.weeks(of: "nobody") == nil)
  }

  @Test("of somebody without calls it is said that an episode has ended, or that a record is left out, theirs alone")
  func noCalls() throws {
    var plan = HandMadePlan()
    plan.episodes = [plan.episode("p-1", startedDaysAgo: 30, state: .ended, endedOn: plan.day(-1))]
    #expect(
      try #require(plan.weeks(of: "p-1")).hasSuffix("No calls in these days: episode e-p-1 ended on Mon 23 Nov.\n"))
    plan.quarantine = ["p-1", "p-2", nil].enumerated().map { index, person in
      QuarantinedRecord(kind: "episode", id: "e-\(index)", person: person.map { PersonID($0) }, problems: [])
    }
    #expect(
      try #require(plan.weeks(of: "p-1")).hasSuffix(
        "No calls in these days: left out: episode e-0; episode e-p-1 ended on Mon 23 Nov.\n"))
    plan.episodes = []
    #expect(try #require(plan.weeks(of: "p-1")).hasSuffix("No calls in these days: left out: episode e-0.\n"))
  }

  @Test(
    "who owns the care plan is said, with what is wrong with that",
    arguments: [
      ("w-1" as String?, nil as CarePlanOwnership.Flaw?, "owner Mr Sample"),
      (nil, .noOwner, "owner not named"), ("w-1", .notRegistered, "owner Mr Sample, no registered professional"),
      ("w-1", .left, "owner Mr Sample, not on the staff list any more"),
    ])
  func owner(id: String?, flaw: CarePlanOwnership.Flaw?, said: String) throws {
    var plan = HandMadePlan()
    plan.names = ["w-1": "Mr Sample"]
    plan.owners = ["p-1", "p-2"].map { person in
      CarePlanOwnership(
        episode: EpisodeID("e-" + person), person: PersonID(person), agreedOn: plan.day(-12),
        owner: id.map { WorkerID($0) }, flaw: flaw)
    }
    #expect(
      try #require(plan.weeks(of: "p-1")).hasPrefix("p-1\ncare plan agreed Thu 12 Nov, \(said)\nNo calls"))
  }

  /// The rows of a calendar by their day, blanks drawn together.
  private func days(_ text: String) -> [String] {
    let lines = text.split(separator: "\n").map(String.init)
    return lines.drop { !$0.hasPrefix("day ") }.dropFirst().map { $0.split(separator: " ").joined(separator: " ") }
  }

  @Test("how a plan or a review is held is always said, of other calls where it is not at home")
  func modes() throws {
    var plan = HandMadePlan()
    plan.calls = [
      plan.call("p-1", 0, kind: .carePlan), plan.call("p-1", 1, kind: .review, by: .telephone),
      plan.call("p-1", 2, kind: .review, by: .video),
      plan.call("p-1", 3, kind: .dischargeReview, by: .clinic, at: "north"),
      plan.call("p-1", 4, kind: .therapy, by: .clinic, at: "north"), plan.call("p-1", 5, kind: .therapy),
    ]
    #expect(
      days(try #require(plan.weeks(of: "p-1"))) == [
        "Tue 24 Nov 08:00 care plan at home", "Wed 25 Nov 08:00 weekly review by telephone",
        "Thu 26 Nov 08:00 weekly review by video", "Fri 27 Nov 08:00 discharge review in clinic north",
        "Sat 28 Nov 08:00 therapy in clinic north", "Sun 29 Nov 08:00 therapy",
      ])
  }

  @Test(
    "days in hospital stand among the others, with from and until; stays that touch are one, and those that are over unsaid"
  )
  func stays() throws {
    var plan = HandMadePlan()
    plan.days = 5
    plan.stays["p-1"] = [
      (plan.at(-3, 10), plan.at(-2, 10)), (plan.at(0, 15), plan.at(1, 12)), (plan.at(1, 12), plan.at(2, 9)),
      (plan.at(3, 10), plan.at(3, 15)),
    ].compactMap { InstantInterval(start: $0, end: $1) }
    plan.calls = [plan.call("p-1", 0, .afternoon), plan.call("p-1", 0), plan.call("p-1", 2, .midday)]
    let text = try #require(plan.weeks(of: "p-1"))
    #expect(
      text.hasPrefix(
        """
        p-1
        in hospital from Tue 24 Nov 15:00 until Thu 26 Nov 09:00
        in hospital from Fri 27 Nov 10:00 until Fri 27 Nov 15:00
        day         morning

        """.dropLast()))
    #expect(
      days(text) == [
        "Tue 24 Nov 08:00 personal care 14:00 personal care", "in hospital from 15:00", "Wed 25 Nov in hospital",
        "Thu 26 Nov in hospital until 09:00 11:00 personal care", "Fri 27 Nov in hospital 10:00–15:00",
      ])
    plan.calls = []
    #expect(days(try #require(plan.weeks(of: "p-1"))).count == 4)
  }

  @Test("nothing is cut, and no line is wider than a page, however much falls on a day and whatever a clinic is called")
  func width() throws {
    var plan = HandMadePlan()
    let clinic = "clinic-of-the-" + String(repeating: "very-", count: 12) + "long-name"
    plan.names = ["p-1": "Mrs " + String(repeating: "Ada ", count: 40) + "Example"]
    plan.callsDue = [
      CallDue(person: PersonID("p-1"), episode: EpisodeID("e-p-1"), kind: .carePlan, lastPermittedDay: plan.day(1)),
      CallDue(person: PersonID("p-1"), episode: EpisodeID("e-p-1"), kind: .review, lastPermittedDay: plan.day(5)),
    ]
    plan.episodes = [
      plan.episode(
        "p-1", startedDaysAgo: 2,
        clocks: EpisodeClocks(predictedEnds: [EpisodeClocks.PredictedEnd(madeOn: plan.day(-1), end: plan.day(20))]))
    ]
    plan.calls = PartOfDay.allCases.flatMap { part in
      [
        plan.call("p-1", 0, part, kind: .dischargeReview, by: .clinic, at: clinic, basis: .bridging),
        plan.call("p-1", 0, part), plan.call("p-1", 0, part, kind: .equipmentFit, basis: .leftOut),
      ]
    }
    let text = try #require(plan.weeks(of: "p-1"))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 100 })
    #expect(!text.contains("…"))
    let flat = text.filter { $0 != " " && $0 != "\n" }
    #expect(flat.contains("careplanbyWed25Nov,nextreviewbySun29Nov,predictedendMon14Dec"))
    // Four columns stand beside one another and go on below: no sign of any is lost.
    #expect(text.count { $0 == "-" } == 4 * clinic.count { $0 == "-" } + 2)
  }
}
