import CareModel
import Quantities

/// A share of each week's starts kept for the classes behind the first, so that nobody waits for ever (R17).
///
/// Of the starts that a week has room for, so large a share goes to classes 2 and 3 as long as somebody of them waits: the first
/// class gets the rest. It is off unless the policy sets it, because it makes somebody from hospital wait.
struct StartReserve {
  /// Weeks that are looked at, from the plan's first day on.
  static let weeks = StartOptions.startDays / 7

  private let share: PerMille

  /// Nil where nothing is reserved.
  init?(_ policy: Policy) {
    guard policy.clocks.reservedStarts.value > 0 else { return nil }
    share = policy.clocks.reservedStarts
  }

  /// A start as it was placed without the reserve.
  struct Placed {
    let isFirstClass: Bool
    /// Nil: no day.
    let day: Int?
  }

  /// How many of each week's starts are kept, beside those that the classes behind have anyway.
  func kept(_ placed: [Placed]) -> [Int] {
    (0..<StartReserve.weeks).map { week in
      let days = (7 * week)..<(7 * week + 7)
      let starts = placed.filter { $0.day.map(days.contains) ?? false }
      let behind = starts.count { !$0.isFirstClass }
      let wanted = (starts.count * share.value + 999) / 1000 - behind
      let waiting = placed.count { start in !start.isFirstClass && start.day.map { $0 >= days.upperBound } ?? true }
      return max(0, min(wanted, min(waiting, starts.count - behind)))
    }
  }

  /// How many of the first class may start in each week: any number where nothing is kept.
  func most(_ placed: [Placed]) -> [Int] {
    kept(placed).enumerated().map { week, kept in
      kept == 0
        ? placed.count
        : placed.count { start in start.isFirstClass && start.day.map { $0 / 7 == week } ?? false } - kept
    }
  }

  func effect(
    _ entries: [StartQueue.Entry], without: [Placed], with: [Placed], first: CivilDate
  ) -> ReserveEffect {
    let changes = entries.indices.filter { without[$0].day != with[$0].day }.map { index in
      let entry = entries[index]
      return ReserveEffect.Change(
        referral: entry.record.id, person: entry.record.referral.person, rank: entry.rank,
        without: without[index].day.map(first.adding(days:)), with: with[index].day.map(first.adding(days:)))
    }
    return ReserveEffect(share: share, kept: kept(without), changes: changes)
  }
}
