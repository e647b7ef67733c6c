import CareModel
import Quantities
import RotaChecking

extension RotaDocument {
  /// A run with its stops, breaks and legs, and what the checker reckoned of it.
  func run(_ index: Int) -> JSONText {
    let run = rota.runs[index]
    let timeline = timeline(index)
    return .record([
      JSONMember("worker", .text(run.worker.text)), JSONMember("duty", .text(run.duty.text)),
      timeline.map { JSONMember("departure", time($0.departure)) }, timeline.map { JSONMember("end", time($0.end)) },
      JSONMember("stops", .array(run.stops.map { stop($0, run, timeline) })),
      JSONMember("breaks", .array(run.breaks.map(pause))),
      timeline.map { JSONMember("legs", .array($0.legs.map(leg))) },
      timeline.map { JSONMember("travelSeconds", .integer($0.travel.value)) },
      timeline.map { JSONMember("distanceMetres", .integer($0.distance.value)) },
      timeline.map { JSONMember("contactSeconds", .integer($0.contact.value)) },
      timeline.map { JSONMember("overtimeMinutes", .integer($0.overtime.value)) },
      timeline.map { JSONMember("costPence", .integer($0.cost.value)) },
    ])
  }

  /// The checker's reckoning of a run, which it gives in the order of the runs.
  func timeline(_ index: Int) -> Timeline? {
    checked.timelines.indices.contains(index) ? checked.timelines[index] : nil
  }

  /// When the worker is there: the leg's arrival, or the end of what came before where there is no way to go.
  static func arrival(at stop: Stop, in run: Run, _ timeline: Timeline?) -> Instant {
    if let leg = timeline?.legs.last(where: { $0.visit == stop.visit }) { return leg.arrival }
    let before =
      run.stops.filter { $0.start < stop.start }.map(\.end) + run.breaks.map(\.end).filter { $0 <= stop.start }
    return min(before.max() ?? stop.start, stop.start)
  }

  private func stop(_ stop: Stop, _ run: Run, _ timeline: Timeline?) -> JSONText {
    let visit = caseload.visit(stop.visit)
    return .record([
      JSONMember("visit", .text(stop.visit.text)), JSONMember("demand", .integer(stop.demand)),
      visit.map { JSONMember("person", .text($0.person.text)) },
      JSONMember("arrival", time(RotaDocument.arrival(at: stop, in: run, timeline))),
      JSONMember("start", time(stop.start)), JSONMember("end", time(stop.end)),
    ])
  }

  private func pause(_ pause: BreakStop) -> JSONText {
    .record([JSONMember("start", time(pause.start)), JSONMember("end", time(pause.end))])
  }

  private func leg(_ leg: Timeline.Leg) -> JSONText {
    .record([
      JSONMember("from", .text(leg.from.text)), JSONMember("to", .text(leg.to.text)),
      leg.visit.map { JSONMember("visit", .text($0.text)) }, JSONMember("departure", time(leg.departure)),
      JSONMember("arrival", time(leg.arrival)), JSONMember("distanceMetres", .integer(leg.distance.value)),
    ])
  }
}
