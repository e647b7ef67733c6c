extension RotaProblem {
  /// Some calls and shifts with what is among them alone, their nodes numbered anew.
  ///
  /// - Parameters:
  ///   - calls: ascending; so for the shifts.
  /// - Complexity: calls x shifts, and the nodes of the part squared.
  func part(calls: [Int], shifts: [Int]) -> RotaProblem {
    let numbers = Self.numbers(of: calls)
    var nodes = Set(calls.compactMap { self.calls[$0].node })
    for shift in shifts {
      nodes.formUnion([self.shifts[shift].startNode, self.shifts[shift].endNode].compactMap { $0 })
    }
    let kept = nodes.sorted()
    let node = Self.numbers(of: kept)
    var part = self
    part.shifts = shifts.map { number in
      var shift = self.shifts[number]
      shift.startNode = node[shift.startNode] ?? 0
      shift.endNode = shift.endNode.flatMap { node[$0] }
      return shift
    }
    part.calls = calls.map { number in
      var call = self.calls[number]
      call.node = call.node.flatMap { node[$0] }
      for demand in call.demands.indices {
        let placements = call.demands[demand].placements
        call.demands[demand].placements = shifts.map { placements[$0] }
      }
      return call
    }
    part.links = links.compactMap { link in
      guard let first = numbers[link.first], let second = numbers[link.second] else { return nil }
      return Link(first: first, second: second, relation: link.relation)
    }
    part.bundles = bundles.map { $0.compactMap { numbers[$0] } }.filter { $0.count > 1 }
    part.nodeCount = kept.count
    part.travel = travel.map { table in
      func cells(_ list: [Int32]) -> [Int32] {
        kept.flatMap { from in kept.map { list[from * nodeCount + $0] } }
      }
      return Travel(seconds: cells(table.seconds), pence: cells(table.pence))
    }
    return part
  }

  /// By what is listed: its place in the list.
  static func numbers(of list: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, $0) })
  }
}
