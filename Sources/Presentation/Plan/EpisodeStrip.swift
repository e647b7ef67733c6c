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
    \(waited)\(permitted)\(behind)\(foreseen)\(away)\(bridging)\(limit)\(ends)\(reviews)\(arrow)</svg>
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

  /// From the referral to the first visit.
  private var waited: Markup {
    guard let received = line.receivedOn, axis.first < episode.startDate else { return .empty }
    let from = Coordinate(axis.middle(received))
    let tick = axis.shows(received) ? "M\(from) 7V15" : ""
    return "<path class=\"waited\" d=\"\(tick)M\(from) 11H\(Coordinate(axis.x(episode.startDate)))\"/>"
  }

  /// A rail from the start to the last permitted day; behind day 42 dashed where somebody has extended it.
  private var permitted: Markup {
    guard let limit = line.limit else { return .empty }
    let y = Coordinate(20)
    let rail: Markup =
      "<path class=\"rail\" d=\"M\(Coordinate(axis.x(episode.startDate))) \(y)H\(Coordinate(axis.end(limit)))\"/>"
    guard let extended = line.extended else { return rail }
    let (from, until) = (Coordinate(axis.x(extended.lowerBound)), Coordinate(axis.end(extended.upperBound)))
    let day = axis.shows(limit) ? "<path class=\"was-limit\" d=\"M\(from) 16V24\"/>" : .empty as Markup
    return rail + "<path class=\"extension\" d=\"M\(from) \(y)H\(until)\"/>" + day
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

  /// Hatched, over whatever else the days are.
  private var away: Markup {
    Markup.joined(
      line.stays.map { stay in
        let box = bar("away", stay.lowerBound, stay.upperBound, y: 6, height: 10)
        return box.isEmpty
          ? box : box + EpisodeStrip.hatch(from: axis.x(stay.lowerBound), to: axis.end(stay.upperBound))
      })
  }

  private static func hatch(from: Double, to: Double) -> Markup {
    let strokes = stride(from: from, to: to, by: 5).map { x in
      let end = min(x + 5, to)
      return "M\(Coordinate(x)) 16L\(Coordinate(end)) \(Coordinate(16 - 2 * (end - x)))"
    }
    return "<path class=\"hatch\" d=\"\(strokes.joined())\"/>"
  }

  /// The predicted end, and hollow those that were said before.
  private var ends: Markup {
    func triangle(_ date: CivilDate, _ name: String) -> Markup {
      guard axis.shows(date) else { return .empty }
      let x = axis.end(date)
      return "<path class=\"\(name)\" d=\"M\(Coordinate(x - 3.5)) 0.6H\(Coordinate(x + 3.5))L\(Coordinate(x)) 6Z\"/>"
    }
    return Markup.joined(Set(line.earlierEnds).sorted().map { triangle($0, "predicted-before") })
      + (line.predictedEnd.map { triangle($0, "predicted") } ?? .empty)
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

  /// What the marks mean.
  ///
  /// - Parameter days: of reablement that are permitted without extension.
  static func key(_ days: Int) -> [Markup] {
    let samples: [(drawing: Markup, meaning: String)] = [
      ("<path class=\"waited\" d=\"M4 7V17M4 12H32\"/>", "from the referral to the first visit"),
      ("<rect class=\"behind\" x=\"2\" y=\"7\" width=\"32\" height=\"10\"/>", "so far"),
      (
        "<rect class=\"away\" x=\"3\" y=\"6\" width=\"30\" height=\"10\"/>\(hatch(from: 3, to: 33))",
        "in hospital"
      ),
      ("<rect class=\"foreseen\" x=\"2\" y=\"7\" width=\"32\" height=\"10\"/>", "to the predicted end"),
      ("<path class=\"predicted\" d=\"M13 7H23L18 16Z\"/>", "predicted end"),
      ("<path class=\"predicted-before\" d=\"M13 7H23L18 16Z\"/>", "end as predicted before"),
      (
        "<path class=\"rail\" d=\"M2 16H30\"/><path class=\"limit\" d=\"M30 4V21\"/>",
        "to the last permitted day: day \(days)"
      ),
      (
        """
        <path class="rail" d="M1 16H9"/><path class="was-limit" d="M9 12V20"/>\
        <path class="extension" d="M9 16H30"/><path class="limit" d="M30 4V21"/>
        """,
        "extended beyond day \(days)"
      ),
      ("<rect class=\"bridging\" x=\"2\" y=\"10\" width=\"32\" height=\"4\"/>", "bridging: nobody has taken over"),
      ("<rect class=\"to-bridge\" x=\"2\" y=\"10\" width=\"32\" height=\"4\"/>", "bridging foreseen"),
      (
        "<rect class=\"behind\" x=\"2\" y=\"7\" width=\"32\" height=\"10\"/><circle class=\"held\" cx=\"18\" cy=\"12\" r=\"3.2\"/>",
        "review held"
      ),
      ("<circle class=\"coming\" cx=\"18\" cy=\"12\" r=\"3.2\"/>", "review booked or planned"),
      ("<path class=\"today\" d=\"M18 2V22\"/>", "today"),
    ]
    return samples.map { drawing, meaning in
      """
      <li><svg class="sample" viewBox="0 0 36 24" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">\(drawing)</svg>\
      \(meaning)</li>
      """
    }
  }
}
