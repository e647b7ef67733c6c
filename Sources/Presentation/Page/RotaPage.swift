import CareModel
import Quantities
import RotaChecking

/// A rota as one self-contained HTML file: nothing is fetched, no script runs, everything from an input is escaped.
///
/// It is well-formed XML too, so that it can be checked with any parser. The content security policy allows its own
/// style sheet, by its digest, and nothing else.
package struct RotaPage: Sendable {
  let report: RotaReport

  package init(_ report: RotaReport) { self.report = report }

  /// The whole file.
  package var html: String {
    let style =
      PageStyle.sheet + RotaPageStyle.sheet + PageStyle.mapFilter(letters: report.runs.map(\.letter))
      + report.filters.style
    let page: Markup = """
      \(PageHead.markup(title: report.title, style: style))
      <body class="chooses">
      <a class="skip" href="#short">Skip to what is uncovered or late</a>
      \(header)
      \(contents)
      <main>
      \(report.filters.controls)\(shortfallSection)
      \(findingSection)
      \(timelineSection)
      \(mapSection)
      \(sheetSection)
      \(scoreSection)
      \(makingSection)
      </main>
      <footer><p>A rota is a proposal with its reasons: a person decides. Times are those of the clocks in \(
        report.caseload.calendar.zone).\(report.caseload.isInvented ? " All people here are invented." : "")</p></footer>
      </body>
      </html>

      """
    return page.source
  }

  private var contents: Markup {
    let runs = report.runs.map { run -> Markup in
      "<li class=\"sift\(report.marks(of: run))\"><a href=\"#run-\(run.letter)\">\(run.letter) \(run.workerName)</a></li>"
    }
    return """
      <nav aria-label="Contents"><ul>
      <li><a href="#short">Uncovered or late</a></li><li><a href="#findings">Rules</a></li>\
      <li><a href="#timeline">Timeline</a></li><li><a href="#map">Map</a></li><li><a href="#score">Score</a></li>\
      <li><a href="#making">How it was made</a></li></ul>
      <ul class="runs" aria-label="Run sheets">\(Markup.joined(runs))</ul></nav>
      """
  }

  private var timelineSection: Markup {
    """
    <section id="timeline" aria-labelledby="timeline-heading"><h2 id="timeline-heading">Timeline</h2>
    \(TimelineKey.markup)
    <div class="wide" role="region" aria-label="Timeline, scrolls sideways" tabindex="0">
    \(TimelineDrawing(report).markup)
    </div>\(idle)\(runTable)</section>
    """
  }

  /// Duty periods without a call: the room that is left.
  private var idle: Markup {
    let idle = report.idleDuties
    guard !idle.isEmpty else { return .empty }
    return "<p>On duty without a call: \(idle.joined(separator: "; ")).</p>"
  }

  /// The timeline in numbers, for those who would rather read or can't see it.
  private var runTable: Markup {
    let rows = report.runs.map { run -> Markup in
      let hours = run.duty.map { report.clock.interval($0.hours) } ?? ""
      let ends = run.timeline.map { report.clock.minuteAfter($0.end) } ?? ""
      let overtime = run.timeline.map { $0.overtime == .zero ? "none" : $0.overtime.spoken } ?? ""
      return """
        <tr class="sift\(report.marks(of: run))"><th scope="row"><a href="#run-\(run.letter)">\(run.letter) \(run.workerName)</a></th>\
        <td>\(run.roleName)</td><td>\(hours)</td><td class="number">\(run.run.stops.count)</td>\
        <td class="number">\(run.timeline?.contact.spoken ?? "")</td>\
        <td class="number">\(run.timeline?.travel.spoken ?? "")</td>\
        <td class="number">\(run.timeline?.distance.spoken ?? "")</td><td>\(ends)</td><td>\(overtime)</td>\
        <td class="number">\(run.timeline?.cost.spoken ?? "")</td></tr>

        """
    }
    guard !rows.isEmpty else { return .empty }
    return """
      <details><summary>The runs in numbers</summary>
      <div class="wide" role="region" aria-label="The runs in numbers" tabindex="0"><table>
      <thead><tr><th scope="col">Run</th><th scope="col">Role</th><th scope="col">On duty</th>\
      <th scope="col" class="number">Calls</th><th scope="col" class="number">With people</th>\
      <th scope="col" class="number">Travel</th><th scope="col" class="number">Distance</th><th scope="col">Ends</th>\
      <th scope="col">Overtime</th><th scope="col" class="number">Cost</th></tr></thead>
      <tbody>\(Markup.joined(rows))</tbody></table></div></details>
      """
  }

  private var mapSection: Markup {
    guard let drawing = MapDrawing(report) else {
      return """
        <section id="map"><h2>Map</h2><p>There is no map: the places of this day have no positions.</p></section>
        """
    }
    let keys = report.runs.enumerated().map { place, run -> Markup in
      let style = RunStyle(place: place)
      return """
        <label><input type="radio" name="shown" id="show-\(run.letter)"/>\
        <svg class="sample" viewBox="0 0 44 10" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">\
        <path d="M1 5H43" stroke="\(style.colour)" stroke-width="\(style.width)" stroke-dasharray="\(style.dashes)"/>\
        </svg>\(run.letter) \(run.workerName)</label>

        """
    }
    let open: Markup =
      report.shortfalls.contains(where: \.isUncovered)
      ? " A crossed square is where a call is uncovered." : ""
    return """
      <section id="map" aria-labelledby="map-heading"><h2 id="map-heading">Map of the stops</h2>
      <p>Straight lines between stops, not roads. The letters at a stop are the runs that call there.\(open)
      Workers' own homes are not drawn.</p>
      <div class="wide">\(drawing.markup)</div>
      <fieldset class="key"><legend>Show</legend>\
      <label><input type="radio" name="shown" id="show-all" checked="checked"/>all runs</label>
      \(Markup.joined(keys))</fieldset></section>
      """
  }

  private var sheetSection: Markup {
    let sheets = report.runs.map { RunSheet($0, of: report).markup }
    return """
      <section id="sheets" aria-labelledby="sheets-heading"><h2 id="sheets-heading">Run sheets</h2>
      \(sheets.isEmpty ? "<p>There are no runs.</p>" : Markup.joined(sheets))</section>
      """
  }
}

/// What the marks of the timeline mean.
enum TimelineKey {
  static let markup: Markup = """
    <ul class="key" aria-label="What the marks mean">\
    <li>\(sample("<rect class=\"bar first\" x=\"1\" y=\"4\" width=\"34\" height=\"16\"/>"))first visit</li>\
    <li>\(sample("<rect class=\"bar essential\" x=\"1\" y=\"4\" width=\"34\" height=\"16\"/>"))essential call</li>\
    <li>\(sample("<rect class=\"bar low\" x=\"1\" y=\"4\" width=\"34\" height=\"16\"/>"))other call</li>\
    <li>\(sample("<rect class=\"bar essential\" x=\"1\" y=\"4\" width=\"34\" height=\"16\"/><rect class=\"double\" x=\"3.5\" y=\"6.5\" width=\"29\" height=\"11\"/>"))two workers, joined by a line</li>\
    <li>\(sample("<path class=\"critical\" d=\"M18 6L24 12L18 18L12 12Z\"/>"))time-critical</li>\
    <li>\(sample("<path class=\"late-flag\" d=\"M11 5H25V19H11Z\"/><text class=\"late-sign\" x=\"18\" y=\"16\" text-anchor=\"middle\">!</text>"))outside its time</li>\
    <li>\(sample("<path class=\"leg\" d=\"M1 12H35\"/>"))travel</li>\
    <li>\(sample("<rect class=\"break\" x=\"1\" y=\"4\" width=\"34\" height=\"16\" fill=\"url(#hatch)\"/>"))break</li>\
    <li>\(sample("<rect class=\"duty\" x=\"1\" y=\"4\" width=\"34\" height=\"16\"/>"))on duty</li>\
    <li>\(sample("<path class=\"agreed\" d=\"M1 9V15M1 12H35M35 9V15\"/><rect class=\"preferred\" x=\"12\" y=\"11\" width=\"10\" height=\"2\"/>"))agreed time, preferred thick</li>\
    </ul>
    """

  private static func sample(_ drawing: Markup) -> Markup {
    "<svg class=\"sample\" viewBox=\"0 0 36 24\" aria-hidden=\"true\" xmlns=\"http://www.w3.org/2000/svg\">\(drawing)</svg>"
  }
}
