import CareModel
import Quantities
import RotaChecking

/// The whole rota for the desk: a row for each worker, a column for each two hours; A3 landscape, and A4 where it is scaled.
package struct DeskSheet: Sendable {
  private let report: RotaReport
  /// The first moment of each column.
  private let bands: [Instant]

  private static let bandLength = Minutes(120)

  package init(_ report: RotaReport) {
    self.report = report
    let stops = report.runs.flatMap(\.entries).map(\.start)
    let wished = report.shortfalls.filter(\.isUncovered).compactMap { $0.visit.windows.first?.preferred.start }
    bands = DeskSheet.bands(holding: stops + wished, from: report.caseload.day.start)
  }

  /// Columns of two hours from the beginning of the service day on, without those before the first moment and after the last.
  private static func bands(holding moments: [Instant], from origin: Instant) -> [Instant] {
    let places = moments.map { band(of: $0, from: origin) }
    guard let first = places.min(), let last = places.max() else { return [origin] }
    return (first...last).map { origin + bandLength * $0 }
  }

  /// Rounded down, before the origin, too.
  private static func band(of moment: Instant, from origin: Instant) -> Int {
    let length = bandLength.seconds.value
    let seconds = (moment - origin).value
    return seconds >= 0 ? seconds / length : -((length - 1 - seconds) / length)
  }

  /// The whole file.
  package var html: String {
    PaperPage(report: report, name: "Rota of the day", kind: "desk", content: key + table + idle).html
  }

  private var table: Markup {
    let heads = bands.map { band -> Markup in "<th scope=\"col\">\(report.clock.timeAndDay(band))</th>" }
    return """
      <div class="wide" role="region" aria-label="Rota of the day" tabindex="0"><table class="grid">
      <thead><tr><th scope="col">Worker</th>\(Markup.joined(heads))</tr></thead>
      <tbody>\(nobody)\(Markup.joined(report.runs.map(row)))</tbody></table></div>

      """
  }

  /// What stands behind a name.
  private var key: Markup {
    """
    <p class="faint">Behind a name: minutes, what it is if not personal care, the other worker's run; ◆ time-critical, \
    ! not in its time (the phone list says by how much).</p>

    """
  }

  private var idle: Markup {
    let idle = report.idleDuties
    return idle.isEmpty ? .empty : "<p>On duty without a call: \(idle.joined(separator: "; ")).</p>"
  }

  private func row(_ run: PrintedRun) -> Markup {
    let hours = run.duty.map { report.clock.interval($0.hours) } ?? ""
    return row(
      head: "\(run.letter) \(run.workerName)<br/><span class=\"faint\">\(run.roleName)<br/>\(hours)</span>", kind: "",
      entries: run.entries.map { ($0.start, item($0, of: run)) })
  }

  /// Calls that nobody does stand above all, at the time for which they were wished.
  private var nobody: Markup {
    let uncovered = report.shortfalls.filter(\.isUncovered)
    guard !uncovered.isEmpty else { return .empty }
    let entries = uncovered.map { shortfall -> (Instant, Markup) in
      let visit = shortfall.visit
      let start = visit.windows.first?.preferred.start ?? report.caseload.day.start
      return (
        start,
        """
        <li><b>\(report.preferredTimes(of: visit))</b> \(report.personName(of: visit)), \(report.kindName(of: visit)) \
        <span class="faint">\(shortfall.label)</span></li>
        """
      )
    }
    return row(head: "Nobody", kind: "nobody", entries: entries)
  }

  private func row(head: Markup, kind: String, entries: [(start: Instant, item: Markup)]) -> Markup {
    let origin = report.caseload.day.start
    let cells = bands.map { band -> Markup in
      let here = entries.filter { DeskSheet.band(of: $0.start, from: origin) == DeskSheet.band(of: band, from: origin) }
      return here.isEmpty ? "<td></td>" : "<td><ul>\(Markup.joined(here.map(\.item)))</ul></td>"
    }
    return """
      <tr class="\(kind)"><th scope="row">\(head)</th>\(Markup.joined(cells))</tr>

      """
  }

  private func item(_ entry: PrintedRun.Entry, of run: PrintedRun) -> Markup {
    switch entry {
    case .rest(let rest):
      return "<li class=\"pause\"><b>\(report.clock.time(rest.start))</b> break</li>"
    case .stop(let stop):
      let start = report.clock.time(stop.start)
      let minutes = (stop.end - stop.start).startedMinutes.value
      guard let visit = report.caseload.visit(stop.visit) else {
        return "<li><b>\(start)</b> \(stop.visit.text), not in the document</li>"
      }
      return """
        <li><b>\(start)</b> \(report.personName(of: visit)) \
        <span class="faint">\(([String(minutes)] + words(on: visit, of: run)).joined(separator: ", "))</span>\(marks(on: visit))</li>
        """
    }
  }

  /// What else must be said of a call in the little room that there is; personal care is what most calls are.
  private func words(on visit: Visit, of run: PrintedRun) -> [String] {
    var words = visit.kind == .personalCare ? [] : [report.kindName(of: visit)]
    let partners = report.partners(of: visit.id, besides: run.run.worker)
    words += report.runs.filter { other in
      partners.contains(other.run.worker) && other.run.stops.contains { $0.visit == visit.id }
    }.map { "with \($0.letter)" }
    if visit.demands.count > 1, partners.isEmpty { words.append("NEEDS TWO") }
    return words
  }

  private func marks(on visit: Visit) -> Markup {
    var marks: [Markup] = []
    if visit.isTimeCritical { marks.append(mark("◆", "time-critical")) }
    if let shortfall = report.shortfall(of: visit.id) {
      marks.append(mark("!", "\(shortfall.label): \(report.when(shortfall))"))
    }
    return .joined(marks)
  }

  private func mark(_ sign: String, _ meaning: String) -> Markup { " <abbr title=\"\(meaning)\">\(sign)</abbr>" }
}
