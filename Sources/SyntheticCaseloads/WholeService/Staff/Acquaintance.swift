import CareModel
import Quantities
import ReproducibleNumbers

/// Says who is in whose core team and how often each has been there, from a number of each pair's own.
///
/// One worker more moves nobody else's number: the new one can only push in.
struct Acquaintance: Sendable {
  let parameters: ServiceParameters
  private let assistants: [[Colleague]]
  private let therapists: [Role: [Colleague]]
  private let everybody: [Colleague]

  /// What matters of a worker here.
  private struct Colleague {
    let id: WorkerID
    let patch: Int
    let key: UInt64
  }

  init(_ parameters: ServiceParameters, members: [Establishment.Member], patches: Int) {
    self.parameters = parameters
    func colleagues(_ wanted: (Establishment.Member) -> Bool) -> [Colleague] {
      members.filter(wanted).map { Colleague(id: $0.staff.id, patch: $0.patch, key: $0.key) }
    }
    let isAssistant = { (member: Establishment.Member) in member.staff.role == .rehabilitationAssistant }
    everybody = colleagues(isAssistant)
    therapists = [
      .occupationalTherapist: colleagues { $0.staff.role == .occupationalTherapist },
      .physiotherapist: colleagues { $0.staff.role == .physiotherapist },
    ]
    assistants = (0..<max(1, patches)).map { patch in colleagues { $0.patch == patch && isAssistant($0) } }
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
    let nearest = colleagues(core + others, of: pool, nearTo: arrival, patch: home)
    var circle = Circle()
    circle.known = nearest.map(\.id)
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
      if upTo > given { circle.recent[member.id] = upTo - given }
      given = upTo
    }
    for (role, visits) in therapy.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where visits > 0 {
      guard let own = therapists[role], let first = colleagues(1, of: own, nearTo: arrival, patch: home).first else {
        continue
      }
      circle.recent[first.id, default: 0] += visits
    }
    return circle
  }

  /// The therapist who answers for a person's care plan (R33): the nearest occupational therapist, else physiotherapist; nil in a
  /// service that has neither.
  func planOwner(of arrival: Arrival, patch: Int?) -> WorkerID? {
    [Role.occupationalTherapist, .physiotherapist].lazy.compactMap { role in
      therapists[role].flatMap { colleagues(1, of: $0, nearTo: arrival, patch: patch ?? 0).first?.id }
    }.first
  }

  /// The nearest so many, nearest first; of two as near, the one who comes first in the list.
  private func colleagues(_ count: Int, of pool: [Colleague], nearTo arrival: Arrival, patch: Int) -> [Colleague] {
    var best: [(distance: Int, place: Int)] = []
    for (place, colleague) in pool.enumerated() {
      var stream = RandomStream(
        seed: parameters.seed, purpose: .acquaintance, index: arrival.index << 16 + arrival.subindex,
        subindex: colleague.key)
      let distance = stream.nextInt(below: 1000) + (colleague.patch == patch ? 0 : 1000)
      if best.count == count, let last = best.last, last.distance <= distance { continue }
      let at = best.firstIndex { $0.distance > distance } ?? best.count
      best.insert((distance, place), at: at)
      if best.count > count { best.removeLast() }
    }
    return best.map { pool[$0.place] }
  }
}
