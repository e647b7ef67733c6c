import CareModel
import Quantities

/// One event of the command line, taken apart.
struct EventPhrase {
  let option: EventOption
  /// The clock time behind the `@`; nil where there is none.
  let moment: Instant?
  private let subject: Subject

  /// What was said, before it is known when.
  private enum Subject {
    case off(WorkerID)
    case hospital(PersonID, until: Instant?)
    case told(DayEvent.Matter)
  }

  struct Fault: Error {
    let problem: InputProblem
  }

  /// When it became known: where somebody will be off or in hospital only later, at `asOf`.
  func at(usual: Instant, asOf: Instant?) -> Instant {
    let told = moment ?? usual
    switch subject {
    case .off, .hospital: return asOf.map { min($0, told) } ?? told
    case .told: return told
    }
  }

  func matter(_ usual: Instant) -> DayEvent.Matter {
    switch subject {
    case .off(let worker): .workerOff(worker, from: moment ?? usual)
    case .hospital(let person, let until): .toHospital(person, from: moment ?? usual, until: until)
    case .told(let matter): matter
    }
  }

  static func read(_ option: EventOption, _ clock: LocalClock, _ author: EventOption.Author) -> Result<
    EventPhrase, Fault
  > {
    let (subject, times) = split(option.text, at: "@")
    var moments: [Instant] = []
    for part in times.map({ $0.split(separator: "-", omittingEmptySubsequences: false) }) ?? [] {
      guard case .at(let instant) = clock.moment(String(part), isEnd: false) else { return .failure(fault(option)) }
      moments.append(instant)
    }
    guard moments.count <= (option.name == .hospital ? 2 : 1), !subject.isEmpty,
      let told = self.subject(option.name, subject, until: moments.dropFirst().first, clock, author)
    else { return .failure(option.name == .lock && author.name == nil ? nobody : fault(option)) }
    return .success(EventPhrase(option: option, moment: moments.first, subject: told))
  }

  private static func fault(_ option: EventOption) -> Fault {
    Fault(
      problem: InputProblem(
        code: "event.unreadable", location: "--\(option.name.rawValue)", found: option.text,
        expected: "\(option.name.form) is expected"))
  }

  private static var nobody: Fault {
    Fault(
      problem: InputProblem(
        code: "value.missing", location: "--by", found: "", expected: "the name of whoever gives the order is expected")
    )
  }

  // MARK: Option by option

  private static func subject(
    _ name: EventOption.Name, _ text: String, until: Instant?, _ clock: LocalClock, _ author: EventOption.Author
  ) -> Subject? {
    let (first, rest) = split(text, at: name == .late ? "+" : "=")
    let visit = VisitID(name == .cutShort || name == .longer || name == .window || name == .lock ? first : text)
    let minutes = rest.flatMap { Int($0) }.map { Minutes($0) }
    switch name {
    case .off: return .off(WorkerID(text))
    case .hospital: return .hospital(PersonID(text), until: until)
    case .late: return minutes.map { .told(.runningLate(WorkerID(first), by: $0)) }
    case .cancel: return .told(.cancelled(visit))
    case .refuse: return .told(.refused(visit))
    case .noReply: return .told(.noReply(visit))
    case .unlock: return .told(.unlocked(visit))
    case .cutShort: return minutes.map { .told(.cutShort(visit, to: $0)) }
    case .longer: return minutes.map { .told(.takesLonger(visit, to: $0)) }
    case .window:
      return rest.flatMap { stretch($0, clock) }.map { .told(.newWindows(visit, [WindowDraft(preferred: $0)])) }
    case .lock: return rest.flatMap { order($0, clock, author) }.map { .told(.locked(visit, $0)) }
    }
  }

  /// `W2`, `W2+W5`, `10:00`, `10:00-11:00` or `W2,10:00`.
  private static func order(_ text: String, _ clock: LocalClock, _ author: EventOption.Author) -> CallOrder? {
    guard let name = author.name else { return nil }
    let (first, rest) = split(text, at: ",")
    let onlyTime = rest == nil ? stretch(first, clock) : nil
    let workers = onlyTime == nil ? first.split(separator: "+").map { WorkerID(String($0)) } : nil
    let time = rest.map { stretch($0, clock) } ?? onlyTime
    guard rest == nil || time != nil else { return nil }
    return CallOrder(workers: workers, start: time, setBy: name, reason: author.reason ?? "told on the day")
  }

  /// `10:00` or `10:00-11:00`.
  private static func stretch(_ text: String, _ clock: LocalClock) -> InstantInterval? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let last = parts.last,
      case .at(let start) = clock.moment(String(first), isEnd: false),
      case .at(let end) = clock.moment(String(last), isEnd: parts.count == 2)
    else { return nil }
    return InstantInterval(start: start, end: end)
  }

  /// What comes before and behind the last such sign; ids may hold it, too.
  private static func split(_ text: String, at sign: Character) -> (String, String?) {
    guard let place = text.lastIndex(of: sign) else { return (text, nil) }
    return (String(text[..<place]), String(text[text.index(after: place)...]))
  }
}
