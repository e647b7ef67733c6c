import CareModel
import Quantities

/// What events do to a rota as it runs, if nobody does anything about it. Events go by their place in the list.
struct Interference {
  /// A worker does nothing more.
  struct Absence {
    let from: Instant
    let event: Int
  }

  /// A worker is behind from an instant on.
  struct Delay {
    let at: Instant
    let by: Minutes
    let event: Int
  }

  /// A call is broken off at an instant, or never begins where it has not by then.
  struct Stop {
    let at: Instant
    /// Somebody was at the door: the call had begun even where it began at that very instant.
    let isAtDoor: Bool
    let event: Int
  }

  /// A call takes so long.
  struct Length {
    let minutes: Minutes
    let event: Int
  }

  /// A person is away.
  struct Stay {
    let interval: InstantInterval
    let event: Int
  }

  var off: [WorkerID: Absence] = [:]
  /// In order of time.
  var late: [WorkerID: [Delay]] = [:]
  var stopped: [VisitID: Stop] = [:]
  var lengths: [VisitID: Length] = [:]
  var away: [PersonID: [Stay]] = [:]

  /// How long one demand of a call takes.
  func length(of demand: Demand, in visit: Visit) -> Minutes {
    guard let told = lengths[visit.id]?.minutes else { return demand.length }
    if told < visit.length { return min(demand.length, told) }
    return demand.length == visit.length ? told : demand.length
  }
}
