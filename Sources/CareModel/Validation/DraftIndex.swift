import Quantities

/// A day as read, with its records found by id.
struct DraftIndex {
  let draft: CaseloadDraft
  /// The calls with their windows filled in, as far as that went.
  let visits: [DraftRecord<Visit>]
  /// Every record that could be read, also those that will be set aside.
  let caseload: Caseload
  let day: InstantInterval
  private let visitIndex: [VisitID: Int]

  init(_ draft: CaseloadDraft, visits: [DraftRecord<Visit>]) {
    self.draft = draft
    self.visits = visits
    caseload = Caseload(
      title: draft.title, isInvented: draft.isInvented, asOf: draft.asOf, serviceDate: draft.serviceDate,
      calendar: draft.calendar, policy: draft.policy, places: draft.places.map(\.value), matrices: draft.matrices,
      people: draft.people.map(\.value), episodes: draft.episodes.map(\.value),
      referrals: draft.referrals.map(\.value), workers: draft.workers.map(\.value), visits: visits.map(\.value),
      links: draft.links.map(\.value))
    day = draft.calendar.day(draft.serviceDate)
    visitIndex = Dictionary(visits.map { ($0.value.id, $0.index) }, uniquingKeysWith: { first, _ in first })
  }

  /// A call's record; nil where there is no such call.
  func key(of visit: VisitID) -> RecordKey? { visitIndex[visit].map { RecordKey(.visit, $0) } }

  /// For messages: the moment with its zone.
  func said(_ instant: Instant) -> String { draft.calendar.iso(instant) }

  /// For messages: `… to …`.
  func said(_ interval: InstantInterval) -> String { "\(said(interval.start)) to \(said(interval.end))" }

  /// From a call's start until its longest demand has ended.
  func stretch(_ visit: Visit, from start: Instant) -> InstantInterval {
    InstantInterval(start: start, end: start + visit.length) ?? InstantInterval(at: start)
  }
}

extension InstantInterval {
  /// Shares more with another than a moment at its edge.
  func sharesTime(with other: InstantInterval) -> Bool { start < other.end && other.start < end }
}
