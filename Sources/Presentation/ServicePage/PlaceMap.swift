import CareModel
import Quantities

/// The people of a service on a plain map, with bases and clinics: towns show by their dots.
package struct PlaceMap: Sendable {
  let summary: ServiceSummary
  private let projection: MapProjection
  private let places: [PlaceID: Place]

  /// Nil where no place has a position.
  package init?(_ summary: ServiceSummary) {
    self.summary = summary
    let positions = summary.service.places.compactMap(\.position)
    guard let projection = MapProjection(of: positions, width: 1080, heights: 420...760) else { return nil }
    self.projection = projection
    places = Dictionary(
      summary.service.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func point(_ id: PlaceID) -> (x: Double, y: Double)? { places[id]?.position.map(projection.point) }

  /// How the signs look, on the page and in a file of its own.
  static let signs = """
    .others circle{fill:#b4bcc4}
    .running circle{fill:#1b3a5c;stroke:#fff;stroke-width:.6}
    .waiting circle{fill:none;stroke:#000;stroke-width:1.5}
    .clinic{fill:none;stroke:#000;stroke-width:2}
    .map .base{fill:#000;stroke:#fff;stroke-width:1.5}
    """

  /// What the page's style sheet says besides of the map's lines and words.
  private static let words = """
    text{font:13px system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;fill:#15191e}
    .base-label{font-weight:700;paint-order:stroke;stroke:#fff;stroke-width:3px}
    .scale path{fill:none;stroke:#000;stroke-width:1.5}
    .ground{fill:#fff}
    """

  /// The whole of an SVG file: the drawing as on the page, on a white ground and with its own style.
  package var file: String {
    let style = Markup(trusted: "<style>\n\(PlaceMap.words)\n\(PlaceMap.signs)\n</style>\n")
    return drawing(style + "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>").source + "\n"
  }

  var markup: Markup { drawing(.empty) }

  /// - Parameter ground: what lies below everything else.
  private func drawing(_ ground: Markup) -> Markup {
    let running = summary.running.compactMap { summary.service.person($0.episode.person)?.place }
    let open = summary.open.compactMap { summary.service.person($0.referral.person)?.place }
    let baseCount = summary.service.places.count { $0.kind == .base }
    let radius = running.count > 250 ? 2.6 : running.count > 120 ? 3.4 : 4.4
    return """
      <svg class="map" viewBox="0 0 \(Coordinate(projection.width)) \(Coordinate(projection.height))" role="img" \
      aria-labelledby="map-t map-d" xmlns="http://www.w3.org/2000/svg">
      <title id="map-t">Where people live</title><desc id="map-d">\(running.count) people in the service as dots, \
      \(open.count) who wait to start as rings, \(baseCount) bases as squares with the names of their patches, \
      clinics as crosses.</desc>
      \(ground)<g class="others">\(dots(others, radius: radius * 0.45))</g>\
      <g class="running">\(dots(running, radius: radius))</g>\
      <g class="waiting">\(dots(open, radius: radius + 1.6))</g>\(crosses)\(bases)\(projection.scaleAndNorth)</svg>
      """
  }

  /// Those whose episode has ended: they show the towns.
  private var others: [PlaceID] {
    summary.service.episodes.filter { $0.state == .ended }
      .compactMap { summary.service.person($0.episode.person)?.place }
  }

  private func dots(_ ids: [PlaceID], radius: Double) -> Markup {
    .joined(
      ids.compactMap(point).map { point -> Markup in
        """
        <circle cx="\(Coordinate(point.x))" cy="\(Coordinate(point.y))" r="\(Coordinate(radius))"/>
        """
      })
  }

  private var crosses: Markup {
    let clinics = summary.service.places.filter { $0.kind == .clinic }.compactMap { point($0.id) }
    return .joined(
      clinics.map { point -> Markup in
        """
        <path class="clinic" d="M\(Coordinate(point.x - 5)) \(Coordinate(point.y))h10m-5 -5v10"/>
        """
      })
  }

  /// Bases with the names of their patches, each name where it covers no other base and no other name.
  private var bases: Markup {
    let bases = summary.service.places.filter { $0.kind == .base }.compactMap { place in
      place.position.map { (name: place.patch ?? place.id.text, point: projection.point($0)) }
    }
    var labels = LabelPlacement(points: bases.map(\.point), radius: 6, textHeight: 13)
    return .joined(
      bases.map { base -> Markup in
        let box = labels.place(beside: base.point, distance: 8, width: Double(base.name.count) * 7.8)
        return """
          <rect class="base" x="\(Coordinate(base.point.x - 5))" y="\(Coordinate(base.point.y - 5))" width="10" \
          height="10"/><text class="base-label" x="\(Coordinate(box.left))" y="\(Coordinate(box.bottom - 2))">\(
            base.name)</text>
          """
      })
  }
}
