import CareModel
import Quantities
import ReproducibleNumbers

/// Gives somebody a start package and makes it smaller week by week, bed and tea calls first, the morning's last.
///
/// The mean of the week's calls over everybody is the setting's; a person's own number is that mean in proportion to the size
/// of their package, rounded up or down by one number of the person's own, so that it never grows (R29, `domain.md` 2.6). It is
/// never above that size, nor in the first week below one call a day.
struct PackagePlanner: Sendable {
  let parameters: ServiceParameters
  /// Calls a day by week, none more than the week before's.
  private let means: [Double]
  private let starts: [Int]
  private let meanStart: Double

  init(_ parameters: ServiceParameters) {
    self.parameters = parameters
    var most = Double.infinity
    means = parameters.weights([
      .callsWeek1Hundredths, .callsWeek2Hundredths, .callsWeek3Hundredths, .callsWeek4Hundredths,
      .callsWeek5Hundredths, .callsWeek6Hundredths,
    ]).map { calls in
      most = min(most, Double(calls) / 100)
      return most
    }
    starts = parameters.weights([
      .startOneCallPerMille, .startTwoCallsPerMille, .startThreeCallsPerMille, .startFourCallsPerMille,
    ])
    let total = Double(max(1, starts.reduce(0, +)))
    let mean = starts.enumerated().reduce(0) { $0 + Double(($1.offset + 1) * $1.element) } / total
    meanStart = mean > 0 ? mean : 1
  }

  /// What belongs to the person for the whole of the episode.
  struct Plan: Sendable {
    /// Calls a day at the most.
    let size: Int
    /// In the order in which they are kept.
    let slots: [DaySlot]
    fileprivate let rounding: Double
    fileprivate let isStalled: Bool
    fileprivate let needsOnwardCare: Bool
    fileprivate let phase: Int
    fileprivate let calls: [DaySlot: CallNeed]

    /// The call at a time of day.
    func call(_ slot: DaySlot) -> CallNeed? { calls[slot] }
  }

  func plan(for course: Course) -> Plan {
    var stream = RandomStream(
      seed: parameters.seed, purpose: .startPackages, index: course.arrival.index, subindex: course.arrival.subindex)
    let size = 1 + (stream.chooseIndex(weights: starts) ?? 1)
    let hasMorning = stream.nextBool(perMille: parameters[.morningCallPerMille])
    let isStalled = stream.nextBool(perMille: parameters[.stalledPerMille])
    let rounding = stream.nextUnit()
    let phase = stream.nextInt(below: 2)
    let slots = slots(size: size, hasMorning: hasMorning, &stream)
    let maker = CallMaker(parameters: parameters)
    return Plan(
      size: size, slots: slots, rounding: rounding, isStalled: isStalled, needsOnwardCare: course.needsOnwardCare,
      phase: phase, calls: maker.calls(slots, of: course.arrival, size: size))
  }

  /// Two a day are morning and, mostly, bed or tea; of three the third to go is lunch.
  private func slots(size: Int, hasMorning: Bool, _ stream: inout RandomStream) -> [DaySlot] {
    let second: [DaySlot] = [.bed, .tea, .lunch]
    let chosen = second[stream.chooseIndex(weights: [45, 35, 20]) ?? 0]
    let third: DaySlot = stream.nextBool(perMille: 500) ? .tea : .bed
    let fourth: DaySlot = third == .tea ? .bed : .tea
    guard hasMorning else { return Array([.lunch, third, fourth].prefix(size)) }
    switch size {
    case 1: return [.morning]
    case 2: return [.morning, chosen]
    case 3: return [.morning, .lunch, third]
    default: return [.morning, .lunch, third, fourth]
    }
  }

  /// Calls a day in a week of the episode, from 1; below one it is a part of the week's days.
  private func amount(_ plan: Plan, week: Int) -> Double {
    let place = min(week, means.count) - 1
    guard place > 2, means.count > 2 else { return Double(plan.size) * means[place] / meanStart }
    // Those who stall keep the third week's; the others make up for them in the mean.
    let stalled = min(0.9, parameters.share(.stalledPerMille))
    let mean = plan.isStalled ? means[2] : max(0, (means[place] - stalled * means[2]) / (1 - stalled))
    return Double(plan.size) * mean / meanStart
  }

  /// The lines of the package in a week of the episode.
  func lines(_ plan: Plan, week: Int) -> [PackageLine] {
    let amount = amount(plan, week: week)
    let isDaily = amount >= 1 || week == 1 || plan.needsOnwardCare
    let count = isDaily ? max(1, min(plan.slots.count, Int(amount + plan.rounding))) : 1
    let days = isDaily ? 7 : max(1, Int(7 * amount + plan.rounding))
    return plan.slots.prefix(count).compactMap { slot in
      plan.calls[slot].map { call in
        PackageLine(id: LineID(slot.rawValue), weekdays: WeekdaySet(weekdays(days, phase: plan.phase)), call: call)
      }
    }
  }

  private func weekdays(_ count: Int, phase: Int) -> [Weekday] {
    let all = Weekday.allCases
    switch count {
    case 7...: return all
    case 6: return phase == 0 ? Array(all.prefix(6)) : all.filter { $0 != .saturday }
    case 5: return phase == 0 ? Array(all.prefix(5)) : [.monday, .tuesday, .thursday, .friday, .sunday]
    case 4: return phase == 0 ? [.monday, .wednesday, .friday, .sunday] : [.tuesday, .thursday, .friday, .saturday]
    case 3: return phase == 0 ? [.monday, .wednesday, .friday] : [.tuesday, .thursday, .saturday]
    case 2: return phase == 0 ? [.monday, .thursday] : [.wednesday, .sunday]
    default: return [phase == 0 ? .wednesday : .friday]
    }
  }

  /// The versions that are agreed by a date: a change takes effect the day after the week's review (R41).
  func versions(_ plan: Plan, of course: Course, knownOn date: CivilDate, approver: String) -> [PackageVersion] {
    var versions = [PackageVersion(effectiveFrom: course.startDate, lines: lines(plan, week: 1))]
    for week in 2...max(2, means.count) {
      let from = course.startDate.adding(days: 7 * (week - 1))
      // Reviewed the day before it takes effect.
      guard from <= date, from <= course.lastDate else { break }
      let lines = lines(plan, week: week)
      guard lines != versions.last?.lines else { continue }
      versions.append(
        PackageVersion(
          effectiveFrom: from,
          approval: PackageVersion.Approval(approvedBy: approver, riskNote: PackagePlanner.notes[week % 3]),
          lines: lines))
    }
    return versions
  }

  private static let notes = [
    "Seen at the review: manages the task alone. Knows whom to ring.",
    "Equipment in place and used. No fall since the last review.",
    "Tried for three days with somebody standing by. Family told.",
  ]
}
