import CareModel
import Quantities
import ReproducibleNumbers

/// Says who is in whose core team and who has been to whom, from a number of each pair's own.
///
/// One more worker moves nobody else's number: it can only push in.
struct Familiarity {
  let seed: UInt64
  let workers: [(index: Int, worker: Worker, patch: String?)]

  /// The core team and the visits of the last 28 days; both empty for somebody who is new.
  func team(of plan: PersonPlan, patch: String?) -> (core: [WorkerID], recent: [WorkerID: Int]) {
    guard plan.episode != nil else { return ([], [:]) }
    let known = workers.map { entry in
      var stream = RandomStream(
        seed: seed, purpose: .familiarity, index: UInt64(max(plan.number, 0)), subindex: UInt64(max(entry.index, 0)))
      let distance = stream.nextInt(below: 1000) + (entry.patch == patch ? 0 : 400)
      return (worker: entry.worker.id, distance: distance, visits: stream.nextInt(in: 1...9))
    }
    let nearest = known.sorted { ($0.distance, $0.worker) < ($1.distance, $1.worker) }
    let core = nearest.prefix(4)
    var recent: [WorkerID: Int] = [:]
    for entry in core { recent[entry.worker] = entry.visits + 2 }
    for entry in nearest.dropFirst(4).prefix(3) { recent[entry.worker] = (entry.visits + 2) / 3 }
    return (core.map(\.worker), recent)
  }
}
