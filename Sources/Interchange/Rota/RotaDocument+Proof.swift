import CareModel

extension RotaDocument {
  /// Level by level in the ladder's order; a sentence where nothing is proven.
  var proof: JSONText {
    guard let levels = rota.provenance?.proof.levels, !levels.isEmpty else { return .text("no bound yet") }
    return .array(levels.map(level))
  }

  private func level(_ proof: Proof.LevelProof) -> JSONText {
    let isByColumns = proof.method == .columns
    return .record([
      JSONMember("level", .text(proof.level.name)), JSONMember("bound", .integer(proof.bound)),
      JSONMember("value", .integer(proof.value)), JSONMember("proven", .truth(proof.isProven)),
      JSONMember("boundBy", .text(proof.method.rawValue)),
      isByColumns && !proof.isProven ? JSONMember("solved", .truth(proof.isSolved)) : nil,
      isByColumns && !proof.isProven
        ? JSONMember("relaxations", .array(proof.relaxations.map { .text($0) })) : nil,
    ])
  }

  /// What calls and duty periods are worth, by the bound's prices.
  func prices(_ prices: Prices) -> JSONText {
    .record([
      JSONMember("level", .text(prices.level.name)),
      JSONMember(
        "calls",
        .array(
          prices.calls.map {
            .record([
              JSONMember("visit", .text($0.visit.text)), JSONMember("priceThousandths", .integer($0.thousandths)),
            ])
          })),
      JSONMember(
        "shifts",
        .array(
          prices.duties.map {
            .record([
              JSONMember("worker", .text($0.worker.text)), JSONMember("duty", .text($0.duty.text)),
              JSONMember("priceThousandths", .integer($0.thousandths)),
            ])
          })),
    ])
  }
}
