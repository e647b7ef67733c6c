import CareModel
import Quantities
import ReproducibleNumbers

/// Says who is in whose core team and how often each has been there, from a number of each pair's own.
///
/// One worker more moves nobody else's number: the new one can only push in.
struct Acquaintance: Sendable {
  let parameters: ServiceParameters
  private let assistants: [[Establishment.Member]]
  private let therapists: [Establishment.Member]
  private let everybody: [Establishment.Member]

  init(_ parameters: ServiceParameters, members: [Establishment.Member], patches: Int) {
    self.parameters = parameters
    everybody = members.filter { $0.staff.role == .rehabilitationAssistant }
    therapists = members.filter { $0.staff.role != .rehabilitationAssistant }
    assistants = (0..<max(1, patches)).map { patch in
      members.filter { $0.patch == patch && $0.staff.role == .rehabilitationAssistant }
    }
  }

  /// What is known of one person's workers.
  struct Circle: Sendable {
    var core: [WorkerID] = []
    var recent: [WorkerID: Int] = [:]
    /// In order of nearness, core team first.
    var known: [WorkerID] = []
  }

  /// The people round a person in a patch who has had so many calls of care in the last 28 days, and of therapy.
  func circle(of arrival: Arrival, patch: Int?, care: Int, therapy: [Role: Int]) -> Circle {
    let (core, others) = (max(1, parameters[.coreTeamSize]), max(0, parameters[.otherKnownWorkers]))
    let local = patch.map { assistants[min(max(0, $0), assistants.count - 1)] } ?? everybody
    let pool = local.count < core + others ? everybody : local
    let home = patch ?? 0
    let nearest = ranked(pool, by: arrival, patch: home).prefix(core + others)
    var circle = Circle()
    circle.known = nearest.map(\.staff.id)
    circle.core = Array(circle.known.prefix(core)).sorted()
    // The first of a team does most: each further one three fifths of the one before, the others half of the last.
    let weights = (0..<nearest.count).map { place -> Int in
      var weight = 1000
      for _ in 0..<min(place, core) { weight = weight * 3 / 5 }
      return max(1, weight)
    }
    let total = max(1, weights.reduce(0, +))
    var given = 0
    var cumulative = 0
    for (member, weight) in zip(nearest, weights) {
      cumulative += weight
      let upTo = (care * cumulative + total / 2) / total
      if upTo > given { circle.recent[member.staff.id] = upTo - given }
      given = upTo
    }
    for (role, visits) in therapy.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where visits > 0 {
      let own = therapists.filter { $0.staff.role == role }
      guard let first = ranked(own, by: arrival, patch: home).first else { continue }
      circle.recent[first.staff.id, default: 0] += visits
    }
    return circle
  }

  private func ranked(_ pool: [Establishment.Member], by arrival: Arrival, patch: Int) -> [Establishment.Member] {
    let known = pool.map { member -> (member: Establishment.Member, distance: Int) in
      var stream = RandomStream(
        seed: parameters.seed, purpose: .acquaintance, index: arrival.index << 16 + arrival.subindex,
        subindex: member.key)
      return (member, stream.nextInt(below: 1000) + (member.patch == patch ? 0 : 1000))
    }
    return known.sorted { ($0.distance, $0.member.staff.id) < ($1.distance, $1.member.staff.id) }.map(\.member)
  }
}
