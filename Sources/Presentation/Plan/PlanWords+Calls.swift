import CareModel
import Quantities

/// Calls of a plan, and the stays in hospital between them.
extension PlanWords {
  /// `14:00 weekly review by telephone`, with brackets or a word behind it where it doesn't stand as the package has it.
  func call(_ call: PlannedCall) -> String {
    let text =
      "\(call.need.preferred.from) \(call.need.kind.printedName)\(mode(call.need))"
      + (call.hasNobodyOnDuty ? ", nobody on duty" : "")
    return switch call.basis {
    case .beyondPrediction: "(\(text))"
    case .bridging: "\(text), bridging"
    case .tentative: "\(text), held"
    case .leftOut: "\(text), no room"
    case .booked, .package, .planned: text
    }
  }

  /// Plans and reviews may be held in several ways (R28), so that theirs is always said; of other calls where it isn't the home.
  private func mode(_ need: CallNeed) -> String {
    switch need.mode {
    case .home: need.kind.hasClock ? " at home" : ""
    case .telephone: " by telephone"
    case .video: " by video"
    case .clinic: " in clinic" + (need.place.map { " \(PrintableText.of($0.text))" } ?? "")
    }
  }

  /// `in hospital from Wed 25 Nov 15:00 until Fri 27 Nov 09:00`.
  func stay(_ stay: InstantInterval) -> String {
    func moment(_ instant: Instant) -> String {
      "\(day(service.calendar.local(instant).date)) \(clock.time(instant))"
    }
    return "in hospital from \(moment(stay.start)) until \(moment(stay.end))"
  }

  /// What a stay takes of one service day: `in hospital` for all of it, `in hospital from 15:00`, `in hospital until 09:00`.
  func stay(_ stay: InstantInterval, within day: InstantInterval) -> String {
    let begins = stay.start > day.start ? clock.time(stay.start) : nil
    let ends = stay.end < day.end ? clock.time(stay.end) : nil
    return switch (begins, ends) {
    case (nil, nil): "in hospital"
    case (let from?, nil): "in hospital from \(from)"
    case (nil, let until?): "in hospital until \(until)"
    case (let from?, let until?): "in hospital \(from)–\(until)"
    }
  }
}
