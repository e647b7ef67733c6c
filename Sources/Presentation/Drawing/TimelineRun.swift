import CareModel
import Quantities
import RotaChecking

/// One run within the timeline: travel, calls, breaks, and the agreed windows beneath.
struct TimelineRun {
  private let run: PrintedRun
  private let drawing: TimelineDrawing
  private let top: Double

  init(_ run: PrintedRun, on drawing: TimelineDrawing, top: Double) {
    self.run = run
    self.drawing = drawing
    self.top = top
  }

  private var report: RotaReport { drawing.report }
  private var axis: TimeAxis { drawing.axis }
  private var barTop: Double { top + TimelineDrawing.barTop }
  private var middle: Double { barTop + TimelineDrawing.barHeight / 2 }

  var markup: Markup {
    let legs = (run.timeline?.legs ?? []).filter { $0.departure < $0.arrival }.map { leg -> Markup in
      let y = Coordinate(middle)
      return
        "<line class=\"leg\" x1=\"\(axis.x(leg.departure))\" y1=\"\(y)\" x2=\"\(axis.x(leg.arrival))\" y2=\"\(y)\"/>"
    }
    var ends = [Double](repeating: -1, count: 3)
    var pieces: [Markup] = []
    for entry in run.entries {
      switch entry {
      case .rest(let rest): pieces.append(markup(of: rest))
      case .stop(let stop):
        pieces.append(windowTicks(of: stop, laneEnds: &ends))
        pieces.append(markup(of: stop))
      }
    }
    return Markup.joined(legs) + .joined(pieces)
  }

  private func markup(of rest: BreakStop) -> Markup {
    let width = Coordinate(max(3, axis.width(rest.start, rest.end)))
    return """
      <g class="rest"><title>break \(report.clock.interval(rest.start, rest.end))</title>\
      <rect class="break" x="\(axis.x(rest.start))" y="\(Coordinate(barTop + 3))" width="\(width)" \
      height="\(Coordinate(TimelineDrawing.barHeight - 6))" fill="url(#hatch)"/></g>
      """
  }

  private func markup(of stop: Stop) -> Markup {
    let visit = report.caseload.visit(stop.visit)
    let width = max(4, axis.width(stop.start, stop.end))
    let x = axis.position(stop.start)
    let name = visit.map { report.personName(of: $0) } ?? PrintableText.of(stop.visit.text)
    let shortfall = report.shortfall(of: stop.visit)
    let isLate = shortfall.map { !$0.isUncovered } ?? false
    let kind = visit.map(TimelineRun.barClass) ?? "low"
    let notes = visit.map { report.notes(on: $0, for: run.run.worker) } ?? []
    let said = ([visit.map { report.kindName(of: $0) } ?? "not known"] + notes).joined(separator: "; ")
    let isPair = (visit?.demands.count ?? 1) > 1
    let bar: Markup = """
      <rect class="bar \(kind)\(isLate ? " late" : "")" x="\(Coordinate(x))" y="\(Coordinate(barTop))" \
      width="\(Coordinate(width))" height="\(Coordinate(TimelineDrawing.barHeight))"/>
      """
    let inner: Markup = isPair ? second(x: x, width: width) : .empty
    let critical: Markup = visit?.isTimeCritical == true ? diamond(x: x + width / 2) : .empty
    let flag: Markup = isLate ? lateFlag(x: x) : .empty
    return """
      <g class="call fade\(visit.map { report.marks(of: $0) } ?? "")"><title>\(report.clock.interval(stop.start, stop.end)) \(name): \(said)</title>\
      \(bar)\(inner)\(label(name, x: x, width: width, kind: kind))\(critical)\(flag)</g>
      """
  }

  /// The person's name where there is room for it, else initials, else nothing.
  private func label(_ name: String, x: Double, width: Double, kind: String) -> Markup {
    let perSign = 6.6
    let full = Double(DisplayWidth.of(name)) * perSign
    let initials = PersonNames.initials(of: name)
    let short = Double(DisplayWidth.of(initials)) * perSign
    guard short <= width + 2 else { return .empty }
    let text = full + 8 <= width ? name : initials
    return """
      <text class="bar-label on-\(kind)" x="\(Coordinate(x + width / 2))" y="\(Coordinate(middle + 4))" \
      text-anchor="middle">\(text)</text>
      """
  }

  /// A second outline inside the bar: two workers.
  private func second(x: Double, width: Double) -> Markup {
    """
    <rect class="double" x="\(Coordinate(x + 2.5))" y="\(Coordinate(barTop + 2.5))" \
    width="\(Coordinate(max(1, width - 5)))" height="\(Coordinate(TimelineDrawing.barHeight - 5))"/>
    """
  }

  private func diamond(x: Double) -> Markup {
    let y = barTop
    return """
      <path class="critical" d="M\(Coordinate(x)) \(Coordinate(y - 6.5))L\(Coordinate(x + 5.5)) \(Coordinate(y - 1))\
      L\(Coordinate(x)) \(Coordinate(y + 4.5))L\(Coordinate(x - 5.5)) \(Coordinate(y - 1))Z"/>
      """
  }

  private func lateFlag(x: Double) -> Markup {
    let y = barTop - 8
    return """
      <path class="late-flag" d="M\(Coordinate(x - 5)) \(Coordinate(y))h13v14h-13z"/>\
      <text class="late-sign" x="\(Coordinate(x + 1.5))" y="\(Coordinate(y + 11.2))" text-anchor="middle">!</text>
      """
  }

  /// The agreed window as a fine line with ticks at its ends, the preferred one thick in it; three lanes, so that
  /// neighbours don't run into each other.
  private func windowTicks(of stop: Stop, laneEnds: inout [Double]) -> Markup {
    guard let window = report.caseload.visit(stop.visit)?.alternative(at: stop.start) else { return .empty }
    let from = axis.position(window.agreed.start)
    let to = axis.position(window.agreed.end)
    let lanes = laneEnds.indices.sorted { (laneEnds[$0], $0) < (laneEnds[$1], $1) }
    let isOutside = !window.agreed.contains(stop.start)
    guard to > from, let lane = lanes.first, laneEnds[lane] <= from || isOutside else { return .empty }
    laneEnds[lane] = to + 2
    let y = barTop + TimelineDrawing.barHeight + 5 + 3.5 * Double(lane)
    let thick = max(2, axis.width(window.preferred.start, window.preferred.end))
    let (x1, x2) = (Coordinate(from), Coordinate(to))
    return """
      <path class="agreed" d="M\(x1) \(Coordinate(y - 1.5))V\(Coordinate(y + 1.5))M\(x1) \(Coordinate(y))H\(x2)\
      M\(x2) \(Coordinate(y - 1.5))V\(Coordinate(y + 1.5))"/>\
      <rect class="preferred" x="\(Coordinate(axis.position(window.preferred.start)))" \
      y="\(Coordinate(y - 1))" width="\(Coordinate(thick))" height="2"/>
      """
  }

  /// Shade by weight: first visits darkest, calls of no great consequence white.
  static func barClass(_ visit: Visit) -> String {
    if visit.kind == .firstResponse { return "first" }
    return visit.consequence.isEssential ? "essential" : "low"
  }
}
