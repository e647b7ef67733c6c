import CareModel
import Quantities

/// What a rota made after events changes of the one that was published.
struct RepairDifference {
  private let after: DayAfterEvents
  private let before: Rota
  private let now: Rota
  private let placements: [VisitID: Visit.Placement]
  private let runs: [RunChange]

  init(_ after: DayAfterEvents, from before: Rota, to now: Rota) {
    self.after = after
    self.before = before
    self.now = now
    placements = Dictionary(
      PlayedRota.wholeCalls(of: now, after.caseload).filter { !$0.visit.state.isFact }.map { call in
        let workers = call.stops.map { now.runs[$0.run].worker }
        return (call.visit.id, Visit.Placement(workers: workers, start: call.stops[0].start))
      }, uniquingKeysWith: { first, _ in first })
    runs = RepairDifference.runs(after, from: before, to: now)
  }

  /// - Parameter mostChanges: nil takes a tenth of the other calls.
  func report(mostChanges: Int?) -> RepairReport {
    let changes = after.fallenAway.map(fallen) + after.caseload.visits.compactMap(change)
    return RepairReport(
      asOf: after.caseload.asOf, changes: changes.sorted { key($0) < key($1) }, runs: runs, lifted: after.lifted,
      others: others(changes, mostChanges))
  }

  private func key(_ change: CallChange) -> (Instant, VisitID) {
    let wished = after.caseload.visit(change.visit)?.windows.first?.preferred.start
    return (change.before?.start ?? change.after?.start ?? wished ?? after.caseload.asOf, change.visit)
  }

  // MARK: Calls

  private func fallen(_ call: DayAfterEvents.FallenCall) -> CallChange {
    CallChange(
      visit: call.visit, person: call.person, kind: .fallenAway, before: after.published[call.visit], after: nil,
      struckBy: [call.event])
  }

  private func change(_ visit: Visit) -> CallChange? {
    guard !visit.state.isFact else { return nil }
    let (told, placed) = (after.published[visit.id], placements[visit.id])
    guard let kind = kind(visit, told, placed) else { return nil }
    let struckBy = after.struckBy[visit.id] ?? after.brought.filter { $0.visit == visit.id }.map(\.event)
    let isOther = struckBy.isEmpty && kind != .slightlyMoved
    return CallChange(
      visit: visit.id, person: visit.person, kind: kind, before: told, after: placed, struckBy: struckBy,
      makesRoomFor: isOther ? makesRoomFor(visit.id, told, placed) : [])
  }

  private func kind(_ visit: Visit, _ told: Visit.Placement?, _ placed: Visit.Placement?) -> CallChange.Kind? {
    let isWanted = after.caseload.level(of: visit).level != nil
    let isBrought = after.brought.contains { $0.visit == visit.id }
    guard let told else {
      if placed != nil { return .covered }
      return isBrought && isWanted ? .newUncovered : nil
    }
    guard let placed else { return isWanted ? .uncovered : .fallenAway }
    if Set(told.workers) != Set(placed.workers) { return .otherWorker }
    let shift = max(told.start - placed.start, placed.start - told.start)
    if shift > after.caseload.policy.changeFromMinutes.seconds { return .otherTime }
    return shift == .zero ? nil : .slightlyMoved
  }

  /// Calls that events struck or brought and that have come into the runs that a call has left or is in.
  private func makesRoomFor(
    _ visit: VisitID, _ told: Visit.Placement?, _ placed: Visit.Placement?
  ) -> [VisitID] {
    let workers = Set((told?.workers ?? []) + (placed?.workers ?? []))
    let gained = runs.filter { workers.contains($0.worker) }.flatMap(\.gained)
    let brought = Set(after.brought.map(\.visit))
    let first = gained.filter { $0 != visit && (after.struckBy[$0] != nil || brought.contains($0)) }
    return Array(Set(first.isEmpty ? gained.filter { $0 != visit } : first)).sorted()
  }

  private func others(_ changes: [CallChange], _ mostChanges: Int?) -> OtherCalls {
    let wanted = after.caseload.visits.filter { visit in
      after.published[visit.id] != nil && after.struckBy[visit.id] == nil
        && after.caseload.level(of: visit).level != nil
    }
    let ids = Set(wanted.map(\.id))
    return OtherCalls(
      total: ids.count, changed: changes.count { $0.countsAsChange && ids.contains($0.visit) },
      limit: mostChanges ?? ids.count / RotaRepairer.oneInSoMany)
  }

  // MARK: Runs

  private static func runs(_ after: DayAfterEvents, from before: Rota, to now: Rota) -> [RunChange] {
    func stops(_ rota: Rota) -> [DutyKey: [VisitID: Instant]] {
      var stops: [DutyKey: [VisitID: Instant]] = [:]
      for run in rota.runs {
        let key = DutyKey(worker: run.worker, duty: run.duty)
        for stop in run.stops {
          // What had begun is in both, whatever the published rota says of it.
          guard !(after.caseload.visit(stop.visit)?.state.isFact ?? false) else { continue }
          stops[key, default: [:]][stop.visit] = stop.start
        }
      }
      return stops
    }
    let (old, new) = (stops(before), stops(now))
    let keys = Set(old.keys).union(new.keys).sorted { ($0.worker, $0.duty) < ($1.worker, $1.duty) }
    return keys.compactMap { key in
      let (had, has) = (old[key] ?? [:], new[key] ?? [:])
      func inOrder(_ calls: [VisitID: Instant]) -> [VisitID] {
        calls.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
      }
      let change = RunChange(
        worker: key.worker, duty: key.duty, gained: inOrder(has.filter { had[$0.key] == nil }),
        lost: inOrder(had.filter { has[$0.key] == nil }),
        moved: inOrder(has.filter { visit, start in had[visit].map { $0 != start } ?? false }))
      return change.gained.isEmpty && change.lost.isEmpty && change.moved.isEmpty ? nil : change
    }
  }
}
