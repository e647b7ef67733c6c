package import Quantities

/// Something that has happened since a rota was published, or has become known: what a repair answers to.
package struct DayEvent: Hashable, Sendable, Identifiable {
  package let id: EventID
  /// When it became known.
  package let at: Instant
  /// Who said so; nil where nobody wrote it down (R66).
  package let reportedBy: String?
  package let matter: Matter

  package init(id: EventID, at: Instant, reportedBy: String? = nil, matter: Matter) {
    self.id = id
    self.at = at
    self.reportedBy = reportedBy
    self.matter = matter
  }

  package enum Matter: Hashable, Sendable {
    /// The worker does nothing more from an instant on, for the rest of the day; a call that has begun by then is finished.
    case workerOff(WorkerID, from: Instant)
    /// The worker is so far behind their run.
    case runningLate(WorkerID, by: Minutes)
    /// The call is not wanted any more; it has not begun.
    case cancelled(VisitID)
    /// The person doesn't want the call, on the telephone or at the door.
    case refused(VisitID)
    /// The worker is at the door and nobody answers.
    case noReply(VisitID)
    /// The call is over, or will be, after so long.
    case cutShort(VisitID, to: Minutes)
    /// The call takes so long, all in all.
    case takesLonger(VisitID, to: Minutes)
    /// The call may start at other times than before.
    case newWindows(VisitID, [WindowDraft])
    /// The person is in hospital from an instant on; nil: for the rest of the day.
    case toHospital(PersonID, from: Instant, until: Instant?)
    /// A call more, of somebody who is known or comes with it.
    case newCall(DayRecords)
    /// A referral with its first visit and the calls of its start.
    case newReferral(DayRecords)
    /// A provider hands calls back (R70).
    case providerOutage(provider: String, DayRecords)
    /// Somebody more is on duty.
    case workerAdded(DayRecords)
    /// A named person's order about a call.
    case locked(VisitID, CallOrder)
    /// The order about a call is taken back.
    case unlocked(VisitID)
  }
}

package typealias EventID = Identifier<DayEvent>

/// A named person's order about one call: a worker, a time, a stretch of time, or worker and time.
package struct CallOrder: Hashable, Sendable {
  /// One for each demand; nil leaves it open.
  package let workers: [WorkerID]?
  /// When it must start: a stretch of no length is a time; nil leaves it open.
  package let start: InstantInterval?
  package let setBy: String
  package let reason: String

  package init(workers: [WorkerID]?, start: InstantInterval?, setBy: String, reason: String) {
    self.workers = workers
    self.start = start
    self.setBy = setBy
    self.reason = reason
  }
}

/// Records that an event brings into the day, as a document of a day has them.
package struct DayRecords: Hashable, Sendable {
  package var places: [Place] = []
  package var people: [Person] = []
  package var episodes: [Episode] = []
  package var referrals: [Referral] = []
  package var workers: [Worker] = []
  package var visits: [VisitDraft] = []
  package var links: [VisitLink] = []

  package init() {}
}
