import CareModel
import Explanations
import Presentation
import Quantities
import Testing

@Suite struct TerminalSummaryTests {
  private func lines(_ day: HandMadeDay, page: String? = "rota/2026-11-24.html") throws -> [String] {
    TerminalSummary(try day.report(), page: page, advice: "Your own day: reable template myday").lines
  }

  @Test("a quiet day is told in five lines with its numbers")
  func quietDay() throws {
    #expect(
      try lines(.quiet()) == [
        "Small borough, Tue 24 Nov 2026, as of 07:00 (invented people)",
        "Calls         4 of 4 covered; time-critical 1 of 1 on time; two-person 1 of 1",
        "First visits  1 of 1 inside 24 h",
        "Travel 21 min   overtime 0",
        "Open rota/2026-11-24.html      Your own day: reable template myday",
      ])
  }

  @Test("people who are not invented are not called so")
  func realPeople() throws {
    var day = HandMadeDay.quiet()
    day.isInvented = false
    #expect(try lines(day)[0] == "Small borough, Tue 24 Nov 2026, as of 07:00")
  }

  @Test("where nobody has a shift the reason says so")
  func nobodyOnDuty() throws {
    var day = HandMadeDay()
    day.call("v1", of: "p1", at: "08:00")
    day.leaveOut("v1", because: [])
    #expect(try lines(day).contains { $0.contains("UNCOVERED") && $0.hasSuffix("nobody is on duty today") })
  }

  @Test("a first visit after its deadline is late, with its rank, its delay and what stood in the way")
  func lateFirstVisit() throws {
    var day = HandMadeDay.quiet()
    day.firstVisit("v5", of: "p5", at: "13:20", deadline: "10:00", referralClass: .newCommunity)
    day.give("v5", to: "ann", at: "13:20")
    day.explain("v5", .pastDeadline(Seconds(12_000)), [(.notOnDuty, 3), (.dutyFull, 2)])
    let lines = try lines(day)
    #expect(lines.contains("First visits  1 of 2 inside 24 h"))
    #expect(
      lines.contains(
        "  LATE  p5 (new in the community) 13:20, 3 h 20 late: 2 runs full 07:20–10:00, 3 runs off duty then"))
  }

  @Test("a rank with a flag stands in one pair of brackets")
  func flaggedRank() throws {
    var day = HandMadeDay.quiet()
    day.firstVisit("v5", of: "p5", at: "13:20", deadline: "10:00", isFlagged: true)
    day.give("v5", to: "ann", at: "13:20")
    #expect(try lines(day).contains("  LATE  p5 (hospital discharge, care-home risk) 13:20, 3 h 20 late"))
  }

  @Test("a first visit that was overdue before the rota was made is late by no fault of the rota, and said so")
  func overdue() throws {
    var day = HandMadeDay.quiet()
    day.firstVisit("v5", of: "p5", at: "13:20", deadline: "06:00")
    day.give("v5", to: "ann", at: "13:20")
    day.explain("v5", .pastDeadline(Seconds(26_400)), [(.notOnDuty, 2)])
    #expect(
      try lines(day).contains("  LATE  p5 (hospital discharge) 13:20, 7 h 20 late: already overdue at 07:00"))
  }

  @Test("a first visit at its very deadline is in time, a minute after it is late")
  func deadlineItself() throws {
    var day = HandMadeDay.quiet()
    day.firstVisit("v5", of: "p5", at: "13:20", deadline: "13:20")
    day.give("v5", to: "ann", at: "13:20")
    #expect(try lines(day).contains("First visits  2 of 2 inside 24 h"))
    day.referrals.removeLast()
    day.visits.removeLast()
    day.firstVisit("v5", of: "p5", at: "13:20", deadline: "13:19")
    #expect(try lines(day).contains("First visits  1 of 2 inside 24 h"))
  }

  @Test("a time-critical call outside its agreed time is not on time")
  func timeCriticalLate() throws {
    var day = HandMadeDay.quiet()
    day.call("v6", of: "p6", at: "13:30", isTimeCritical: true)
    day.give("v6", to: "ann", at: "14:05")
    let lines = try lines(day)
    #expect(lines[1] == "Calls         5 of 5 covered; time-critical 1 of 2 on time; two-person 1 of 1")
    #expect(lines.contains("  LATE  p6 (personal care) 14:05, 5 min after the agreed time"))
  }

  @Test("a two-person call with one worker is uncovered, whatever the rota says of it")
  func singleHanded() throws {
    var day = HandMadeDay.quiet()
    day.stops["bob"]?.removeAll { $0.visit.text == "v2" }
    let lines = try lines(day)
    #expect(lines[1] == "Calls         3 of 4 covered; time-critical 1 of 1 on time; two-person 0 of 1")
    #expect(lines.contains { $0.hasPrefix("  UNCOVERED  Ben Carr (personal care)") })
  }

  @Test("uncovered essential calls stand before other ones, and what does not fit is counted")
  func manyProblems() throws {
    let lines = try lines(.short(essential: 20, other: 20))
    #expect(lines.count == TerminalSummary.mostLines)
    let problems = lines.filter { $0.contains("UNCOVERED") }
    #expect(problems.count == 10)
    #expect(problems.allSatisfy { $0.contains("(personal care)") })
    #expect(lines.contains("  and 30 more in the page"))
    let few = try self.lines(.short(essential: 1, other: 40))
    #expect(few.first { $0.contains("UNCOVERED") }?.contains("(personal care)") == true)
    #expect(few.count == TerminalSummary.mostLines)
  }

  @Test("never more than fifteen lines, with everything at once to say")
  func everythingAtOnce() throws {
    var day = HandMadeDay.short(essential: 40, other: 40)
    day.firstVisit("f", of: "pf", at: "10:00", deadline: "11:00")
    day.quarantine = (0..<30).map { index in
      QuarantinedRecord(
        kind: "visit", id: "q\(index)",
        problems: [InputProblem(code: "time.missing", location: "x", found: "25:00", expected: "a time of day")])
    }
    day.episodes = (0..<9).map { index in
      Episode(
        id: EpisodeID("e\(index)"), person: PersonID("pe\(index)"), startDate: day.serviceDate.adding(days: -43))
    }
    day.provenance = Provenances.failed
    let lines = try lines(day)
    #expect(lines.count == TerminalSummary.mostLines)
    #expect(lines.first?.hasPrefix("NOT IN THIS ROTA: 30 records left out") == true)
    #expect(lines.contains { $0.contains("visit q0") })
    #expect(lines.contains { $0.hasPrefix("day 44, no authoriser") })
    #expect(lines.contains { $0.contains("UNCOVERED") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("NOTE") })
    #expect(lines.last == "Open rota/2026-11-24.html      Your own day: reable template myday")
    for page in [nil, "page.html"] {
      #expect(try self.lines(day, page: page).count <= TerminalSummary.mostLines)
    }
  }

  @Test("a stage that failed is named with the one that made the rota; a deadline is said")
  func fallback() throws {
    var day = HandMadeDay.quiet()
    day.provenance = Provenances.failed
    let lines = try lines(day)
    #expect(
      lines.contains(
        "NOTE  the integer program (GLPK) stopped (out of memory); this rota was made by the search"))
    #expect(lines.contains("NOTE  the time limit cut the work: the same command may give another rota"))
    #expect(lines.contains("Travel 21 min   overtime 0   proof: no bound yet"))
  }

  @Test("a name can't move the cursor or start a new line")
  func hostileName() throws {
    var day = HandMadeDay.short(essential: 1, other: 0)
    day.names["pe0"] = "Eve\n\u{1B}[2J\u{202E}x"
    let text = TerminalSummary(try day.report()).text
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
    #expect(text.split(separator: "\n").filter { $0.contains("Eve") }.count == 1)
  }

  @Test("a rule broken by choice is told before what is uncovered")
  func brokenRule() throws {
    var day = HandMadeDay.short(essential: 1, other: 0)
    day.give("c", to: "ann", at: "08:10")
    let lines = try lines(day)
    let broken = try #require(lines.firstIndex { $0.contains("RULE BROKEN") })
    let uncovered = try #require(lines.firstIndex { $0.contains("UNCOVERED") })
    #expect(broken < uncovered)
  }

  @Test("a first visit not yet due and left out is no shortfall of the 24 hours, but is told")
  func deferred() throws {
    var day = HandMadeDay.quiet()
    day.firstVisit("v5", of: "p5", at: "13:00", deadline: "2026-11-25T16:00+00:00")
    day.leaveOut("v5")
    let lines = try lines(day)
    #expect(lines.contains("First visits  1 of 1 inside 24 h; 1 not yet due, left for later"))
    #expect(lines.contains { $0.hasPrefix("  LATER  p5 (hospital discharge) not yet due: by Wed 16:00") })
  }
}
