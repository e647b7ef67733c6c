import Quantities

/// Links that can't all hold, however late the calls start: most simply a circle of `order`.
///
/// Each link of time says that one start lies at least so many seconds after another. A circle of such sayings whose sum is
/// positive can't be kept. Found as Bellman and Ford find longest ways, in each group of linked calls by itself.
struct LinkContradictions {
  private struct Edge {
    let from: Int
    let to: Int
    /// The start of `to` is at least this much after that of `from`.
    let seconds: Int
    let link: Int
  }

  /// Circles looked for one by one in a group, before all its links are doubted.
  private static let mostCircles = 5

  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    var nodes: [VisitID: Int] = [:]
    var edges: [Edge] = []
    for record in index.draft.links where record.value.first != record.value.second {
      let link = record.value
      guard let first = index.caseload.visit(link.first), index.caseload.visit(link.second) != nil else { continue }
      func add(_ from: VisitID, _ to: VisitID, _ seconds: Int) {
        for id in [from, to] where nodes[id] == nil { nodes[id] = nodes.count }
        if let from = nodes[from], let to = nodes[to] {
          edges.append(Edge(from: from, to: to, seconds: seconds, link: record.index))
        }
      }
      switch link.relation {
      case .sameStart:
        add(link.first, link.second, 0)
        add(link.second, link.first, 0)
      case .order: add(link.first, link.second, first.length.seconds.value)
      case .gap(let minimum, let maximum):
        // A gap that contradicts itself is reported as that.
        if let maximum, maximum < minimum { continue }
        add(link.first, link.second, minimum.seconds.value)
        if let maximum { add(link.second, link.first, -maximum.seconds.value) }
      case .sameWorker, .differentWorker, .requires: continue
      }
    }
    let blamed = groups(nodes.count, edges).reduce(into: Set<Int>()) { $0.formUnion(circles($1)) }
    return index.draft.links.filter { blamed.contains($0.index) }.map { record in
      RecordProblem(
        RecordKey(.link, record.index), code: "link.circle",
        found: "\(record.value.first) and \(record.value.second) in a circle of links that can't all hold",
        expected: "links that some order of the calls can keep are expected")
    }
  }

  /// The edges of each group of calls that hang together.
  private static func groups(_ count: Int, _ edges: [Edge]) -> [[Edge]] {
    var leader = Array(0..<count)
    func find(_ node: Int) -> Int {
      var node = node
      while leader[node] != node {
        leader[node] = leader[leader[node]]
        node = leader[node]
      }
      return node
    }
    for edge in edges { leader[find(edge.from)] = find(edge.to) }
    var groups: [Int: [Edge]] = [:]
    for edge in edges { groups[find(edge.from), default: []].append(edge) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  /// The links of the circles of one group.
  private static func circles(_ group: [Edge]) -> Set<Int> {
    var rest = group
    var blamed: Set<Int> = []
    for _ in 0..<mostCircles {
      guard let circle = circle(rest) else { return blamed }
      blamed.formUnion(circle)
      rest.removeAll { circle.contains($0.link) }
    }
    return circle(rest) == nil ? blamed : Set(group.map(\.link))
  }

  /// The links of one circle that can't be kept; nil where there is none.
  ///
  /// - Complexity: calls times links of the group.
  private static func circle(_ edges: [Edge]) -> Set<Int>? {
    var places: [Int: Int] = [:]
    for node in edges.flatMap({ [$0.from, $0.to] }) where places[node] == nil { places[node] = places.count }
    let local = edges.map {
      Edge(from: places[$0.from] ?? 0, to: places[$0.to] ?? 0, seconds: $0.seconds, link: $0.link)
    }
    var latest = [Int](repeating: 0, count: places.count)
    // The edge that last moved each call; none at first.
    var reason = [Int](repeating: -1, count: places.count)
    var changed: Int?
    for _ in 0...places.count {
      changed = nil
      for (place, edge) in local.enumerated() where latest[edge.from] + edge.seconds > latest[edge.to] {
        latest[edge.to] = latest[edge.from] + edge.seconds
        reason[edge.to] = place
        changed = edge.to
      }
      if changed == nil { return nil }
    }
    guard var node = changed else { return nil }
    // So many steps back lead into the circle, wherever the search stood.
    for _ in 0...places.count where reason[node] >= 0 { node = local[reason[node]].from }
    var links: Set<Int> = []
    let start = node
    repeat {
      guard reason[node] >= 0 else { break }
      links.insert(local[reason[node]].link)
      node = local[reason[node]].from
    } while node != start
    return links
  }
}
