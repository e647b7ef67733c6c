import CareModel
import Quantities
import ReproducibleNumbers

/// Draws what becomes of a referral: the wait, the stay, the ending, a stay in hospital.
struct CoursePlanner: Sendable {
  let parameters: ServiceParameters

  private static let stays: [ServiceSetting.Key] = [
    .stayWeek1PerMille, .stayWeek2PerMille, .stayWeek3PerMille, .stayWeek4PerMille, .stayWeek5PerMille,
    .stayWeek6PerMille, .stayLongerPerMille,
  ]
  private static let endings: [(EpisodeRecord.EndReason, ServiceSetting.Key)] = [
    (.independent, .endingIndependentPerMille), (.reducedCare, .endingReducedPerMille),
    (.longTermCare, .endingLongTermPerMille), (.readmitted, .endingReadmittedPerMille),
    (.declined, .endingStoppedPerMille), (.died, .endingDiedPerMille), (.careHome, .endingCareHomePerMille),
  ]
  /// Of those who stay more than six weeks, so many wait for long-term care ("mostly", `domain.md` 2.6).
  private static let waitersAmongLongStays = 0.75

  /// Days that somebody waits for the first visit, at most.
  static let longestWait = 60
  /// Days that somebody waits for onward care, at most.
  static let longestDelay = 42

  /// The course, from the referral to its end.
  func course(of arrival: Arrival) -> Course {
    var stream = RandomStream(
      seed: parameters.seed, purpose: .courses, index: arrival.index, subindex: arrival.subindex)
    let isRefused = stream.nextBool(perMille: parameters[.notStartedPerMille])
    let isDeclined = stream.nextBool(perMille: 500)
    let refusedAfter = stream.nextInt(in: 3...12) * 60
    let firstVisit = firstVisit(of: arrival, &stream)
    let band = stream.chooseIndex(weights: parameters.weights(CoursePlanner.stays)) ?? 3
    let isLong = band == 6
    let days = isLong ? stream.nextInt(in: 43...max(43, parameters[.stayLongestDays])) : stay(inWeek: band + 1, &stream)
    let ending = ending(isLong: isLong, &stream)
    let exponential = -ElementaryFunctions.log(stream.nextOpenUnit()) * Double(parameters[.onwardMeanDays])
    let delay = min(CoursePlanner.longestDelay, Int(nearest: exponential))
    let waitedFrom = stream.nextInt(in: 22...42)
    let waits = ending == .longTermCare || ending == .reducedCare
    let lastDay = waits && !isLong ? days + delay : days
    return Course(
      arrival: arrival, refusal: isRefused ? refusal(of: arrival, isDeclined: isDeclined, after: refusedAfter) : nil,
      firstVisit: firstVisit, days: days, ending: ending,
      waitsFromDay: !waits ? nil : isLong ? waitedFrom : delay > 0 ? days + 1 : nil, lastDay: lastDay,
      suspension: suspension(from: firstVisit.date, days: days, &stream))
  }

  private func refusal(of arrival: Arrival, isDeclined: Bool, after minutes: Int) -> Course.Refusal {
    let minute = arrival.received.minute + minutes
    let at = DatedMinute(date: arrival.received.date.adding(days: minute / 1440), minute: minute % 1440)
    return Course.Refusal(state: isDeclined ? .declined : .withdrawn, at: at)
  }

  /// From 09:00 to 19:00, within 24 hours of the earliest moment or some days later.
  private func firstVisit(of arrival: Arrival, _ stream: inout RandomStream) -> DatedMinute {
    let base = arrival.earliestVisit
    let isInTime = stream.nextBool(perMille: parameters[.startedWithin24HoursPerMille])
    let isSameDay = stream.nextBool(perMille: 500)
    let hours = -ElementaryFunctions.log(stream.nextOpenUnit()) * Double(parameters[.laterStartMeanHours])
    let level = stream.nextInt(below: 1_000_000)
    func minute(_ from: Int, _ until: Int) -> Int {
      let (first, last) = (from / 5, max(from, until) / 5)
      return 5 * (first + level * (last - first + 1) / 1_000_000)
    }
    if isInTime, base.minute < 9 * 60 + 30 || (isSameDay && base.minute <= 17 * 60) {
      return DatedMinute(date: base.date, minute: minute(max(9 * 60, base.minute + 60), 19 * 60))
    }
    if isInTime {
      return DatedMinute(date: base.date.adding(days: 1), minute: minute(9 * 60, min(base.minute, 19 * 60)))
    }
    let days = min(CoursePlanner.longestWait, 1 + Int(nearest: hours / 24))
    return DatedMinute(date: base.date.adding(days: days), minute: minute(9 * 60, 18 * 60))
  }

  /// A week's days are equally likely; nobody stays a single day.
  private func stay(inWeek week: Int, _ stream: inout RandomStream) -> Int {
    max(2, stream.nextInt(in: week * 7 - 6...week * 7))
  }

  /// The endings' shares hold over all stays; among the long ones most wait for long-term care.
  private func ending(isLong: Bool, _ stream: inout RandomStream) -> EpisodeRecord.EndReason {
    let weights = parameters.weights(CoursePlanner.endings.map(\.1))
    let total = Double(max(1, weights.reduce(0, +)))
    let stays = parameters.weights(CoursePlanner.stays)
    let long = Double(stays[6]) / Double(max(1, stays.reduce(0, +)))
    let all = Double(weights[2]) / total
    let among = min(CoursePlanner.waitersAmongLongStays, all / max(long, 1e-6))
    let waiters = isLong ? among : max(0, all - long * among) / max(1e-6, 1 - long)
    if stream.nextUnit() < waiters { return .longTermCare }
    let others = weights.enumerated().map { $0.offset == 2 ? 0 : $0.element }
    return CoursePlanner.endings[stream.chooseIndex(weights: others) ?? 0].0
  }

  private func suspension(
    from start: CivilDate, days: Int, _ stream: inout RandomStream
  ) -> (from: DatedMinute, until: DatedMinute)? {
    let isSuspended = stream.nextBool(perMille: parameters[.suspensionPerMille])
    let length = stream.nextInt(in: 1...max(1, parameters[.suspensionLongestDays]))
    let first = stream.nextInt(in: 1...max(1, days - 2))
    let leaves = 8 * 60 + 30 * stream.nextInt(below: 16)
    let returns = 12 * 60 + 30 * stream.nextInt(below: 12)
    guard isSuspended, days > 3, first + length < days else { return nil }
    return (
      DatedMinute(date: start.adding(days: first), minute: leaves),
      DatedMinute(date: start.adding(days: first + length), minute: returns)
    )
  }
}
