import CareModel
import Quantities
import RotaChecking

/// One run on a sheet of its own, to be printed and taken along.
struct RunSheet {
  private let run: PrintedRun
  private let report: RotaReport

  init(_ run: PrintedRun, of report: RotaReport) {
    self.run = run
    self.report = report
  }

  var markup: Markup {
    var number = 0
    var rows: [Markup] = []
    for entry in run.entries {
      switch entry {
      case .stop(let stop):
        number += 1
        rows.append(row(stop, number: number))
      case .rest(let rest): rows.append(row(rest))
      }
    }
    if let home = run.legHome { rows.append(row(home)) }
    let map = MapDrawing(report, only: run)?.markup ?? .empty
    return """
      <article class="sheet sift\(report.marks(of: run))" data-fit="\(fit.rawValue)" id="run-\(run.letter)" \
      aria-labelledby="run-\(run.letter)-heading">
      <h3 id="run-\(run.letter)-heading">Run \(run.letter): \(run.workerName)</h3>
      <p class="day">\(report.title)</p>\(leftOut)
      <p>\(duty)</p>
      <p>\(sums)</p>
      <div class="wide" role="region" aria-label="Stops of run \(run.letter)" tabindex="0"><table class="stops">
      <thead><tr><th scope="col" class="number">No.</th><th scope="col">Time</th><th scope="col">Person</th>\
      <th scope="col">Call</th><th scope="col">Length</th><th scope="col">Travel before</th><th scope="col">With</th>\
      <th scope="col" class="notes">Notes</th></tr></thead>
      <tbody>\(Markup.joined(rows))</tbody></table></div>
      \(map)</article>

      """
  }

  private var fit: SheetFit { SheetFit(rows: run.entries.map(lines)) }

  /// How many lines an entry takes on paper, by the widths of the columns and what stands in them.
  private func lines(of entry: PrintedRun.Entry) -> Int {
    guard case .stop(let stop) = entry, let visit = report.caseload.visit(stop.visit) else { return 1 }
    func lines(_ text: String, width: Int) -> Int { (DisplayWidth.of(text) + width - 1) / width }
    let notes = report.notes(on: visit, for: run.run.worker).filter { !$0.hasPrefix("with ") }
    let partners = report.partners(of: visit.id, besides: run.run.worker).map { report.names[$0] }
    let columns = [
      2, lines(report.personName(of: visit), width: 14) + 1,
      lines(report.kindName(of: visit), width: 22) + notes.reduce(0) { $0 + lines($1, width: 20) },
      lines(partners.joined(separator: ", "), width: 10),
    ]
    return columns.max() ?? 1
  }

  /// A sheet is carried about alone: it says itself that calls may be missing from it.
  private var leftOut: Markup {
    let count = report.caseload.quarantine.count
    guard count > 0 else { return .empty }
    return "<p class=\"mark\">NOT IN THIS ROTA: \(Count.of(count, "record")) left out; see the first page.</p>"
  }

  /// Role, hours and how the worker gets about.
  private var duty: String {
    guard let duty = run.duty else { return "This duty period is not in the document." }
    var parts = [run.roleName, "on duty \(report.clock.interval(duty.hours))", duty.mode.printedName]
    if duty.agreedOvertime > .zero { parts.append("agreed overtime up to \(duty.agreedOvertime.spoken)") }
    if let timeline = run.timeline { parts.append("sets out \(report.clock.minuteBefore(timeline.departure))") }
    if duty.endPlace == nil { parts.append("ends at the last call") }
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private var sums: String {
    guard let timeline = run.timeline else { return Count.of(run.run.stops.count, "call") + "." }
    let overtime = timeline.overtime == .zero ? "" : ", overtime \(timeline.overtime.spoken)"
    return "\(Count.of(run.run.stops.count, "call")), \(timeline.contact.spoken) with people, travel "
      + "\(timeline.travel.spoken) over \(timeline.distance.spoken), ends \(report.clock.minuteAfter(timeline.end))"
      + "\(overtime)."
  }

  private func row(_ stop: Stop, number: Int) -> Markup {
    let times = report.clock.interval(stop.start, stop.end)
    let length = (stop.end - stop.start).spoken
    let travel = run.leg(to: stop.visit).map(words) ?? ""
    guard let visit = report.caseload.visit(stop.visit) else {
      return """
        <tr><td class="number">\(number)</td><th scope="row">\(times)</th><td colspan="2">\(stop.visit.text), not in the \
        document</td><td>\(length)</td><td>\(travel)</td><td></td><td></td></tr>

        """
    }
    let partners = report.partners(of: visit.id, besides: run.run.worker).map { report.names[$0] }
    let notes = report.notes(on: visit, for: run.run.worker).filter { !$0.hasPrefix("with ") }
    let said = notes.map { note -> Markup in "<br/><span class=\"mark\">\(note)</span>" }
    let agreed = visit.alternative(at: stop.start).map { window -> Markup in
      "<br/><span class=\"faint\">agreed \(report.clock.interval(window.agreed))</span>"
    }
    let patch = report.caseload.place(of: visit).flatMap { report.caseload.place($0)?.patch }
    let area: Markup = patch.map { "<br/><span class=\"faint\">\($0)</span>" } ?? ""
    return """
      <tr><td class="number">\(number)</td><th scope="row">\(times)\(agreed ?? .empty)</th>\
      <td>\(report.personName(of: visit))\(area)</td><td>\(report.kindName(of: visit))\(Markup.joined(said))</td>\
      <td>\(length)</td><td>\(travel)</td><td>\(partners.joined(separator: ", "))</td><td></td></tr>

      """
  }

  private func row(_ rest: BreakStop) -> Markup {
    """
    <tr class="rest"><td></td><th scope="row">\(report.clock.interval(rest.start, rest.end))</th>\
    <td colspan="2">Break</td><td>\((rest.end - rest.start).spoken)</td><td></td><td></td><td></td></tr>

    """
  }

  private func row(_ home: Timeline.Leg) -> Markup {
    """
    <tr class="rest"><td></td><th scope="row">\(report.clock.minuteAfter(home.arrival))</th><td colspan="2">End of the \
    run</td><td></td><td>\(words(home))</td><td></td><td></td></tr>

    """
  }

  /// `12 min, 4.1 km`.
  private func words(_ leg: Timeline.Leg) -> String {
    let time = leg.arrival - leg.departure
    guard time > .zero else { return "none" }
    return leg.distance > .zero ? "\(time.spoken), \(leg.distance.spoken)" : time.spoken
  }
}
