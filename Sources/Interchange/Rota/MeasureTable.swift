package import CareModel
import Quantities
package import RotaChecking

/// The raw numbers of a rota report as sheets: by worker, by person or by call.
package struct MeasureTable: Sendable {
  /// What the rows are.
  package enum Sheet: String, CaseIterable, Sendable {
    case workers, people, calls
  }

  private let measures: RotaMeasures
  private let caseload: Caseload
  private let names: NameBook

  /// - Parameter names: joined in one column more where there are any.
  package init(_ measures: RotaMeasures, of caseload: Caseload, names: NameBook = .empty) {
    self.measures = measures
    self.caseload = caseload
    self.names = names
  }

  /// A sheet's text, in UTF-8 with the mark that spreadsheets want.
  package func csv(_ sheet: Sheet) -> String {
    var text = CSVText()
    text.add(MeasureTable.columns(of: sheet) + (names.isEmpty ? [] : ["name"]))
    switch sheet {
    case .workers: for worker in measures.workers { text.add(cells(worker) + name(worker.worker)) }
    case .people: for person in measures.people { text.add(cells(person) + name(person.person)) }
    case .calls: for call in measures.calls { text.add(cells(call) + name(call.person)) }
    }
    return "\u{FEFF}" + text.text
  }

  /// The columns of a sheet, without the one for names.
  package static func columns(of sheet: Sheet) -> [String] {
    switch sheet {
    case .workers:
      [
        "date", "worker", "role", "duties", "paid_minutes", "overtime_minutes", "calls", "contact_minutes",
        "travel_minutes", "break_minutes", "free_minutes", "distance_metres", "mileage_metres", "unsocial_minutes",
      ]
    case .people:
      [
        "date", "person", "calls", "comings", "by_core_team", "by_known", "workers", "workers_of_four_weeks",
        "has_history",
      ]
    case .calls:
      [
        "date", "visit", "person", "kind", "time_critical", "covered", "workers", "start", "from_preferred_seconds",
        "from_agreed_seconds", "after_deadline_seconds",
      ]
    }
  }

  private var date: String { caseload.serviceDate.description }

  private func cells(_ worker: WorkerMeasure) -> [String] {
    let numbers = [
      worker.duties, worker.paid.value, worker.overtime.value, worker.calls, worker.contact.value, worker.travel.value,
      worker.breaks.value, worker.free.value, worker.distance.value, worker.mileage.value, worker.unsocial.value,
    ]
    return [date, worker.worker.text, worker.role?.printedName ?? ""] + numbers.map(String.init)
  }

  private func cells(_ person: PersonMeasure) -> [String] {
    let numbers = [
      person.calls, person.comings, person.byCoreTeam, person.byKnown, person.workers, person.workersOfFourWeeks,
    ]
    return [date, person.person.text] + numbers.map(String.init) + [MeasureTable.word(person.hasHistory)]
  }

  private func cells(_ call: CallMeasure) -> [String] {
    let deviations = [call.fromPreferred, call.fromAgreed, call.afterDeadline]
    return [
      date, call.visit.text, call.person.text, call.kind.printedName, MeasureTable.word(call.isTimeCritical),
      MeasureTable.word(call.isCovered), call.workers.map(\.text).joined(separator: "; "),
      call.start.map(caseload.calendar.iso) ?? "",
    ] + (call.isCovered ? deviations.map { String($0.value) } : ["", "", ""])
  }

  private static func word(_ truth: Bool) -> String { truth ? "yes" : "no" }

  private func name<Entity>(_ id: Identifier<Entity>) -> [String] { names.isEmpty ? [] : [names.name(id)] }
}
