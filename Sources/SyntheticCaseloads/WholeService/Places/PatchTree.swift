/// Cuts the plane into patches of about equal numbers of people, by straight lines north-south and east-west.
///
/// A k-d tree over a sample of homes: each part is cut across its longer side in proportion to the patches on either side.
struct PatchTree: Sendable {
  private indirect enum Node: Sendable {
    case patch(Int)
    case cut(isEast: Bool, at: Double, below: Node, above: Node)
  }

  private let root: Node
  /// The sample's points in each patch.
  let members: [[PlanePoint]]

  /// - Complexity: n log n for each halving of the patches.
  init(sample: [PlanePoint], patches: Int) {
    var members: [[PlanePoint]] = []
    root = PatchTree.node(sample, patches: max(1, patches), into: &members)
    self.members = members
  }

  func patch(at point: PlanePoint) -> Int {
    var node = root
    while true {
      switch node {
      case .patch(let index): return index
      case .cut(let isEast, let at, let below, let above):
        node = (isEast ? point.east : point.north) < at ? below : above
      }
    }
  }

  private static func node(_ points: [PlanePoint], patches: Int, into members: inout [[PlanePoint]]) -> Node {
    guard patches > 1, points.count >= patches else {
      members.append(points)
      return .patch(members.count - 1)
    }
    let (easts, norths) = (points.map(\.east), points.map(\.north))
    let width = (easts.max() ?? 0) - (easts.min() ?? 0)
    let height = (norths.max() ?? 0) - (norths.min() ?? 0)
    let isEast = width > height
    let ordered = points.sorted {
      isEast ? ($0.east, $0.north) < ($1.east, $1.north) : ($0.north, $0.east) < ($1.north, $1.east)
    }
    let lower = patches / 2
    let cut = min(max(1, ordered.count * lower / patches), ordered.count - 1)
    let at = isEast ? ordered[cut].east : ordered[cut].north
    let below = ordered.filter { (isEast ? $0.east : $0.north) < at }
    let above = ordered.filter { (isEast ? $0.east : $0.north) >= at }
    return .cut(
      isEast: isEast, at: at, below: node(below, patches: lower, into: &members),
      above: node(above, patches: patches - lower, into: &members))
  }
}
