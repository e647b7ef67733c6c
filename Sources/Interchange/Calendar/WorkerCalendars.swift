package import CareModel
import Quantities
package import RotaChecking

/// The calls of a rota as a calendar for each worker: no name, no address, no need, only what a diary asks for.
///
/// A calendar that was handed out before is carried on: what says the same stays as it is, what has changed gets the next
/// `SEQUENCE`, what is no longer there is cancelled and stays, so that it leaves people's diaries, too.
/// ```swift
/// let files = WorkerCalendars(checked, of: caseload, labels: labels, previous: [:]).files
/// ```
package struct WorkerCalendars: Sendable {
  /// One worker's calendar.
  package struct File: Hashable, Sendable {
    package let name: String
    package let text: String
  }

  private let checked: CheckedRota
  private let caseload: Caseload
  private let labels: PersonLabels
  private let previous: [WorkerID: [CalendarEvent]]

  /// - Parameter previous: the events that were handed out before, by worker.
  package init(
    _ checked: CheckedRota, of caseload: Caseload, labels: PersonLabels, previous: [WorkerID: [CalendarEvent]] = [:]
  ) {
    self.checked = checked
    self.caseload = caseload
    self.labels = labels
    self.previous = previous
  }

  /// In order of worker; one for each who has calls, or had some before.
  package var files: [File] {
    let runs = Dictionary(grouping: checked.rota.runs, by: \.worker)
    return Set(runs.keys).union(previous.keys).sorted().compactMap { worker in
      let events = events(of: worker, stops: (runs[worker] ?? []).flatMap(\.stops))
      guard !events.isEmpty else { return nil }
      return File(
        name: CalendarFolder.fileName(of: worker, on: checked.rota.serviceDate),
        text: CalendarText.of(events, notes: notes))
    }
  }

  /// A worker's calls in order of time, those that are cancelled among them.
  package func events(of worker: WorkerID, stops: [Stop]) -> [CalendarEvent] {
    let earlier = Dictionary((previous[worker] ?? []).map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let current = stops.map { event($0, of: worker) }
    let kept = Set(current.map(\.uid))
    let dropped = earlier.values.filter { !kept.contains($0.uid) }.map { $0.cancelled(at: checked.rota.asOf) }
    return (current.map { $0.following(earlier[$0.uid]) } + dropped).sorted { ($0.start, $0.uid) < ($1.start, $1.uid) }
  }

  private func event(_ stop: Stop, of worker: WorkerID) -> CalendarEvent {
    let visit = caseload.visit(stop.visit)
    let patch = visit.flatMap(caseload.place(of:)).flatMap(caseload.place(_:))?.patch
    return CalendarEvent(
      uid: "reable-\(checked.rota.serviceDate)-\(stop.visit)-\(worker)", stamp: checked.rota.asOf, start: stop.start,
      end: stop.end, summary: summary(visit, patch: patch), location: patch)
  }

  /// `Call AB (personal care, two workers), North`.
  private func summary(_ visit: Visit?, patch: String?) -> String {
    guard let visit else { return "Call" }
    var details = [visit.kind.printedName]
    if visit.demands.count > 1 { details.append("two workers") }
    switch visit.mode {
    case .home: break
    case .clinic: details.append("at the clinic")
    case .telephone: details.append("by telephone")
    case .video: details.append("by video")
    }
    return "Call \(labels[visit.person]) (\(details.joined(separator: ", ")))" + (patch.map { ", \($0)" } ?? "")
  }

  /// What heads every output of a rota.
  private var notes: [String] {
    let count = caseload.quarantine.count
    return [
      count == 0 ? nil : "NOT IN THIS ROTA: \(count) \(count == 1 ? "record" : "records") left out.",
      caseload.isInvented ? "All people here are invented." : nil,
    ].compactMap { $0 }
  }
}
