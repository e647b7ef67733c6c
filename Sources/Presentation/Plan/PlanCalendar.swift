package import CareModel
import Quantities

/// One person's weeks: the clocks first, then what somebody has to do for them, then a calendar of calls and stays in hospital.
package struct PlanCalendar: Sendable {
  private let plan: EpisodePlan
  private let service: Service
  private let words: PlanWords
  private let names: PersonNames

  package init(_ plan: EpisodePlan, of service: Service, names: PersonNames) {
    self.plan = plan
    self.service = service
    self.names = names
    words = PlanWords(service, names: names)
  }

  /// The days that the plan shows, from approved package to forecast; nil where the service doesn't know the person.
  package func text(of id: PersonID, isStyled: Bool = false) -> String? {
    guard let person = service.person(id) else { return nil }
    let tasks = plan.tasks.filter { $0.person == id }.map { line("  " + words.task($0)) }.joined()
    let calls = plan.calls.filter { $0.person == id }
    let days = calendar(person, calls)
    return words.headlines(plan, of: id) + clocks(of: person) + (tasks.isEmpty ? "" : "To do\n" + tasks)
      + (days.rows.isEmpty ? line("No calls in these days" + reasons(for: id)) : days.text(isStyled: isStyled))
      + (calls.contains(where: \.isForecast)
        ? "(in brackets, a forecast: beyond the predicted or agreed end, or probably not needed by then)\n" : "")
  }

  /// `: left out: episode e-7; episode e-1 ended on Mon 23 Nov`, then a stop.
  private func reasons(for id: PersonID) -> String {
    let leftOut = LeftOutRecords(service.quarantine.filter { $0.person == id }).named
    let ended = service.episodes.filter { $0.episode.person == id && $0.state == .ended }.map { record in
      "episode \(PrintableText.of(record.id.text)) ended" + (record.endedOn.map { " on \(words.day($0))" } ?? "")
    }
    let all = (leftOut.isEmpty ? [] : ["left out: " + leftOut.joined(separator: ", ")]) + ended
    return (all.isEmpty ? "" : ": " + all.joined(separator: "; ")) + "."
  }

  private func line(_ text: String) -> String { WrappedText.of(text) + "\n" }

  // MARK: - Clocks

  private func clocks(of person: Person) -> String {
    var lines = [names[person.id]]
    for start in plan.starts where start.person == person.id {
      lines.append("\(start.rank.printedName), \(words.asked(start)): \(words.outcome(start))")
      lines.append(words.clocks(of: start))
      let remark = words.remark(start)
      if !remark.isEmpty { lines.append(remark) }
    }
    lines += service.episodes.filter { $0.episode.person == person.id && $0.state != .ended }.map(clocks)
    lines += plan.carePlanOwners.filter { $0.person == person.id }.map(words.owner)
    lines += person.stays.filter { $0.end > plan.asOf }.map { words.stay($0) }
    lines += plan.repeats.filter { $0.person == person.id }.map(words.repeated)
    return lines.map(line).joined()
  }

  /// `e-1: day 14, last permitted day Tue 29 Dec, next review by Thu 26 Nov, predicted end Mon 14 Dec`.
  private func clocks(of record: EpisodeRecord) -> String {
    var said = ["day \(record.episode.dayNumber(on: service.today))"]
    if record.episode.kind.hasLimit {
      said.append("last permitted day \(words.day(record.episode.lastPermittedDay(policy: service.policy)))")
      said += [record.episode.effectiveExtension(policy: service.policy)].compactMap { $0.map(words.extension) }
    }
    said += plan.callsDue.filter { $0.episode == record.id }.map { due in
      "\(due.kind == .carePlan ? "care plan" : "next review") by \(words.day(due.lastPermittedDay))"
    }
    if let predicted = record.clocks.predictedEnds.last { said.append("predicted end \(words.day(predicted.end))") }
    if let agreed = record.plannedEnd { said.append("agreed end \(words.day(agreed))") }
    return "\(PrintableText.of(record.id.text)): " + said.joined(separator: ", ")
  }

  // MARK: - Days

  /// What stands in a part of a day, and from when.
  private struct Entry {
    let part: PartOfDay
    let from: Instant
    let text: String
  }

  private func calendar(_ person: Person, _ calls: [PlannedCall]) -> TextTable {
    var table = TextTable(
      columns: [TextTable.Column("day")] + PartOfDay.allCases.map { TextTable.Column($0.printedName, fit: .wrap) })
    let byDay = Dictionary(grouping: calls, by: \.date)
    var date = plan.firstDay
    while date <= plan.lastDay {
      let calls = byDay[date] ?? []
      let stays = self.stays(of: person, on: date)
      let entries = (stays + calls.map(entry)).sorted { ($0.from, $0.text) < ($1.from, $1.text) }
      let isForecast = stays.isEmpty && calls.allSatisfy(\.isForecast)
      if !entries.isEmpty {
        table.rows.append(
          TextTable.Row(
            [words.day(date)]
              + PartOfDay.allCases.map { part in
                entries.filter { $0.part == part }.map(\.text).joined(separator: "\n")
              }, style: isForecast ? .faint : .plain))
      }
      date = date.adding(days: 1)
    }
    return table
  }

  private func entry(_ call: PlannedCall) -> Entry {
    let preferred = service.calendar.interval(of: call.need.preferred, onServiceDay: call.date)
    return Entry(
      part: call.part, from: preferred?.start ?? service.calendar.start(of: call.date), text: words.call(call))
  }

  /// Each stay stands where it begins on the day.
  private func stays(of person: Person, on date: CivilDate) -> [Entry] {
    let day = service.calendar.day(date)
    return person.stays.filter { $0.start < day.end && day.start < $0.end }.map { stay in
      let from = max(stay.start, day.start)
      return Entry(
        part: .of(from, on: date, calendar: service.calendar), from: from, text: words.stay(stay, within: day))
    }
  }
}
