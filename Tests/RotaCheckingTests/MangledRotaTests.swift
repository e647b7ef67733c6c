import CareModel
import Quantities
import ReproducibleNumbers
import RotaChecking
import Testing
import TravelTimes

@Suite("Mangled rotas")
struct MangledRotaTests {
  @Test("any rota is taken: it is scored, and what is wrong is found", arguments: 0..<40)
  func mangled(index: Int) {
    let (day, sound) = Self.largeDay(calls: 24)
    #expect(day.check(sound).findings == [])
    var stream = RandomStream(seed: 7, purpose: StreamPurpose("mangled rotas"), index: UInt64(index))
    var runs = sound.runs
    var uncovered = sound.uncovered
    for _ in 0..<(1 + index) { Self.mangle(&runs, &uncovered, &stream) }
    let rota = Rota(serviceDate: sound.serviceDate, asOf: sound.asOf, runs: runs, uncovered: uncovered)
    let checked = day.check(rota)
    #expect(checked.timelines.count == runs.count)
    #expect(checked.score.values.allSatisfy { $0 >= 0 })
    #expect(checked.timelines.allSatisfy { $0.departure <= $0.end && $0.cost >= .zero })
    #expect(day.check(rota) == checked)
    let isChanged = runs != sound.runs || uncovered != sound.uncovered
    #expect(isChanged || checked.findings == [])
  }

  @Test(
    "instants at the ends of the number range don't overflow",
    arguments: [Int.min, Int.min + 1, -1, Int.max - 1, Int.max])
  func extremes(seconds: Int) {
    let (day, sound) = Self.largeDay(calls: 4)
    let far = Instant(epochSeconds: seconds)
    let stops = (0..<4).map { Stop(visit: VisitID("v\(1000 + $0)"), demand: 0, start: far, end: at("08:00")) }
    let ends = (0..<4).map {
      Stop(visit: VisitID("v\(1000 + $0)"), demand: 0, start: Instant(epochSeconds: -seconds.clamped), end: far)
    }
    for list in [stops, ends, stops + ends] {
      let rota = Rota(
        serviceDate: sound.serviceDate, asOf: far,
        runs: [
          Run(
            worker: WorkerID("w1"), duty: DutyID("d1"), stops: list,
            breaks: [BreakStop(start: far, end: at("09:00")), BreakStop(start: at("09:00"), end: far)])
        ], uncovered: [])
      #expect(!day.check(rota).isPublishable)
    }
  }

  @Test("a thousand calls on one person and one worker are checked without trying every pair")
  func crowded() {
    let (day, _) = Self.largeDay(calls: 1000)
    let stops = (0..<1000).map { stop("v\(1000 + $0)", "08:00", minutes: 30) }
    let checked = day.check([run(stops)])
    #expect(checked.findings.filter { $0.rule == .travel }.count == 999)
    // Four people: each call but the first of each overlaps, and is told once.
    #expect(checked.findings.filter { $0.rule == .oneCallAtATime }.count == 996)
  }

  /// Telephone calls at all hours, one worker each five, and a rota that keeps every rule.
  private static func largeDay(calls: Int) -> (day: TinyDay, rota: Rota) {
    let people = ["p1", "p2", "p3", "p4"]
    var day = TinyDay(
      (0..<calls).map { TinyDay.anytime("v\(1000 + $0)", person: people[$0 % 4], mode: .video) })
    let workers = (calls + 3) / 4
    day.workers = (1...workers).map { number in
      TinyDay.worker(
        "w\(number)", duties: [TinyDay.duty("d\(number)", "05:00", "20:00", start: "base", end: "base")])
    }
    // Each worker rings the four people in turn, those of two workers at different times of the day.
    let runs = (0..<workers).map { number in
      run(
        "w\(number + 1)", "d\(number + 1)",
        (0..<4).filter { 4 * number + $0 < calls }.map { turn in
          let start = at("06:00") + Minutes(30 * ((turn + number * 4) % 26))
          return Stop(visit: VisitID("v\(1000 + 4 * number + turn)"), demand: 0, start: start, end: start + Minutes(30))
        })
    }
    return (day, day.rota(runs))
  }

  /// One thing goes wrong.
  private static func mangle(_ runs: inout [Run], _ uncovered: inout [VisitID], _ stream: inout RandomStream) {
    guard !runs.isEmpty else { return }
    let place = stream.nextInt(below: runs.count)
    let run = runs[place]
    var stops = run.stops
    var breaks = run.breaks
    switch stream.nextInt(below: 10) {
    case 0: runs.remove(at: place)
    case 1: runs.append(run)
    case 2: runs[place] = Run(worker: WorkerID("w\(stream.nextInt(below: 9))"), duty: run.duty, stops: stops)
    case 3: uncovered.append(VisitID("v\(1000 + stream.nextInt(below: 30))"))
    case 4:
      breaks.append(BreakStop(start: instant(&stream), end: instant(&stream)))
      runs[place] = Run(worker: run.worker, duty: run.duty, stops: stops, breaks: breaks)
    default:
      stream.shuffle(&stops)
      let old = stops.popLast() ?? stop("v1000", "08:00")
      let visit = stream.nextBool(perMille: 300) ? VisitID("v\(995 + stream.nextInt(below: 40))") : old.visit
      let demand = stream.nextBool(perMille: 300) ? stream.nextInt(in: -1...2) : old.demand
      let start = stream.nextBool(perMille: 600) ? instant(&stream) : old.start
      stops.append(
        Stop(
          visit: visit, demand: demand, start: start, end: stream.nextBool(perMille: 500) ? old.end : instant(&stream)))
      runs[place] = Run(worker: run.worker, duty: run.duty, stops: stops, breaks: breaks)
    }
  }

  private static func instant(_ stream: inout RandomStream) -> Instant {
    switch stream.nextInt(below: 4) {
    case 0: Instant(epochSeconds: stream.nextInt(in: Int.min...Int.max))
    case 1: at("05:00") + Seconds(stream.nextInt(in: -1_000_000_000...1_000_000_000))
    default: at("05:00") + Minutes(5 * stream.nextInt(below: 200))
    }
  }
}

extension Int {
  /// So that it can be negated.
  fileprivate var clamped: Int { Swift.max(self, -Int.max) }
}
