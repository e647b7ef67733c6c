package import CareModel
package import Quantities

/// How one wanted call keeps its times, in raw numbers: punctuality (`Documentation/rota-report.md`).
package struct CallMeasure: Hashable, Sendable {
  package let visit: VisitID
  package let person: PersonID
  package let kind: Visit.Kind
  package let isTimeCritical: Bool
  /// In the order of the call's demands; empty where it is uncovered.
  package let workers: [WorkerID]
  /// Nil where it is uncovered.
  package let start: Instant?
  /// Seconds before (negative) or after the preferred window, zero in it.
  package let fromPreferred: Seconds
  /// Seconds before (negative) or after the agreed window, zero in it.
  package let fromAgreed: Seconds
  /// Of a first visit: seconds after its deadline, zero in time.
  package let afterDeadline: Seconds

  package var isCovered: Bool { start != nil }

  /// - Parameter stops: one for each demand that has a place, in the order of the demands.
  init(of visit: Visit, _ stops: [(worker: WorkerID, stop: Stop)], in caseload: Caseload) {
    let isWhole = visit.demands.indices.allSatisfy { demand in stops.contains { $0.stop.demand == demand } }
    let start = isWhole ? stops.map(\.stop.start).min() : nil
    let window = start.flatMap(visit.window(meantBy:))
    func deviation(_ interval: InstantInterval?) -> Seconds {
      guard let start, let interval else { return .zero }
      return start < interval.start ? start - interval.start : max(.zero, start - interval.end)
    }
    self.visit = visit.id
    person = visit.person
    kind = visit.kind
    isTimeCritical = visit.isTimeCritical
    workers = isWhole ? stops.map(\.worker) : []
    self.start = start
    fromPreferred = deviation(window?.preferred)
    fromAgreed = deviation(window?.agreed)
    let deadline = caseload.responseDeadline(of: visit)
    afterDeadline = start.flatMap { start in deadline.map { max(.zero, start - $0) } } ?? .zero
  }
}
