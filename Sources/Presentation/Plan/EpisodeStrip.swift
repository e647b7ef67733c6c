import CareModel
import Quantities

/// One episode drawn; whatever it shows stands in words in the same row of the table.
struct EpisodeStrip {
  let line: EpisodeLine
  let axis: EpisodeAxis

  private static let height = 24.0

  var markup: Markup {
    """
    <svg class="strip" viewBox="0 0 \(Coordinate(EpisodeAxis.width)) \(Coordinate(EpisodeStrip.height))" \
    aria-hidden="true" xmlns="http://www.w3.org/2000/svg">\(axis.grid(height: EpisodeStrip.height))\
    \(permitted)\(behind)\(foreseen)\(bridging)\(limit)\(reviews)\(arrow)</svg>
    """
  }

  private var episode: Episode { line.record.episode }

  private func bar(_ name: String, _ first: CivilDate, _ last: CivilDate, y: Double, height: Double) -> Markup {
    let (from, until) = (axis.x(first), axis.end(last))
    guard until > from else { return .empty }
    return """
      <rect class="\(name)" x="\(Coordinate(from))" y="\(Coordinate(y))" width="\(Coordinate(until - from))" \
      height="\(Coordinate(height))"/>
      """
  }

  /// A rail from the start to the last permitted day; dashed where somebody has extended it.
  private var permitted: Markup {
    guard let limit = line.limit else { return .empty }
    let y = Coordinate(20)
    let rail: Markup =
      "<path class=\"rail\" d=\"M\(Coordinate(axis.x(episode.startDate))) \(y)H\(Coordinate(axis.end(limit)))\"/>"
    guard let extended = line.extended else { return rail }
    let (from, until) = (Coordinate(axis.x(extended.lowerBound)), Coordinate(axis.end(extended.upperBound)))
    return rail + "<path class=\"extension\" d=\"M\(from) \(y)H\(until)\"/>"
  }

  private var behind: Markup {
    guard episode.kind != .bridging, line.today > episode.startDate else { return .empty }
    let last = line.bridging.map { min($0.lowerBound, line.today).adding(days: -1) } ?? line.today.adding(days: -1)
    return bar("behind", episode.startDate, last, y: 6, height: 10)
  }

  /// From today to the predicted end; nothing where nobody has predicted one.
  private var foreseen: Markup {
    guard let end = line.predictedEnd, end >= line.today, episode.kind != .bridging else { return .empty }
    return bar("foreseen", max(line.today, episode.startDate), end, y: 6, height: 10)
  }

  private var bridging: Markup {
    let past = line.bridging.map { bar("bridging", $0.lowerBound, $0.upperBound, y: 9, height: 4) } ?? .empty
    let coming =
      line.bridgingForeseen.map { bar("to-bridge", $0.lowerBound, $0.upperBound, y: 9, height: 4) } ?? .empty
    return past + coming
  }

  private var limit: Markup {
    guard let last = line.lastPermittedDay, axis.shows(last) else { return .empty }
    return "<path class=\"limit\" d=\"M\(Coordinate(axis.end(last))) 2V23\"/>"
  }

  private var reviews: Markup {
    func circles(_ dates: [CivilDate], _ name: String) -> [Markup] {
      dates.filter(axis.shows).map { date in
        "<circle class=\"\(name)\" cx=\"\(Coordinate(axis.middle(date)))\" cy=\"11\" r=\"3.2\"/>"
      }
    }
    return .joined(circles(line.reviewsHeld, "held") + circles(line.reviewsComing, "coming"))
  }

  /// Began before the axis does.
  private var arrow: Markup {
    episode.startDate < axis.first ? "<path class=\"earlier\" d=\"M8 5L1 11L8 17Z\"/>" : .empty
  }

  static let key: [Markup] = [
    ("<rect class=\"behind\" x=\"2\" y=\"7\" width=\"32\" height=\"10\"/>", "so far"),
    ("<rect class=\"foreseen\" x=\"2\" y=\"7\" width=\"32\" height=\"10\"/>", "to the predicted end"),
    ("<path class=\"rail\" d=\"M2 16H30\"/><path class=\"limit\" d=\"M30 4V21\"/>", "to the last permitted day"),
    ("<path class=\"extension\" d=\"M2 16H30\"/><path class=\"limit\" d=\"M30 4V21\"/>", "extended"),
    ("<rect class=\"bridging\" x=\"2\" y=\"10\" width=\"32\" height=\"4\"/>", "bridging: nobody has taken over"),
    ("<rect class=\"to-bridge\" x=\"2\" y=\"10\" width=\"32\" height=\"4\"/>", "bridging foreseen"),
    ("<circle class=\"held\" cx=\"18\" cy=\"12\" r=\"3.2\"/>", "review held"),
    ("<circle class=\"coming\" cx=\"18\" cy=\"12\" r=\"3.2\"/>", "review booked or planned"),
    ("<path class=\"today\" d=\"M18 2V22\"/>", "today"),
  ].map { (drawing: Markup, meaning: String) -> Markup in
    """
    <li><svg class="sample" viewBox="0 0 36 24" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">\(drawing)</svg>\
    \(meaning)</li>
    """
  }
}
