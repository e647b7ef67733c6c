package import Quantities

/// A referral with what the person would need from the first day on.
///
/// It is open until an episode that names it has begun, or it is declined or withdrawn. Calls come only of an *accepted* open
/// referral with needs (R4-R6: nobody is sent before the contact assessment); a provisional one holds no call yet (R18).
package struct ReferralRecord: Hashable, Sendable, Identifiable {
  /// What a day needs to know of it.
  package let referral: Referral
  /// Nil while nobody has spoken with the person (R5).
  package let contactAssessment: ContactAssessment?
  /// Nil while it is not known what the person needs.
  package let needs: StartNeeds?

  package var id: ReferralID { referral.id }

  package init(referral: Referral, contactAssessment: ContactAssessment? = nil, needs: StartNeeds? = nil) {
    self.referral = referral
    self.contactAssessment = contactAssessment
    self.needs = needs
  }

  /// The gate before acceptance: two answers and who gave them; a person decides (R5, R6).
  package struct ContactAssessment: Hashable, Sendable {
    package let heldAt: Instant
    package let assessedBy: String
    /// A care manager or an intermediate care nurse (R5).
    package let role: Role
    package let needsPersonalCare: Bool
    package let canEngage: Bool

    package init(heldAt: Instant, assessedBy: String, role: Role, needsPersonalCare: Bool, canEngage: Bool) {
      self.heldAt = heldAt
      self.assessedBy = assessedBy
      self.role = role
      self.needsPersonalCare = needsPersonalCare
      self.canEngage = canEngage
    }
  }
}

/// What a start consists of: the first visit, and the package that begins with it.
package struct StartNeeds: Hashable, Sendable {
  /// Nil takes what the policy has for it (``ClockPolicy/firstVisit(_:)``).
  package let firstVisit: FirstVisit?
  /// In order of id. An episode in `preStart` with a package of its own replaces them: agreed comes before asked for.
  package let lines: [PackageLine]
  package let equipment: [EquipmentOrder]

  /// What must be there before anybody starts, the last to come (R31); nil where nothing is waited for.
  package func awaitedEquipment(today: CivilDate) -> EquipmentOrder? {
    equipment.filter { $0.isEssential && $0.deliveredOn == nil }
      .max { ($0.thereFrom(today: today), $0.id) < ($1.thereFrom(today: today), $1.id) }
  }

  /// Whether everything that must be there first is there on a day, as far as is known today.
  package func isEquipped(on date: CivilDate, today: CivilDate) -> Bool {
    awaitedEquipment(today: today).map { $0.thereFrom(today: today) <= date } ?? true
  }

  package init(firstVisit: FirstVisit?, lines: [PackageLine], equipment: [EquipmentOrder] = []) {
    self.firstVisit = firstVisit
    self.equipment = equipment
    self.lines = lines.sorted { $0.id < $1.id }
  }

  /// The first visit of a start (R20).
  package struct FirstVisit: Hashable, Sendable {
    /// One worker or two; one without roles may be anybody who makes first visits.
    package let demands: [Demand]
    /// When the person would like it; nil takes two hours from the first moment at which it may be.
    package let preferred: ClockInterval?
    /// Nil takes medium: a first visit that is not made leaves somebody without care.
    package let consequence: Consequence

    package init(demands: [Demand], preferred: ClockInterval? = nil, consequence: Consequence? = nil) {
      self.demands = demands
      self.preferred = preferred
      self.consequence = consequence ?? .medium
    }
  }
}
