package import CareModel
package import Quantities

/// Minutes of travel and waiting for each minute with people, by role and part of the day: what turns paid hours into contact
/// time.
package struct ContactOverhead: Hashable, Sendable {
  private let byRole: [Role: PerMille]
  private let byPart: [Role: [PartOfDay: PerMille]]
  private let usual: PerMille

  /// Some 35 minutes on the way and between calls for every 100 with people.
  ///
  /// A proposal until rotas of the service itself have been measured.
  package static let proposed = ContactOverhead([:], usual: usual)
  /// The same for a role of which nothing has been measured.
  package static let usual = PerMille(350)

  /// - Parameters:
  ///   - byRole: thousandths of contact time.
  ///   - byPart: the same of parts of the day; a part that is not among them has its role's.
  ///   - usual: of roles that are not among them.
  package init(_ byRole: [Role: PerMille], byPart: [Role: [PartOfDay: PerMille]] = [:], usual: PerMille) {
    self.byRole = byRole
    self.byPart = byPart
    self.usual = usual
  }

  package subscript(role: Role, part: PartOfDay) -> PerMille { byPart[role]?[part] ?? byRole[role] ?? usual }

  /// The contact time that paid time without breaks leaves room for.
  func contact(_ paid: Seconds, role: Role, _ part: PartOfDay) -> Int {
    paid.value * 1000 / (1000 + self[role, part].value) / 60
  }
}
