import CareModel
import Quantities

/// How a plan came about.
extension PlanWords {
  /// Rotas and proof, as they end a text.
  func making(_ plan: EpisodePlan) -> String {
    let rotas = rotas(plan)
    return rotas.prefix(1).map { WrappedText.of($0) + "\n" }.joined()
      + rotas.dropFirst().map { WrappedText.of("  \($0)") + "\n" }.joined()
      + "\n\(WrappedText.of(account(plan.account)))\n"
  }

  /// What the first days' rotas have shown, or that none were made; the first line heads the others.
  func rotas(_ plan: EpisodePlan) -> [String] {
    plan.agreement.map(agreement)
      ?? ["No rotas were made: travel and waiting beside time with people are reckoned as usual"]
  }

  /// Calls of a day that are named.
  private static let mostNamed = 8

  /// How the first days' rotas held what was planned, and what they have taught.
  private func agreement(_ agreement: RotaAgreement) -> [String] {
    let measured = agreement.overhead.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.printedName) \($0.value.value / 10) %" }.joined(separator: ", ")
    let moved =
      agreement.cuts.isEmpty ? "" : "; \(Count.of(agreement.cuts.count, "call")) moved to another day for them"
    let open =
      agreement.leftOut.isEmpty
      ? "" : "; without a place in them: " + agreement.leftOut.map { PrintableText.of($0.text) }.joined(separator: ", ")
    return [
      "Rotas of the first days were made quickly, to see what fits (\(Count.of(agreement.rounds, "round"))\(moved)"
        + "\(open)); reable rota of a day may place more"
    ]
      + agreement.days.map { rostered in
        rostered.uncovered == 0
          ? "\(day(rostered.date)): all \(Count.of(rostered.calls, "call")) have a place"
          : "\(day(rostered.date)): \(rostered.uncovered) of \(Count.of(rostered.calls, "call")) have no place, "
            + "\(rostered.uncoveredEssential) of them essential"
            + (rostered.withoutPlace.isEmpty
              ? ""
              : ": "
                + rostered.withoutPlace.prefix(PlanWords.mostNamed).map { PrintableText.of($0.text) }
                .joined(separator: ", ") + (rostered.withoutPlace.count > PlanWords.mostNamed ? ", …" : ""))
      } + (measured.isEmpty ? [] : ["travel and waiting beside time with people: \(measured)"])
  }

  /// How far the plan is proven to be the best there is.
  func account(_ account: EpisodePlan.Account) -> String {
    if let reason = account.fallback {
      return "Placed one after another; no integer program: \(PrintableText.of(reason))"
    }
    guard let first = account.levels.first(where: { $0.bound != $0.value }) else {
      return "Proof: in the time reckoned with, starts and reviews can't be placed better, level by level"
    }
    let bound = first.bound.map { ", \($0) is the least it could be" } ?? ""
    return "Not proven from here on: \(first.printedName): \(first.value)\(bound)"
  }
}
