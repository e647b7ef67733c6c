/// The rows of one family under one convention, taken together.
package struct BenchmarkSummary: Hashable, Sendable {
  package let set: PublicSet
  package let family: String
  package let convention: BestKnown.Convention
  package let instances: Int
  /// All rules kept, all served that must be.
  package let valid: Int
  /// As good as the best published value, or better.
  package let reached: Int
  /// Mean and largest of the gaps that there are, in ten-thousandths.
  package let meanGap: Int?
  package let largestGap: Int?
  /// Vehicles beyond the published ones, together; nil where the convention doesn't count them.
  package let vehiclesBeyond: Int?
  package let work: Int

  /// One for each set, convention and family, in the order in which they first come.
  package static func all(of rows: [BenchmarkRow]) -> [BenchmarkSummary] {
    var keys: [[String]] = []
    var groups: [[BenchmarkRow]] = []
    for row in rows {
      let key = [row.set.rawValue, row.convention.rawValue, row.family]
      if let index = keys.firstIndex(of: key) {
        groups[index].append(row)
      } else {
        keys.append(key)
        groups.append([row])
      }
    }
    return groups.compactMap(BenchmarkSummary.init)
  }

  private init?(_ rows: [BenchmarkRow]) {
    guard let first = rows.first else { return nil }
    let gaps = rows.compactMap(\.gap)
    let beyond = rows.compactMap(\.firstValueBeyond)
    (set, family, convention, instances) = (first.set, first.family, first.convention, rows.count)
    valid = rows.count(where: \.isValid)
    reached = gaps.count { $0 <= 0 }
    meanGap = gaps.isEmpty ? nil : Int((Double(gaps.reduce(0, +)) / Double(gaps.count)).rounded())
    largestGap = gaps.max()
    vehiclesBeyond = beyond.isEmpty ? nil : beyond.reduce(0, +)
    work = rows.reduce(0) { $0 + $1.work }
  }
}
