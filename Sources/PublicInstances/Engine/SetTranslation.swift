import Quantities
package import RotaOptimiser

/// An instance of a public set as a problem for the optimiser under the set's own rules, with the way back.
///
/// Level 0 counts what must be served and is not, in most sets; the last level is the set's objective, in the unit of the translation.
package protocol SetTranslation: Sendable {
  var problem: RotaProblem { get }
  /// A rota as the set judges it, by the set's evaluator alone.
  func evaluation(of rota: RotaSolution) -> any SetEvaluation
  /// What the optimiser itself takes a rota with these levels to be worth.
  func objective(of levels: [Int]) -> SetObjective
  /// What must be served and is not.
  func leftOut(_ levels: [Int]) -> Int
  /// The rota in a file format of the set's own; nil where it has none that is written here.
  func document(of rota: RotaSolution) -> String?
}

extension SetTranslation {
  package func leftOut(_ levels: [Int]) -> Int { levels.first ?? 0 }

  package func document(of rota: RotaSolution) -> String? { nil }
}

extension PublicInstance {
  /// The instance for the optimiser.
  ///
  /// - Parameter convention: by which rules; those that the set doesn't have count as its usual one.
  package func translation(_ convention: BestKnown.Convention = .own) -> any SetTranslation {
    switch self {
    case .uhhc(let instance): UHHCTranslation(instance)
    case .mankowska(let instance): MankowskaTranslation(instance)
    case .solomon(let instance):
      SolomonTranslation(instance, convention: convention == .hierarchical ? .hierarchical : .dimacs)
    case .days(let instance): DaysTranslation(instance)
    case .vroom(let instance): VROOMTranslation(instance)
    }
  }
}

/// Square tables of travel for the optimiser.
enum SetTravel {
  /// - Parameters:
  ///   - seconds: from a row to a column; cut to what the optimiser takes for travel.
  ///   - amount: what a leg costs.
  static func table(_ nodes: Int, seconds: (Int, Int) -> Int, amount: (Int, Int) -> Int) -> RotaProblem.Travel {
    var travel = RotaProblem.Travel(seconds: [], pence: [])
    travel.seconds.reserveCapacity(nodes * nodes)
    travel.pence.reserveCapacity(nodes * nodes)
    for from in 0..<nodes {
      for to in 0..<nodes {
        travel.seconds.append(Int32(clamping: max(0, min(seconds(from, to), 10_000_000))))
        travel.pence.append(Int32(clamping: max(0, amount(from, to))))
      }
    }
    return travel
  }
}
