import CareModel
import RotaChecking

extension CheckedRota {
  /// Calls that leave somebody without essential help today; any of them makes the exit code 1.
  func uncoveredEssentialCalls(of caseload: Caseload) -> [Visit] {
    let uncovered = Set(rota.uncovered)
    return caseload.visits.filter {
      uncovered.contains($0.id) && caseload.level(of: $0).level?.kind.isEssential ?? false
    }
  }
}
