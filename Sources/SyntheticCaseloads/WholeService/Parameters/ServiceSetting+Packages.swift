extension ServiceSetting {
  /// The calls that people have, and how they become fewer.
  static let packages: [ServiceSetting] =
    amounts + times + [
      ServiceSetting(
        .twoPersonPerMille, 80, 0...1000, "calls of personal care that need two workers", "domain.md 2.5", .fromMemory),
      ServiceSetting(
        .timeCriticalPerMille, 120, 0...1000, "calls of personal care that must keep their time", "domain.md 2.6",
        .fromMemory),
      ServiceSetting(
        .highConsequencePerMille, 200, 0...1000, "other calls of personal care of high consequence", "design.md 3",
        .proposal),
      ServiceSetting(
        .genderPreferencePerMille, 80, 0...1000, "people who would rather have a woman or a man", "domain.md 2.6",
        .fromMemory),
      ServiceSetting(
        .languagePreferencePerMille, 30, 0...1000, "people who would rather be spoken to in another language",
        "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .refusalPerMille, 30, 0...1000, "people who refuse one of the workers they know", "domain.md 2.6", .proposal),
    ]

  private static let amounts: [ServiceSetting] =
    [
      (Key.startFourCallsPerMille, 250, "4 calls a day"), (.startThreeCallsPerMille, 300, "3 calls a day"),
      (.startTwoCallsPerMille, 300, "2 calls a day"), (.startOneCallPerMille, 150, "1 call a day"),
    ].map { key, share, words in
      ServiceSetting(key, share, 0...1000, "people who start with \(words)", "domain.md 2.6", .fromMemory)
    }
    + [
      (Key.callsWeek1Hundredths, 260, 1), (.callsWeek2Hundredths, 230, 2), (.callsWeek3Hundredths, 190, 3),
      (.callsWeek4Hundredths, 150, 4), (.callsWeek5Hundredths, 120, 5), (.callsWeek6Hundredths, 90, 6),
    ].map { key, calls, week in
      ServiceSetting(
        key, calls, 0...400,
        "mean calls a day in week \(week)\(week == 6 ? " and after" : ""), in hundredths; at most "
          + (week == 1 ? "what people start with, at least one a day for each" : "the week before's"),
        "domain.md 2.6", .proposal)
    } + [
      ServiceSetting(
        .stalledPerMille, 80, 0...1000, "people whose package stays flat from the third week", "R30", .proposal),
      ServiceSetting(
        .morningCallPerMille, 970, 0...1000, "people whose package has a call in the morning", "domain.md 2.5",
        .proposal),
    ]

  private static let times: [ServiceSetting] = [
    ServiceSetting(
      .morningEarliestMinute, 420, 300...540, "preferred times in the morning begin at this minute of the day", "R35",
      .sourced),
    ServiceSetting(
      .morningSpreadMinutes, 180, 15...300, "they are spread over so many minutes; fewer make a sharper peak",
      "domain.md 2.5", .proposal),
    ServiceSetting(.morning30PerMille, 250, 0...1000, "morning calls of 30 minutes", "domain.md 2.5", .fromMemory),
    ServiceSetting(.morning45PerMille, 550, 0...1000, "morning calls of 45 minutes", "domain.md 2.5", .fromMemory),
    ServiceSetting(.morning60PerMille, 200, 0...1000, "morning calls of 60 minutes", "domain.md 2.5", .fromMemory),
    ServiceSetting(.lunchMinutes, 30, 15...120, "length of lunch calls", "domain.md 2.5", .fromMemory),
    ServiceSetting(.teaMinutes, 30, 15...120, "length of tea calls", "domain.md 2.5", .fromMemory),
    ServiceSetting(.bed30PerMille, 650, 0...1000, "bed calls of 30 minutes", "domain.md 2.5", .fromMemory),
    ServiceSetting(.bed45PerMille, 350, 0...1000, "bed calls of 45 minutes", "domain.md 2.5", .fromMemory),
    ServiceSetting(
      .windowMinutes, 60, 0...240, "from the first to the last preferred start of a call", "R32", .proposal),
    ServiceSetting(
      .timeCriticalWindowMinutes, 30, 0...120, "the same for a call that must keep its time", "domain.md 2.5",
      .proposal),
  ]
}
