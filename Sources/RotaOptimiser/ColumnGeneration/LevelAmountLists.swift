/// Many short lists of amounts by level, laid out flat, to be priced again and again.
struct LevelAmountLists {
  private var starts: [Int] = [0]
  private var levels: [Int] = []
  private var amounts: [Int64] = []

  var count: Int { starts.count - 1 }

  mutating func append(_ list: [RotaProblem.LevelAmount]) {
    for entry in list where entry.amount != 0 {
      levels.append(entry.level)
      amounts.append(Int64(entry.amount))
    }
    starts.append(levels.count)
  }

  /// Takes in what a packed score holds.
  mutating func append(_ score: PackedScore, packing: LevelPacking) {
    append(packing.values(of: score).enumerated().map { RotaProblem.LevelAmount(level: $0, amount: $1) })
  }

  /// The amounts times the prices of their levels.
  func priced(_ index: Int, by prices: [Int64]) -> Int64 {
    var sum = Int64(0)
    for entry in starts[index]..<starts[index + 1] { sum &+= amounts[entry] &* prices[levels[entry]] }
    return sum
  }

  /// No amount is above what its level is held at.
  func keeps(_ index: Int, _ held: [Int]) -> Bool {
    (starts[index]..<starts[index + 1]).allSatisfy { levels[$0] >= held.count || amounts[$0] <= held[levels[$0]] }
  }
}
