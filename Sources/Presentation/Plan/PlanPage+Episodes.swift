import CareModel
import Quantities

extension PlanPage {
  /// A table whose last column is a drawing on one axis of days; whoever doesn't see it has the words before it.
  var episodes: Markup {
    guard !lines.isEmpty else { return "<p>No episode is running.</p>" }
    let axis = EpisodeAxis(lines, today: service.today, lastDay: plan.lastDay)
    let rows = lines.map { line -> Markup in
      let isOver = line.lastPermittedDay.map { $0 < service.today } ?? false
      return """
        <tr\(isOver ? " class=\"grave\"" as Markup : .empty)><th scope="row">\(names[line.record.episode.person]) \
        <code>\(line.record.id.text)</code></th><td>\(standing(line))\(referred(line))</td>\
        <td>\(line.predictedEnd.map { words.day($0) } ?? "not said")\(before(line))</td><td>\(permitted(line))</td>\
        <td>\(nextReview(line))</td><td class="line">\(EpisodeStrip(line: line, axis: axis).markup)</td></tr>
        """
    }
    return """
      <ul class="key" aria-label="What the marks mean">\(Markup.joined(EpisodeStrip.key(service.policy.reablementDays)))</ul>
      <div class="wide" role="region" aria-label="Running episodes" tabindex="0"><table class="lines">
      <thead><tr><th scope="col">Person</th><th scope="col">Now</th><th scope="col">Predicted end</th>\
      <th scope="col">Last permitted day</th><th scope="col">Next review</th>\
      <th scope="col" class="line"><span class="by-ear">Drawn</span>\(axis.head)</th></tr></thead>
      <tbody>
      \(Markup.joined(rows, separator: "\n"))
      </tbody></table></div>
      """
  }

  private func referred(_ line: EpisodeLine) -> Markup {
    line.receivedOn.map { " <span class=\"faint\">referred \(words.day($0))</span>" } ?? .empty
  }

  /// `before: 27, 29 Nov, 1 Dec`: the ends that were predicted before, each month said once where it stays the same.
  private func before(_ line: EpisodeLine) -> Markup {
    guard !line.earlierEnds.isEmpty else { return .empty }
    let said = line.earlierEnds.map { words.day($0).split(separator: " ") }
    let ends = said.enumerated().map { index, words in
      let isSaidNext = index + 1 < said.count && said[index + 1].last == words.last
      return words.dropFirst().dropLast(isSaidNext ? 1 : 0).joined(separator: " ")
    }
    return " <span class=\"faint\">before: \(ends.joined(separator: ", "))</span>"
  }

  /// `in hospital Mon 9 Nov to Thu 12 Nov`; a stay without an end in sight only since when.
  private func stay(_ days: ClosedRange<CivilDate>) -> String {
    let from = words.day(days.lowerBound)
    if days.upperBound <= plan.lastDay { return "in hospital \(from) to \(words.day(days.upperBound))" }
    return "in hospital \(days.lowerBound <= service.today ? "since" : "from") \(from)"
  }

  /// `day 12`, with what is out of the ordinary.
  private func standing(_ line: EpisodeLine) -> String {
    var said = ["day \(line.record.episode.dayNumber(on: service.today))"]
    switch line.record.state {
    case .suspended: if line.stays.isEmpty { said.append("in hospital") }
    case .awaitingOnward: said.append("waits for onward care")
    case .preStart, .active, .ended: break
    }
    said += line.stays.map(stay)
    if let bridging = line.bridging {
      said.append("bridging since \(words.day(bridging.lowerBound))")
    } else if line.bridgingForeseen != nil {
      said.append("bridging foreseen")
    }
    return said.joined(separator: ", ")
  }

  private func permitted(_ line: EpisodeLine) -> String {
    guard let last = line.lastPermittedDay else { return "no limit" }
    let over = last < service.today ? ", past" : ""
    let extended = line.extended == nil ? nil : line.record.episode.extension
    return words.day(last) + over + (extended.map { ", extended by \($0.authorisedBy): \($0.reason)" } ?? "")
  }

  private func nextReview(_ line: EpisodeLine) -> String {
    line.reviewsComing.min().map { words.day($0) } ?? "none"
  }
}
