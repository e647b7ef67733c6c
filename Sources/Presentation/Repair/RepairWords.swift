package import CareModel
import Quantities

/// Says what a repair changes as the desk says it on the telephone.
package struct RepairWords: Sendable {
  let report: RotaReport
  let repair: RepairReport
  let events: [DayEvent]

  /// - Parameter report: the new rota, of the day after the events.
  package init(_ report: RotaReport, _ repair: RepairReport, events: [DayEvent]) {
    self.report = report
    self.repair = repair
    self.events = events
  }

  // MARK: Events

  /// `W12 off from 09:40`.
  func words(of event: DayEvent) -> String {
    let (names, clock) = (report.names, report.clock)
    switch event.matter {
    case .workerOff(let worker, let from): return "\(names[worker]) off from \(clock.timeAndDay(from))"
    case .runningLate(let worker, let by): return "\(names[worker]) \(by.spoken) late at \(clock.timeAndDay(event.at))"
    case .cancelled(let visit): return "\(call(visit)) cancelled"
    case .refused(let visit): return "\(call(visit)) refused"
    case .noReply(let visit): return "\(call(visit)): no reply at \(clock.timeAndDay(event.at))"
    case .cutShort(let visit, let length): return "\(call(visit)) cut short to \(length.spoken)"
    case .takesLonger(let visit, let length): return "\(call(visit)) takes \(length.spoken)"
    case .newWindows(let visit, _): return "\(call(visit)) wanted at another time"
    case .toHospital(let person, let from, let until):
      let end = until.map { " until \(clock.timeAndDay($0))" } ?? ""
      return "\(names[person]) in hospital from \(clock.timeAndDay(from))\(end)"
    case .newCall(let records): return "new: \(list(records))"
    case .newReferral(let records): return "new referral: \(list(records))"
    case .providerOutage(let provider, let records):
      return PrintableText.of("\(provider) hands back \(Count.of(records.visits.count, "call"))")
    case .workerAdded(let records):
      return "\(records.workers.map { names[$0.id] }.joined(separator: " and ")) on duty"
    case .locked(let visit, let order): return PrintableText.of("\(call(visit)) ordered by \(order.setBy)")
    case .unlocked(let visit): return "order about \(call(visit)) taken back"
    }
  }

  private func list(_ records: DayRecords) -> String {
    records.visits.map { "\(report.names[$0.visit.person]), \($0.visit.kind.printedName)" }.joined(separator: "; ")
  }

  /// `Mrs Example's call (v-017)`.
  private func call(_ id: VisitID) -> String {
    let person = report.caseload.visit(id)?.person ?? repair.changes.first { $0.visit == id }?.person
    let name = PrintableText.of(id.text)
    return person.map { "\(report.names[$0])'s call \(name)" } ?? "call \(name)"
  }

  // MARK: Changes

  /// `10:00 with Ada Brook`; `not covered` where there was nobody.
  func words(of placement: Visit.Placement?, missing: String) -> String {
    guard let placement else { return missing }
    let workers = placement.workers.map { report.names[$0] }.joined(separator: " and ")
    return "\(report.clock.timeAndDay(placement.start)) \(workers)"
  }

  func was(_ change: CallChange) -> String {
    words(of: change.before, missing: change.kind == .covered ? "-" : "not covered")
  }

  func now(_ change: CallChange) -> String {
    words(of: change.after, missing: change.kind == .fallenAway ? "no call" : "NOT COVERED")
  }

  /// Why, in a few words: the events, or the calls that it makes room for.
  func why(_ change: CallChange) -> String {
    let told = change.struckBy.compactMap { id in events.first { $0.id == id } }.map { words(of: $0) }
    if !told.isEmpty { return told.joined(separator: "; ") }
    guard !change.makesRoomFor.isEmpty else { return "" }
    let shown = change.makesRoomFor.prefix(2).compactMap { report.caseload.visit($0) }
      .map { "\(report.names[$0.person]) (\($0.kind.printedName))" }
    let rest = change.makesRoomFor.count > shown.count ? " and \(change.makesRoomFor.count - shown.count) more" : ""
    return "makes room for \(shown.joined(separator: ", "))\(rest)"
  }

  /// `of 61 other calls 2 are changed (3.3 %)`, and whether that is more than was to be.
  var others: String {
    let others = repair.others
    guard others.total > 0 else { return "there are no other calls" }
    let share = "\(others.perMille / 10).\(others.perMille % 10) %"
    let limit =
      others.isBeyondLimit
      ? "; more than the \(others.limit) that were to be changed at most: something that comes first asked for it" : ""
    return "of \(Count.of(others.total, "other call")) \(others.changed) changed (\(share))\(limit)"
  }
}
