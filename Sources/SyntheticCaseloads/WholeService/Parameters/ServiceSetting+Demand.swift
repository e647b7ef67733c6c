extension ServiceSetting {
  /// When people are referred, how they come, and how long they wait.
  static let demand: [ServiceSetting] =
    weekdays + hours + [
      ServiceSetting(
        .varianceRatioPerMille, 1350, 1000...5000, "variance of a day's referrals over their mean", "domain.md 2.6",
        .fromMemory),
      ServiceSetting(
        .winterUpliftPerMille, 125, 0...1000, "more referrals from December to February", "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .bankHolidayPerMille, 350, 0...1000, "referrals on a bank holiday, to a usual weekday's", "domain.md 2.6",
        .proposal),
      ServiceSetting(
        .afterBankHolidayPerMille, 1350, 1000...3000,
        "referrals on the first working day after a bank holiday; half the surge on the second", "domain.md 2.6",
        .proposal),
      ServiceSetting(
        .hospitalDischargePerMille, 650, 0...1000, "referrals of people leaving hospital", "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .newCommunityPerMille, 250, 0...1000, "referrals of people new in the community", "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .escalatingExistingPerMille, 100, 0...1000, "referrals of people on long-term support who need more",
        "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .careHomeRiskPerMille, 150, 0...1000, "referrals flagged for care-home risk", "R16", .proposal),
      ServiceSetting(
        .notStartedPerMille, 60, 0...500, "referrals declined or withdrawn before the first visit", "R6", .proposal),
      ServiceSetting(
        .provisionalPerMille, 40, 0...500, "hospital referrals made ahead of a planned stay: tentative holds", "R18",
        .proposal),
      ServiceSetting(
        .provisionalLeadDays, 14, 2...42, "longest time from a tentative hold to coming home, in days", "R18",
        .proposal),
      ServiceSetting(
        .readySameDayPerMille, 250, 0...1000, "people in hospital who come home on the day of the referral",
        "domain.md 2.6", .proposal),
      ServiceSetting(
        .readyNextDayPerMille, 500, 0...1000, "people in hospital who come home the day after", "domain.md 2.6",
        .proposal),
      ServiceSetting(
        .readyLongestDays, 4, 2...14, "days from referral to coming home, at most", "domain.md 2.6", .proposal),
      ServiceSetting(
        .readyEarliestMinute, 720, 480...1200, "people come home from hospital from this minute of the day",
        "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .readyLatestMinute, 1080, 480...1320, "people come home from hospital until this minute of the day",
        "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .startedWithin24HoursPerMille, 550, 0...1000, "past first visits made within 24 hours", "R20; NAIC", .proposal),
      ServiceSetting(
        .laterStartMeanHours, 60, 1...400, "how much later the other first visits were, on average", "NAIC", .proposal),
      ServiceSetting(
        .historyWeeks, 10, 2...26,
        "weeks of the past that are kept in the document: ended episodes, calls held, absences", "domain.md 2.6",
        .proposal),
    ]

  private static let weekdays: [ServiceSetting] = [
    (Key.mondayPerMille, 170, "Mondays"), (.tuesdayPerMille, 170, "Tuesdays"), (.wednesdayPerMille, 170, "Wednesdays"),
    (.thursdayPerMille, 170, "Thursdays"), (.fridayPerMille, 190, "Fridays"), (.saturdayPerMille, 70, "Saturdays"),
    (.sundayPerMille, 60, "Sundays"),
  ].map { key, share, day in
    ServiceSetting(key, share, 0...1000, "referrals received on \(day)", "domain.md 2.6", .fromMemory)
  }

  private static let hours: [ServiceSetting] = [
    (Key.hour08Weight, 3, "08"), (.hour09Weight, 8, "09"), (.hour10Weight, 14, "10"), (.hour11Weight, 14, "11"),
    (.hour12Weight, 8, "12"), (.hour13Weight, 8, "13"), (.hour14Weight, 12, "14"), (.hour15Weight, 12, "15"),
    (.hour16Weight, 12, "16"), (.hour17Weight, 5, "17"), (.hour18Weight, 3, "18"), (.hour19Weight, 1, "19"),
  ].map { key, weight, hour in
    ServiceSetting(key, weight, 0...1000, "weight of referrals received from \(hour):00", "domain.md 2.6", .fromMemory)
  }
}
