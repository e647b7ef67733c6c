import CareModel
import Quantities

/// Each link of two covered calls holds as its type says; `requires` binds uncovered ones too.
struct LinksRule: RotaRule {
  static let name = RuleName.links

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.caseload.links.compactMap { link in
      guard let first = rota.call(link.first), let second = rota.call(link.second),
        let breach = breach(of: link, first, second, rota.words)
      else { return nil }
      let ground =
        breach.binds == .presence ? Ground(of: [second], by: .presence) : Ground(of: [first, second], by: breach.binds)
      return finding(
        ground, visit: link.second, worker: second.onlyWorker, measured: breach.measured, limit: breach.limit,
        breach.sentence)
    }
  }

  /// What a broken link is told by.
  private struct Breach {
    let binds: Decisions
    let measured: String
    let limit: String
    let sentence: String
  }

  private func breach(
    of link: VisitLink, _ first: CallUnderCheck, _ second: CallUnderCheck, _ words: PlainWords
  ) -> Breach? {
    if link.relation == .requires {
      guard second.isCovered, !first.isCovered else { return nil }
      return Breach(
        binds: .presence, measured: "\(link.first) uncovered", limit: "\(link.first) covered",
        sentence: "Call \(link.second) is covered, but call \(link.first), which it needs, is not.")
    }
    guard let one = first.placement, let other = second.placement else { return nil }
    switch link.relation {
    case .sameStart:
      guard one.start != other.start else { return nil }
      return times(link, one, other, words, limit: "the same start", "must start together")
    case .gap(let minimum, let maximum):
      let gap = other.start - one.start
      guard gap < minimum.seconds || maximum.map({ $0.seconds < gap }) ?? false else { return nil }
      let limit =
        maximum.map { "\(words.length(minimum)) to \(words.length($0))" } ?? "\(words.length(minimum)) or more"
      return Breach(
        binds: .start, measured: words.length(gap), limit: limit,
        sentence: "Call \(link.second) starts \(words.length(gap)) after call \(link.first); it should be \(limit).")
    case .order:
      let end = one.start + first.visit.length
      guard other.start < end else { return nil }
      return times(link, one, other, words, limit: "from \(words.time(end))", "must follow one another")
    case .sameWorker:
      let (fewer, more) = one.workers.count <= other.workers.count ? (one, other) : (other, one)
      guard !fewer.workers.allSatisfy(more.workers.contains) else { return nil }
      return workers(link, one, other, limit: "the same worker")
    case .differentWorker:
      guard one.workers.contains(where: other.workers.contains) else { return nil }
      return workers(link, one, other, limit: "different workers")
    case .requires: return nil
    }
  }

  private func times(
    _ link: VisitLink, _ one: Visit.Placement, _ other: Visit.Placement, _ words: PlainWords, limit: String,
    _ duty: String
  ) -> Breach {
    Breach(
      binds: .start, measured: words.time(other.start), limit: limit,
      sentence: "Calls \(link.first) and \(link.second) \(duty), but start at \(words.time(one.start)) and "
        + "\(words.time(other.start)).")
  }

  private func workers(
    _ link: VisitLink, _ one: Visit.Placement, _ other: Visit.Placement, limit: String
  ) -> Breach {
    let names = [one, other].map { $0.workers.map(\.text).joined(separator: " and ") }
    return Breach(
      binds: .worker, measured: names.joined(separator: "; "), limit: limit,
      sentence: "Calls \(link.first) and \(link.second) need \(limit), but \(link.first) goes to \(names[0]) and "
        + "\(link.second) to \(names[1]).")
  }
}
