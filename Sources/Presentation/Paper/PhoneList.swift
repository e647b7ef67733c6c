package import CareModel
import Quantities
import RotaChecking

/// Whom to ring: everybody with a call today, who comes and when; first those who have to hear something else than they were told.
package struct PhoneList: Sendable {
  private let report: RotaReport
  private let phone: @Sendable (PersonID) -> String?

  /// - Parameter phone: somebody's number, where it is known.
  package init(_ report: RotaReport, phone: @escaping @Sendable (PersonID) -> String? = { _ in nil }) {
    self.report = report
    self.phone = phone
  }

  /// One person with the calls of the day.
  private struct Entry {
    let person: PersonID
    let name: String
    let calls: [Visit]
    /// Not covered, not in time, or not as told.
    let isUrgent: Bool
  }

  /// The whole file.
  package var html: String {
    let entries = entries
    let urgent = section("first", "Ring first", entries.filter(\.isUrgent), none: "Nobody has to hear of a change.")
    let rest = section("others", "Everybody else", entries.filter { !$0.isUrgent }, none: "There is nobody else.")
    return PaperPage(report: report, name: "Phone list", kind: "phones", content: urgent + rest).html
  }

  private var entries: [Entry] {
    let wanted = report.caseload.visits.filter { report.level(of: $0.id) != nil || report.isCovered($0) }
    return Dictionary(grouping: wanted, by: \.person).map { person, calls in
      Entry(
        person: person, name: report.names[person], calls: calls.sorted { (start($0), $0.id) < (start($1), $1.id) },
        isUrgent: calls.contains { isUrgent($0) })
    }.sorted { ($0.name, $0.person) < ($1.name, $1.person) }
  }

  private func isUrgent(_ visit: Visit) -> Bool {
    if toldOtherwise(visit) != nil { return true }
    return report.shortfall(of: visit.id).map { $0.matter != .deferred } ?? false
  }

  private func start(_ visit: Visit) -> Instant {
    report.placements[visit.id]?.first?.stop.start ?? visit.windows.first?.preferred.start ?? report.checked.rota.asOf
  }

  private func section(_ id: String, _ title: String, _ entries: [Entry], none: String) -> Markup {
    let table: Markup =
      entries.isEmpty
      ? "<p>\(none)</p>"
      : """
      <div class="wide" role="region" aria-label="\(title)" tabindex="0"><table class="rung">
      <thead><tr><th scope="col" class="tick">Rung</th><th scope="col">Person</th><th scope="col">Number</th>\
      <th scope="col">Patch</th><th scope="col">Calls today</th></tr></thead>
      <tbody>\(Markup.joined(entries.map(row)))</tbody></table></div>
      """
    return """
      <section aria-labelledby="\(id)-heading"><h2 id="\(id)-heading">\(title)</h2>
      \(table)</section>

      """
  }

  private func row(_ entry: Entry) -> Markup {
    let patch = report.caseload.person(entry.person).flatMap { report.caseload.place($0.place)?.patch } ?? ""
    let calls = entry.calls.map { visit -> Markup in "<li>\(words(of: visit))</li>" }
    return """
      <tr><td class="tick"><span class="box"></span></td><th scope="row">\(entry.name)</th>\
      <td>\(phone(entry.person) ?? "")</td><td>\(patch)</td><td><ul>\(Markup.joined(calls))</ul></td></tr>

      """
  }

  /// `09:00–09:45 personal care with Ann and Bob: LATE, 40 min after the agreed time; was told 08:30 with Ann`.
  private func words(of visit: Visit) -> Markup {
    let placed = report.placements[visit.id] ?? []
    let shortfall = report.shortfall(of: visit.id)
    guard report.isCovered(visit), let start = placed.map(\.stop.start).min(), let end = placed.map(\.stop.end).max()
    else {
      let label = shortfall?.label ?? "UNCOVERED"
      let when = shortfall.map { report.when($0) } ?? ""
      let reason = shortfall.map { report.shortReason($0) } ?? ""
      return "<b>\(label)</b> \(visit.kind.printedName), \(when)\(reason.isEmpty ? "" : ": \(reason)")"
    }
    let workers = placed.map { report.names[$0.worker] }.joined(separator: " and ")
    var notes = shortfall.map { ["\($0.label): \(report.when($0))"] } ?? []
    if let told = toldOtherwise(visit) { notes.append("was told \(told)") }
    let said: Markup = notes.isEmpty ? "" : " <b>\(notes.joined(separator: "; "))</b>"
    return "\(report.clock.interval(start, end)) \(visit.kind.printedName) with \(workers)\(said)"
  }

  /// The time and workers that were told to the person, where the rota has others.
  private func toldOtherwise(_ visit: Visit) -> String? {
    guard let told = visit.published else { return nil }
    let placed = report.placements[visit.id] ?? []
    let isSame =
      report.isCovered(visit) && placed.first?.stop.start == told.start
      && Set(placed.map(\.worker)) == Set(told.workers)
    guard !isSame else { return nil }
    let workers = told.workers.map { report.names[$0] }.joined(separator: " and ")
    return report.clock.timeAndDay(told.start) + (workers.isEmpty ? "" : " with \(workers)")
  }
}
