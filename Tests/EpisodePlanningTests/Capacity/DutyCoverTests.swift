import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Today is Tuesday 24 November 2026, 07:00.
@Suite("Essential calls for which nobody is on duty who may")
struct DutyCoverTests {
  private func call(
    _ from: String, roles: [Role] = [], skills: [Skill] = [], workers: Int = 1, consequence: Consequence = .medium
  ) -> PackageLine {
    PackageLine(
      id: LineID("call"),
      call: CallNeed(
        kind: .personalCare,
        demands: Array(repeating: Demand(roles: roles, skills: skills, length: Minutes(30)), count: workers),
        preferred: ClockInterval(from: clock(from), until: ClockTime(wrapping: clock(from).secondsOfDay + 1800)),
        consequence: consequence))
  }

  /// The days of the coming week on which nobody is on duty for a line.
  private func gaps(
    _ line: PackageLine, _ shifts: [RosteredShift], asOf: Instant = instant("2026-11-24", "07:00")
  ) -> [String] {
    var parts = InventedService()
    parts.asOf = asOf
    parts.staff = [worker([shifts])]
    parts.episodes = [episode(packages: [package(from: "2026-11-10", [line])])]
    return EpisodePlanner(parts.service, days: 7).plan().calls.filter(\.hasNobodyOnDuty).map(\.date.description)
  }

  private static let weekdays = [Weekday.monday, .tuesday, .wednesday, .thursday, .friday]
  private let office = Self.weekdays.map { RosteredShift($0, shift("07:00", "23:00")) }

  @Test("a call on a day without a shift is told, every other one is not")
  func day() {
    #expect(gaps(call("08:00"), office) == ["2026-11-28", "2026-11-29"])
    #expect(gaps(call("08:00"), Weekday.allCases.map { RosteredShift($0, shift("07:00", "08:00")) }).isEmpty)
    #expect(gaps(call("08:00"), []).count == 7)
  }

  @Test("only what is essential is told")
  func consequence() {
    for consequence in Consequence.allCases {
      #expect(gaps(call("08:00", consequence: consequence), office).isEmpty == !consequence.isEssential)
    }
  }

  @Test("somebody counts who is there in the part of the day in which the call is wanted, or could still be done")
  func part() {
    // The evening begins at 18:00.
    func evening(until: String) -> [String] {
      gaps(call("21:00"), Weekday.allCases.map { RosteredShift($0, shift("10:00", until)) })
    }
    #expect(evening(until: "18:00").count == 7 && evening(until: "18:05").isEmpty)
  }

  @Test("role and skills count, of each of two workers")
  func whoMay() {
    #expect(gaps(call("08:00", roles: [.rehabilitationAssistant, .nurse]), office).count == 2)
    #expect(gaps(call("08:00", roles: [.nurse]), office).count == 7)
    #expect(gaps(call("08:00", skills: [Skill("stoma")], workers: 2), office).count == 7)
  }

  @Test("what was wanted in a part of today that is over is not told any more")
  func over() {
    #expect(gaps(call("08:00"), [], asOf: instant("2026-11-24", "10:59")).count == 7)
    #expect(gaps(call("08:00"), [], asOf: instant("2026-11-24", "11:00")).count == 6)
  }
}
