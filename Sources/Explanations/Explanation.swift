package import CareModel
package import Quantities

/// Why a call is not done, or not done in time, found afterwards by trying it against the final rota.
package struct Explanation: Hashable, Sendable {
  package let visit: VisitID
  package let matter: Matter
  /// What stood in the way, by how many duty periods it stopped, commonest first.
  package let obstacles: [ObstacleCount]
  /// The first moment at which the call could start if it were added to the rota as it stands, within its safe window
  /// or after it, today; nil where no duty period has room.
  package let nextPossible: Opening?

  package init(visit: VisitID, matter: Matter, obstacles: [ObstacleCount], nextPossible: Opening?) {
    self.visit = visit
    self.matter = matter
    self.obstacles = obstacles
    self.nextPossible = nextPossible
  }

  package enum Matter: Hashable, Sendable {
    case uncovered
    /// A first visit after its deadline, by so much.
    case pastDeadline(Seconds)
    /// A call that starts outside its agreed window, by so much.
    case outsideAgreed(Seconds)
  }

  package struct ObstacleCount: Hashable, Sendable {
    package let obstacle: Obstacle
    /// Duty periods stopped by it.
    package let duties: Int
    package init(obstacle: Obstacle, duties: Int) {
      self.obstacle = obstacle
      self.duties = duties
    }
  }

  package struct Opening: Hashable, Sendable {
    package let start: Instant
    /// One per demand.
    package let workers: [WorkerID]
    package init(start: Instant, workers: [WorkerID]) {
      self.start = start
      self.workers = workers
    }
  }

  /// What first stops a duty period from taking the call at a start that would be in time, in the order tried.
  ///
  /// The other calls of the run keep their order, and their times or later ones within their safe windows.
  package enum Obstacle: String, CaseIterable, Hashable, Sendable {
    case noSuchRoleOrSkill, refused, requiredPreference, notOnDuty
    /// No place in the run leaves every call its safe window, even without breaks and links.
    case dutyFull
    case breakNeeded
    /// Links to other calls, another call of the person at that time, or a call that must be covered with it.
    case linkedCall
    /// There is room, but a more important level of the rota would be worse for it.
    case othersFirst
    /// There is room, but all in all the day would cost more.
    case dearer
    case partnerMissing
    case personAway, notReady, locked, firstVisitUncovered
    /// Every start that would be in time lies before the moment of planning.
    case hoursOver

    /// As it follows "because", with the call's workers named by role where it helps.
    package var printedName: String {
      switch self {
      case .noSuchRoleOrSkill: "the worker has not the role or skill"
      case .refused: "the person or the worker refuses"
      case .requiredPreference: "a required preference is not met"
      case .notOnDuty: "not on duty in the call's hours"
      case .dutyFull: "the run is full in the call's hours"
      case .breakNeeded: "there would be no room for the break"
      case .linkedCall: "a linked call stands in the way"
      case .othersFirst: "a more important call would suffer"
      case .dearer: "it would cost more than it gains"
      case .partnerMissing: "a second worker is not free at the same time"
      case .personAway: "the person is away"
      case .notReady: "the person is not home yet"
      case .locked: "a lock orders otherwise"
      case .firstVisitUncovered: "the first visit can't be covered"
      case .hoursOver: "its hours were over before the rota was made"
      }
    }
  }
}
