import CareModel
import Quantities

/// Calls of a plan, and the stays in hospital between them.
extension PlanWords {
  /// `14:00 weekly review by telephone`, with a word behind it where it doesn't stand as the package has it, and in brackets
  /// where it is a forecast: beyond an end, or probably not asked for by then.
  func call(_ call: PlannedCall) -> String {
    let text =
      "\(call.need.preferred.from) \(call.need.kind.printedName)\(mode(call.need))"
      + (call.hasNobodyOnDuty ? ", nobody on duty" : "") + standing(call.basis)
    return call.isForecast ? "(\(text))" : text
  }

  private func standing(_ basis: PlannedCall.Basis) -> String {
    switch basis {
    case .bridging: ", bridging"
    case .tentative: ", held"
    case .leftOut: ", no room"
    case .booked, .package, .planned, .beyondPrediction: ""
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

extension PlannedCall {
  /// Drawn as a forecast: it stands beyond the predicted or agreed end, or will probably not be asked for by then.
  var isForecast: Bool { basis == .beyondPrediction || !isInForecast }
}
