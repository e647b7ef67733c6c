extension ServiceSetting {
  /// The invented plane: towns, villages, patches.
  static let places: [ServiceSetting] = [
    ServiceSetting(
      .adultsPerSquareKilometre, 3500, 10...20_000, "adults to a square kilometre of the whole area", "domain.md 2.6",
      .proposal),
    ServiceSetting(
      .ruralPerMille, 0, 0...1000, "people who live in villages or outside any", "domain.md 2.5", .proposal),
    ServiceSetting(
      .londonPerMille, 1000, 0...1000, "places that are not rural and have an inner city's traffic", "domain.md 2.5",
      .proposal),
    ServiceSetting(.adultsPerTown, 12_000, 500...1_000_000, "adults of a town, on average", "domain.md 2.6", .proposal),
    ServiceSetting(
      .adultsPerVillage, 2000, 50...20_000, "adults of a village, on average", "domain.md 2.6", .proposal),
    ServiceSetting(
      .zipfPerMille, 500, 0...2000,
      "how fast towns get smaller with their rank: the power of Zipf's law, in thousandths",
      "domain.md 2.6", .proposal),
    ServiceSetting(
      .townAdultsPerSquareKilometre, 3500, 100...20_000, "adults to a square kilometre within a town", "domain.md 2.6",
      .proposal),
    ServiceSetting(
      .scatteredPerMille, 250, 0...1000, "rural people who live outside any village", "domain.md 2.5", .proposal),
    ServiceSetting(
      .satellitePerMille, 0, 0...1000, "villages and towns that lie close to a larger town", "domain.md 2.6",
      .proposal),
    ServiceSetting(
      .startsPerYearPerPatch, 420, 10...20_000, "starts a year in one patch, at most", "domain.md 3", .proposal),
    ServiceSetting(.clinicsPerPatch, 1, 0...5, "clinics in each patch", "R28", .proposal),
    ServiceSetting(
      .centreLatitudeMicrodegrees, 51_400_000, 49_000_000...60_000_000, "middle of the plane; the ground is invented",
      "domain.md 2.6", .proposal),
    ServiceSetting(
      .centreLongitudeMicrodegrees, -290_000, -8_000_000...2_000_000, "middle of the plane; the ground is invented",
      "domain.md 2.6", .proposal),
  ]
}
