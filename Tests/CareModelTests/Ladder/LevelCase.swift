import CareModel
import Quantities

/// One combination of everything that decides a level, in the words of `Documentation/levels.md`.
struct LevelCase: Hashable, Sendable, CustomStringConvertible {
  static let kinds = Visit.Kind.allCases.map(\.rawValue)
  static let consequences = Consequence.allCases.map(\.rawValue)
  static let answers = ["yes", "no"]
  static let deadlines = ["none", "overdue", "before", "at", "after"]
  static let clocks = ["none", "past", "today", "ahead"]
  static let obstacles = ["none"] + VisitLevel.Reason.allCases.map(\.rawValue)

  let kind: String
  let consequence: String
  let isTimeCritical: Bool
  let isInStartBundle: Bool
  let deadline: String
  let clock: String
  let obstacle: String

  /// Every combination there is.
  static let all: [LevelCase] = combinations(
    kinds: kinds, consequences: consequences, timeCritical: answers, bundle: answers, deadlines: deadlines,
    clocks: clocks, obstacles: obstacles)

  static func combinations(
    kinds: [String], consequences: [String], timeCritical: [String], bundle: [String], deadlines: [String],
    clocks: [String], obstacles: [String]
  ) -> [LevelCase] {
    var cases: [LevelCase] = []
    for kind in kinds {
      for consequence in consequences {
        for isTimeCritical in timeCritical {
          for isInStartBundle in bundle {
            for deadline in deadlines {
              for clock in clocks {
                for obstacle in obstacles {
                  cases.append(
                    LevelCase(
                      kind: kind, consequence: consequence, isTimeCritical: isTimeCritical == "yes",
                      isInStartBundle: isInStartBundle == "yes", deadline: deadline, clock: clock, obstacle: obstacle))
                }
              }
            }
          }
        }
      }
    }
    return cases
  }

  /// The facts as the model has them; nil where a word isn't known.
  func facts(rank: Rank) -> LevelFacts? {
    guard let kind = Visit.Kind(rawValue: kind), let consequence = Consequence(rawValue: consequence) else {
      return nil
    }
    let due = LondonDay.at(hours: 31)
    let deadlines: [String: Instant] = [
      "overdue": LondonDay.at(hours: -3), "before": due - Seconds(1), "at": due, "after": due + Seconds(1),
    ]
    let today = LondonDay.date
    let clocks = ["past": today.adding(days: -1), "today": today, "ahead": today.adding(days: 1)]
    return LevelFacts(
      kind: kind, rank: rank, consequence: consequence, isTimeCritical: isTimeCritical,
      isInStartBundle: isInStartBundle, responseDeadline: deadlines[deadline], dueBefore: due,
      clockLastDay: clocks[clock], serviceDate: today, obstacle: VisitLevel.Reason(rawValue: obstacle))
  }

  var description: String {
    "\(kind), \(consequence), \(isTimeCritical ? "time-critical" : "not time-critical"), "
      + "\(isInStartBundle ? "in a start bundle" : "running"), deadline \(deadline), clock \(clock), \(obstacle)"
  }
}
