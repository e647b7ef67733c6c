package import CareModel
import Quantities

/// How a rota does by workers, people and calls, counted from the checked rota and its day alone.
///
/// They are of one day and as planned: what really happened is another matter. `Documentation/rota-report.md` defines them.
package struct RotaMeasures: Hashable, Sendable {
  /// Everybody with a duty period or a run, in order of id.
  package let workers: [WorkerMeasure]
  /// Everybody with a call that has a place, in order of id.
  package let people: [PersonMeasure]
  /// Every wanted call, in order of id.
  package let calls: [CallMeasure]

  package init(_ checked: CheckedRota, of caseload: Caseload) {
    let runs = checked.rota.runs.enumerated().map { index, run in
      (run: run, timeline: checked.timelines.indices.contains(index) ? checked.timelines[index] : nil)
    }
    let byWorker = Dictionary(grouping: runs, by: \.run.worker)
    let onDuty = caseload.workers.filter { !$0.dutyPeriods.isEmpty }.map(\.id)
    workers = Set(byWorker.keys).union(onDuty).sorted().map {
      WorkerMeasure(of: $0, byWorker[$0] ?? [], in: caseload)
    }
    let stops = Dictionary(
      grouping: checked.rota.runs.flatMap { run in run.stops.map { (worker: run.worker, stop: $0) } }, by: \.stop.visit
    ).mapValues { $0.sorted { ($0.stop.demand, $0.worker) < ($1.stop.demand, $1.worker) } }
    calls = caseload.visits.filter { caseload.level(of: $0).level != nil }.map {
      CallMeasure(of: $0, stops[$0.id] ?? [], in: caseload)
    }
    let placed = Dictionary(
      grouping: caseload.visits.flatMap { visit in
        (stops[visit.id] ?? []).map { (visit: visit, worker: $0.worker) }
      }, by: \.visit.person)
    people = caseload.people.compactMap { person in placed[person.id].map { PersonMeasure(of: person, $0) } }
  }
}
