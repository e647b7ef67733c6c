import CareModel
import Quantities

/// Today through the hours: who is on duty, as steps, and how many would be with people at once, as a line.
struct DutyChart {
  let quarters: [ServiceSummary.QuarterHour]

  private static let frame = ChartFrame(width: 1080, height: 290, left: 44, right: 24, top: 26, bottom: 40)

  private var highest: Int { max(1, quarters.map { max($0.assistants + $0.others, $0.wanted) }.max() ?? 1) }
  private var step: Int { ChartFrame.step(upTo: highest) }
  private var most: Int { (highest + step - 1) / step * step }

  private func x(_ minute: Int) -> Double {
    let room = DutyChart.frame.width - DutyChart.frame.left - DutyChart.frame.right
    return DutyChart.frame.left + room * Double(minute - 360) / Double(17 * 60)
  }

  private func y(_ count: Int) -> Double { DutyChart.frame.y(count, of: most) }

  var markup: Markup {
    let peak = quarters.max { ($0.wanted, $1.minute) < ($1.wanted, $0.minute) }
    let words = peak.map { quarter in
      "Most at once: \(quarter.wanted) workers wanted at \(DutyChart.clock(quarter.minute)), when "
        + "\(quarter.assistants) assistants and \(quarter.others) others are on duty."
    }
    return """
      <svg class="chart" viewBox="0 0 \(Coordinate(DutyChart.frame.width)) \(Coordinate(DutyChart.frame.height))" role="img" \
      aria-labelledby="duty-t duty-d" xmlns="http://www.w3.org/2000/svg">
      <title id="duty-t">Workers on duty and workers wanted through the day</title>\
      <desc id="duty-d">\(words ?? "Nobody is on duty.")</desc>
      \(grid)\(area(of: { $0.assistants + $0.others }, "upper"))\(area(of: { $0.assistants }, "duty-assistants"))\
      \(wanted)\(legend)</svg>
      """
  }

  private static func clock(_ minute: Int) -> String { ClockTime(wrapping: minute * 60).description }

  private var grid: Markup {
    let hours = stride(from: 6, through: 23, by: 1).map { hour -> Markup in
      """
      <path class="grid" d="M\(Coordinate(x(hour * 60))) \(Coordinate(y(0)))v5"/>\
      <text class="name" x="\(Coordinate(x(hour * 60)))" y="\(Coordinate(y(0) + 18))" \
      text-anchor="middle">\(DutyChart.clock(hour * 60))</text>
      """
    }
    return DutyChart.frame.lines(upTo: most, step: step, said: { "\($0)" }) + .joined(hours)
  }

  private func area(of count: (ServiceSummary.QuarterHour) -> Int, _ name: Markup) -> Markup {
    guard let first = quarters.first, let last = quarters.last else { return .empty }
    var path = "M\(Coordinate(x(first.minute))) \(Coordinate(y(0)))"
    for quarter in quarters {
      path += "V\(Coordinate(y(count(quarter))))H\(Coordinate(x(quarter.minute + 15)))"
    }
    path += "V\(Coordinate(y(0)))Z"
    return last.minute > first.minute ? "<path class=\"\(name)\" d=\"\(path)\"/>" : .empty
  }

  private var wanted: Markup {
    var path = ""
    for quarter in quarters {
      path += "\(path.isEmpty ? "M" : "L")\(Coordinate(x(quarter.minute) + 3.7)) \(Coordinate(y(quarter.wanted)))"
    }
    return path.isEmpty ? .empty : "<path class=\"wanted-back\" d=\"\(path)\"/><path class=\"wanted\" d=\"\(path)\"/>"
  }

  private var legend: Markup {
    """
    <text class="axis" x="\(Coordinate(DutyChart.frame.left))" y="13">workers</text>\
    <rect class="duty-assistants" x="420" y="4" width="12" height="12"/><text class="axis" x="437" y="14">\
    assistants on duty</text>\
    <rect class="upper" x="570" y="4" width="12" height="12"/><text class="axis" x="587" y="14">therapists on duty</text>\
    <path class="wanted" d="M718 10h26"/><text class="axis" x="750" y="14">\
    wanted with people at once, travel left out</text>
    """
  }
}
