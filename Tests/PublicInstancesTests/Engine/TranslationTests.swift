import PublicInstances
import RotaOptimiser
import Testing

@Suite("The optimiser on public sets, under their own rules")
struct TranslationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let set: PublicSet
    let name: String
    var convention = BestKnown.Convention.own
    var testDescription: String { "\(name) \(convention.rawValue)" }
  }

  static let cases: [Case] =
    ["s20-1", "s20-1-core"].map { Case(set: .days, name: $0) }
    + ["10_1", "10_7", "25_3"].map { Case(set: .mankowska, name: "InstanzCPLEX_HCSRP_\($0)") }
    + ["D1", "E2", "J1", "J8", "M3", "M9", "i-100", "i-116", "i-134"].map { Case(set: .uhhc, name: $0) }
    + ["C101", "R101", "RC108"].flatMap { name in
      [BestKnown.Convention.dimacs, .hierarchical].map { Case(set: .solomon, name: name, convention: $0) }
    } + ["visits-6", "round-6"].map { Case(set: .vroom, name: $0) }

  @Test("what the optimiser reckons is what the set's evaluator finds, and no rule is broken", arguments: cases)
  func agrees(with given: Case) throws {
    let instance = try #require(try PublicSetFiles.instance(given.set, given.name).instance)
    let translation = instance.translation(given.convention)
    for solver in [OptimiserSettings.Solver.greedy, .auto] {
      let optimiser = try DayOptimiser(
        translation.problem, settings: OptimiserSettings(seed: 1, budget: 150_000, solver: solver))
      let result = optimiser.solve()
      let evaluation = translation.evaluation(of: result.solution)
      let own = translation.objective(of: result.solution.levels)
      if translation.leftOut(result.solution.levels) > 0 {
        // What must be served is not: then that is all that may be wrong.
        #expect(evaluation.violations.allSatisfy { $0.rule == .notServed || $0.rule == .hardComponent })
        continue
      }
      #expect(evaluation.violations.isEmpty)
      if given.convention == .hierarchical {
        #expect(own.values.first == evaluation.objective.values.first)
        // A ten-thousandth a leg, rounded.
        let gap = own.last.gap(above: evaluation.objective.last)
        #expect(abs(gap ?? 100) <= 1)
      } else if given.set == .days {
        // The day lets everybody go as early as they can, where a call for two may have been held to a later start.
        #expect(evaluation.objective <= own)
        #expect((own.last.gap(above: evaluation.objective.last) ?? 100) < 50)
      } else {
        #expect(own == evaluation.objective)
      }
      // Nothing must be served there, so that serving all binds nobody.
      guard given.set != .vroom else { continue }
      let bound = optimiser.boundsServingAll().last ?? 0
      #expect(bound <= result.solution.levels.last ?? 0)
    }
  }

  /// A small budget must do for the smallest instances.
  @Test(
    "ten patients are all served, at no more than a quarter above the best known value",
    arguments: (1...10).map { "InstanzCPLEX_HCSRP_10_\($0)" })
  func smallest(name: String) throws {
    let translation = MankowskaTranslation(try PublicSetFiles.mankowska(name))
    let result = try DayOptimiser(translation.problem, settings: OptimiserSettings(budget: 200_000)).solve()
    #expect(result.solution.uncovered.isEmpty)
    let best = try #require(try PublicSetFiles.bestKnown(.mankowska).best(of: name))
    let gap = translation.objective(of: result.solution.levels).last.gap(above: best.value.last)
    #expect((gap ?? 10_000) <= 2500)
    if best.isProven { #expect((gap ?? 0) >= 0) }
  }
}
