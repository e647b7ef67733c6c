import ReproducibleNumbers

/// What follows from the settings by arithmetic (`domain.md` 2.6).
extension ServiceParameters {
  /// Whole-time assistants that the demand asks for: starts x contact hours / (hours a year x contact share).
  package var assistantPosts: Double {
    let hoursPerYear = Double(self[.wholeTimeMinutesPerWeek]) / 60 * 365 / 7
    let contact = Double(self[.startsPerYear] * self[.contactHoursPerEpisode])
    return contact / max(1, hoursPerYear * share(.contactPerMille))
  }

  /// Whole-time therapists.
  package var therapistPosts: Double {
    Double(self[.startsPerYear] * self[.therapistPostsPer10000Starts]) / 10_000
  }

  /// Adults in the area.
  package var adults: Int { self[.startsPerYear] * 100_000 / max(1, self[.startsPer100000Adults]) }

  /// Tells the ground of one place from another's, so that two counties of one seed have towns of their own: another number
  /// for each middle of the plane.
  var planeNumber: UInt64 {
    let (north, east) = (self[.centreLatitudeMicrodegrees], self[.centreLongitudeMicrodegrees])
    return UInt64(UInt32(truncatingIfNeeded: north)) << 32 | UInt64(UInt32(truncatingIfNeeded: east))
  }

  /// Square metres of the area.
  var areaInSquareMetres: Double { Double(adults) / Double(max(1, self[.adultsPerSquareKilometre])) * 1_000_000 }

  /// Patches, each with a base.
  package var patches: Int {
    let each = max(1, self[.startsPerYearPerPatch])
    return min(200, max(1, (self[.startsPerYear] + each - 1) / each))
  }

  /// Rural people live in villages, the others in towns, of which there is always one.
  var towns: Int {
    let people = Double(adults) * (1 - share(.ruralPerMille))
    return max(1, min(400, Int(nearest: people / Double(max(1, self[.adultsPerTown])))))
  }

  var villages: Int {
    let people = Double(adults) * share(.ruralPerMille) * (1 - share(.scatteredPerMille))
    guard self[.ruralPerMille] > 0 else { return 0 }
    return max(1, min(2000, Int(nearest: people / Double(max(1, self[.adultsPerVillage])))))
  }
}

extension ServiceParameters {
  /// The sizes that there are, in tenths of starts a week: those whose starts a year the settings allow.
  package static let startsPerWeekTenths: ClosedRange<Int> =
    1...((ServiceSetting.of(.startsPerYear).range.upperBound + 1) * 70 - 36) / 365

  /// Gives the service another size: people, workers, patches and area follow. Tenths of starts a week; one that there is
  /// not is brought into ``startsPerWeekTenths``.
  package mutating func setStartsPerWeek(tenths: Int) {
    let range = ServiceParameters.startsPerWeekTenths
    let bounded = min(max(tenths, range.lowerBound), range.upperBound)
    self[.startsPerYear] = (bounded * 365 + 35) / 70
    title += ", \(bounded / 10)\(bounded % 10 == 0 ? "" : ".\(bounded % 10)") starts a week"
  }
}
