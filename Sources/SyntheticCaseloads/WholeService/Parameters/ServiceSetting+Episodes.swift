extension ServiceSetting {
  /// How long people stay, how it ends, and what interrupts it.
  static let episodes: [ServiceSetting] =
    stays + endings + [
      ServiceSetting(
        .onwardMeanDays, 8, 0...60, "mean wait for onward care of those who need it; 2 to 4 days over all",
        "domain.md 2.6", .proposal),
      ServiceSetting(
        .suspensionPerMille, 80, 0...1000, "episodes interrupted by a hospital stay", "domain.md 3", .proposal),
      ServiceSetting(
        .suspensionLongestDays, 7, 1...21, "days for which a place is held at most", "domain.md 3", .proposal),
      ServiceSetting(
        .predictionErrorDays, 7, 0...30, "standard deviation of the first predicted end, in days", "R22", .proposal),
      ServiceSetting(
        .extendedPerMille, 500, 0...1000, "people past the last permitted day with an extension", "R23", .proposal),
      ServiceSetting(
        .uncoveredYesterdayPerMille, 10, 0...500, "people whose essential call was uncovered yesterday",
        "domain.md 2.5",
        .proposal),
    ]

  private static let stays: [ServiceSetting] =
    [
      (Key.stayWeek1PerMille, 100, "7 days or less"), (.stayWeek2PerMille, 140, "8 to 14 days"),
      (.stayWeek3PerMille, 150, "15 to 21 days"), (.stayWeek4PerMille, 170, "22 to 28 days"),
      (.stayWeek5PerMille, 160, "29 to 35 days"), (.stayWeek6PerMille, 200, "36 to 42 days"),
      (.stayLongerPerMille, 80, "more than 42 days, mostly waiting for long-term care"),
    ].map { key, share, words in
      ServiceSetting(key, share, 0...1000, "people who stay \(words)", "domain.md 2.6", .proposal)
    } + [
      ServiceSetting(
        .stayLongestDays, 61, 43...120, "the longest stay; longer ones are evenly spread up to it", "domain.md 2.6",
        .derived)
    ]

  private static let endings: [ServiceSetting] = [
    (Key.endingIndependentPerMille, 580, "independent"),
    (.endingReducedPerMille, 120, "with less or low-level support"),
    (.endingLongTermPerMille, 130, "with long-term care"), (.endingReadmittedPerMille, 110, "in hospital again"),
    (.endingStoppedPerMille, 30, "because the person stops"), (.endingDiedPerMille, 20, "by death"),
    (.endingCareHomePerMille, 10, "in a care home"),
  ].map { key, share, words in
    ServiceSetting(key, share, 0...1000, "episodes that end \(words)", "domain.md 2.6", .fromMemory)
  }
}
