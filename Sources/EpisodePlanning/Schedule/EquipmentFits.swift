import CareModel
import Quantities

/// The fitting of equipment that nobody has booked yet, from the day on which it is there (R31).
struct EquipmentFits {
  let service: Service
  let first: CivilDate

  /// One for each order that has to be fitted and comes within the days in which calls are placed.
  func calls() -> [OpenCalls] {
    let booked = Set(service.appointments.compactMap { booking in booking.line.map { Key(booking.episode, $0) } })
    return service.episodes.flatMap { record -> [OpenCalls] in
      guard record.isRunning(on: first), let person = service.person(record.episode.person) else { return [] }
      let away = Suspensions(person)
      return record.equipment.compactMap { order -> OpenCalls? in
        guard let fit = order.fit, order.fittedOn == nil, !booked.contains(Key(record.id, order.id)) else { return nil }
        let there = order.thereFrom(today: first)
        let ways = (1..<StartOptions.startDays).map(first.adding(days:)).filter { date in
          date >= there && record.isRunning(on: date)
            && record.lastDayOfProgramme(policy: service.policy).map { date <= $0 } ?? true
            && away.leaveRoom(for: fit, on: date, calendar: service.calendar)
        }.map { date in
          OpenCalls.Way(
            calls: [.free(fit, order.id, of: record, on: date, service: service)],
            cost: [(.sessions, 0), (.spacing, date.days(from: there))])
        }
        return ways.isEmpty
          ? nil : OpenCalls(ways: ways, undone: [(.sessions, 1), (.spacing, StartOptions.startDays)])
      }
    }
  }

  private struct Key: Hashable {
    let episode: EpisodeID?
    let order: LineID

    init(_ episode: EpisodeID?, _ order: LineID) {
      self.episode = episode
      self.order = order
    }
  }
}
