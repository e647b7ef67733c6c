import CareModel
import Quantities

/// What holds of every plan on every morning, whatever has happened.
enum LifeLaw: String, CaseIterable {
  /// Each open referral is in the plan once: it starts, with its first visit among the calls, or waits with a reason.
  case nobodyIsLost
  /// Every line of a running package falls on each of its days, but where the person is away or the limit has been reached.
  case packagesGoOn
  /// No call is in the plan twice, and none lies outside its days.
  case eachCallOnce
  /// A promise that is broken, or that this plan can't keep, is among the breaches or the tasks.
  case noClockBreaksSilently
  /// After the last permitted day no reablement, plan or review is planned.
  case noReablementAfterLimit
  /// Essential calls go on after the last permitted day as bridging, unless it is handed over or a named person has said stop.
  case essentialCallsAreBridged
  /// No call while the person is away, nor after the end.
  case noCallWithoutPerson
  /// No start before readiness, in the past, while the person is away, or on a day without staff.
  case startsWithinOpening
  /// Without those who are served behind, nobody is placed better.
  case lowerRankTakesNothing
  /// Planned again, from the document of the service, it is the same to the byte.
  case sameBytes
  /// The service is a document that reads back as it was written, with nothing set aside.
  case serviceIsDocument

  /// Those that ask for another plan or a document, and so are held on some mornings only.
  static let dear: Set<LifeLaw> = [.lowerRankTakesNothing, .sameBytes, .serviceIsDocument]

  /// What breaks it, in words; nothing where it holds.
  func breaks(on morning: PlannedMorning) throws -> [String] {
    switch self {
    case .nobodyIsLost: morning.lostReferrals
    case .packagesGoOn: morning.lostPackageCalls
    case .eachCallOnce: morning.callsTwice
    case .noClockBreaksSilently: morning.silentResponses + morning.silentEpisodes
    case .noReablementAfterLimit: morning.reablementAfterLimit
    case .essentialCallsAreBridged: morning.callsNotBridged
    case .noCallWithoutPerson: morning.callsWithoutPerson
    case .startsWithinOpening: morning.startsOutsideOpening
    case .lowerRankTakesNothing: try morning.takenByLowerRanks()
    case .sameBytes: try morning.otherBytes()
    case .serviceIsDocument: morning.lostInDocument
    }
  }
}
