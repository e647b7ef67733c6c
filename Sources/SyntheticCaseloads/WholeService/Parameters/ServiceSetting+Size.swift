extension ServiceSetting {
  /// How big the service is: one number, from which the others follow.
  static let size: [ServiceSetting] = [
    ServiceSetting(
      .startsPerYear, 600, 1...20_000, "people who start in a year; people, workers, patches and area follow from it",
      "domain.md 2.6", .derived),
    ServiceSetting(
      .startsPer100000Adults, 555, 50...5000, "starts a year to 100,000 adults, which gives the adults who live here",
      "domain.md 2.3", .derived),
    ServiceSetting(
      .contactHoursPerEpisode, 38, 5...200, "hours with the person in one episode", "domain.md 2.6", .derived),
    ServiceSetting(
      .wholeTimeMinutesPerWeek, 2220, 600...2880, "contracted minutes of a whole-time post", "N12", .fromMemory),
    ServiceSetting(
      .contactPerMille, 500, 200...900, "contact as a share of the hours paid, leave and sickness included",
      "domain.md 2.3", .sourced),
    ServiceSetting(
      .therapistPostsPer10000Starts, 67, 0...1000, "whole-time therapists to 10,000 starts a year", "domain.md 2.6",
      .fromMemory),
  ]
}
