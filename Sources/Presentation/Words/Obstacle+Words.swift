package import Explanations

extension Explanation {
  /// What stood in the way most, in a few words; where the commonest would only say who is not on duty or not trained
  /// for it, the commonest after that is said too, since it is the one that something can be done about.
  ///
  /// - Parameter hours: the hours of the call, as they follow "full".
  package func shortReason(hours: String) -> String {
    guard let first = obstacles.first else { return "no reason found" }
    if let nobody = wordsForNobody { return nobody }
    var said = [first]
    if first.obstacle.isStanding, let next = obstacles.first(where: { !$0.obstacle.isStanding }) {
      said = [next, first]
    }
    return said.map { $0.words(hours: hours) }.joined(separator: ", ")
  }

  /// Everything that stood in the way, commonest first.
  package func reasons(hours: String) -> [String] {
    wordsForNobody.map { [$0] } ?? obstacles.map { $0.words(hours: hours) }
  }

  /// Said where no run comes into question at all, so that nobody looks for room in one.
  private var wordsForNobody: String? {
    switch Set(obstacles.map(\.obstacle)) {
    case [.noSuchRoleOrSkill]: "nobody on duty today has the role and skill"
    case [.noSuchRoleOrSkill, .notOnDuty]: "nobody with the role and skill is on duty then"
    default: nil
    }
  }
}

extension Explanation.ObstacleCount {
  /// `9 runs full 16:00–22:00`.
  package func words(hours: String) -> String {
    let runs = Count.of(duties, "run")
    switch obstacle {
    case .noSuchRoleOrSkill: return "\(runs) without the role or skill"
    case .refused: return "\(runs) refused"
    case .requiredPreference: return "\(runs) against a required preference"
    case .notOnDuty: return "\(runs) off duty then"
    case .dutyFull: return hours.isEmpty ? "\(runs) full" : "\(runs) full \(hours)"
    case .breakNeeded: return "\(runs) with no room for the break"
    case .partnerMissing: return "no second worker free at the same time (\(runs))"
    case .linkedCall: return "a linked call stands in the way (\(runs))"
    case .othersFirst: return "\(runs) needed for more important calls"
    case .dearer: return "\(runs) free, but at more cost than gain"
    case .personAway, .notReady, .locked, .firstVisitUncovered, .hoursOver: return obstacle.printedName
    }
  }
}

extension Explanation.Obstacle {
  /// No other rota of the day would change it.
  var isStanding: Bool {
    switch self {
    case .noSuchRoleOrSkill, .refused, .requiredPreference, .notOnDuty: true
    default: false
    }
  }
}
