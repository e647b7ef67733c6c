import CareModel
import Presentation
import Quantities
import Testing

private let tomorrow = HandMadePlan().day(1)

@Suite("The summary of a plan")
struct PlanSummaryTests {
  @Test("a service with nobody in it has a summary, too")
  func empty() {
    #expect(
      HandMadePlan().summary == """
        Sample, Tue 24 Nov 2026, as of 07:00 (invented people): to Mon 4 Jan 2027

        Nobody waits to start.

        To do
          nothing in the coming week

        No part of the coming two weeks is tight.

        No rotas were made: travel and waiting beside time with people are reckoned as usual

        Proof: in the time reckoned with, starts and reviews can't be placed better, level by level

        """)
    var real = HandMadePlan()
    (real.isInvented, real.title) = (false, "")
    #expect(real.summary.hasPrefix("Tue 24 Nov 2026, as of 07:00: to Mon 4 Jan 2027\n"))
  }

  @Test("reductions are told as something to talk about")
  func reductions() {
    var plan = HandMadePlan()
    plan.names = ["p-1": "Mrs Example"]
    plan.proposals = [
      TaperProposal(
        episode: EpisodeID("e-1"), person: PersonID("p-1"), review: tomorrow, lines: [LineID("bed"), LineID("tea")],
        weeklyNow: Minutes(840), weeklyThen: Minutes(420))
    ]
    #expect(
      plan.summary.contains(
        """

        Reductions to talk about at reviews (nothing changes until a named person has approved it)
          Mrs Example at the review of Wed 25 Nov: bed, tea; 14 h a week to 7 h

        """))
  }

  @Test("who is back not long after an earlier episode is told by name, in the weeks of each with the day")
  func repeats() {
    var plan = HandMadePlan()
    #expect(!plan.summary.contains("Repeats"))
    plan.names = ["p-1": "Mrs Example", "p-2": "Mr Sample"]
    plan.episodes = ["p-1", "p-2"].map { plan.episode($0, startedDaysAgo: 0) }
    plan.repeats = [("p-1", 91), ("p-2", 1)].map { person, days in
      RepeatEpisode(
        person: PersonID(person), earlier: EpisodeID("e-0"), earlierEnd: plan.day(-days),
        now: .episode(EpisodeID("e-1")), daysBetween: days)
    }
    #expect(plan.summary.contains("\n\nRepeats within 91 days  2: Mrs Example, Mr Sample\n\n"))
    #expect(plan.weeks(of: "p-2")?.contains("\nback 1 day after e-0 ended on Mon 23 Nov\n") == true)
    let many = plan.repeats[0]
    plan.repeats = Array(repeating: many, count: 10)
    #expect(
      plan.summary.contains("Repeats within 91 days  10: ") && plan.summary.contains("and 2 more (--format json)"))
    #expect(plan.summary.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("beside a start the hours that there were before, and those that there are now")
  func before() {
    var plan = HandMadePlan.full
    plan.lines = [("morning", Visit.Kind.personalCare, 80), ("practice", .therapy, 45)].map { id, kind, length in
      let from = ClockTime(wrapping: 8 * 3600)
      return PackageLine(
        id: LineID(id),
        call: CallNeed(
          kind: kind, demands: [Demand(length: Minutes(length))], preferred: ClockInterval(from: from, until: from)))
    }
    #expect(!plan.summary.contains("a week before"))
    plan.baseline = ["p-2": Minutes(150)]
    #expect(
      plan.summary.contains("    received: to be assessed and accepted; 2 h 30 a week before, 9 h 20 now\n"))
    #expect(plan.weeks(of: "p-2")?.contains("2 h 30 a week before, 9 h 20 now\n") == true)
  }

  @Test("what was left out, and who is past the last permitted day, stands at the head")
  func head() {
    var plan = HandMadePlan.full
    plan.names = ["p-3": "Mrs Example"]
    plan.quarantine = [QuarantinedRecord(kind: "episode", id: "e-9", problems: [])]
    let lines = plan.summary.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == "NOT IN THIS PLAN  episode e-9")
    #expect(lines[2] == "day 44, no authoriser: Mrs Example")
  }

  @Test("who is past the six weeks is told with day and standing, an extension with authoriser and reason")
  func beyondLimit() {
    var plan = HandMadePlan.full
    let more = Episode.Extension(lastDay: plan.day(3), authorisedBy: "A. Nother", reason: "a fall")
    let over = Episode.Extension(lastDay: plan.day(-3), authorisedBy: "A. Nother", reason: "a fall")
    let before = plan.day(-4)
    func entry(_ person: String, _ standing: BeyondLimit.Standing, _ more: Episode.Extension?) -> BeyondLimit {
      BeyondLimit(
        episode: EpisodeID("e-" + person), person: PersonID(person), day: 46,
        lastPermittedDay: more?.lastDay ?? before, extension: more, standing: standing)
    }
    plan.beyond += [
      entry("p-5", .extended, more), entry("p-6", .noAuthoriser, over), entry("p-7", .handedOver, nil),
      entry("p-8", .stopped, nil),
    ]
    #expect(
      plan.summary.contains(
        """

        Past day 42  5
          p-3: day 44, no authoriser
          p-5: day 46, extended to Fri 27 Nov by A. Nother: a fall
          p-6: day 46, no authoriser, extended to Sat 21 Nov by A. Nother: a fall
          p-7: day 46, handover recorded
          p-8: day 46, calls stopped by order

        """))
    #expect(plan.summary.contains("\nday 44, no authoriser: p-3\nday 46, no authoriser: p-6\n"))
    let table = plan.tables.split(separator: "\n").drop { !$0.hasPrefix("Past day 42  5") }
      .map { $0.split(separator: " ").joined(separator: " ") }
    #expect(table[1] == "day person record last permitted day" && table[2] == "day 44 p-3 e-p-3 Sun 22 Nov")
    #expect(table[4] == "day 46 p-5 e-p-5 Fri 27 Nov" && table[5] == "extended to Fri 27 Nov by A. Nother: a fall")
    plan.beyond = Array(repeating: entry("p-5", .extended, more), count: 10)
    #expect(plan.summary.contains("a fall\n  and 2 more (--format table)\n"))
    plan.beyond = []
    #expect(!plan.summary.contains("Past day") && !plan.tables.contains("Past day"))
  }

  @Test("who waits stands with all three clocks, and below it why")
  func queue() {
    let text = HandMadePlan.full.summary
    #expect(
      text.contains(
        """
        Starts  2 wait: 1 have a day, 1 of them late, 0 without all their essential calls
        person  clock           from receipt    national        start
        p-1     overdue 3 h 20  overdue 3 h 20  20 h 40 left    Tue 24 Nov midday
            hospital discharge, received Mon 03:40
            not earlier: no rehabilitation assistant (stoma) has time Tue 24 Nov morning: 45 min would free
              it
        p-2     9 h left        9 h left        1 day 9 h left  waits
            hospital discharge, received Mon 16:00
            received: to be assessed and accepted

        """))
    #expect(text.contains("hospital discharge  North     2  1 day 3 h  r-p-1\n"))
  }

  @Test(
    "each reason to wait, and each remark on a start, is said",
    arguments: [
      (.waits(.notAccepted(.provisional)), "provisional: to be confirmed or released"),
      (.waits(.notAccepted(.screened)), "screened: to be accepted or declined"),
      (.waits(.needsUnknown), "it is not known what the person needs"),
      (.waits(.notReady(HandMadePlan().at(1, 10))), "not before Wed 10:00"),
      (.waits(.tooLateToday(HandMadePlan().at(0, 7))), "today has no time left"),
      (
        .waits(
          .full(.init(date: tomorrow, part: .evening, roles: [], skills: [], missing: Minutes(75)))),
        "no day before Tue 8 Dec: nobody has time Wed 25 Nov evening: 1 h 15 would free it"
      ),
      (
        .waits(
          .full(
            .init(date: tomorrow, part: .evening, roles: [.nurse, .physiotherapist], skills: [], missing: Minutes(5)))),
        "no day before Tue 8 Dec: no nurse or physiotherapist has time Wed 25 Nov evening: 5 min would free it"
      ),
      (
        .starts(.init(date: tomorrow, part: .evening, earliest: HandMadePlan().at(1, 18))),
        "will miss 24 h by 1 day 2 h"
      ),
      (
        .starts(
          .init(
            date: tomorrow, part: .morning, earliest: HandMadePlan().at(0, 10), callsLeftOut: 2,
            leftOutBecause: .needsUnknown)),
        "no room for 2 essential calls of the first two days: it is not known what the person needs"
      ),
    ] as [(PlannedStart.Outcome, String)])
  func remarks(outcome: PlannedStart.Outcome, expected: String) {
    var plan = HandMadePlan()
    plan.starts = [plan.start("p-1", outcome)]
    #expect(plan.unbroken.contains("\n    \(expected)\n"))
    plan.starts = [plan.start("p-1", ringWard: true, outcome)]
    #expect(plan.unbroken.contains("\n    \(expected); ring the ward first\n"))
  }

  @Test("what is said in sentences is broken where a line is full, further in than it begins")
  func wrapped() {
    var plan = HandMadePlan()
    let short = StartObstacle.Shortage(
      date: plan.today, part: .morning, roles: [.occupationalTherapist, .physiotherapist, .rehabilitationAssistant],
      skills: [], missing: Minutes(22), others: 1)
    plan.starts = [plan.start("p-1", .waits(.full(short)))]
    plan.fallback = String(repeating: "word ", count: 30) + String(repeating: "x", count: 120)
    let lines = plan.summary.split(separator: "\n")
    #expect(lines.filter { $0.count > 100 } == [Substring("  " + String(repeating: "x", count: 120))])
    #expect(
      plan.summary.contains(
        """
            no day before Tue 8 Dec: no occupational therapist or physiotherapist or rehabilitation
              assistant has time Tue 24 Nov morning: 22 min, and that is not all that is short

        """))
  }

  @Test("a start in time needs no remark; one that is promised says so")
  func promised() {
    var plan = HandMadePlan()
    plan.starts = [
      plan.start(
        "p-1", .starts(.init(date: plan.today, part: .midday, earliest: plan.at(0, 11), isPublished: true)))
    ]
    #expect(plan.summary.contains("Tue 24 Nov midday, promised\n    hospital discharge, received "))
    #expect(!plan.summary.contains("not earlier"))
  }

  @Test("tasks stand under overdue, today and the six days after it; later ones are left to the table")
  func tasks() {
    var plan = HandMadePlan()
    func task(_ person: String, _ days: Int, _ deadline: Instant? = nil) -> DueTask {
      DueTask(.review, person: PersonID(person), episode: EpisodeID("e"), dueOn: plan.day(days), deadline: deadline)
    }
    plan.tasks = [
      task("past", -1), task("hour", 0, plan.at(0, 6)), task("soon", 0, plan.at(0, 8)), task("day", 0), task("six", 6),
      task("seven", 7),
    ]
    #expect(
      plan.summary.contains(
        """
        To do
        Overdue  2
          book the review: past (since Mon 23 Nov)
          book the review: hour (overdue 1 h)
        Due today  2
          book the review: soon (1 h left)
          book the review: day (Tue 24 Nov)
        Due in six days  1
          book the review: six (Mon 30 Nov)


        """))
  }

  @Test("what is to be done for more than three people is one line, and what doesn't fit is counted")
  func tasksAlike() {
    var plan = HandMadePlan()
    func tasks(_ kind: DueTask.Kind, _ count: Int) -> [DueTask] {
      (0..<count).map {
        DueTask(kind, person: PersonID("p\($0)"), episode: EpisodeID("e"), dueOn: plan.day(0))
      }
    }
    plan.tasks = tasks(.review, 3) + tasks(.handover, 4)
    #expect(
      plan.summary.contains(
        """
        Due today  7
          book the review: p0 (Tue 24 Nov)
          book the review: p1 (Tue 24 Nov)
          book the review: p2 (Tue 24 Nov)
          record the handover: p0 (Tue 24 Nov) and 3 more


        """))
    plan.tasks = tasks(.review, 3) + tasks(.carePlan, 3) + tasks(.handover, 5) + tasks(.onwardPlan, 3)
    #expect(
      plan.summary.contains(
        "  record the handover: p0 (Tue 24 Nov) and 4 more\n  ask who goes on caring: p0 (Tue 24 Nov)\n"
          + "  and 2 more (--format table)\n"))
  }

  @Test("broken promises are counted by clock, and tight parts are told with their use")
  func breachesAndTightParts() {
    var plan = HandMadePlan.full
    #expect(
      plan.summary.contains(
        "Promises not kept\n  first visit: 0 so far, 1 foreseen\n  last permitted day: 1 so far, 0 foreseen\n"
          + "  foreseen: p-1, first visit by Tue 24 Nov\n\n"))
    plan.cells = [
      .nurse: [
        plan.cell(0, .morning, 89, of: 100), plan.cell(1, .midday, 90, of: 100), plan.cell(2, .evening, 30, of: 0),
        plan.cell(14, .morning, 99, of: 100),
      ]
    ]
    let tight = plan.summary.split(separator: "\n").drop { !$0.hasPrefix("Tight") }.map(String.init)
    #expect(tight.count == 6)
    #expect(
      tight.dropFirst(2).first?.split(separator: " ")
        == "Thu 26 Nov evening nurse 0 min 30 min nobody on duty".split(separator: " "))
    #expect(
      tight.dropFirst(3).first?.split(separator: " ")
        == "Wed 25 Nov midday nurse 1 h 40 1 h 30 90 %".split(separator: " "))
    plan.patchCells = ["North": [plan.cell(0, .morning, 90, of: 100), plan.cell(14, .midday, 90, of: 100)]]
    plan.skillCells = [Skill("stoma"): [plan.cell(0, .morning, 89, of: 100)]]
    #expect(
      plan.summary.contains("\nTight parts of days by patch: North 1 part\n") && !plan.summary.contains("by skill"))
    (plan.cells, plan.skillCells) = ([:], [Skill("stoma"): [plan.cell(0, .morning, 5, of: 0)]])
    #expect(
      plan.summary.contains(
        "is tight.\nTight parts of days by patch: North 1 part\nTight parts of days by skill: stoma 1 part\n"))
  }

  @Test("an alert that has passed stands among what is due today, behind it")
  func passedAlert() throws {
    var plan = HandMadePlan()
    plan.episodes = [plan.episode("p-1", startedDaysAgo: 29)]
    plan.tasks = [
      DueTask(.limitAlert, person: PersonID("p-1"), episode: EpisodeID("e-p-1"), dueOn: plan.day(-2)),
      DueTask(.review, person: PersonID("p-1"), episode: EpisodeID("e-p-1"), dueOn: plan.today),
    ]
    let text = plan.summary
    #expect(text.contains("Due today  2\n") && !text.contains("Overdue"))
    let alert = try #require(text.firstRange(of: "comes nearer: p-1 (since Sun 22 Nov: day 28"))
    let review = try #require(text.firstRange(of: "book the review"))
    #expect(review.upperBound < alert.lowerBound)
  }

  @Test("the proof goes as far as it goes")
  func account() {
    var plan = HandMadePlan.full
    #expect(
      plan.summary.hasSuffix(
        "\nNot proven from here on: waitDays: 4, 3 is the least it could be\n"))
    plan.levels = [EpisodePlan.LevelReached(name: "clocks", printedName: "care plans", value: 2, bound: nil)]
    #expect(plan.summary.hasSuffix("\nNot proven from here on: care plans: 2\n"))
    plan.fallback = "out of memory\u{1B}"
    #expect(plan.summary.hasSuffix("\nPlaced one after another; no integer program: out of memory \n"))
  }

  @Test(
    "a text of an input can't move the cursor, colour a line or begin a new one",
    arguments: ["Eve\u{1B}[31m", "Eve\nDue today  9", "Eve\u{202E}x", "\u{9B}2J\r"])
  func hostile(name: String) {
    var plan = HandMadePlan.full
    plan.quarantine = [QuarantinedRecord(kind: "episode", id: "e-9", problems: [])]
    let count = plan.unbroken.split(separator: "\n", omittingEmptySubsequences: false).count
    let rows = plan.unbrokenTables.split(separator: "\n", omittingEmptySubsequences: false).count
    plan.title = name
    plan.names = ["p-1": name, "p-2": name, "p-3": name, "p-4": name]
    plan.quarantine = [QuarantinedRecord(kind: name, id: name, problems: [])]
    plan.waits = [
      EpisodePlan.LongestWait(
        referralClass: .newCommunity, patch: name, referral: ReferralID(name), receivedAt: plan.at(-1, 3), waiting: 2)
    ]
    plan.starts[0] = plan.start(
      "p-1",
      .waits(
        .full(.init(date: plan.today, part: .morning, roles: [.nurse], skills: [Skill(name)], missing: Minutes(5)))))
    plan.tasks.append(DueTask(.review, person: PersonID(name), episode: EpisodeID(name), dueOn: plan.day(3)))
    for text in [plan.summary, plan.tables, plan.weeks(of: "p-1") ?? ""] {
      let isClean = text.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.properties.generalCategory != .control && $0.value != 0x202E)
      }
      #expect(isClean)
    }
    // One task more, with its heading in the summary.
    #expect(plan.unbroken.split(separator: "\n", omittingEmptySubsequences: false).count == count + 2)
    #expect(plan.unbrokenTables.split(separator: "\n", omittingEmptySubsequences: false).count == rows + 1)
  }
}
