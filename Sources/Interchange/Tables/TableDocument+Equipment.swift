import CareModel

extension CellReader {
  /// An order of an episode.
  mutating func episodeOrder() -> DocumentValue {
    reportUnexpected("referral", "empty beside an episode: an order is for one or for the other")
    return order()
  }

  /// An order, with the call that fits it where the row says anything of one.
  mutating func order() -> DocumentValue {
    let order = object([
      member("id", "order"), member("item", "item"), member("orderedOn", "ordered_on"),
      member("leadDays", "lead_days"), member("deliveredOn", "delivered_on"), member("essential", "essential"),
      member("fittedOn", "fitted_on"),
    ])
    guard TableSchema.fitColumns.contains(where: { cell($0) != nil }) else { return order }
    require("length_minutes", "preferred_from")
    let kind = cell("kind") == nil ? member("kind", .text(Visit.Kind.equipmentFit.rawValue)) : nil
    return order.with([member("fit", object([kind]).with(call()).content)])
  }
}
