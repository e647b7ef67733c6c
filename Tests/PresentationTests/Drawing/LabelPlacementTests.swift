import Presentation
import Testing

@Suite struct LabelPlacementTests {
  @Test("labels of points that lie close together don't cover each other while there is room")
  func noOverlap() {
    let points = [(x: 100.0, y: 100.0), (x: 112.0, y: 100.0), (x: 106.0, y: 112.0)]
    var placement = LabelPlacement(points: points, radius: 5, textHeight: 11)
    let boxes = points.map { placement.place(beside: $0, distance: 7, width: 24) }
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] { #expect(!box.overlaps(other)) }
    }
  }

  @Test("a label alone stands to the right of its point")
  func alone() {
    var placement = LabelPlacement(points: [(x: 10, y: 10)], radius: 5, textHeight: 11)
    let box = placement.place(beside: (x: 10, y: 10), distance: 7, width: 20)
    #expect(box.left == 17)
    #expect(box.top < 10 && box.bottom > 10)
  }

  @Test("a hundred labels on one point all get a place")
  func crowd() {
    var placement = LabelPlacement(points: [], radius: 5, textHeight: 11)
    for _ in 0..<100 { #expect(placement.place(beside: (x: 0, y: 0), distance: 7, width: 20).right > -30) }
  }
}
