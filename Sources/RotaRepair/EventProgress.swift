import CareModel
import Quantities

/// Holds events about calls against how far the rota has got: what has begun can't be cancelled, and what hasn't can't be left at the door.
struct EventProgress {
  let day: Caseload
  let played: PlayedRota
  let asOf: Instant
  /// Calls that are not to be done any more, by the event that says so.
  let removed: [VisitID: Int]

  func problems(_ events: [DayEvent]) -> [EventProblem] {
    events.enumerated().flatMap { index, event -> [EventProblem] in
      guard let id = event.visit, let visit = day.visit(id) else { return [] }
      if let remover = removed[id], remover != index {
        return event.stopsCall
          ? [] : [problem(index, "event.callGone", id.text, "a call that no other event has stopped is expected")]
      }
      return problem(index, event, visit).map { [$0] } ?? []
    }
  }

  private func problem(_ index: Int, _ event: DayEvent, _ visit: Visit) -> EventProblem? {
    let call = played.calls[visit.id]
    let usualEnd = call.map { $0.start + visit.length }
    switch event.matter {
    case .cancelled:
      guard let call else { return nil }
      return begun(index, visit, call, "; say refused, no reply or cut short")
    case .refused:
      guard let usualEnd, usualEnd <= event.at else { return nil }
      return over(index, visit, usualEnd)
    case .noReply:
      guard let usualEnd else {
        return problem(
          index, "event.notBegun", visit.id.text,
          "a call whose worker is at the door at \(said(event.at)) is expected; one that has not begun is cancelled")
      }
      return usualEnd < event.at ? over(index, visit, usualEnd) : nil
    case .cutShort:
      guard let usualEnd, usualEnd <= event.at else { return nil }
      return over(index, visit, usualEnd)
    case .takesLonger(_, let minutes):
      guard let call, call.start + minutes <= event.at else { return nil }
      return over(index, visit, call.start + minutes)
    case .newWindows, .locked, .unlocked:
      guard let call, call.start <= asOf else { return nil }
      return begun(index, visit, call, "")
    default: return nil
    }
  }

  private func begun(_ index: Int, _ visit: Visit, _ call: PlayedRota.Call, _ advice: String) -> EventProblem {
    problem(
      index, "event.callBegun", "\(visit.id), begun at \(said(call.start))",
      "a call that has not begun is expected\(advice)")
  }

  private func over(_ index: Int, _ visit: Visit, _ end: Instant) -> EventProblem {
    problem(
      index, "event.callOver", "\(visit.id), over at \(said(end))", "a call that is not over by then is expected")
  }

  private func problem(_ index: Int, _ code: String, _ found: String, _ expected: String) -> EventProblem {
    EventProblem(index, "visit", code: code, found: found, expected: expected)
  }

  private func said(_ instant: Instant) -> String { day.calendar.iso(instant) }
}

extension DayEvent {
  /// The call of the day that it is about, where it is about one.
  var visit: VisitID? {
    switch matter {
    case .cancelled(let id), .refused(let id), .noReply(let id), .unlocked(let id): id
    case .cutShort(let id, _), .takesLonger(let id, _), .newWindows(let id, _), .locked(let id, _): id
    default: nil
    }
  }

  /// It says that a call is not done, or not any further.
  var stopsCall: Bool { kind == .cancelled || kind == .refused || kind == .noReply }

  /// The records that it brings.
  var records: DayRecords? {
    switch matter {
    case .newCall(let records), .newReferral(let records), .providerOutage(_, let records), .workerAdded(let records):
      records
    default: nil
    }
  }
}
