import CareModel
import Quantities

/// A call of the document with everything that the rota says of it.
struct CallUnderCheck {
  let visit: Visit
  let level: VisitLevel
  /// Its stops in any run, by demand, then in the order of the rota; those of demands that it doesn't have left out.
  let stops: [StopUnderCheck]
  /// How often the rota lists it as uncovered.
  let timesListedUncovered: Int
  /// Each demand is a stop of some run, or it has happened.
  let isCovered: Bool
  /// Who does it and when, for a covered call: what happened, else the first stop of each demand and the earliest start.
  let placement: Visit.Placement?

  init(_ visit: Visit, level: VisitLevel, stops: [StopUnderCheck], timesListedUncovered: Int) {
    self.visit = visit
    self.level = level
    let ordered = stops.enumerated().sorted {
      ($0.element.demandIndex, $0.offset) < ($1.element.demandIndex, $1.offset)
    }.map(\.element)
    self.stops = ordered
    self.timesListedUncovered = timesListedUncovered
    if visit.state.isFact, let actual = visit.actual {
      isCovered = true
      placement = actual
      return
    }
    var firsts: [StopUnderCheck] = []
    for stop in ordered where stop.demandIndex != firsts.last?.demandIndex { firsts.append(stop) }
    let isWhole = !firsts.isEmpty && firsts.count == visit.demands.count
    isCovered = isWhole || visit.state.isFact
    placement =
      isWhole
      ? firsts.map(\.start).min().map { Visit.Placement(workers: firsts.map(\.worker), start: $0) } : nil
  }

  /// It counts at a level; other calls must not be in a run.
  var isWanted: Bool { level.level != nil }

  /// The earliest start of its stops; nil where it has none.
  var start: Instant? { stops.map(\.start).min() }

  /// Who does it, where that is one worker.
  var onlyWorker: WorkerID? { stops.count == 1 ? stops.first?.worker : nil }
}
