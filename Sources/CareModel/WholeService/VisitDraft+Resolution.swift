package import Quantities

extension VisitDraft {
  /// Calls of one day with the windows filled in that they leave out, by the rules of a day's document.
  ///
  /// A window that does not nest is left out, so a call may be without any; the lines of a validated service all nest.
  package static func resolved(
    _ drafts: [VisitDraft], on date: CivilDate, calendar: ServiceCalendar, policy: Policy
  ) -> [Visit] {
    var day = CaseloadDraft(
      asOf: calendar.start(of: date), serviceDate: date, calendar: calendar, policy: policy)
    day.visits = drafts.enumerated().map { DraftRecord(index: $0, value: $1) }
    return WindowResolution(day).visits.map(\.value)
  }
}
