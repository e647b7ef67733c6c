package import Quantities

/// Equipment or telecare that has been ordered, with the visit to fit it once it has come (R31).
package struct EquipmentOrder: Hashable, Sendable, Identifiable {
  /// Unlike that of any line of the same person's package: the fitting's call has it in its id.
  package let id: LineID
  /// What people call it.
  package let item: String
  package let orderedOn: CivilDate
  /// Days from order to delivery, as the store says.
  package let leadDays: Int
  /// Nil while it has not come.
  package let deliveredOn: CivilDate?
  /// Nobody may start before it is there.
  package let isEssential: Bool
  /// Who fits it and how long that takes; nil where nobody has to.
  package let fit: CallNeed?
  /// Nil while it has not been fitted.
  package let fittedOn: CivilDate?

  package init(
    id: LineID, item: String, orderedOn: CivilDate, leadDays: Int, deliveredOn: CivilDate? = nil,
    isEssential: Bool = false, fit: CallNeed? = nil, fittedOn: CivilDate? = nil
  ) {
    self.id = id
    self.item = item
    self.orderedOn = orderedOn
    self.leadDays = leadDays
    self.deliveredOn = deliveredOn
    self.isEssential = isEssential
    self.fit = fit
    self.fittedOn = fittedOn
  }

  /// The day on which it should come.
  package var expectedOn: CivilDate { orderedOn.adding(days: leadDays) }

  /// The first day on which it is there; what has not come yet comes tomorrow at the earliest.
  package func thereFrom(today: CivilDate) -> CivilDate {
    deliveredOn ?? max(expectedOn, today.adding(days: 1))
  }
}
