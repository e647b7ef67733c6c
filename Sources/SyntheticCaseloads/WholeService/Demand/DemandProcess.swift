import CareModel
import Quantities
import ReproducibleNumbers

/// Referrals day by day: a count with more spread than Poisson's, by weekday, season and bank holiday (`domain.md` 2.6).
///
/// Each day has streams of its own, so that the past of one date is the past of the next one too.
struct DemandProcess: Sendable {
  let parameters: ServiceParameters
  let calendar: ServiceCalendar

  private static let weekdays: [ServiceSetting.Key] = [
    .mondayPerMille, .tuesdayPerMille, .wednesdayPerMille, .thursdayPerMille, .fridayPerMille, .saturdayPerMille,
    .sundayPerMille,
  ]
  private static let hours: [ServiceSetting.Key] = [
    .hour08Weight, .hour09Weight, .hour10Weight, .hour11Weight, .hour12Weight, .hour13Weight, .hour14Weight,
    .hour15Weight, .hour16Weight, .hour17Weight, .hour18Weight, .hour19Weight,
  ]

  /// Referrals to expect on a day.
  func mean(on date: CivilDate) -> Double {
    let started = 1 - parameters.share(.notStartedPerMille)
    let perWeek = Double(parameters[.startsPerYear]) / 365 * 7 / max(0.1, started)
    let weights = parameters.weights(DemandProcess.weekdays)
    let total = Double(max(1, weights.reduce(0, +)))
    let place = Weekday.allCases.firstIndex(of: date.weekday) ?? 0
    return perWeek * Double(weights[place]) / total * season(date) * holiday(date)
  }

  /// The day's referrals, in order of their number.
  func arrivals(on date: CivilDate) -> [Arrival] {
    let index = UInt64(max(0, date.daysSinceEpoch))
    var counts = RandomStream(seed: parameters.seed, purpose: .arrivalCounts, index: index)
    let ratio = parameters.share(.varianceRatioPerMille)
    let count = OverdispersedCountSampler(mean: mean(on: date), varianceRatio: ratio)?.draw(from: &counts) ?? 0
    return (0..<min(count, 2000)).map { arrival($0 + 1, on: date) }
  }

  /// Winter's share is taken from the rest of the year: December to February are 90 of 365 days.
  private func season(_ date: CivilDate) -> Double {
    let uplift = parameters.share(.winterUpliftPerMille)
    let isWinter = [12, 1, 2].contains(date.components.month)
    return (isWinter ? 1 + uplift : 1) / (1 + uplift * 90 / 365)
  }

  /// Fewer on a bank holiday, more on the two working days after it; weekends are their own.
  private func holiday(_ date: CivilDate) -> Double {
    let place = Weekday.allCases.firstIndex(of: date.weekday) ?? 0
    guard place < 5 else { return 1 }
    if calendar.isBankHoliday(date) { return parameters.share(.bankHolidayPerMille) }
    let surge = parameters.share(.afterBankHolidayPerMille) - 1
    let previous = workingDayBefore(date)
    if calendar.isBankHoliday(previous.skipped) { return 1 + surge }
    return calendar.isBankHoliday(workingDayBefore(previous.day).skipped) ? 1 + surge / 2 : 1
  }

  /// The last working day before a date, and the weekday between the two (the date itself where there is none).
  private func workingDayBefore(_ date: CivilDate) -> (day: CivilDate, skipped: CivilDate) {
    var skipped = date
    var day = date.adding(days: -1)
    for _ in 0..<10 {
      let isWeekend = (Weekday.allCases.firstIndex(of: day.weekday) ?? 0) > 4
      if !isWeekend, !calendar.isBankHoliday(day) { break }
      if !isWeekend { skipped = day }
      day = day.adding(days: -1)
    }
    return (day, skipped)
  }

  private func arrival(_ number: Int, on date: CivilDate) -> Arrival {
    var stream = RandomStream(
      seed: parameters.seed, purpose: .arrivals, index: UInt64(max(0, date.daysSinceEpoch)), subindex: UInt64(number))
    let hour = 8 + (stream.chooseIndex(weights: parameters.weights(DemandProcess.hours)) ?? 2)
    let received = DatedMinute(date: date, minute: hour * 60 + 5 * stream.nextInt(below: 12))
    let weights = parameters.weights([
      .hospitalDischargePerMille, .newCommunityPerMille, .escalatingExistingPerMille,
    ])
    let referralClass = ReferralClass.allCases[stream.chooseIndex(weights: weights) ?? 0]
    let isFlagged = stream.nextBool(perMille: parameters[.careHomeRiskPerMille])
    let isProvisional = stream.nextBool(perMille: parameters[.provisionalPerMille])
    let isInHospital = referralClass == .hospitalDischarge
    let flagger = isInHospital ? "hospital social worker" : "community occupational therapist"
    return Arrival(
      number: number, received: received, referralClass: referralClass, flaggedBy: isFlagged ? flagger : nil,
      ready: isInHospital ? ready(after: received, isProvisional: isProvisional, &stream) : nil,
      isProvisional: isInHospital && isProvisional)
  }

  /// People come home in the afternoon; nobody within two hours of the referral.
  private func ready(after received: DatedMinute, isProvisional: Bool, _ stream: inout RandomStream) -> DatedMinute {
    let earliest = parameters[.readyEarliestMinute]
    let latest = max(earliest, parameters[.readyLatestMinute])
    let kind = stream.nextInt(below: 1000)
    let later = stream.nextInt(in: 2...max(2, parameters[.readyLongestDays]))
    let lead = stream.nextInt(in: 2...max(2, parameters[.provisionalLeadDays]))
    let minute = earliest + 15 * stream.nextInt(in: 0...max(0, (latest - earliest) / 15))
    let sameDay = parameters[.readySameDayPerMille]
    var days = kind < sameDay ? 0 : kind < sameDay + parameters[.readyNextDayPerMille] ? 1 : later
    if isProvisional { days = lead }
    if days == 0, minute < received.minute + 120 { days = 1 }
    return DatedMinute(date: received.date.adding(days: days), minute: minute)
  }
}
