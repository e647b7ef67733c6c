package import Quantities

/// A day as read, each record right in itself, before records are held against one another.
package struct CaseloadDraft: Sendable {
  package var title: String
  package var isInvented: Bool
  package var asOf: Instant
  package var serviceDate: CivilDate
  package var calendar: ServiceCalendar
  package var policy: Policy
  package var matrices: [TravelMatrix]
  package var places: [DraftRecord<Place>] = []
  package var people: [DraftRecord<Person>] = []
  package var episodes: [DraftRecord<Episode>] = []
  package var referrals: [DraftRecord<Referral>] = []
  package var workers: [DraftRecord<Worker>] = []
  package var visits: [DraftRecord<VisitDraft>] = []
  package var links: [DraftRecord<VisitLink>] = []
  /// Ids of records that could not be read: mentioned by others, they are known and left out.
  package var unreadable: [RecordKind: Set<String>] = [:]
  /// Referrals whose first visit could not be read.
  package var unreadableFirstResponses: Set<ReferralID> = []

  package init(
    title: String = "", isInvented: Bool = false, asOf: Instant, serviceDate: CivilDate, calendar: ServiceCalendar,
    policy: Policy = Policy(), matrices: [TravelMatrix] = []
  ) {
    self.title = title
    self.isInvented = isInvented
    self.asOf = asOf
    self.serviceDate = serviceDate
    self.calendar = calendar
    self.policy = policy
    self.matrices = matrices
  }
}

/// A record with its place in the document.
package struct DraftRecord<Value: Sendable>: Sendable {
  /// From 0, in the order of the document's list, records that could not be read counted too.
  package let index: Int
  package var value: Value

  package init(index: Int, value: Value) {
    self.index = index
    self.value = value
  }
}

/// A call as read: windows that the document leaves out are filled in when the person's other calls are known.
package struct VisitDraft: Hashable, Sendable {
  /// Its `windows` are empty.
  package var visit: Visit
  package var windows: [WindowDraft]

  package init(_ visit: Visit, windows: [WindowDraft]) {
    self.visit = visit
    self.windows = windows
  }
}

/// One alternative as written.
package struct WindowDraft: Hashable, Sendable {
  package let preferred: InstantInterval
  /// Nil takes the policy's tolerance either side.
  package let agreed: InstantInterval?
  /// Nil takes the time until the person's next call.
  package let safe: InstantInterval?

  package init(preferred: InstantInterval, agreed: InstantInterval? = nil, safe: InstantInterval? = nil) {
    self.preferred = preferred
    self.agreed = agreed
    self.safe = safe
  }
}
