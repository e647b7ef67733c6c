package import CareModel
package import Quantities

/// Events as they are typed: `--off W12@09:40`, `--late W12+25`, `--hospital P7@11:00-15:00`.
///
/// The part behind the last `@` is a clock time of the service day; where it is missing, `--as-of` is meant, or else the latest time that
/// another event of the command line tells, or the day's own `asOf`.
package struct EventOption: Sendable {
  package let name: Name
  package let text: String

  package init(_ name: Name, _ text: String) {
    self.name = name
    self.text = text
  }

  package enum Name: String, CaseIterable, Sendable {
    case off, late, cancel, refuse, noReply = "no-reply", cutShort = "cut-short", longer, window, hospital, lock, unlock

    /// How it is written.
    package var form: String {
      switch self {
      case .off: "--off WORKER@09:40"
      case .late: "--late WORKER+25@09:40"
      case .cancel: "--cancel VISIT@09:40"
      case .refuse: "--refuse VISIT@09:40"
      case .noReply: "--no-reply VISIT@09:40"
      case .cutShort: "--cut-short VISIT=20@09:40"
      case .longer: "--longer VISIT=60@09:40"
      case .window: "--window VISIT=10:00-11:00@09:40"
      case .hospital: "--hospital PERSON@11:00 or PERSON@11:00-15:00"
      case .lock: "--lock VISIT=WORKER, VISIT=10:00, VISIT=10:00-11:00 or VISIT=WORKER,10:00, and @09:40"
      case .unlock: "--unlock VISIT@09:40"
      }
    }
  }

  /// Who types them, and why: for orders, and as whose word the events are kept.
  package struct Author: Sendable {
    package let name: String?
    package let reason: String?
    package init(name: String?, reason: String?) {
      self.name = name
      self.reason = reason
    }
  }

  /// Reads what was typed for a day.
  ///
  /// - Parameter asOf: as given by `--as-of`; nil where it was not.
  package static func read(
    _ options: [EventOption], for day: Caseload, asOf: Instant?, by author: Author
  ) -> EventReading {
    let clock = LocalClock(calendar: day.calendar, serviceDate: day.serviceDate)
    var reading = EventReading()
    var parsed: [EventPhrase] = []
    for option in options {
      switch EventPhrase.read(option, clock, author) {
      case .success(let phrase): parsed.append(phrase)
      case .failure(let fault): reading.problems.append(fault.problem)
      }
    }
    let usual = asOf ?? parsed.compactMap(\.moment).max() ?? day.asOf
    for (index, phrase) in parsed.enumerated() {
      reading.events.append(
        DayEvent(
          id: EventID("told-\(index + 1)"), at: phrase.at(usual: usual, asOf: asOf), reportedBy: author.name,
          matter: phrase.matter(usual)))
      reading.sources.append(.option("--\(phrase.option.name.rawValue) \(phrase.option.text)"))
    }
    return reading
  }
}
