import CareModel
import Quantities

/// The hours that workers have (from memory, `domain.md` 2.4: early 07:00-14:30, late 14:30-22:00, many part-time).
enum ShiftPattern: Sendable {
  case early, late, morning, laterMorning, evening, split, office

  /// The patterns of assistants in turn: any number of them is a mixture of early and late.
  private static let ofAssistants: [ShiftPattern] = [
    .early, .late, .early, .late, .early, .morning, .late, .early, .split, .laterMorning, .evening, .early,
  ]

  static func ofAssistant(index: Int) -> ShiftPattern { ofAssistants[max(index, 0) % ofAssistants.count] }

  /// Clock minutes from and until, one pair for each duty period.
  var hours: [(from: Int, until: Int)] {
    switch self {
    case .early: [(7 * 60, 14 * 60 + 30)]
    case .late: [(14 * 60 + 30, 22 * 60)]
    case .morning: [(7 * 60, 12 * 60)]
    case .laterMorning: [(7 * 60 + 30, 12 * 60 + 30)]
    case .evening: [(16 * 60 + 30, 21 * 60 + 30)]
    case .split: [(7 * 60 + 30, 11 * 60 + 30), (16 * 60 + 30, 20 * 60 + 30)]
    case .office: [(9 * 60, 17 * 60)]
    }
  }

  /// When the break of thirty minutes may be, in clock minutes; nil where the duty is too short to need one (N10).
  var breakWindow: (from: Int, until: Int)? {
    switch self {
    case .early: (10 * 60 + 30, 13 * 60 + 30)
    case .late: (17 * 60, 20 * 60)
    case .office: (11 * 60 + 45, 14 * 60 + 15)
    case .morning, .laterMorning, .evening, .split: nil
    }
  }

  /// Contracted minutes in the day, breaks left out.
  var minutesAtWork: Int {
    hours.reduce(0) { $0 + $1.until - $1.from } - (breakWindow == nil ? 0 : 30)
  }
}
