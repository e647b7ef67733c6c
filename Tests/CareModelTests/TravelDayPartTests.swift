import CareModel
import Quantities
import Testing

@Suite("The part of the day for travel")
struct TravelDayPartTests {
  @Test("peaks include their first minute and not their last")
  func edges() {
    let policy = TravelPolicy()
    let expected: [(ClockTime, DayPart)] = [
      (LondonDay.clock(7, 29), .offPeak), (LondonDay.clock(7, 30), .morningPeak),
      (LondonDay.clock(9, 14), .morningPeak), (LondonDay.clock(9, 15), .offPeak),
      (LondonDay.clock(15, 59), .offPeak), (LondonDay.clock(16), .eveningPeak),
      (LondonDay.clock(18, 29), .eveningPeak), (LondonDay.clock(18, 30), .offPeak), (LondonDay.clock(0), .offPeak),
    ]
    for (time, part) in expected { #expect(policy.dayPart(at: time) == part, "\(time)") }
  }

  @Test("a call's legs go by the clock at the start of its first agreed window")
  func byAgreedWindow() {
    let caseload = LondonDay.caseload()
    // Preferred from 08:00, agreed from 07:00; preferred from 09:00, agreed from 08:00.
    #expect(caseload.travelDayPart(to: LondonDay.visit(windows: LondonDay.window(fromHour: 3))) == .offPeak)
    #expect(caseload.travelDayPart(to: LondonDay.visit(windows: LondonDay.window(fromHour: 4))) == .morningPeak)
    let late = LondonDay.window(fromHour: 12) + LondonDay.window(fromHour: 4)
    #expect(caseload.travelDayPart(to: LondonDay.visit(windows: late)) == .morningPeak)
    #expect(caseload.travelDayPart(to: LondonDay.visit(windows: [])) == .offPeak)
  }

  @Test("in summer the peak is by the summer clock")
  func summerTime() throws {
    let date = try #require(CivilDate(iso: "2026-06-23"))
    let caseload = LondonDay.caseload(date: date)
    let start = caseload.day.start + Minutes(180)
    let window = try #require(
      WindowAlternative(
        preferred: InstantInterval(at: start), agreed: InstantInterval(at: start), safe: InstantInterval(at: start)))
    #expect(caseload.calendar.local(start).time == LondonDay.clock(8))
    #expect(caseload.travelDayPart(to: LondonDay.visit(windows: [window])) == .morningPeak)
  }

  @Test("the peaks have their factors, the rest of the day none")
  func factors() {
    var policy = TravelPolicy()
    policy.morningPeakFactor = PerMille(1300)
    policy.eveningPeakFactor = PerMille(1400)
    #expect(DayPart.allCases.map { policy.factor($0).value } == [1300, 1400, 1000])
  }
}
