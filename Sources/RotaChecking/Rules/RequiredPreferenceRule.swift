import CareModel

/// A `required` preference of the person or the call is met by each worker of the call (R38).
struct RequiredPreferenceRule: RotaRule {
  static let name = RuleName.requiredPreference

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.knownStops.flatMap { stop, visit, _, worker in
      var wishes: [Preference.Wish] = []
      for preference in rota.caseload.preferences(about: visit)
      where preference.strength == .required && !preference.isMet(by: worker) && !wishes.contains(preference.wish) {
        wishes.append(preference.wish)
      }
      return wishes.map { unmet in
        let wish = words(unmet)
        return finding(
          Ground(of: [stop], by: .worker), visit: visit.id, worker: worker.id, measured: "\(worker.id)", limit: wish,
          "Call \(visit.id) must go to \(wish), which worker \(worker.id) is not.")
      }
    }
  }

  private func words(_ wish: Preference.Wish) -> String {
    switch wish {
    case .gender(.female): "a woman"
    case .gender(.male): "a man"
    case .gender(.other): "somebody of another gender than woman or man"
    case .language(let language): "a speaker of \(language)"
    case .workers(let workers): workers.isEmpty ? "nobody" : workers.map(\.text).joined(separator: " or ")
    }
  }
}
