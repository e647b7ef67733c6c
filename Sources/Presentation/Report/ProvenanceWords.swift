package import CareModel
import Quantities

extension Provenance {
  /// What is proven, in a few words: `no bound yet`, `the first 7 levels are the best possible`.
  package var proofWords: String { proof.words }

  /// The stage whose rota this is: the last that made it better; nil where none says so.
  package var maker: String? {
    stages.last { $0.outcome == .improved }?.name ?? stages.first { $0.outcome == .unchanged }?.name
  }

  /// One sentence for each stage that failed, with what was kept instead, and one where the clock cut the work.
  package var warnings: [String] {
    var said: [String] = []
    for stage in stages {
      guard case .failed(let reason) = stage.outcome else { continue }
      let kept = maker.map { "; this rota was made by \(StageReport.words(for: $0))" } ?? ""
      said.append(PrintableText.of("\(StageReport.words(for: stage.name)) stopped (\(reason))\(kept)"))
    }
    if stoppedBy == .deadline {
      said.append("the time limit cut the work: the same command may give another rota")
    }
    return said
  }
}

extension Proof {
  /// What is proven, by number alone: `first 39 of 45 levels can't be bettered`.
  package func brief(of ladder: Ladder) -> String {
    let proven = levels.prefix(while: \.isProven).count
    if levels.isEmpty { return "no bound yet" }
    return proven == 0
      ? "bound on the first level only"
      : "first \(proven) of \(Count.of(ladder.levels.count, "level")) can't be bettered"
  }

  /// What is proven, with the first level that is not and its bound.
  package var words: String {
    guard let last = levels.last else { return "no bound yet" }
    let proven = levels.prefix(while: \.isProven).count
    if last.isProven { return "the first \(Count.of(proven, "level")) can't be bettered" }
    let head = proven == 0 ? "" : "the first \(Count.of(proven, "level")) can't be bettered; "
    let bound = ScoreWords.value(last.bound, at: last.level)
    return "\(head)\(last.level.printedName): at best \(bound)"
  }
}

extension Proof.LevelProof {
  /// What the bound rests on and what makes it weaker, in one sentence; nil where it needs none.
  var basisWords: String? {
    guard !isProven, method == .columns else { return nil }
    let unsolved = isSolved ? "" : " The work ran out before it was as good as it can be."
    let left = relaxations.map(Proof.words(ofRelaxation:)).joined(separator: "; ")
    return "The bound at the last of them is a linear program's; it leaves out of account: \(left).\(unsolved)"
  }
}

extension Proof {
  /// What a relaxation does not keep; the name itself where it is not known.
  static func words(ofRelaxation name: String) -> String {
    switch name {
    case "fractions": "that a run is done whole or not at all"
    case "spacing": "gaps between linked calls, and one person's calls at one time"
    case "together": "that two workers start in the same second"
    case "sameWorker": "calls for the same worker"
    case "differentWorker": "calls for different workers where a worker has two shifts"
    case "compression": "some breaks that a late departure saves"
    case "comingBack": "that a run does no call twice"
    case "capacity": "capacities of shifts"
    case "unfairness": "seconds of uneven loads"
    default: PrintableText.of(name)
    }
  }
}

extension Provenance.StopCause {
  /// Why the work ended.
  package var printedName: String {
    switch self {
    case .finished: "nothing left to try"
    case .work: "the budget of work was used up"
    case .deadline: "the time limit cut it: the same command may give another rota"
    }
  }
}

extension StageReport {
  /// What came of the stage.
  package var outcomeWords: String {
    switch outcome {
    case .improved: "made the rota better"
    case .unchanged: "found nothing better"
    case .skipped(let reason): "did not run: \(PrintableText.of(reason))"
    case .failed(let reason): "failed, the rota before it was kept: \(PrintableText.of(reason))"
    }
  }

  /// A stage's name for people.
  package static func words(for name: String) -> String {
    switch name {
    case "start": "the rota to start from"
    case "greedy": "the first placing"
    case "search": "the search"
    case "blocks": "the search in blocks of runs"
    case "columns": "the proof of levels (GLPK)"
    case "glpk": "the integer program (GLPK)"
    case "polish": "the last search"
    default: PrintableText.of(name)
    }
  }
}
