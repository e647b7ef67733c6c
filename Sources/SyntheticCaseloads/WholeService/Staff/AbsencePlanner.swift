import CareModel
import Quantities
import ReproducibleNumbers

/// Draws leave and sickness: many are never sick in a year, a few for months (`domain.md` 2.4).
struct AbsencePlanner: Sendable {
  let parameters: ServiceParameters

  /// Weeks of leave from the weeks that the document remembers, four at least, to ten weeks ahead; whole weeks at a time.
  func leave(worker: UInt64, around date: CivilDate) -> [DateSpan] {
    let monday = date.monday
    // Five days of leave are a week; 260 are a year's working days.
    let chance = parameters[.leaveDaysPerYear] * 1000 / 260
    let weeks = (-max(4, parameters[.historyWeeks])...10).map { monday.adding(days: $0 * 7) }.filter { week in
      let number = UInt64(max(0, week.daysSinceEpoch / 7))
      var stream = RandomStream(seed: parameters.seed, purpose: .absences, index: worker, subindex: number << 1)
      return stream.nextBool(perMille: chance)
    }
    return merged(weeks.compactMap { DateSpan(first: $0, last: $0.adding(days: 6)) })
  }

  /// Spells that have begun by a date and had not ended before the weeks that the document remembers, eight at least: nobody
  /// knows those to come.
  func sickness(worker: UInt64, knownOn date: CivilDate) -> [DateSpan] {
    let year = date.components.year
    let spells = (year - 1...year).flatMap { spellsBegun(in: $0, worker: worker) }
    let since = date.adding(days: -7 * max(8, parameters[.historyWeeks]))
    let known = spells.filter { $0.first <= date && $0.last.map { $0 >= since } ?? true }
    var stream = RandomStream(
      seed: parameters.seed, purpose: .absences, index: worker, subindex: UInt64(max(0, date.daysSinceEpoch)) << 1 + 1)
    let isOutToday = stream.nextBool(perMille: parameters[.shortNoticeAbsencePerMille])
    return merged(known + (isOutToday ? [DateSpan(on: date)] : []))
  }

  private func spellsBegun(in year: Int, worker: UInt64) -> [DateSpan] {
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return [] }
    var stream = RandomStream(
      seed: parameters.seed, purpose: .absences, index: worker, subindex: UInt64(max(0, year)) << 32)
    let level = stream.nextInt(below: 1000)
    let none = parameters[.sicknessNonePerMille]
    if level < none { return [] }
    let isLong = level < none + parameters[.sicknessLongPerMille]
    // Evenly about the mean; a long spell has at least eight weeks.
    let mean = parameters[isLong ? .sicknessLongDays : .sicknessSpellDays]
    let least = isLong ? 56 : 1
    let count = isLong ? 1 : stream.nextInt(in: 1...4)
    return (0..<count).compactMap { _ in
      let length = stream.nextInt(in: least...max(least, 2 * mean - least))
      let start = first.adding(days: stream.nextInt(below: 365))
      return DateSpan(first: start, last: start.adding(days: length - 1))
    }
  }

  /// Spans that touch become one.
  private func merged(_ spans: [DateSpan]) -> [DateSpan] {
    var merged: [DateSpan] = []
    for span in spans.sorted(by: { ($0.first, $0.last ?? $0.first) < ($1.first, $1.last ?? $1.first) }) {
      if let before = merged.last, let end = before.last, span.first <= end.adding(days: 1),
        let joined = DateSpan(first: before.first, last: max(end, span.last ?? end))
      {
        merged[merged.count - 1] = joined
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
