import CareModel
import Quantities
import TravelTimes

/// A published rota as it runs when nobody mends it: what has happened by some instant, and what would go wrong after it.
///
/// Calls begin as published, or as soon as their workers can be there; a call for two waits for both. What an event stops, or takes the
/// worker away from, is not done. Nothing is moved up.
struct PlayedRota {
  /// A call as it passes.
  struct Call {
    /// One for each demand.
    let workers: [WorkerID]
    let start: Instant
    /// By demand.
    fileprivate(set) var ends: [Instant]
    /// The events that made it begin later than published.
    let delayedBy: [Int]
  }

  private(set) var calls: [VisitID: Call] = [:]
  /// Calls of the rota that are not done, by the event that stops them.
  private(set) var undone: [VisitID: Int] = [:]
  /// Breaks as they are taken.
  private(set) var rests: [DutyKey: [InstantInterval]] = [:]
  /// When duty periods begin of which nothing had begun when their worker fell behind.
  private(set) var lateStarts: [DutyKey: Instant] = [:]

  private let day: Caseload
  private let travel: TravelModel
  private let interference: Interference
  private var running: [Running] = []

  /// A run as far as it has been played.
  private struct Running {
    let key: DutyKey
    let duty: DutyPeriod?
    var breaks: ArraySlice<BreakStop>
    var delays: ArraySlice<Interference.Delay>
    var here: PlaceID?
    /// When the worker can leave; nil before anything has happened.
    var free: Instant?
    var last: (visit: VisitID, demand: Int)?
    var causes: [Int] = []
  }

  init(_ rota: Rota, of day: Caseload, travel: TravelModel, with interference: Interference) {
    self.day = day
    self.travel = travel
    self.interference = interference
    running = rota.runs.map { run in
      let duty = day.worker(run.worker)?.dutyPeriods.first { $0.id == run.duty }
      return Running(
        key: DutyKey(worker: run.worker, duty: run.duty), duty: duty, breaks: run.breaks[...],
        delays: [], here: duty?.startPlace)
    }
    for (worker, delays) in interference.late {
      for delay in delays {
        PlayedRota.run(of: worker, at: delay.at, in: rota).map { running[$0].delays.append(delay) }
      }
    }
    for (visit, stops) in PlayedRota.wholeCalls(of: rota, day) { play(visit, stops) }
    for index in running.indices { finish(index) }
  }

  /// When the whole call is over.
  func end(of visit: VisitID) -> Instant? { calls[visit]?.ends.max() }

  /// Where each demand of a call stands in a rota: the run and its published start.
  typealias Stops = [(run: Int, start: Instant)]

  /// Calls with a stop for each demand, in order of their published start.
  static func wholeCalls(of rota: Rota, _ day: Caseload) -> [(visit: Visit, stops: Stops)] {
    var stops: [VisitID: [Int: (run: Int, start: Instant)]] = [:]
    for (index, run) in rota.runs.enumerated() {
      for stop in run.stops where stops[stop.visit]?[stop.demand] == nil {
        stops[stop.visit, default: [:]][stop.demand] = (index, stop.start)
      }
    }
    let whole = day.visits.compactMap { visit -> (visit: Visit, stops: Stops)? in
      guard let found = stops[visit.id], found.count == visit.demands.count, found[0] != nil else { return nil }
      let rows = visit.demands.indices.compactMap { found[$0] }
      return rows.count == visit.demands.count ? (visit, rows) : nil
    }
    return whole.sorted { ($0.stops[0].start, $0.visit.id) < ($1.stops[0].start, $1.visit.id) }
  }

  /// The run in which a worker falls behind: the first that is not over by then, or else the last.
  static func run(of worker: WorkerID, at instant: Instant, in rota: Rota) -> Int? {
    func last(_ index: Int) -> Instant? { rota.runs[index].stops.map(\.start).max() }
    let own = rota.runs.indices.filter { rota.runs[$0].worker == worker && !rota.runs[$0].stops.isEmpty }
      .sorted { (last($0) ?? instant) < (last($1) ?? instant) }
    return own.first { index in last(index).map { instant <= $0 } ?? false } ?? own.last
  }

  // MARK: One call after another

  private mutating func play(_ visit: Visit, _ stops: Stops) {
    let runs = stops.map(\.run)
    let published = stops.map(\.start).max() ?? stops[0].start
    let workers = runs.map { running[$0].key.worker }
    if visit.state.isFact, let actual = visit.actual {
      pass(visit, runs, workers: actual.workers, from: actual.start, delayedBy: [])
      return
    }
    for index in Set(runs).sorted() { rest(index, before: published) }
    var start = self.start(of: visit, runs, published)
    for index in Set(runs).sorted() where fallBehind(index, before: start, next: visit, published) {
      start = self.start(of: visit, runs, published)
    }
    if let event = stopper(of: visit, workers, start) {
      undone[visit.id] = event
      return
    }
    let causes = start > published ? Set(runs.flatMap { running[$0].causes }).sorted() : []
    pass(visit, runs, workers: workers, from: start, delayedBy: causes)
  }

  /// The published start, or when the last of its workers can be there.
  private func start(of visit: Visit, _ runs: [Int], _ published: Instant) -> Instant {
    runs.compactMap { ready(running[$0], for: visit) }.reduce(published, max)
  }

  private func ready(_ run: Running, for visit: Visit) -> Instant? {
    (run.free ?? lateStarts[run.key]).map { $0 + leg(run, to: visit) }
  }

  private func leg(_ run: Running, to visit: Visit) -> Seconds {
    guard let duty = run.duty, let here = run.here, let place = day.place(of: visit) else { return .zero }
    return travel.leg(from: here, to: place, mode: duty.mode, part: day.travelDayPart(to: visit)).seconds
  }

  /// Breaks that the rota has before an instant.
  private mutating func rest(_ index: Int, before instant: Instant) {
    while let next = running[index].breaks.first, next.start < instant {
      running[index].breaks.removeFirst()
      let start = running[index].free.map { max(next.start, $0) } ?? next.start
      let end = start + (next.end - next.start)
      InstantInterval(start: start, end: end).map { rests[running[index].key, default: []].append($0) }
      running[index].free = end
    }
  }

  /// Puts the delays told before a start on what the worker had in hand, or on the beginning of the duty period.
  private mutating func fallBehind(
    _ index: Int, before start: Instant, next visit: Visit? = nil, _ published: Instant? = nil
  ) -> Bool {
    var isBehind = false
    while let delay = running[index].delays.first, delay.at <= start {
      running[index].delays.removeFirst()
      running[index].causes.append(delay.event)
      isBehind = true
      if let last = running[index].last, let free = running[index].free {
        running[index].free = free + delay.by
        calls[last.visit]?.ends[last.demand] = free + delay.by
      } else if let duty = running[index].duty {
        let departure = visit.flatMap { visit in published.map { $0 - leg(running[index], to: visit) } }
        let begin = max(departure ?? duty.hours.start, lateStarts[running[index].key] ?? duty.hours.start)
        lateStarts[running[index].key] = begin + delay.by
      }
    }
    return isBehind
  }

  /// The event by which a call is not done; nil where it is, at least begun.
  private func stopper(of visit: Visit, _ workers: [WorkerID], _ start: Instant) -> Int? {
    for worker in workers {
      if let absence = interference.off[worker], absence.from <= start { return absence.event }
    }
    if let stop = interference.stopped[visit.id], stop.isAtDoor ? stop.at < start : stop.at <= start {
      return stop.event
    }
    return interference.away[visit.person]?.first { $0.interval.contains(start) }?.event
  }

  private mutating func pass(
    _ visit: Visit, _ runs: [Int], workers: [WorkerID], from start: Instant, delayedBy causes: [Int]
  ) {
    let ends = visit.demands.map { demand -> Instant in
      let usual = start + interference.length(of: demand, in: visit)
      let brokenOff = interference.stopped[visit.id].map(\.at)
      let leaving = interference.away[visit.person]?.map(\.interval.start).filter { $0 < usual && start < $0 }.min()
      guard let stop = brokenOff ?? leaving else { return usual }
      return start + max(Minutes(1), (stop - start).startedMinutes)
    }
    calls[visit.id] = Call(workers: workers, start: start, ends: ends, delayedBy: causes)
    let later = interference.lengths[visit.id].filter { $0.minutes > visit.length }?.event
    for (demand, index) in runs.enumerated() {
      running[index].free = ends[demand]
      running[index].here = day.place(of: visit) ?? running[index].here
      running[index].last = (visit.id, demand)
      running[index].causes = Set(running[index].causes + causes + (later.map { [$0] } ?? [])).sorted()
    }
  }

  /// What comes behind the last call.
  private mutating func finish(_ index: Int) {
    rest(index, before: day.day.end)
    _ = fallBehind(index, before: day.day.end)
  }
}

extension Optional {
  /// The value, where it meets a condition.
  fileprivate func filter(_ condition: (Wrapped) -> Bool) -> Wrapped? { flatMap { condition($0) ? $0 : nil } }
}
