import CareModel
import Quantities

/// The calls of a stretch of days that are fixed before anything is planned: approved packages and appointments.
struct FixedCalls {
  private let service: Service
  private let first: CivilDate
  private let days: Int
  private let restarts: [Restart]

  /// - Parameters:
  ///   - service: with the restarts as starts.
  ///   - restarts: whose packages go on until the stay.
  init(_ service: Service, _ restarts: [Restart], from first: CivilDate, days: Int) {
    self.service = service
    self.restarts = restarts
    self.first = first
    self.days = days
  }

  /// In order of episode and date, then appointments.
  func calls() -> [PlannedCall] {
    let begun = service.episodes.filter { $0.state != .preStart && $0.episode.startDate <= first }
    let last = first.adding(days: days - 1)
    let runs = begun.map { ($0, last) } + restarts.map { ($0.record, min(last, $0.lastDayBefore)) }
    let packages = runs.flatMap { record, last in
      service.person(record.episode.person).map { packageCalls(of: record, $0, through: last) } ?? []
    }
    return packages + service.appointments.compactMap(booked)
  }

  private func packageCalls(of record: EpisodeRecord, _ person: Person, through last: CivilDate) -> [PlannedCall] {
    let away = Suspensions(person)
    let predictedEnd = [record.clocks.predictedEnds.last?.end, record.plannedEnd].compactMap { $0 }.min()
    var calls: [PlannedCall] = []
    for day in 0..<max(0, last.days(from: first) + 1) {
      let date = first.adding(days: day)
      guard record.isRunning(on: date) else { continue }
      let known = date == service.today ? person : person.withoutYesterday
      let lines = PackageExpansion.lines(of: record, person: known, on: date, policy: service.policy)
      for dated in DatedLine.of(lines, on: date, calendar: service.calendar, policy: service.policy)
      where !away.coverWholly(dated.preferred) {
        let call = dated.line.call
        let isBridging = record.episode.isBridging(
          call.kind, consequence: call.consequence, on: date, policy: service.policy)
        let isBeyond = predictedEnd.map { date > max($0, service.today) } ?? false
        calls.append(
          PlannedCall(
            id: .call(of: record.id.text, dated.line.id.text, on: date), person: person.id, episode: record.id,
            date: date, part: dated.part, latestPart: dated.latestPart, need: call,
            basis: isBridging ? .bridging : isBeyond ? .beyondPrediction : .package))
      }
    }
    return calls
  }

  private func booked(_ appointment: Appointment) -> PlannedCall? {
    guard !service.isBehindEnd(appointment), first <= appointment.date, appointment.date < first.adding(days: days),
      let preferred = service.calendar.interval(of: appointment.call.preferred, onServiceDay: appointment.date),
      !service.isAway(during: appointment)
    else { return nil }
    return PlannedCall(
      id: appointment.id, person: appointment.person, episode: appointment.episode, referral: appointment.referral,
      date: appointment.date,
      part: .of(
        appointment.published?.start ?? preferred.start, on: appointment.date, calendar: service.calendar),
      latestPart: .of(
        DatedLine.latestStart(
          of: appointment.call, preferred, next: nil, on: appointment.date, calendar: service.calendar,
          policy: service.policy), on: appointment.date, calendar: service.calendar),
      need: appointment.call, basis: .booked, lastPermittedDay: appointment.lastPermittedDay,
      line: appointment.line)
  }
}
