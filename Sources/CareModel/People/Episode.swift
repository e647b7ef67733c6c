package import Quantities

/// One bounded period of reablement for one person, as far as a day needs to know it (R23).
package struct Episode: Hashable, Sendable, Identifiable {
  package let id: EpisodeID
  package let person: PersonID
  package let referral: ReferralID?
  package let kind: Kind
  /// The service day of the first visit: day 1.
  package let startDate: CivilDate
  package let `extension`: Extension?
  /// A provider has taken over, or a date for it is recorded.
  package let isHandoverRecorded: Bool
  /// For this episode a named person has ordered that calls stop at the limit.
  package let stopAtLimit: StopOrder?

  package init(
    id: EpisodeID, person: PersonID, referral: ReferralID? = nil, kind: Kind = .reablement, startDate: CivilDate,
    extension: Extension? = nil, isHandoverRecorded: Bool = false, stopAtLimit: StopOrder? = nil
  ) {
    self.id = id
    self.person = person
    self.referral = referral
    self.kind = kind
    self.startDate = startDate
    self.extension = `extension`
    self.isHandoverRecorded = isHandoverRecorded
    self.stopAtLimit = stopAtLimit
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case reablement, bridging
    /// Help after sight loss, which the six weeks don't limit (N2).
    case visionRehabilitation

    /// Whether it ends with a last permitted day.
    package var hasLimit: Bool { self == .reablement }
  }

  /// More days than six weeks, by a named person's word (R23).
  package struct Extension: Hashable, Sendable {
    package let lastDay: CivilDate
    package let authorisedBy: String
    package let reason: String
    package init(lastDay: CivilDate, authorisedBy: String, reason: String) {
      self.lastDay = lastDay
      self.authorisedBy = authorisedBy
      self.reason = reason
    }
  }

  /// `afterLimit: stop`, which needs a named person for each episode.
  package struct StopOrder: Hashable, Sendable {
    package let orderedBy: String
    package init(orderedBy: String) { self.orderedBy = orderedBy }
  }

  /// 1 on the service day of the first visit.
  package func dayNumber(on date: CivilDate) -> Int { date.daysSinceEpoch - startDate.daysSinceEpoch + 1 }

  /// The extension, where it adds a day to the six weeks; nil, too, for an episode that has no limit.
  package func effectiveExtension(policy: Policy) -> Extension? {
    guard kind.hasLimit, let `extension`, `extension`.lastDay >= startDate.adding(days: policy.reablementDays) else {
      return nil
    }
    return `extension`
  }

  /// The last day on which reablement may be given: start + 41 unless extended (R23).
  package func lastPermittedDay(policy: Policy) -> CivilDate {
    let limit = startDate.adding(days: policy.reablementDays - 1)
    return max(limit, `extension`?.lastDay ?? limit)
  }
}
