import CareModel
import Quantities
import ReproducibleNumbers

extension TinyDayBuilder {
  /// Up to two links between different pairs: too few for a circle that can't be kept.
  mutating func addLinks() {
    let wanted = features.contains(.links) ? stream.nextInt(in: 1...2) : 0
    var pairs: [(Int, Int)] = []
    for first in draft.visits.indices {
      for second in draft.visits.indices where first < second { pairs.append((first, second)) }
    }
    for pair in stream.choose(wanted, from: pairs) {
      let calls = [draft.visits[pair.0], draft.visits[pair.1]].sorted {
        (opening($0), $0.id) < (opening($1), $1.id)
      }
      draft.links.append(VisitLink(first: calls[0].id, second: calls[1].id, relation: relation()))
    }
  }

  private func opening(_ visit: Visit) -> Instant {
    visit.windows.first?.preferred.start ?? draft.asOf
  }

  private mutating func relation() -> VisitLink.Relation {
    let minimum = minutes(0...12)
    let slack = minutes(0...12)
    let isOpen = stream.nextBool(perMille: 500)
    switch stream.nextInt(below: 6) {
    case 0: return .sameStart
    case 1: return .gap(minimum: Minutes(minimum), maximum: isOpen ? nil : Minutes(minimum + slack))
    case 2: return .order
    case 3: return .sameWorker
    case 4: return .differentWorker
    default: return .requires
    }
  }
}
