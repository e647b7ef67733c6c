package import Quantities

/// What a repair changes of a published rota, and why: whom to ring, whose run is another, and what is not covered any more.
package struct RepairReport: Hashable, Sendable {
  /// From which instant on it counts.
  package let asOf: Instant
  /// Every call that is not as it was published, in order of what it was to start at, then of id.
  package let changes: [CallChange]
  /// Runs that gain, lose or move a call, in order of worker and duty.
  package let runs: [RunChange]
  /// Orders that nobody could carry out any more, and so are lifted.
  package let lifted: [LiftedLock]
  package let others: OtherCalls

  package init(
    asOf: Instant, changes: [CallChange], runs: [RunChange], lifted: [LiftedLock], others: OtherCalls
  ) {
    self.asOf = asOf
    self.changes = changes
    self.runs = runs
    self.lifted = lifted
    self.others = others
  }

  /// The people to be told, by call.
  package var toRing: [CallChange] { changes.filter(\.isToBeTold) }
}

/// One call that is not as it was published.
package struct CallChange: Hashable, Sendable {
  package let visit: VisitID
  package let person: PersonID
  package let kind: Kind
  /// As published; nil for a call that was not covered, or is new.
  package let before: Visit.Placement?
  /// As it is now; nil for a call that is not covered, or not done any more.
  package let after: Visit.Placement?
  /// The events that struck the call: had nobody done anything, it would not have been done as published.
  package let struckBy: [EventID]
  /// For a call that no event struck: the calls for which it makes room.
  package let makesRoomFor: [VisitID]

  package init(
    visit: VisitID, person: PersonID, kind: Kind, before: Visit.Placement?, after: Visit.Placement?,
    struckBy: [EventID], makesRoomFor: [VisitID] = []
  ) {
    self.visit = visit
    self.person = person
    self.kind = kind
    self.before = before
    self.after = after
    self.struckBy = struckBy
    self.makesRoomFor = makesRoomFor
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Covered before, and now not.
    case uncovered
    /// Covered now, and not before.
    case covered
    /// Another worker, perhaps at another time, too.
    case otherWorker
    /// The same workers, further from the published time than counts as a change.
    case otherTime
    /// The same workers, a little earlier or later than published.
    case slightlyMoved
    /// Not to be done any more.
    case fallenAway
    /// A call that an event brought, and that nobody does.
    case newUncovered
  }

  /// Somebody has to be told of it: a little earlier or later is within what people were told.
  package var isToBeTold: Bool { kind != .slightlyMoved }

  /// It counts as a change: another worker, a start moved further than `changeFromMinutes`, or not done.
  package var countsAsChange: Bool { kind == .uncovered || kind == .otherWorker || kind == .otherTime }
}

/// What has changed in one worker's run, in order of time.
package struct RunChange: Hashable, Sendable {
  package let worker: WorkerID
  package let duty: DutyID
  package let gained: [VisitID]
  package let lost: [VisitID]
  /// The same calls at other times.
  package let moved: [VisitID]

  package init(worker: WorkerID, duty: DutyID, gained: [VisitID], lost: [VisitID], moved: [VisitID]) {
    self.worker = worker
    self.duty = duty
    self.gained = gained
    self.lost = lost
    self.moved = moved
  }
}

/// An order about a call that an event has made impossible.
package struct LiftedLock: Hashable, Sendable {
  package let visit: VisitID
  package let lock: Lock
  /// Nil where its time was over before anybody did the call.
  package let event: EventID?

  package init(visit: VisitID, lock: Lock, event: EventID?) {
    self.visit = visit
    self.lock = lock
    self.event = event
  }
}

/// Of the calls still to come that no event struck, how many are changed.
package struct OtherCalls: Hashable, Sendable {
  package let total: Int
  package let changed: Int
  /// How many were to be changed at most.
  package let limit: Int

  package init(total: Int, changed: Int, limit: Int) {
    self.total = total
    self.changed = changed
    self.limit = limit
  }

  /// More are changed than were to be: something that comes before stability asked for it.
  package var isBeyondLimit: Bool { changed > limit }

  /// In tenths of a per cent, rounded up; 0 where there are no other calls.
  package var perMille: Int { total == 0 ? 0 : (changed * 1000 + total - 1) / total }
}
