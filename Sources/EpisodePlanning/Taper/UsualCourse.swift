import CareModel
import Quantities

/// How many calls people usually still have as the weeks of an episode go by (R29).
///
/// It is the mean number of calls a day in weeks 1 to 6 (`domain.md` 2.6), taken from the person's own first package. No call that is
/// time-critical, of high consequence or for two workers leaves it: those are for people alone to bring up.
struct UsualCourse {
  /// Mean calls a day in each week, in tenths (a proposal).
  private static let tenths = [26, 23, 19, 15, 12, 9]
  /// By this day more than half of all people have ended (`domain.md` 2.6, a proposal).
  static let usualDays = 28

  /// The lines of the first package.
  let first: [PackageLine]
  /// What nobody proposes to go below: the long-term support that the person had before (R10).
  let baseline: Minutes

  /// The lines that others no longer have on a day of the episode, as long as each brings the package nearer to the course.
  ///
  /// - Parameters:
  ///   - current: the lines that there are.
  ///   - day: 1 on the day of the first visit.
  /// - Returns: Bed and tea before midday, the morning last.
  func leaving(_ current: [PackageLine], onDay day: Int) -> [PackageLine] {
    let week = min((day - 1) / 7, UsualCourse.tenths.count - 1)
    guard week >= 1 else { return [] }
    // In parts of the first week's mean, so that all is whole numbers; a line that falls on some days counts by its days.
    let whole = UsualCourse.tenths[0]
    let usual = UsualCourse.weeklyCalls(first) * UsualCourse.tenths[week]
    var support = current.reduce(Minutes.zero) { $0 + $1.supportAWeek }
    var left = UsualCourse.weeklyCalls(current)
    var leaving: [PackageLine] = []
    for line in UsualCourse.inOrderOfLeaving(current) {
      let without = left - line.callsAWeek
      guard abs(without * whole - usual) < abs(left * whole - usual), support - line.supportAWeek >= baseline
      else { break }
      leaving.append(line)
      left = without
      support -= line.supportAWeek
    }
    return leaving
  }

  /// Personal care that may be talked about, from the evening back to the morning (`domain.md` 2.6).
  private static func inOrderOfLeaving(_ lines: [PackageLine]) -> [PackageLine] {
    lines.filter { line in
      line.call.kind == .personalCare && !line.call.isTimeCritical && line.call.consequence != .high
        && line.call.demands.count == 1
    }.sorted { ($0.call.preferred.from, $0.id) > ($1.call.preferred.from, $1.id) }
  }

  private static func weeklyCalls(_ lines: [PackageLine]) -> Int {
    lines.filter { $0.call.kind == .personalCare }.reduce(0) { $0 + $1.callsAWeek }
  }
}

extension Service {
  /// What the person of a referral had a week of long-term support before; zero where nobody has recorded any (R10).
  func baseline(of referral: ReferralID?) -> Minutes {
    referral.flatMap(self.referral)?.referral.baselineWeekly ?? .zero
  }
}

extension EpisodeRecord {
  /// The end was predicted later than the time before: the person is not getting on as was thought.
  var isPutOff: Bool {
    let predicted = clocks.predictedEnds.suffix(2)
    guard let last = predicted.last, let before = predicted.first else { return false }
    return last.end > before.end
  }
}
