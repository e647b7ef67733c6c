import CareModel
import Explanations
import Quantities

extension RotaDocument {
  /// Why a call is not done, or not in time, as data and as one sentence.
  func reason(_ explanation: Explanation) -> JSONText {
    .record([
      JSONMember("matter", .text(RotaDocument.name(of: explanation.matter))),
      RotaDocument.seconds(of: explanation.matter).map { JSONMember("seconds", .integer($0.value)) },
      JSONMember(
        "obstacles",
        .array(
          explanation.obstacles.map {
            .record([
              JSONMember("obstacle", .text($0.obstacle.rawValue)), JSONMember("duties", .integer($0.duties)),
            ])
          })),
      explanation.nextPossible.map { opening in
        JSONMember(
          "nextPossible",
          .record([
            JSONMember("start", time(opening.start)),
            JSONMember("workers", .array(opening.workers.map { .text($0.text) })),
          ]))
      },
      JSONMember("sentence", .text(sentence(explanation))),
    ])
  }

  /// `Not covered: the run is full in the call's hours (5 shifts). Next possible at 17:35.`
  func sentence(_ explanation: Explanation) -> String {
    let matter =
      switch explanation.matter {
      case .uncovered: "Not covered"
      case .pastDeadline(let by): "First visit \(RotaDocument.spoken(by)) after its deadline"
      case .outsideAgreed(let by): "Starts \(RotaDocument.spoken(by)) outside the agreed time"
      }
    let obstacles = explanation.obstacles.prefix(2).map {
      "\($0.obstacle.printedName) (\($0.duties) \($0.duties == 1 ? "shift" : "shifts"))"
    }
    let because = obstacles.isEmpty ? "" : ": \(obstacles.joined(separator: "; "))"
    let next = explanation.nextPossible.map { " Next possible at \(caseload.calendar.local($0.start).time)." }
    return "\(matter)\(because).\(next ?? "")"
  }

  /// `3 h 20 min`.
  private static func spoken(_ length: Seconds) -> String {
    let minutes = length.startedMinutes.value
    if minutes < 60 { return "\(minutes) min" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }

  private static func name(of matter: Explanation.Matter) -> String {
    switch matter {
    case .uncovered: "uncovered"
    case .pastDeadline: "pastDeadline"
    case .outsideAgreed: "outsideAgreed"
    }
  }

  private static func seconds(of matter: Explanation.Matter) -> Seconds? {
    switch matter {
    case .uncovered: nil
    case .pastDeadline(let by), .outsideAgreed(let by): by
    }
  }
}
