import CareModel

extension RotaDocument {
  /// How the rota came about, without proof, which stands beside it.
  func provenance(_ provenance: Provenance) -> JSONText {
    .record([
      JSONMember("inputDigest", .text(provenance.inputDigest)),
      JSONMember("engineVersion", .text(provenance.engineVersion)),
      JSONMember("glpkVersion", .text(provenance.glpkVersion)),
      // A seed has 64 bits, more than a JSON number holds exactly in many languages.
      JSONMember("seed", .text(String(provenance.seed))), JSONMember("budget", .integer(provenance.budget)),
      JSONMember("workUsed", .integer(provenance.workUsed)),
      JSONMember("stoppedBy", .text(provenance.stoppedBy.rawValue)),
      provenance.start.map { JSONMember("start", start($0)) },
      JSONMember("stages", .array(provenance.stages.map(stage))),
    ])
  }

  private func start(_ start: StartReport) -> JSONText {
    .record([
      JSONMember("inputDigest", .text(start.inputDigest)), JSONMember("kept", .integer(start.kept)),
      JSONMember(
        "mended",
        .array(
          start.mends.map { mend in
            .record([
              mend.visit.map { JSONMember("visit", .text($0.text)) },
              mend.worker.map { JSONMember("worker", .text($0.text)) },
              JSONMember("remedy", .text(mend.remedy.rawValue)), JSONMember("rule", .text(mend.rule)),
              JSONMember("sentence", .text(mend.sentence)),
            ])
          })),
    ])
  }

  private func stage(_ stage: StageReport) -> JSONText {
    let outcome: (name: String, reason: String?) =
      switch stage.outcome {
      case .improved: ("improved", nil)
      case .unchanged: ("unchanged", nil)
      case .skipped(let reason): ("skipped", reason)
      case .failed(let reason): ("failed", reason)
      }
    return .record([
      JSONMember("name", .text(stage.name)), JSONMember("outcome", .text(outcome.name)),
      outcome.reason.map { JSONMember("reason", .text($0)) }, JSONMember("workUsed", .integer(stage.workUsed)),
      JSONMember(
        "counts",
        .array(
          stage.counts.map {
            .record([JSONMember("name", .text($0.name)), JSONMember("value", .integer($0.value))])
          })),
      JSONMember(
        "score",
        .array(
          stage.score.nonZero.map {
            .record([JSONMember("level", .text($0.level.name)), JSONMember("value", .integer($0.value))])
          })),
    ])
  }
}
