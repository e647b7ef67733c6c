package import CareModel
import Quantities

/// What a repair changes as one sheet: a row for each call, in the order of the report.
package struct RepairTable: Sendable {
  /// The columns, in their order.
  package static let columns = [
    "visit", "person", "change", "to_be_told", "workers_before", "clock_before", "start_before", "workers_now",
    "clock_now", "start_now", "events", "makes_room_for",
  ]

  private let report: RepairReport
  private let calendar: ServiceCalendar
  private let names: NameBook

  /// - Parameter names: joined in a column more, `person_name`, where there are any.
  package init(_ report: RepairReport, calendar: ServiceCalendar, names: NameBook = .empty) {
    self.report = report
    self.calendar = calendar
    self.names = names
  }

  /// The sheet's text, in UTF-8 with the mark that spreadsheets want.
  package var csv: String {
    var text = CSVText()
    text.add(RepairTable.columns + (names.isEmpty ? [] : ["person_name"]))
    for change in report.changes {
      let row =
        [change.visit.text, change.person.text, change.kind.rawValue, change.isToBeTold ? "yes" : "no"]
        + cells(change.before) + cells(change.after)
        + [change.struckBy.map(\.text), change.makesRoomFor.map(\.text)].map { $0.joined(separator: " ") }
      text.add(row + (names.isEmpty ? [] : [names.name(change.person)]))
    }
    return "\u{FEFF}" + text.text
  }

  private func cells(_ placement: Visit.Placement?) -> [String] {
    guard let placement else { return ["", "", ""] }
    return [
      placement.workers.map(\.text).joined(separator: " "), calendar.local(placement.start).time.description,
      calendar.iso(placement.start),
    ]
  }
}
