import CareModel
import Quantities

/// Those whose contact time is counted together: a role, a patch's team, or all who have a skill.
struct LoadGroup {
  /// What they have in common.
  enum Kind: CaseIterable {
    case role, patch, skill

    /// `role`, at the head of a column.
    var printedName: String {
      switch self {
      case .role: "role"
      case .patch: "patch"
      case .skill: "skill"
      }
    }
  }

  let kind: Kind
  let name: String
  /// In order of date and part.
  let cells: [CapacityCell]

  /// As it stands where it is not said what they have in common: `nurse`, `patch North`, `skill stoma`.
  var fullName: String {
    switch kind {
    case .role: name
    case .patch, .skill: "\(kind.printedName) \(name)"
    }
  }

  /// The groups of a kind that have time or work in the plan's days, in order of name.
  static func all(_ kind: Kind, of plan: EpisodePlan) -> [LoadGroup] {
    let groups: [(name: String, cells: [CapacityCell])] =
      switch kind {
      case .role:
        plan.capacityByRole.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.printedName, $0.value) }
      case .patch: plan.capacityByPatch.sorted { $0.key < $1.key }.map { (PrintableText.of($0.key), $0.value) }
      case .skill: plan.capacityBySkill.sorted { $0.key < $1.key }.map { (PrintableText.of($0.key.text), $0.value) }
      }
    return groups.filter { $0.cells.contains { $0.capacity > .zero || $0.load > .zero } }
      .map { LoadGroup(kind: kind, name: $0.name, cells: $0.cells) }
  }

  /// Minutes that are taken in all days together.
  var load: Int { cells.reduce(0) { $0 + $1.load.value } }
}
