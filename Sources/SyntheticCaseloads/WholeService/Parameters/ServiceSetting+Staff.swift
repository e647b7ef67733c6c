extension ServiceSetting {
  /// Who works, when, and who is away.
  static let staff: [ServiceSetting] =
    contracts + absence + [
      ServiceSetting(
        .seniorPerMille, 333, 0...1000, "assistants trained for first visits and reviews", "domain.md 2.4", .proposal),
      ServiceSetting(
        .movingAndHandlingPerMille, 850, 0...1000, "other assistants who may work with hoists", "domain.md 2.4",
        .proposal),
      ServiceSetting(
        .medicinesPerMille, 900, 0...1000, "other assistants who may give medicines", "domain.md 2.4", .proposal),
      ServiceSetting(.womenPerMille, 800, 0...1000, "workers who are women", "domain.md 2.4", .proposal),
      ServiceSetting(
        .secondLanguagePerMille, 400, 0...1000, "workers who speak a second language", "domain.md 2.4", .proposal),
      ServiceSetting(.carPerMille, 800, 0...1000, "assistants who drive", "domain.md 2.5", .proposal),
      ServiceSetting(
        .bicyclePerMille, 130, 0...1000, "assistants who cycle; the rest walk", "domain.md 2.5", .proposal),
      ServiceSetting(
        .straightHomePerMille, 400, 0...1000, "workers whose way home is their own affair", "design.md 4", .proposal),
      ServiceSetting(
        .overtimePerMille, 200, 0...1000, "workers who have agreed to overtime", "design.md 3", .proposal),
      ServiceSetting(.overtimeMinutes, 30, 0...240, "overtime agreed for a shift", "design.md 3", .proposal),
      ServiceSetting(
        .livesInPatchPerMille, 800, 0...1000, "workers who live in the patch they work in", "domain.md 2.5", .proposal),
      ServiceSetting(.coreTeamSize, 4, 1...12, "workers in a core team", "R34", .proposal),
      ServiceSetting(
        .otherKnownWorkers, 3, 0...20, "workers outside the core team who have been there lately", "R34", .proposal),
    ]

  private static let contracts: [ServiceSetting] = [
    ServiceSetting(.vacancyPerMille, 83, 0...500, "posts not filled", "domain.md 2.4", .sourced),
    ServiceSetting(
      .staffShortagePerMille, 0, -500...900, "assistants fewer than there ought to be; below zero, more",
      "domain.md 0 (9)", .proposal),
    ServiceSetting(.contract37PerMille, 450, 0...1000, "assistants with a whole-time contract", "N12", .proposal),
    ServiceSetting(.contract30PerMille, 330, 0...1000, "assistants with 30 hours a week", "domain.md 2.4", .fromMemory),
    ServiceSetting(.contract20PerMille, 140, 0...1000, "assistants with 20 hours a week", "domain.md 2.4", .fromMemory),
    ServiceSetting(
      .contractWeekendPerMille, 80, 0...1000, "assistants who work at weekends only, 14 hours", "domain.md 2.4",
      .proposal),
    ServiceSetting(
      .earlyPerMille, 380, 0...1000, "assistants on early shifts, 07:00 to 14:30", "domain.md 2.4", .fromMemory),
    ServiceSetting(
      .latePerMille, 250, 0...1000, "assistants on late shifts, 14:30 to 22:00", "domain.md 2.4", .fromMemory),
    ServiceSetting(
      .rotatingPerMille, 50, 0...1000, "assistants on early and late shifts week about", "domain.md 2.4", .proposal),
    ServiceSetting(
      .shortMorningPerMille, 110, 0...1000, "assistants on short mornings, 07:00 to 12:00, 25 hours", "domain.md 6",
      .proposal),
    ServiceSetting(
      .shortEveningPerMille, 80, 0...1000, "assistants on short evenings, 16:30 to 21:30, 25 hours", "domain.md 6",
      .proposal),
    ServiceSetting(
      .splitPerMille, 130, 0...1000, "assistants on split days, 07:30 to 11:30 and 16:30 to 20:30", "domain.md 2.4",
      .proposal),
    ServiceSetting(
      .therapistPartTimePerMille, 400, 0...1000, "therapists who work three days a week", "domain.md 2.4", .proposal),
    ServiceSetting(
      .therapistWeekendPerMille, 250, 0...1000, "therapists who work one weekend in three", "domain.md 2.4", .proposal),
  ]

  private static let absence: [ServiceSetting] = [
    ServiceSetting(
      .leaveDaysPerYear, 35, 0...80, "days of leave, those for bank holidays among them", "N12", .fromMemory),
    ServiceSetting(
      .sicknessNonePerMille, 446, 0...1000, "workers never sick in a year", "domain.md 2.4", .sourced),
    ServiceSetting(
      .sicknessLongPerMille, 76, 0...1000, "workers sick for more than 40 working days of a year", "domain.md 2.4",
      .sourced),
    ServiceSetting(
      .sicknessLongDays, 112, 57...300, "calendar days of such a spell, on average (80 working days)", "domain.md 2.4",
      .derived),
    ServiceSetting(
      .sicknessSpellDays, 8, 1...40, "calendar days of a short spell, on average; of these people have one to four",
      "domain.md 2.4", .derived),
    ServiceSetting(
      .shortNoticeAbsencePerMille, 25, 0...500, "workers who call in sick this morning", "domain.md 2.6", .fromMemory),
  ]
}
