import Quantities

extension MapProjection {
  /// The bar that says how long a distance is on the map, and the arrow to the north.
  var scaleAndNorth: Markup {
    let length = scaleBar
    let word = length.value >= 1000 ? "\(length.value / 1000) km" : "\(length.value) m"
    let y = height - 16
    let end = 16 + Double(length.value) * scale
    let x = width - 22
    return """
      <g class="scale"><path d="M16 \(Coordinate(y - 5))V\(Coordinate(y))H\(Coordinate(end))V\(Coordinate(y - 5))"/>\
      <text x="\(Coordinate((16 + end) / 2))" y="\(Coordinate(y - 6))" text-anchor="middle">\(word)</text></g>\
      <g class="north"><path d="M\(Coordinate(x)) 14l6 18l-6 -5l-6 5z"/>\
      <text x="\(Coordinate(x))" y="46" text-anchor="middle">N</text></g>
      """
  }
}
