import CareModel
import Quantities
import RotaChecking

/// A plain map of the stops and of the ways between them, without any ground beneath: nothing is fetched for it.
struct MapDrawing {
  let report: RotaReport
  let projection: MapProjection
  let runs: [PrintedRun]
  /// One run alone: its stops are numbered in order.
  let isSingle: Bool
  private let identifier: String

  /// Nil where no place of the runs has a position.
  ///
  /// - Parameter only: the one run to draw; nil draws all, and the calls that nobody does.
  init?(_ report: RotaReport, only: PrintedRun? = nil) {
    self.report = report
    runs = only.map { [$0] } ?? report.runs
    isSingle = only != nil
    identifier = only.map { "map-\($0.letter)" } ?? "map"
    var places = Set(runs.flatMap { MapDrawing.route(of: $0, in: report.caseload) })
    if only == nil { places.formUnion(report.caseload.visits.compactMap { report.caseload.place(of: $0) }) }
    let positions = places.sorted().compactMap { report.caseload.place($0)?.position }
    let (width, heights) = isSingle ? (460.0, 200.0...300.0) : (1100.0, 420.0...820.0)
    guard let projection = MapProjection(of: positions, width: width, heights: heights) else { return nil }
    self.projection = projection
  }

  /// The places of a run in order, from where the duty starts to where it ends; a worker's own home is nobody's business
  /// and is left out.
  static func route(of run: PrintedRun, in caseload: Caseload) -> [PlaceID] {
    var route: [PlaceID] = []
    if let start = run.duty?.startPlace, !isHome(start, in: caseload) { route.append(start) }
    for stop in run.run.stops {
      if let place = caseload.visit(stop.visit).flatMap(caseload.place(of:)) { route.append(place) }
    }
    if let end = run.duty?.endPlace, !isHome(end, in: caseload) { route.append(end) }
    return route
  }

  private static func isHome(_ place: PlaceID, in caseload: Caseload) -> Bool {
    caseload.place(place)?.kind == .home
  }

  func point(_ place: PlaceID) -> (x: Double, y: Double)? {
    report.caseload.place(place)?.position.map(projection.point)
  }

  var markup: Markup {
    let title = isSingle ? "Map of run \(runs.first?.letter ?? "")" : "Map of the stops"
    let description =
      isSingle
      ? "The stops of the run, numbered in order as in the table beside it."
      : "Where the calls are and who goes there: each run a line with its letter. The run sheets list the same stops."
    return """
      <svg class="map" viewBox="0 0 \(Coordinate(projection.width)) \(Coordinate(projection.height))" role="img" \
      aria-labelledby="\(identifier)-title \(identifier)-description" xmlns="http://www.w3.org/2000/svg">
      <title id="\(identifier)-title">\(title)</title><desc id="\(identifier)-description">\(description)</desc>
      \(isSingle ? .empty : patches)\(Markup.joined(runs.map(line)))\(stops)\(bases)\(projection.scaleAndNorth)</svg>
      """
  }

  /// The way of a run; to and from its base fainter, since all runs share those.
  private func line(of run: PrintedRun) -> Markup {
    let route = MapDrawing.route(of: run, in: report.caseload)
    let style = RunStyle(place: isSingle ? 0 : place(of: run))
    var pieces: [(isToBase: Bool, path: String)] = []
    for (from, to) in zip(route, route.dropFirst()) where from != to {
      guard let start = point(from), let end = point(to) else { continue }
      let isToBase = !isSingle && (isBase(from) || isBase(to))
      let move = "L\(Coordinate(end.x)) \(Coordinate(end.y))"
      if let last = pieces.last, last.isToBase == isToBase, !isToBase {
        pieces[pieces.count - 1].path += move
      } else {
        pieces.append((isToBase, "M\(Coordinate(start.x)) \(Coordinate(start.y))\(move)"))
      }
    }
    let paths = pieces.map { piece -> Markup in
      """
      <path\(piece.isToBase ? " class=\"to-base\"" as Markup : .empty) d="\(piece.path)" stroke="\(style.colour)" \
      stroke-width="\(style.width)" stroke-dasharray="\(style.dashes)"/>
      """
    }
    return """
      <g class="way fade\(report.marks(of: run)) run-\(run.letter)"><title>Run \(run.letter): \(run.workerName)</title>\(Markup.joined(paths))</g>

      """
  }

  private func isBase(_ place: PlaceID) -> Bool { report.caseload.place(place)?.kind == .base }

  private func place(of run: PrintedRun) -> Int { report.runs.firstIndex { $0.index == run.index } ?? 0 }

  private var bases: Markup {
    var seen: [PlaceID] = []
    for run in runs {
      for place in [run.duty?.startPlace, run.duty?.endPlace].compactMap({ $0 }) where !seen.contains(place) {
        seen.append(place)
      }
    }
    return .joined(
      seen.sorted().compactMap { id -> Markup? in
        guard let point = point(id), let place = report.caseload.place(id), place.kind != .home else { return nil }
        let word = place.kind == .base ? "base" : "clinic"
        return """
          <g><title>\(word) \(PrintableText.of(id.text))</title><rect class="base" \
          x="\(Coordinate(point.x - 6))" y="\(Coordinate(point.y - 6))" width="12" height="12"/>\
          <text class="base-label" x="\(Coordinate(point.x + 9))" y="\(Coordinate(point.y + 13))">\(word)</text></g>

          """
      })
  }

  /// The names of the patches, each above its northernmost place.
  private var patches: Markup {
    var sums: [String: (x: Double, top: Double, count: Double)] = [:]
    for place in report.caseload.places {
      guard let patch = place.patch, let position = place.position else { continue }
      let point = projection.point(position)
      let sum = sums[patch] ?? (0, point.y, 0)
      sums[patch] = (sum.x + point.x, min(sum.top, point.y), sum.count + 1)
    }
    return .joined(
      sums.sorted { $0.key < $1.key }.map { name, sum in
        """
        <text class="patch" x="\(Coordinate(sum.x / sum.count))" y="\(Coordinate(max(22, sum.top - 14)))" \
        text-anchor="middle">\(name)</text>

        """
      })
  }
}

/// How a run is told from the others on the map: dashes and width first, then a shade dark enough on white.
/// The styles come round again after twenty; the letters don't.
struct RunStyle {
  let dashes: String
  let width: Int
  let colour: String

  /// - Parameter place: the run's place in the printed order, from 0.
  init(place: Int) {
    let patterns = ["none", "10 4", "3 4", "12 4 3 4", "18 5"]
    let colours = ["#1b3a5c", "#8a3b12", "#2f6b3a", "#6a2c70"]
    dashes = patterns[place % patterns.count]
    width = (place / patterns.count) % 2 == 0 ? 2 : 3
    colour = colours[place % colours.count]
  }
}
