package import Quantities
import ReproducibleNumbers

/// Puts positions of a town or a county on a flat drawing, the north at the top and with one scale for both directions.
///
/// Equirectangular about the middle latitude: over 50 km in Britain it is wrong by less than a hundredth.
package struct MapProjection: Sendable {
  package let width: Double
  package let height: Double
  /// Drawing units for one metre on the ground.
  package let scale: Double

  private let west: Double
  private let north: Double
  private let metresPerLongitude: Double

  private static let metresPerLatitude = 0.111_320
  private static let margin = 42.0

  /// Nil without a position.
  ///
  /// - Parameters:
  ///   - width: of the drawing.
  ///   - heights: the least and the greatest height that it may have.
  package init?(of positions: [GeographicPosition], width: Double, heights: ClosedRange<Double>) {
    let latitudes = positions.map { Double($0.latitudeMicrodegrees) }
    let longitudes = positions.map { Double($0.longitudeMicrodegrees) }
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max()
    else { return nil }
    let radians = (south + north) / 2 / 1_000_000 * Double.pi / 180
    let perLongitude = MapProjection.metresPerLatitude * max(0.01, ElementaryFunctions.cos(radians))
    // A single place would have no size; give it a kilometre.
    let across = max(1000, (east - west) * perLongitude)
    let down = max(1000, (north - south) * MapProjection.metresPerLatitude)
    let inner = width - 2 * MapProjection.margin
    let innerHeights = (heights.lowerBound - 2 * MapProjection.margin, heights.upperBound - 2 * MapProjection.margin)
    let scale = min(inner / across, innerHeights.1 / down)
    let usedHeight = max(innerHeights.0, down * scale)
    self.width = width
    height = usedHeight + 2 * MapProjection.margin
    self.scale = scale
    metresPerLongitude = perLongitude
    // Centred: what is left over is shared between the two sides.
    self.west = (west + east) / 2 - inner / 2 / scale / perLongitude
    self.north = (north + south) / 2 + usedHeight / 2 / scale / MapProjection.metresPerLatitude
  }

  /// Where a position lies; y grows downwards.
  package func point(_ position: GeographicPosition) -> (x: Double, y: Double) {
    let x = (Double(position.longitudeMicrodegrees) - west) * metresPerLongitude * scale
    let y = (north - Double(position.latitudeMicrodegrees)) * MapProjection.metresPerLatitude * scale
    return (x + MapProjection.margin, y + MapProjection.margin)
  }

  /// The longest round length that takes up no more than a quarter of the width.
  package var scaleBar: Metres {
    let most = width / 4 / scale
    var best = 1
    var power = 1
    while power < 10_000_000 {
      for digit in [1, 2, 5] where Double(digit * power) <= most { best = max(best, digit * power) }
      power *= 10
    }
    return Metres(best)
  }
}
