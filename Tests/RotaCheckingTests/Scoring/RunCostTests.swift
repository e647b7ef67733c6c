import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("What a run costs")
struct RunCostTests {
  /// One assistant on whom all contact falls by contract, unless another is asked for.
  private func day(_ visits: [Visit], _ duty: DutyPeriod = TinyDay.duty(), workers: Int = 1) -> TinyDay {
    var day = TinyDay(visits)
    day.workers = [TinyDay.worker("w1", duties: [duty])] + (workers > 1 ? [day.workers[1]] : [])
    return day
  }

  @Test("paid travel by the minute and mileage by car, each leg rounded")
  func legs() {
    let visits = [TinyDay.anytime("v1"), TinyDay.anytime("v2", person: "p2")]
    let stops = [stop("v1", "08:00"), stop("v2", "09:00")]
    // 10 + 20 + 10 minutes at 40 pence, 10 + 20 + 10 miles at 45.
    let byCar = day(visits).check([run(stops)]).timelines
    #expect(byCar.map(\.cost) == [Pence(400 + 800 + 400 + 450 + 900 + 450)])
    let onFoot = day(visits, TinyDay.duty(mode: .onFoot)).check([run(stops)]).timelines
    #expect(onFoot.map(\.cost) == [Pence(1600)])
    let noWayHome = day(visits, TinyDay.duty(end: nil, mode: .onFoot)).check([run(stops)]).timelines
    #expect(noWayHome.map(\.cost) == [Pence(1200)])
  }

  @Test("half a penny is rounded up, less is not", arguments: [(3, 30), (2, 20), (1, 10)])
  func rounding(price: Int, pence: Int) {
    // 600 s at 3 p a minute are 30 p; 16,093 m at 1 p a mile are 9.9997 p.
    var day = day([TinyDay.anytime("v1")], TinyDay.duty(end: nil))
    day.policy.paidTravelPerMinute = Pence(price)
    day.policy.mileagePerMile = Pence(1)
    #expect(day.check([run([stop("v1", "08:00")])]).timelines.map(\.cost) == [Pence(pence + 10)])
  }

  @Test("overtime by the started minute", arguments: [("14:20", 0), ("14:20:01", 60), ("14:25", 300)])
  func overtime(clock: String, pence: Int) {
    let day = day([TinyDay.anytime("v1")], TinyDay.duty(mode: .onFoot, overtime: 15))
    let timeline = day.check([run([stop("v1", clock)])]).timelines
    #expect(timeline.map(\.cost) == [Pence(800 + pence)])
    #expect(timeline.map(\.overtime) == [Minutes(pence / 60)])
  }

  @Test("contact beyond its share of the day's, by length of duty")
  func unfairness() {
    // w1 is contracted for 8 of 16 hours, so for 45 of the 90 minutes of wanted contact.
    let visits = [TinyDay.anytime("v1", minutes: [60]), TinyDay.anytime("v2", person: "p2")]
    let day = day(visits, TinyDay.duty(mode: .onFoot), workers: 2)
    let alone = day.check([run([stop("v1", "08:00", minutes: 60)])], uncovered: ["v2"])
    #expect(alone.timelines.map(\.cost) == [Pence(800 + 15 * 5)])
    let fair = day.check([run([stop("v2", "08:00")])], uncovered: ["v1"])
    #expect(fair.timelines.map(\.cost) == [Pence(800)])
  }

  @Test("shares are floored to the second, and what exceeds them counts by the started minute")
  func share() {
    // 1800 s x 28,800 / 86,399 is 600.007 s; 1800 - 600 = 1200 s are 20 minutes.
    var day = day([TinyDay.anytime("v1")], TinyDay.duty(mode: .onFoot))
    let hours = InstantInterval(start: at("07:00"), end: at("07:00") + Seconds(57_599))
    #expect(hours != nil)
    guard let hours else { return }
    let duty = DutyPeriod(
      id: DutyID("d2"), hours: hours, startPlace: PlaceID("base"), endPlace: nil, mode: .onFoot)
    day.workers.append(TinyDay.worker("w2", duties: [duty]))
    #expect(day.check([run([stop("v1", "08:00")])]).timelines.map(\.cost) == [Pence(800 + 20 * 5)])
    // With a duty longer by two seconds the share is 599 s, and a 21st minute has begun.
    let longer = InstantInterval(start: at("07:00"), end: at("07:00") + Seconds(57_601))
    guard let longer else { return }
    day.workers[1] = TinyDay.worker(
      "w2",
      duties: [
        DutyPeriod(id: DutyID("d2"), hours: longer, startPlace: PlaceID("base"), endPlace: nil, mode: .onFoot)
      ])
    #expect(day.check([run([stop("v1", "08:00")])]).timelines.map(\.cost) == [Pence(800 + 21 * 5)])
  }

  @Test("a run without stops costs nothing")
  func empty() {
    #expect(day([]).check([run([])]).timelines.map(\.cost) == [.zero])
    #expect(day([]).check([run([], breaks: [rest("08:00", "08:20")])]).score.nonZero.isEmpty)
  }
}
