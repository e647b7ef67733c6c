/// The room of a chart and its lines at round values.
struct ChartFrame {
  let (width, height): (Double, Double)
  let (left, right, top, bottom): (Double, Double, Double, Double)

  /// Between two lines: round, with at most five of them up to the highest value.
  static func step(upTo highest: Int) -> Int {
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].first { highest <= $0 * 5 } ?? 100_000
  }

  func y(_ value: Int, of most: Int) -> Double {
    height - bottom - (height - top - bottom) * Double(value) / Double(most)
  }

  func lines(upTo most: Int, step: Int, said: (Int) -> String) -> Markup {
    .joined(
      stride(from: 0, through: most, by: step).map { value -> Markup in
        let y = y(value, of: most)
        return """
          <path class="grid" d="M\(Coordinate(left)) \(Coordinate(y))H\(Coordinate(width - right))"/>\
          <text class="tick" x="\(Coordinate(left - 6))" y="\(Coordinate(y + 4))" text-anchor="end">\(said(value))</text>
          """
      })
  }
}
