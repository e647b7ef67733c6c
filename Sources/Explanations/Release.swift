package import CareModel
package import Quantities

/// The smallest single change of its kind that would let a call be done, or be done in time, all other calls kept.
///
/// Each has been tried: with the change the call has a place in the rota as it stands, and the checker finds no rule broken by choice.
package struct Release: Hashable, Sendable {
  package let change: Change
  /// Where the call would then be.
  package let opening: Explanation.Opening

  package init(change: Change, opening: Explanation.Opening) {
    self.change = change
    self.opening = opening
  }

  package enum Change: Hashable, Sendable {
    /// Another call starts at another time, within what its person has been told, with this worker.
    case otherMoved(VisitID, to: Visit.Placement, by: Seconds)
    /// A worker stays so much longer than has been agreed.
    case longerDuty(WorkerID, DutyID, by: Minutes)
    /// The call may start so much before, or behind, its safe window.
    case earlierStart(by: Minutes)
    case laterStart(by: Minutes)
    /// A named person's order about this call, or another, is taken back.
    case lockLifted(VisitID, setBy: String)
    /// One or two more workers who may do it, for an hour or the length of the call.
    case moreWorkers(count: Int, demand: Demand, during: InstantInterval)
  }
}
