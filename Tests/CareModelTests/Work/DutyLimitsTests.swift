import CareModel
import Quantities
import Testing

@Suite("The limits of a duty period")
struct DutyLimitsTests {
  private let policy = Policy()

  /// From and to so many minutes after 05:00.
  private func duty(_ id: String = "d-1", from start: Int, to end: Int, overtime: Int = 0) -> DutyPeriod {
    DutyPeriod(
      id: DutyID(id), hours: LondonDay.interval(LondonDay.at(minutes: start), LondonDay.at(minutes: end)),
      startPlace: PlaceID("home"), endPlace: nil, mode: .car, agreedOvertime: Minutes(overtime))
  }

  private func limits(
    _ duties: [DutyPeriod], of id: String = "d-1", record: WorkingRecord = WorkingRecord(), policy: Policy = Policy()
  ) throws -> (start: Int, end: Int) {
    let worker = Worker(
      id: WorkerID("w-1"), role: .rehabilitationAssistant, dutyPeriods: duties, record: record)
    let duty = try #require(duties.first { $0.id == DutyID(id) })
    let limits = DutyLimits(of: duty, of: worker, policy: policy)
    return (
      (limits.earliestStart - LondonDay.at(hours: 0)).value / 60, (limits.latestEnd - LondonDay.at(hours: 0)).value / 60
    )
  }

  @Test("without a record the limits are the contracted hours")
  func contracted() throws {
    #expect(try limits([duty(from: 120, to: 600)]) == (120, 600))
  }

  @Test("agreed overtime moves the end, and only the end")
  func overtime() throws {
    #expect(try limits([duty(from: 120, to: 600, overtime: 45)]) == (120, 645))
  }

  @Test("eleven hours after yesterday's end work may begin, not a minute before")
  func restBefore() throws {
    let early = WorkingRecord(previousDutyEnd: LondonDay.at(minutes: 120 - 660))
    #expect(try limits([duty(from: 120, to: 600)], record: early) == (120, 600))
    let late = WorkingRecord(previousDutyEnd: LondonDay.at(minutes: 121 - 660))
    #expect(try limits([duty(from: 120, to: 600)], record: late) == (121, 600))
  }

  @Test("eleven hours before tomorrow's start work ends, overtime or not")
  func restAfter() throws {
    let record = WorkingRecord(nextDutyStart: LondonDay.at(minutes: 610 + 660))
    #expect(try limits([duty(from: 120, to: 600)], record: record) == (120, 600))
    #expect(try limits([duty(from: 120, to: 600, overtime: 45)], record: record) == (120, 610))
    let early = WorkingRecord(nextDutyStart: LondonDay.at(minutes: 590 + 660))
    #expect(try limits([duty(from: 120, to: 600)], record: early) == (120, 590))
  }

  @Test("the weekly maximum leaves what has not been worked yet")
  func weeklyHours() throws {
    let nearlyFull = WorkingRecord(minutesWorkedThisWeek: Minutes(2880 - 300))
    #expect(try limits([duty(from: 120, to: 600)], record: nearlyFull) == (120, 420))
    let exactly = WorkingRecord(minutesWorkedThisWeek: Minutes(2880 - 480))
    #expect(try limits([duty(from: 120, to: 600)], record: exactly) == (120, 600))
    #expect(try limits([duty(from: 120, to: 600, overtime: 30)], record: exactly) == (120, 600))
  }

  @Test("a worker's own weekly maximum goes before the policy's, up and down")
  func ownMaximum() throws {
    let less = WorkingRecord(minutesWorkedThisWeek: Minutes(1000), weeklyMaximum: Minutes(1200))
    #expect(try limits([duty(from: 120, to: 600)], record: less) == (120, 320))
    let more = WorkingRecord(minutesWorkedThisWeek: Minutes(2880), weeklyMaximum: Minutes(3600))
    #expect(try limits([duty(from: 120, to: 600)], record: more) == (120, 600))
  }

  @Test("weekly minutes count from the start that rest allows, not from the contracted one")
  func restAndWeeklyHours() throws {
    let record = WorkingRecord(
      previousDutyEnd: LondonDay.at(minutes: 180 - 660), minutesWorkedThisWeek: Minutes(2880 - 300))
    #expect(try limits([duty(from: 120, to: 600)], record: record) == (180, 480))
  }

  @Test("nothing is left where the week is full or rest outlasts the duty: the end lies not after the start")
  func nothingLeft() throws {
    let full = WorkingRecord(minutesWorkedThisWeek: Minutes(2880))
    #expect(try limits([duty(from: 120, to: 600)], record: full) == (120, 120))
    let over = WorkingRecord(minutesWorkedThisWeek: Minutes(3000))
    #expect(try limits([duty(from: 120, to: 600)], record: over) == (120, 0))
    let rest = WorkingRecord(previousDutyEnd: LondonDay.at(minutes: 601 - 660))
    let limits = try limits([duty(from: 120, to: 600)], record: rest)
    #expect(limits.end < limits.start)
  }

  @Test("of a split shift the second part has what the first, at its contracted length, leaves of the week")
  func splitShift() throws {
    let parts = [duty("d-1", from: 120, to: 360), duty("d-2", from: 720, to: 960)]
    let record = WorkingRecord(minutesWorkedThisWeek: Minutes(2880 - 400))
    #expect(try limits(parts, of: "d-1", record: record) == (120, 360))
    #expect(try limits(parts, of: "d-2", record: record) == (720, 880))
    #expect(try limits(parts.reversed(), of: "d-2", record: record) == (720, 880))
  }

  @Test("the daily rest is the policy's")
  func policyRest() throws {
    var policy = Policy()
    policy.dailyRest = Minutes(720)
    let record = WorkingRecord(previousDutyEnd: LondonDay.at(minutes: 120 - 660))
    #expect(try limits([duty(from: 120, to: 600)], record: record, policy: policy) == (180, 600))
  }
}
