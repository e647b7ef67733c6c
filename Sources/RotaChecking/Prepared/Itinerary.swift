import CareModel
import Quantities
import TravelTimes

/// How a run passes: the way to each stop, its rests and the way home (`Documentation/score.md`, legs and hard rules).
///
/// Stops and breaks are taken in the rota's order, so that a list out of order breaks the travel rule and nothing else.
/// A run without a duty period has no legs.
struct Itinerary {
  /// The way to one stop.
  struct Approach {
    /// When the worker can leave for it: the end of what comes before; nil where nothing does.
    let free: Instant?
    /// The stop directly before is the one before it in the list, without a break between.
    let followsStop: Bool
    /// Nil where the worker is there already.
    let leg: Timeline.Leg?
    /// Seconds of the leg; of one that was under way at `asOf`, those that were left then.
    let travel: Seconds
  }

  /// A break as it lies between the stops.
  struct Rest {
    let start: Instant
    let end: Instant
    /// The end of the stop or break before it.
    let previousEnd: Instant?
    /// The start of the stop after it.
    let nextStart: Instant?

    /// It overlaps neither what comes before nor what comes after.
    var isInGap: Bool {
      start <= end && previousEnd.map { $0 <= start } ?? true && nextStart.map { end <= $0 } ?? true
    }
  }

  /// One for each stop.
  let approaches: [Approach]
  /// One for each break of the rota.
  let rests: [Rest]
  /// Nil where the worker ends at the end place already, or it is the worker's own affair.
  let wayHome: Timeline.Leg?
  let departure: Instant
  let end: Instant

  /// - Parameters:
  ///   - next: the call that the worker is to go to next, as published.
  ///   - earliest: when the worker may set out first.
  init(
    of stops: [StopUnderCheck], breaks: [(start: Instant, end: Instant)], duty: DutyPeriod?, next: Visit?,
    earliest: Instant?, caseload: Caseload, day: InstantInterval, travel: TravelModel
  ) {
    var approaches: [Approach] = []
    var rests: [Rest] = []
    var here = duty?.startPlace
    var free: Instant?
    var pending = breaks[...]

    func rest(before nextStart: Instant?) -> Bool {
      var didRest = false
      while let next = pending.first, nextStart.map({ next.start < $0 }) ?? true {
        pending.removeFirst()
        let rest = Rest(start: next.start, end: next.end, previousEnd: free, nextStart: nextStart)
        rests.append(rest)
        guard rest.isInGap else { continue }
        free = rest.end
        didRest = true
      }
      return didRest
    }

    func way(to place: PlaceID?, part: DayPart) -> TravelLeg? {
      guard let duty, let from = here, let place, from != place else { return nil }
      return travel.leg(from: from, to: place, mode: duty.mode, part: part)
    }

    /// When the worker set out for a stop, where that was before `asOf`: it is the call to go to next, the worker has to be nowhere else
    /// first, and the time to set out for it as published is past.
    func setOut(for stop: StopUnderCheck, at position: Int, _ leg: Seconds) -> Instant? {
      let before = stops[..<position]
      guard let next, let told = next.published, stop.visitID == next.id,
        before.allSatisfy({ $0.isAsItHappened || $0.place == nil }),
        let free = before.filter(\.isAsItHappened).map(\.end).max() ?? earliest
      else { return nil }
      let departure = max(free, told.start - leg)
      return departure < caseload.asOf && caseload.asOf <= departure + leg ? departure : nil
    }

    for (position, stop) in stops.enumerated() {
      let didRest = rest(before: stop.start)
      let way = way(to: stop.place, part: stop.visit.map(caseload.travelDayPart(to:)) ?? .offPeak)
      let seconds = way?.seconds ?? .zero
      let gone = way == nil ? nil : setOut(for: stop, at: position, seconds)
      var leg: Timeline.Leg?
      if let way, let from = here, let to = stop.place {
        let earliest = stop.isAsItHappened ? free : free.map { gone ?? max($0, caseload.asOf) }
        let leaving = earliest ?? stop.start - seconds
        leg = Timeline.Leg(
          from: from, to: to, departure: leaving, arrival: leaving + seconds, distance: way.distance,
          visit: stop.visitID)
      }
      approaches.append(
        Approach(
          free: free, followsStop: position > 0 && !didRest, leg: leg,
          travel: gone.map { seconds - (caseload.asOf - $0) } ?? seconds))
      here = stop.place ?? here
      free = stop.end
    }
    _ = rest(before: nil)

    let wayBack = stops.isEmpty ? nil : way(to: duty?.endPlace, part: .offPeak)
    let last = free ?? duty?.hours.start ?? day.start
    if let wayBack, let from = here, let to = duty?.endPlace {
      wayHome = Timeline.Leg(
        from: from, to: to, departure: last, arrival: last + wayBack.seconds, distance: wayBack.distance, visit: nil)
    } else {
      wayHome = nil
    }
    let firstLeaving = approaches.first?.leg?.departure ?? stops.first?.start
    departure = [firstLeaving, rests.first?.start].compactMap { $0 }.min() ?? last
    end = max(departure, wayHome?.arrival ?? last)
    self.approaches = approaches
    self.rests = rests
  }

  /// Every leg, in the order of the run.
  var legs: [Timeline.Leg] { approaches.compactMap(\.leg) + (wayHome.map { [$0] } ?? []) }
}
