import CareModel
import Quantities

extension ServiceSummary {
  /// Today's calls by the hour in which people would like them to start: of running packages, and of starts.
  var callsByHour: (running: [Count], starts: [Count]) {
    let hours = (6...22)
    let calls = (days.first?.visits ?? []).compactMap { visit -> (hour: Int, isStart: Bool)? in
      guard let start = visit.windows.first?.preferred.start else { return nil }
      return (min(max(service.calendar.local(start).time.hour, 6), 22), visit.episode == nil)
    }
    func counts(isStart: Bool) -> [Count] {
      hours.map { hour in Count(name: "\(hour)", value: calls.count { $0.hour == hour && $0.isStart == isStart }) }
    }
    return (counts(isStart: false), counts(isStart: true))
  }

  /// Calls of each day that is shown.
  var callsByDay: [Count] {
    days.map { Count(name: $0.serviceDate.weekday.shortName, value: $0.visits.count) }
  }

  /// Workers with a duty on each day that is shown.
  var workersByDay: [Count] {
    days.map { day in
      Count(name: day.serviceDate.weekday.shortName, value: day.workers.count { !$0.dutyPeriods.isEmpty })
    }
  }

  /// What a quarter of an hour of today has and wants.
  struct QuarterHour: Hashable, Sendable {
    /// Minutes after midnight.
    let minute: Int
    let assistants: Int
    let others: Int
    /// Workers who would be with people, were each call to begin when it is most wanted; travel not counted.
    let wanted: Int
  }

  /// Today from 06:00 to 23:00.
  var quarters: [QuarterHour] {
    guard let day = days.first else { return [] }
    let duties = day.workers.flatMap { worker in
      worker.dutyPeriods.map { (hours: $0.hours, isAssistant: worker.role == .rehabilitationAssistant) }
    }
    let calls = day.visits.flatMap { visit -> [InstantInterval] in
      guard let preferred = visit.windows.first?.preferred, day.place(of: visit) != nil else { return [] }
      let middle = preferred.start + Seconds(preferred.length.value / 2)
      return visit.demands.compactMap { InstantInterval(start: middle, end: middle + $0.length) }
    }
    return stride(from: 6 * 60, to: 23 * 60, by: 15).compactMap { minute in
      let reading = CivilDateTime(date: day.serviceDate, time: ClockTime(wrapping: minute * 60))
      guard let instant = service.calendar.reading(reading).instant else { return nil }
      func isOn(_ interval: InstantInterval) -> Bool { interval.start <= instant && instant < interval.end }
      let onDuty = duties.filter { isOn($0.hours) }
      return QuarterHour(
        minute: minute, assistants: onDuty.count { $0.isAssistant }, others: onDuty.count { !$0.isAssistant },
        wanted: calls.count(where: isOn))
    }
  }

  /// The service and its day in a few numbers, with their names.
  var headline: [(name: String, value: String)] {
    guard let day = days.first else { return [] }
    let care = day.visits.filter { $0.kind == .personalCare }
    let peak = day.visits.count { visit in
      visit.windows.first.map { service.calendar.local($0.preferred.start).time.hour < 11 } ?? false
    }
    let working = day.workers.count { !$0.dutyPeriods.isEmpty }
    let states = Dictionary(grouping: self.running, by: \.state).mapValues(\.count)
    return [
      ("People in the service", "\(self.running.count)"), ("Waiting to start", "\(open.count)"),
      ("Awaiting onward care", "\(states[.awaitingOnward] ?? 0)"), ("In hospital", "\(states[.suspended] ?? 0)"),
      ("Calls today, starts included", "\(day.visits.count)"),
      ("Calls before 11:00", ServiceSummary.share(peak, of: day.visits.count)),
      ("Two-person calls of care", ServiceSummary.share(care.count { $0.demands.count > 1 }, of: care.count)),
      ("Time-critical calls of care", ServiceSummary.share(care.count { $0.isTimeCritical }, of: care.count)),
      ("Workers on today", "\(working) of \(service.staff.count)"),
      ("Patches", "\(Set(service.places.compactMap(\.patch)).count)"),
    ]
  }

  static func share(_ part: Int, of whole: Int) -> String {
    whole > 0 ? "\((part * 100 + whole / 2) / whole) %" : "none"
  }
}
