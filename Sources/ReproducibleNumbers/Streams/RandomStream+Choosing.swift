extension RandomStream {
  /// Puts the items in random order, each order equally likely.
  ///
  /// Source: R. Durstenfeld, "Algorithm 235: random permutation", Communications of the ACM 7(7), 1964 (the shuffle of
  /// Fisher and Yates).
  ///
  /// - Complexity: linear, one draw for each item but the first.
  package mutating func shuffle<Items: RandomAccessCollection & MutableCollection>(_ items: inout Items) {
    var last = items.count - 1
    while last > 0 {
      let other = nextInt(below: last + 1)
      if other != last {
        items.swapAt(items.index(items.startIndex, offsetBy: last), items.index(items.startIndex, offsetBy: other))
      }
      last -= 1
    }
  }

  /// Gives the items in random order, each order equally likely.
  package mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
    var copy = items
    shuffle(&copy)
    return copy
  }

  /// Gives one of the items, each equally likely; nil when there is none.
  package mutating func choose<Items: RandomAccessCollection>(from items: Items) -> Items.Element? {
    guard !items.isEmpty else { return nil }
    return items[items.index(items.startIndex, offsetBy: nextInt(below: items.count))]
  }

  /// Gives `count` different items in random order, each choice equally likely; all of them when there are fewer.
  ///
  /// - Complexity: linear in the number of items, one draw for each item chosen.
  package mutating func choose<Element>(_ count: Int, from items: [Element]) -> [Element] {
    var pool = items
    let wanted = min(max(count, 0), pool.count)
    for place in 0..<wanted {
      pool.swapAt(place, place + nextInt(below: pool.count - place))
    }
    return Array(pool.prefix(wanted))
  }

  /// Gives a position of `weights` with probability in proportion to its weight.
  ///
  /// A weight below 0 counts as 0. Nil when no weight is positive or their sum exceeds an `Int`. For many draws from
  /// the same weights ``DiscreteSampler`` is faster.
  ///
  /// - Complexity: linear, one draw.
  package mutating func chooseIndex(weights: [Int]) -> Int? {
    var total = 0
    for weight in weights where weight > 0 {
      let sum = total.addingReportingOverflow(weight)
      guard !sum.overflow else { return nil }
      total = sum.partialValue
    }
    guard total > 0 else { return nil }
    var remaining = nextInt(below: total)
    for (position, weight) in weights.enumerated() where weight > 0 {
      if remaining < weight { return position }
      remaining -= weight
    }
    return nil
  }
}
