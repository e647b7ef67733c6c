/// A point on the earth in whole millionths of a degree (WGS 84), about a tenth of a metre.
package struct GeographicPosition: Hashable, Sendable {
  /// North is positive; -90,000,000 to 90,000,000.
  package let latitudeMicrodegrees: Int
  /// East is positive; -180,000,000 to 180,000,000.
  package let longitudeMicrodegrees: Int

  /// Nil outside the earth's degrees.
  package init?(latitudeMicrodegrees: Int, longitudeMicrodegrees: Int) {
    guard (-90_000_000...90_000_000).contains(latitudeMicrodegrees),
      (-180_000_000...180_000_000).contains(longitudeMicrodegrees)
    else { return nil }
    self.latitudeMicrodegrees = latitudeMicrodegrees
    self.longitudeMicrodegrees = longitudeMicrodegrees
  }
}
