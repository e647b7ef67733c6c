/// What the set's rules make of an instance.
extension UHHCInstance {
  /// Minutes from row to column: the table need not be symmetric. Zero for rows that are not there.
  package func travel(_ from: Int?, _ to: Int?) -> Int {
    guard let from, let to, distances.indices.contains(from), distances[from].indices.contains(to) else { return 0 }
    return distances[from][to]
  }

  /// Row of a terminal point; nil for an id that is none.
  package func row(ofTerminal id: String) -> Int? { terminals.first { $0.id == id }?.row }

  /// In the older sets caregivers leave when their shift begins; elsewhere as late as possible.
  package var leavesAtShiftStart: Bool { origin == "bazirha" || origin == "bazirha-caie" }

  /// What a component costs, or that it must be zero; nil where it does not count.
  package func cost(_ component: UHHCComponent) -> Cost? {
    costs[component.rawValue] ?? (component.isHardWhenAbsent ? .hard : nil)
  }
}

extension UHHCInstance.Patient {
  /// The windows in order of start; nothing may start before the first, and the last one begun counts.
  package var orderedWindows: [UHHCInstance.Window] {
    windows.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }
}
