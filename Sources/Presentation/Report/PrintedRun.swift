package import CareModel
package import Quantities
package import RotaChecking

/// A run with all that is printed about it.
package struct PrintedRun: Sendable {
  /// Place of the run in the rota.
  package let index: Int
  /// `A`, `B`, …, `Z`, `AA`: how the run is marked on the map and in lists.
  package let letter: String
  package let run: Run
  package let workerName: String
  /// Nil for a hand-made rota that names somebody unknown.
  package let worker: Worker?
  package let duty: DutyPeriod?
  package let timeline: Timeline?
  /// Stops and breaks in order of time.
  package let entries: [Entry]

  /// What a worker does at one time.
  package enum Entry: Sendable {
    case stop(Stop)
    case rest(BreakStop)

    package var start: Instant {
      switch self {
      case .stop(let stop): stop.start
      case .rest(let rest): rest.start
      }
    }

    package var end: Instant {
      switch self {
      case .stop(let stop): stop.end
      case .rest(let rest): rest.end
      }
    }
  }

  /// The way to a call, where the checker has one.
  package func leg(to visit: VisitID) -> Timeline.Leg? { timeline?.legs.first { $0.visit == visit } }

  /// The way home.
  package var legHome: Timeline.Leg? { timeline?.legs.last { $0.visit == nil } }

  /// Role, as people say it; empty where the worker is not known.
  package var roleName: String { worker?.role.printedName ?? "" }

  /// The runs in order of the duty's start, then of the worker's name and id.
  static func all(of checked: CheckedRota, on caseload: Caseload, names: PersonNames) -> [PrintedRun] {
    func duty(of run: Run) -> DutyPeriod? {
      caseload.worker(run.worker)?.dutyPeriods.first { $0.id == run.duty }
    }
    func begin(of run: Run) -> Instant {
      duty(of: run)?.hours.start ?? run.stops.first?.start ?? checked.rota.asOf
    }
    let order = checked.rota.runs.enumerated()
      .map { (index: $0.offset, run: $0.element, begin: begin(of: $0.element), name: names[$0.element.worker]) }
      .sorted { ($0.begin, $0.name, $0.run.worker.text, $0.index) < ($1.begin, $1.name, $1.run.worker.text, $1.index) }
    return order.enumerated().map { place, item in
      PrintedRun(
        index: item.index, letter: letter(place), run: item.run, workerName: item.name,
        worker: caseload.worker(item.run.worker), duty: duty(of: item.run),
        timeline: timeline(of: item.run, at: item.index, in: checked), entries: entries(of: item.run))
    }
  }

  private static func timeline(of run: Run, at index: Int, in checked: CheckedRota) -> Timeline? {
    func belongs(_ timeline: Timeline) -> Bool { timeline.worker == run.worker && timeline.duty == run.duty }
    if checked.timelines.indices.contains(index), belongs(checked.timelines[index]) { return checked.timelines[index] }
    return checked.timelines.first(where: belongs)
  }

  private static func entries(of run: Run) -> [Entry] {
    let all = run.stops.map(Entry.stop) + run.breaks.map(Entry.rest)
    return all.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }

  /// Letters as of a spreadsheet's columns.
  static func letter(_ place: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var text = ""
    var rest = place
    repeat {
      text = String(alphabet[rest % 26]) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }
}
