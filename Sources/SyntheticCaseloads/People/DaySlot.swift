import CareModel
import Quantities
import ReproducibleNumbers

/// The times of day at which personal care is given.
enum DaySlot: String, CaseIterable, Sendable {
  case morning, lunch, tea, bed

  /// The earliest preferred start, in minutes after midnight.
  var earliest: Int {
    switch self {
    case .morning: 7 * 60
    case .lunch: 11 * 60 + 45
    case .tea: 16 * 60
    case .bed: 19 * 60 + 30
    }
  }

  /// Weight among the calls that somebody has besides the one in the morning.
  var weight: Int {
    switch self {
    case .morning: 0
    case .lunch: 30
    case .tea: 35
    case .bed: 35
    }
  }

  /// A call of one assistant at this time of day (lengths from memory, `domain.md` 2.5).
  func call(_ stream: inout RandomStream) -> CallPlan {
    let quarter = 15
    // Two draws added make the middle likelier: most people get up at half past eight.
    let start =
      switch self {
      case .morning: earliest + quarter * (stream.nextInt(in: 0...6) + stream.nextInt(in: 0...6))
      case .lunch: earliest + quarter * stream.nextInt(in: 0...4)
      case .tea: earliest + quarter * stream.nextInt(in: 0...5)
      case .bed: earliest + quarter * stream.nextInt(in: 0...4)
      }
    let longer = stream.nextInt(below: 100)
    let length =
      switch self {
      case .morning: longer < 25 ? 30 : longer < 80 ? 45 : 60
      case .lunch, .tea: 30
      case .bed: longer < 65 ? 30 : 45
      }
    return CallPlan(
      name: rawValue, kind: .personalCare, start: start, width: self == .bed ? 45 : 60,
      demands: [Demand(roles: [.rehabilitationAssistant], length: Minutes(length))])
  }
}
