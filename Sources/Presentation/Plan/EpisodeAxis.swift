import CareModel
import Quantities

/// The axis that all lines of episodes share, in days.
struct EpisodeAxis {
  let first: CivilDate
  let last: CivilDate
  let today: CivilDate

  static let width = 760.0
  /// Further back and further on nothing is drawn; a line that goes there ends in an arrow.
  private static let reach = (back: 84, on: 126)

  init(_ lines: [EpisodeLine], today: CivilDate, lastDay: CivilDate) {
    let start = lines.map(\.beginning).min() ?? today
    let end = max(lines.map(\.end).max() ?? lastDay, lastDay)
    first = max(start, today.adding(days: -EpisodeAxis.reach.back)).monday
    last = min(end, today.adding(days: EpisodeAxis.reach.on))
    self.today = today
  }

  private var days: Int { max(1, last.daysSinceEpoch - first.daysSinceEpoch + 1) }

  /// Where a day begins, kept within the axis.
  func x(_ date: CivilDate) -> Double {
    let day = min(max(0, date.daysSinceEpoch - first.daysSinceEpoch), days)
    return EpisodeAxis.width * Double(day) / Double(days)
  }

  /// Where a day is over.
  func end(_ date: CivilDate) -> Double { x(date.adding(days: 1)) }

  func middle(_ date: CivilDate) -> Double { (x(date) + end(date)) / 2 }

  func shows(_ date: CivilDate) -> Bool { first <= date && date <= last }

  private var mondays: [CivilDate] { stride(from: 0, to: days, by: 7).map { first.adding(days: $0) } }

  /// Lines for the weeks and for today.
  func grid(height: Double) -> Markup {
    let weeks = mondays.map { "M\(Coordinate(x($0))) 0V\(Coordinate(height))" }.joined()
    let now = "M\(Coordinate(middle(today))) 0V\(Coordinate(height))"
    return "<path class=\"week\" d=\"\(weeks)\"/><path class=\"today\" d=\"\(now)\"/>"
  }

  /// The dates of the weeks, with today.
  var head: Markup {
    // A label takes some fifty units, and is left out where the axis ends before.
    let every = max(1, Int((50 * Double(days) / (7 * EpisodeAxis.width)).rounded(.up)))
    let labels = mondays.enumerated().filter {
      $0.offset.isMultiple(of: every) && x($0.element) + 44 <= EpisodeAxis.width
    }.map { _, monday -> Markup in
      let words = DayClock.words(monday).split(separator: " ").dropFirst().prefix(2).joined(separator: " ")
      return "<text class=\"week-label\" x=\"\(Coordinate(x(monday) + 2))\" y=\"12\">\(words)</text>"
    }
    let isRight = middle(today) > EpisodeAxis.width - 60
    return """
      <svg class="strip" viewBox="0 0 \(Coordinate(EpisodeAxis.width)) 28" aria-hidden="true" \
      xmlns="http://www.w3.org/2000/svg">\(Markup.joined(labels))<text class="today-label" \
      x="\(Coordinate(middle(today) + (isRight ? -3 : 3)))" y="26" text-anchor="\(isRight ? "end" : "start")">today</text>\
      \(grid(height: 28))</svg>
      """
  }
}
