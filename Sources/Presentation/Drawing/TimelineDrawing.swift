import CareModel
import Quantities
import RotaChecking

/// The runs of a day as bars along the hours: a row for each worker.
///
/// What a bar means is in its shape and shade, never in a colour alone, so that it can be printed in grey.
struct TimelineDrawing {
  let report: RotaReport
  let rows: [Row]
  let axis: TimeAxis

  /// Width and height in the drawing's own units.
  static let width = 1400.0
  static let labelWidth = 196.0
  static let headHeight = 46.0
  static let rowHeight = 46.0
  static let barTop = 8.0
  static let barHeight = 22.0

  /// A worker with the runs of the day, and the duty periods that stand idle.
  struct Row {
    let name: String
    let role: String
    let duties: [DutyPeriod]
    let runs: [PrintedRun]
  }

  init(_ report: RotaReport) {
    self.report = report
    rows = TimelineDrawing.rows(of: report)
    var instants: [Instant] = []
    for row in rows {
      for duty in row.duties { instants += [duty.hours.start, duty.hours.end + duty.agreedOvertime] }
      for run in row.runs {
        for entry in run.entries { instants += [entry.start, entry.end] }
        if let timeline = run.timeline { instants += [timeline.departure, timeline.end] }
      }
    }
    axis = TimeAxis(
      holding: instants, clock: report.clock, left: TimelineDrawing.labelWidth, right: TimelineDrawing.width - 26)
  }

  private static func rows(of report: RotaReport) -> [Row] {
    let byWorker = Dictionary(grouping: report.runs, by: \.run.worker)
    var rows: [(key: (Instant, String, String), row: Row)] = []
    for worker in report.caseload.workers {
      let runs = byWorker[worker.id] ?? []
      guard let begin = worker.dutyPeriods.first?.hours.start ?? runs.first?.entries.first?.start else { continue }
      let name = report.names[worker.id]
      let row = Row(name: name, role: worker.role.printedName, duties: worker.dutyPeriods, runs: runs)
      rows.append(((begin, name, worker.id.text), row))
    }
    for run in report.runs where run.worker == nil {
      let begin = run.entries.first?.start ?? report.checked.rota.asOf
      let row = Row(name: run.workerName, role: "not in the document", duties: [], runs: [run])
      rows.append(((begin, run.workerName, run.run.worker.text), row))
    }
    return rows.sorted { $0.key < $1.key }.map(\.row)
  }

  var height: Double { TimelineDrawing.headHeight + Double(rows.count) * TimelineDrawing.rowHeight + 8 }

  /// Top of a row.
  func top(_ row: Int) -> Double { TimelineDrawing.headHeight + Double(row) * TimelineDrawing.rowHeight }

  /// The drawing as SVG, with a title and a description for those who can't see it.
  var markup: Markup {
    let counts = report.counts
    let description =
      "\(Count.of(rows.count, "worker")), each a row; calls are bars along the hours. "
      + "\(counts.covered) of \(counts.calls) calls are covered. The same is in the run sheets below as tables."
    let bottom = Coordinate(height - 8)
    let lines = axis.hours.map { hour -> Markup in
      let x = axis.x(hour.instant)
      let zone: Markup = hour.zone.isEmpty ? "" : "<tspan x=\"\(x)\" dy=\"13\" class=\"zone\">\(hour.zone)</tspan>"
      return """
        <line class="hour" x1="\(x)" y1="36" x2="\(x)" y2="\(bottom)"/>\
        <text class="hour-label" x="\(x)" y="\(hour.zone.isEmpty ? 28 : 16)" text-anchor="middle">\(hour.label)\(zone)</text>

        """
    }
    let grounds = Markup.joined(rows.indices.map(groundMarkup))
    let runs = rows.indices.flatMap { index in
      rows[index].runs.map { TimelineRun($0, on: self, top: top(index)).markup }
    }
    return """
      <svg class="timeline" viewBox="0 0 \(Coordinate(TimelineDrawing.width)) \(Coordinate(height))" \
      role="img" aria-labelledby="timeline-title timeline-description" xmlns="http://www.w3.org/2000/svg">
      <title id="timeline-title">Timeline of the runs, \(DayClock.words(report.checked.rota.serviceDate))</title>
      <desc id="timeline-description">\(description)</desc>
      <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <rect width="5" height="5" fill="#fff"/><line x1="0" y1="0" x2="0" y2="5" stroke="#333" stroke-width="2"/>\
      </pattern></defs>
      \(grounds)\(Markup.joined(lines))\(pairs)\(Markup.joined(runs))\(now)</svg>
      """
  }

  /// A row without its runs: who it is and when on duty.
  private func groundMarkup(_ index: Int) -> Markup {
    let row = rows[index]
    let top = top(index)
    let height = Coordinate(TimelineDrawing.rowHeight)
    let stripe: Markup =
      index % 2 == 0
      ? "<rect class=\"stripe\" x=\"0\" y=\"\(Coordinate(top))\" width=\"\(Coordinate(TimelineDrawing.width))\" height=\"\(height)\"/>"
      : ""
    let letters = row.runs.map(\.letter).joined(separator: " ")
    let name = DisplayWidth.cut(row.name, to: 18)
    return """
      \(stripe)<text class="worker" x="42" y="\(Coordinate(top + 20))">\(name)</text>\
      <text class="letter" x="8" y="\(Coordinate(top + 20))">\(letters)</text>\
      <text class="role" x="42" y="\(Coordinate(top + 34))">\(row.role)</text>\
      \(Markup.joined(row.duties.map { dutyMarkup($0, top: top) }))

      """
  }

  /// The contracted hours as a band, agreed overtime as its broken outline.
  private func dutyMarkup(_ duty: DutyPeriod, top: Double) -> Markup {
    let y = Coordinate(top + TimelineDrawing.barTop - 3)
    let height = Coordinate(TimelineDrawing.barHeight + 6)
    let x = axis.x(duty.hours.start)
    let width = Coordinate(axis.width(duty.hours.start, duty.hours.end))
    var band: Markup = "<rect class=\"duty\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
    if duty.agreedOvertime > .zero {
      let extra = Coordinate(axis.width(duty.hours.end, duty.hours.end + duty.agreedOvertime))
      band =
        band
        + "<rect class=\"overtime\" x=\"\(axis.x(duty.hours.end))\" y=\"\(y)\" width=\"\(extra)\" height=\"\(height)\"/>"
    }
    return band
  }

  /// The moment from which the rota is made, where it falls on the drawing.
  private var now: Markup {
    let asOf = report.checked.rota.asOf
    guard axis.start < asOf, asOf < axis.end else { return .empty }
    let x = axis.x(asOf)
    return """
      <line class="now" x1="\(x)" y1="36" x2="\(x)" y2="\(Coordinate(height - 8))"/>\
      <text class="now-label" x="\(x)" y="11" text-anchor="middle">as of \(report.clock.time(asOf))</text>
      """
  }

  /// Lines that join the workers of a call that needs two.
  private var pairs: Markup {
    var rowOfRun: [Int: Int] = [:]
    for (index, row) in rows.enumerated() {
      for run in row.runs { rowOfRun[run.index] = index }
    }
    var joins: [Markup] = []
    for visit in report.caseload.visits where visit.demands.count > 1 {
      let placed = (report.placements[visit.id] ?? []).compactMap { item in
        rowOfRun[item.run].map { (row: $0, start: item.stop.start) }
      }.sorted { $0.row < $1.row }
      guard let first = placed.first, let last = placed.last, first.row < last.row else { continue }
      let x = Coordinate(axis.position(first.start) + 3)
      let y1 = Coordinate(top(first.row) + TimelineDrawing.barTop + TimelineDrawing.barHeight)
      let y2 = Coordinate(top(last.row) + TimelineDrawing.barTop)
      joins.append(
        """
        <line class="pair" x1="\(x)" y1="\(y1)" x2="\(x)" y2="\(y2)"/>\
        <circle class="pair-end" cx="\(x)" cy="\(y1)" r="2.5"/><circle class="pair-end" cx="\(x)" cy="\(y2)" r="2.5"/>

        """)
    }
    return .joined(joins)
  }
}
