import CareModel
import Quantities

/// Calls with freedom of day: so often in each week of the episode, so far apart (therapy, mostly; R29).
///
/// The weeks of an episode begin on its first day's weekday. The rest of the current week and the next whole one are given days
/// among all ways that keep the distance; the weeks behind them repeat the next one's. Between the last call of one week
/// and the first of the next the distance is kept by leaving free the first or last days of each week.
struct WeeklyCalls {
  let service: Service
  let first: CivilDate
  private let booked: [EpisodeID: [Appointment]]

  init(_ service: Service, from first: CivilDate) {
    self.service = service
    self.first = first
    booked = Dictionary(
      grouping: service.appointments.filter { $0.line != nil && $0.episode != nil },
      by: { $0.episode ?? EpisodeID("") })
  }

  /// The calls of one line in one week of its episode.
  struct Week {
    let record: EpisodeRecord
    let line: PackageLine
    let freedom: PackageLine.FreedomOfDay
    let start: CivilDate
    let calls: OpenCalls
  }

  /// This week's and the next one's, in order of episode, line and week.
  func weeks() -> [Week] {
    service.episodes.flatMap { record -> [Week] in
      guard isReabled(record) else { return [] }
      let number = max(0, first.days(from: record.episode.startDate) / 7)
      return [number, number + 1].flatMap { number in
        let start = record.episode.startDate.adding(days: 7 * number)
        return lines(of: record, on: max(start, first)).compactMap { week(of: record, $0, $1, from: start) }
      }
    }
  }

  /// The weeks behind the next one, on the same days of the week, as long as the episode is predicted to last.
  ///
  /// - Parameter planned: by episode and line, the days found in the next week.
  func repeated(_ planned: [Key: [CivilDate]], through last: CivilDate) -> [PlannedCall] {
    service.episodes.flatMap { record -> [PlannedCall] in
      guard isReabled(record) else { return [] }
      let predicted = record.clocks.predictedEnds.last.map(\.end).flatMap { $0 >= first ? $0 : nil }
      let end = [record.lastDayOfProgramme(policy: service.policy), predicted, last].compactMap { $0 }.min() ?? last
      let next = record.episode.startDate.adding(days: 7 * (max(0, first.days(from: record.episode.startDate) / 7) + 1))
      return lines(of: record, on: next).flatMap { line, freedom -> [PlannedCall] in
        let known = (booked[record.id] ?? []).filter { $0.line == line.id }.map(\.date)
        let days =
          (planned[Key(episode: record.id, line: line.id)] ?? [])
          + known.filter { (0..<7).contains($0.days(from: next)) }
        let offsets =
          days.count == freedom.timesAWeek
          ? days.map { $0.days(from: next) } : evenest(freedom, line, from: next)
        return stride(from: 7, through: max(7, end.days(from: next)), by: 7).flatMap { week in
          offsets.map { next.adding(days: week + $0) }.filter { $0 <= end && isFree(record, line, on: $0) }
            .map { .free(line.call, line.id, of: record, on: $0, service: service) }
        }
      }
    }
  }

  /// A line of an episode.
  struct Key: Hashable {
    let episode: EpisodeID
    let line: LineID
  }

  private func isReabled(_ record: EpisodeRecord) -> Bool {
    record.isRunning(on: first) && record.episode.kind != .bridging
      && record.lastDayOfProgramme(policy: service.policy).map { first <= $0 } ?? true
  }

  private func lines(
    of record: EpisodeRecord, on date: CivilDate
  ) -> [(line: PackageLine, freedom: PackageLine.FreedomOfDay)] {
    (record.package(on: date)?.lines ?? []).compactMap { line in line.freedom.map { (line, $0) } }
  }

  private func week(
    of record: EpisodeRecord, _ line: PackageLine, _ freedom: PackageLine.FreedomOfDay, from start: CivilDate
  ) -> Week? {
    let end = record.lastDayOfProgramme(policy: service.policy)
    let days = end.map { max(0, min(7, $0.days(from: start) + 1)) } ?? 7
    let known = (booked[record.id] ?? []).filter { $0.line == line.id }.map(\.date).sorted()
    let missing = (freedom.timesAWeek * days + 6) / 7 - known.count { (0..<7).contains($0.days(from: start)) }
    guard missing > 0 else { return nil }
    let open = WeeklyCalls.offsets(freedom).filter { offset in
      let date = start.adding(days: offset)
      return offset < days && date > first && isFree(record, line, on: date)
        && known.allSatisfy { abs($0.days(from: date)) >= freedom.daysBetween }
    }
    let here = known.map { $0.days(from: start) }.filter((0..<7).contains)
    let ways = patterns(of: open, most: missing, apart: freedom.daysBetween).map { offsets in
      OpenCalls.Way(
        calls: offsets.map {
          .free(line.call, line.id, of: record, on: start.adding(days: $0), service: service)
        },
        cost: [
          (.sessions, missing - offsets.count),
          (.spacing, WeeklyCalls.unevenness((here + offsets).sorted(), freedom.timesAWeek)),
        ])
    }
    return Week(
      record: record, line: line, freedom: freedom, start: start,
      calls: OpenCalls(ways: ways, undone: [(.sessions, missing), (.spacing, 7 * freedom.timesAWeek)]))
  }

  private func isFree(_ record: EpisodeRecord, _ line: PackageLine, on date: CivilDate) -> Bool {
    guard line.weekdays.contains(date.weekday), record.isRunning(on: date),
      let person = service.person(record.episode.person)
    else { return false }
    return Suspensions(person).leaveRoom(for: line.call, on: date, calendar: service.calendar)
      && record.package(on: date)?.lines.contains { $0.id == line.id && $0.freedom == line.freedom } ?? false
  }

  /// The days of a week that keep the distance to whatever the weeks around it choose.
  private static func offsets(_ freedom: PackageLine.FreedomOfDay) -> Range<Int> {
    let early = (freedom.daysBetween - 1) / 2
    return early..<(7 - freedom.daysBetween + early + 1)
  }

  /// All choices of some of the days, so far apart, the fullest first.
  private func patterns(of days: [Int], most: Int, apart: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for day in days {
      all += all.filter { $0.count < most && $0.last.map { day - $0 >= apart } ?? true }.map { $0 + [day] }
    }
    return all.dropFirst().sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
  }

  /// Days by which calls lie off the middles of equal parts of the week.
  private static func unevenness(_ offsets: [Int], _ times: Int) -> Int {
    let middles = (0..<times).map { (2 * $0 + 1) * 7 / (2 * times) }
    guard offsets.count == times else {
      return offsets.reduce(0) { sum, offset in sum + (middles.map { abs($0 - offset) }.min() ?? 0) }
    }
    return zip(offsets, middles).reduce(0) { $0 + abs($1.0 - $1.1) }
  }

  /// The days that would be best if there were time on all of them.
  private func evenest(
    _ freedom: PackageLine.FreedomOfDay, _ line: PackageLine, from start: CivilDate
  ) -> [Int] {
    let open = WeeklyCalls.offsets(freedom).filter { line.weekdays.contains(start.adding(days: $0).weekday) }
    return patterns(of: open, most: freedom.timesAWeek, apart: freedom.daysBetween).min {
      ($1.count, WeeklyCalls.unevenness($0, freedom.timesAWeek))
        < ($0.count, WeeklyCalls.unevenness($1, freedom.timesAWeek))
    } ?? []
  }
}
