/// Bars over named places, in up to two parts each: dark below, light above; every value is written on its bar.
struct BarChart {
  let identifier: String
  let title: String
  /// What is counted, for the axis and for who listens.
  let unit: String
  let axis: String
  let names: [String]
  /// The dark part of each bar.
  let lower: [Int]
  /// The light part; empty where there is one part only.
  var upper: [Int] = []
  /// Values stand for tenths and are written with one decimal.
  var inTenths = false
  /// What the two parts are called.
  var key: (lower: String, upper: String)?

  private static let frame = ChartFrame(width: 520, height: 250, left: 44, right: 10, top: 18, bottom: 44)

  private var totals: [Int] {
    lower.indices.map { lower[$0] + (upper.indices.contains($0) ? upper[$0] : 0) }
  }

  private func said(_ value: Int) -> String { inTenths ? "\(value / 10).\(value % 10)" : "\(value)" }

  /// A round number at or above the highest bar, and the step between lines.
  private var scale: (most: Int, step: Int) {
    let highest = max(1, totals.max() ?? 1)
    let step = ChartFrame.step(upTo: highest)
    // The value on the highest bar stands clear of the name of the axis.
    return ((highest + highest / 12 + step) / step * step, step)
  }

  var markup: Markup {
    let words = zip(names, totals).map { "\($0) \(said($1))" }.joined(separator: ", ")
    return """
      <svg class="chart" viewBox="0 0 \(Coordinate(BarChart.frame.width)) \(Coordinate(BarChart.frame.height))" role="img" \
      aria-labelledby="\(identifier)-t \(identifier)-d" xmlns="http://www.w3.org/2000/svg">
      <title id="\(identifier)-t">\(title)</title><desc id="\(identifier)-d">\(unit) by \(axis): \(words).</desc>
      \(grid)\(bars)\(legend)</svg>
      """
  }

  private func y(_ value: Int) -> Double { BarChart.frame.y(value, of: scale.most) }

  private var grid: Markup {
    let (most, step) = scale
    return BarChart.frame.lines(upTo: most, step: step, said: said) + """
      <text class="axis" x="\(Coordinate(BarChart.frame.left))" y="11">\(unit)</text>\
      <text class="axis" x="\(Coordinate((BarChart.frame.left + BarChart.frame.width) / 2))" \
      y="\(Coordinate(BarChart.frame.height - 6))" text-anchor="middle">\(axis)</text>
      """
  }

  private var bars: Markup {
    let room = (BarChart.frame.width - BarChart.frame.left - BarChart.frame.right) / Double(max(1, names.count))
    let thick = min(54, room * 0.72)
    return .joined(
      names.indices.map { place -> Markup in
        let middle = BarChart.frame.left + room * (Double(place) + 0.5)
        let x = Coordinate(middle - thick / 2)
        let (low, all) = (lower[place], totals[place])
        func rectangle(_ from: Int, _ to: Int, _ name: Markup) -> Markup {
          guard to > from else { return .empty }
          return """
            <rect class="\(name)" x="\(x)" y="\(Coordinate(y(to)))" width="\(Coordinate(thick))" \
            height="\(Coordinate(y(from) - y(to)))"/>
            """
        }
        return rectangle(0, low, "lower") + rectangle(low, all, "upper") + """
          <text class="value" x="\(Coordinate(middle))" y="\(Coordinate(y(all) - 4))" \
          text-anchor="middle">\(said(all))</text>\
          <text class="name" x="\(Coordinate(middle))" y="\(Coordinate(BarChart.frame.height - BarChart.frame.bottom + 15))" \
          text-anchor="middle">\(names[place])</text>
          """
      })
  }

  private var legend: Markup {
    guard let key else { return .empty }
    let x = BarChart.frame.width - 250
    return """
      <rect class="lower" x="\(Coordinate(x))" y="2" width="12" height="12"/>\
      <text class="axis" x="\(Coordinate(x + 17))" y="12">\(key.lower)</text>\
      <rect class="upper" x="\(Coordinate(x + 155))" y="2" width="12" height="12"/>\
      <text class="axis" x="\(Coordinate(x + 172))" y="12">\(key.upper)</text>
      """
  }
}
