import CareModel
import Explanations
import Quantities

extension FHIRBundle {
  /// What is asked for: the call, whoever does it and whether or not anybody does.
  func serviceRequest(_ visit: Visit) -> [JSONMember?] {
    let roles = visit.demands.first?.roles.map(\.printedName) ?? []
    return [
      JSONMember("identifier", .array([identifier(.visit, key(visit))])),
      JSONMember("status", .text(visit.state == .done ? "completed" : "active")), JSONMember("intent", .text("order")),
      JSONMember("priority", .text(isUrgent(visit) ? "urgent" : "routine")),
      JSONMember("code", .record([JSONMember("text", .text(visit.kind.printedName))])),
      JSONMember("subject", reference("Patient", .person, visit.person.text)),
      visit.windows.first.map { JSONMember("occurrencePeriod", period($0.agreed)) },
      roles.isEmpty
        ? nil : JSONMember("performerType", .record([JSONMember("text", .text(roles.joined(separator: " or ")))])),
      patch(of: visit).map { JSONMember("locationCode", .array([.record([JSONMember("text", .text($0))])])) },
      notes(on: visit),
    ]
  }

  /// When and by whom it is done. A time that people have been told is `booked`; any other is `proposed`, and theirs to decide.
  func appointment(_ visit: Visit, _ placed: [(worker: WorkerID, stop: Stop)]) -> [JSONMember?] {
    let start = placed.map(\.stop.start).min() ?? document.rota.asOf
    let end = placed.map(\.stop.end).max() ?? start
    let status = status(of: visit, placed, start)
    let isAgreed = status != "proposed"
    func participant(_ actor: JSONText) -> JSONText {
      .record([
        JSONMember("actor", actor), JSONMember("required", .text("required")),
        JSONMember("status", .text(isAgreed ? "accepted" : "needs-action")),
      ])
    }
    var participants = [participant(reference("Patient", .person, visit.person.text))]
    participants += placed.map { participant(reference("Practitioner", .worker, $0.worker.text)) }
    if visit.mode == .clinic, let place = caseload.place(of: visit) {
      participants.append(participant(reference("Location", .place, place.text)))
    }
    let request = JSONText.record([JSONMember("reference", .text("urn:uuid:\(uuid(.request, visit.id.text))"))])
    return [
      JSONMember("identifier", .array([identifier(.visit, key(visit))])), JSONMember("status", .text(status)),
      JSONMember("serviceType", .array([.record([JSONMember("text", .text(visit.kind.printedName))])])),
      JSONMember("priority", .integer(priority(visit))), JSONMember("start", document.time(start)),
      JSONMember("end", document.time(end)),
      JSONMember("minutesDuration", .integer((end - start).startedMinutes.value)),
      JSONMember("created", document.time(document.rota.asOf)), JSONMember("basedOn", .array([request])),
      JSONMember("participant", .array(participants)),
      visit.windows.isEmpty ? nil : JSONMember("requestedPeriod", .array(visit.windows.map { period($0.agreed) })),
    ]
  }

  private func status(of visit: Visit, _ placed: [(worker: WorkerID, stop: Stop)], _ start: Instant) -> String {
    switch visit.state {
    case .done: return "fulfilled"
    case .underWay: return "arrived"
    case .planned, .published:
      let isAsTold = visit.published.map { $0.start == start && $0.workers == placed.map(\.worker) } ?? false
      return isAsTold ? "booked" : "proposed"
    }
  }

  /// A call's ids are its day's: another day may use them again.
  private func key(_ visit: Visit) -> String { "\(caseload.serviceDate)/\(visit.id)" }

  private func isUrgent(_ visit: Visit) -> Bool {
    visit.isTimeCritical || visit.kind == .firstResponse || caseload.consequence(of: visit) == .high
  }

  /// 1 is the highest and 9 the lowest, as iCalendar has it (RFC 5545, 3.8.1.9).
  private func priority(_ visit: Visit) -> Int {
    if isUrgent(visit) { return 1 }
    return caseload.consequence(of: visit).isEssential ? 5 : 9
  }

  private func period(_ interval: InstantInterval) -> JSONText {
    .record([
      JSONMember("start", document.time(interval.start)), JSONMember("end", document.time(interval.end)),
    ])
  }

  private func patch(of visit: Visit) -> String? {
    caseload.place(of: visit).flatMap(caseload.place(_:))?.patch
  }

  private func notes(on visit: Visit) -> JSONMember? {
    var notes = visit.demands.count > 1 ? ["Two workers together."] : []
    if placements[visit.id] == nil {
      let explanation = document.explanations.first { $0.visit == visit.id && $0.matter == .uncovered }
      notes.append(explanation.map(document.sentence) ?? "Not covered.")
    }
    guard !notes.isEmpty else { return nil }
    return JSONMember("note", .array(notes.map { .record([JSONMember("text", .text($0))]) }))
  }
}
