import ReproducibleNumbers

/// Takes out the seed and neighbours of it (Shaw 1998).
struct RelatedRuin: Ruin {
  let neighbourhood: Neighbourhood

  func choose(around seed: Int32, count: Int, _ state: SearchState, _ random: inout RandomStream) -> [Int32] {
    var near = (0..<neighbourhood.count(of: seed)).map { neighbourhood.neighbour(of: seed, at: $0) }
      .filter(state.isPlaced)
    var chosen = state.isPlaced(seed) ? [seed] : []
    while chosen.count < count, !near.isEmpty {
      chosen.append(near.remove(at: random.nextInt(below: near.count)))
    }
    return chosen
  }
}
