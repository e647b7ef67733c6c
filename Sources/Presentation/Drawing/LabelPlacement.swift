/// Finds room for labels beside their points, so that no label covers another or somebody else's point.
///
/// Greedy in the order asked, with eight places a label: the method of Christensen, Marks and Shieber, "An Empirical
/// Study of Algorithms for Point-Feature Label Placement", ACM TOG 14(3), 1995, section 3.1.
package struct LabelPlacement: Sendable {
  private var taken: [Box] = []
  private let textHeight: Double

  /// A rectangle of the drawing; y grows downwards.
  package struct Box: Hashable, Sendable {
    package let left: Double
    package let top: Double
    package let right: Double
    package let bottom: Double

    /// Whether the two share more than an edge.
    package func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// How much of it lies under another, in square units.
    func shared(_ other: Box) -> Double {
      guard overlaps(other) else { return 0 }
      return (min(right, other.right) - max(left, other.left)) * (min(bottom, other.bottom) - max(top, other.top))
    }
  }

  /// - Parameters:
  ///   - points: the middles of all marks, which labels keep off.
  ///   - radius: how far a mark reaches from its middle.
  package init(points: [(x: Double, y: Double)], radius: Double, textHeight: Double) {
    self.textHeight = textHeight
    taken = points.map { Box(left: $0.x - radius, top: $0.y - radius, right: $0.x + radius, bottom: $0.y + radius) }
  }

  /// The room for a label of some width beside a point; where none is free, the least covered.
  package mutating func place(beside point: (x: Double, y: Double), distance: Double, width: Double) -> Box {
    let across = [distance, -distance - width, -width / 2]
    let down = [-textHeight - distance / 2, distance / 2, -textHeight / 2]
    var best: (box: Box, cover: Double)?
    for (column, row) in [(0, 2), (0, 0), (0, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 1)] {
      let rise = column == 2 ? (row == 0 ? -distance : distance) / 2 : 0
      let left = point.x + across[column]
      let top = point.y + down[row] + rise
      let box = Box(left: left, top: top, right: left + width, bottom: top + textHeight)
      let cover = taken.reduce(0) { $0 + $1.shared(box) }
      if best.map({ cover < $0.cover }) ?? true { best = (box, cover) }
      if cover == 0 { break }
    }
    let box = best?.box ?? Box(left: point.x, top: point.y, right: point.x + width, bottom: point.y + textHeight)
    taken.append(box)
    return box
  }
}
