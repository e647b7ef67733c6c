import CareModel

/// What is left of the contact time once starts, therapy and the next plans and reviews have their days: those that follow them are
/// placed in it, one after another.
struct RemainingRoom {
  private var table: CapacityTable

  /// - Parameters:
  ///   - table: with what is fixed.
  ///   - calls: what has been chosen.
  init(_ table: CapacityTable, after calls: [PlannedCall]) {
    self.table = table
    self.table.takeAll(calls.filter { $0.need.consequence.isEssential || $0.need.kind.hasClock })
  }

  /// The first of some ways to give a call a day that has room for it, which is then taken; where none has, the first of all.
  mutating func place(_ ways: [PlannedCall]) -> PlannedCall? {
    for way in ways where table.takeIfItFits(way) { return way }
    return ways.first
  }
}
