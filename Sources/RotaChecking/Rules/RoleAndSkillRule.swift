import CareModel

/// The worker meets the demand: one of its roles, all of its skills (R26, R27).
struct RoleAndSkillRule: RotaRule {
  static let name = RuleName.roleAndSkill

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.knownStops.compactMap { stop, visit, demand, worker in
      guard !demand.isMet(by: worker) else { return nil }
      let ground = Ground(of: [stop], by: .worker)
      guard demand.roles.isEmpty || demand.roles.contains(worker.role) else {
        let roles = demand.roles.map(\.printedName).joined(separator: " or ")
        return finding(
          ground, visit: visit.id, worker: worker.id, measured: worker.role.printedName, limit: roles,
          "Call \(visit.id) needs \(article(roles)) \(roles), but \(worker.id) is "
            + "\(article(worker.role.printedName)) \(worker.role.printedName).")
      }
      let missing = demand.skills.filter { !worker.skills.contains($0) }.map(\.text).joined(separator: ", ")
      return finding(
        ground, visit: visit.id, worker: worker.id, measured: "without \(missing)",
        limit: demand.skills.map(\.text).joined(separator: ", "),
        "Call \(visit.id) needs the skill \(missing), which worker \(worker.id) doesn't have.")
    }
  }

  private func article(_ noun: String) -> String { noun.first.map("aeiou".contains) ?? false ? "an" : "a" }
}
