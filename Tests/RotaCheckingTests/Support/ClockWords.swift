import CareModel
import Quantities

/// The instant of a clock time on the tiny day, in UTC; `+08:00` is the next calendar day's, `-08:00` the one's before.
func at(_ clock: String) -> Instant {
  let days = clock.hasPrefix("+") ? 1 : clock.hasPrefix("-") ? -1 : 0
  let time = ClockTime(days == 0 ? clock : String(clock.dropFirst())) ?? ClockTime(wrapping: 0)
  return CivilDateTime(date: TinyDay.serviceDate.adding(days: days), time: time).instant(offset: .zero)
}

func span(_ from: String, _ until: String) -> InstantInterval {
  InstantInterval(start: at(from), end: at(until)) ?? InstantInterval(at: at(from))
}

/// Preferred, agreed and safe window by their ends.
func window(
  _ from: String, _ until: String, _ agreedFrom: String, _ agreedUntil: String, _ safeFrom: String,
  _ safeUntil: String
) -> WindowAlternative {
  guard
    let window = WindowAlternative(
      preferred: span(from, until), agreed: span(agreedFrom, agreedUntil), safe: span(safeFrom, safeUntil))
  else { preconditionFailure("windows of a test don't nest") }
  return window
}

func stop(_ visit: String, _ clock: String, minutes: Int = 30, demand: Int = 0) -> Stop {
  Stop(visit: VisitID(visit), demand: demand, start: at(clock), end: at(clock) + Minutes(minutes))
}

func rest(_ from: String, _ until: String) -> BreakStop { BreakStop(start: at(from), end: at(until)) }

func run(_ worker: String, _ duty: String, _ stops: [Stop], breaks: [BreakStop] = []) -> Run {
  Run(worker: WorkerID(worker), duty: DutyID(duty), stops: stops, breaks: breaks)
}

/// The run of worker w1 in duty d1.
func run(_ stops: [Stop], breaks: [BreakStop] = []) -> Run { run("w1", "d1", stops, breaks: breaks) }

func placement(_ workers: [String], _ clock: String) -> Visit.Placement {
  Visit.Placement(workers: workers.map(WorkerID.init), start: at(clock))
}

/// A lock set by the duty manager.
func lock(_ workers: [String]? = nil, _ clock: String? = nil) -> Lock {
  Lock(workers: workers?.map(WorkerID.init), start: clock.map(at), setBy: "duty manager", reason: "asked for")
}
