extension ServiceSetting {
  /// The names of the settings; `PerMille` are shares in thousandths, the other units are written out.
  package enum Key: Int, CaseIterable, Hashable, Sendable {
    // Size
    case startsPerYear, startsPer100000Adults, contactHoursPerEpisode, wholeTimeMinutesPerWeek, contactPerMille
    case therapistPostsPer10000Starts

    // Demand
    case mondayPerMille, tuesdayPerMille, wednesdayPerMille, thursdayPerMille, fridayPerMille, saturdayPerMille
    case sundayPerMille
    case hour08Weight, hour09Weight, hour10Weight, hour11Weight, hour12Weight, hour13Weight, hour14Weight
    case hour15Weight, hour16Weight, hour17Weight, hour18Weight, hour19Weight
    case varianceRatioPerMille, winterUpliftPerMille, bankHolidayPerMille, afterBankHolidayPerMille
    case hospitalDischargePerMille, newCommunityPerMille, escalatingExistingPerMille, careHomeRiskPerMille
    case notStartedPerMille, provisionalPerMille, provisionalLeadDays
    case readySameDayPerMille, readyNextDayPerMille, readyLongestDays, readyEarliestMinute, readyLatestMinute
    case startedWithin24HoursPerMille, laterStartMeanHours, historyWeeks

    // Episodes
    case stayWeek1PerMille, stayWeek2PerMille, stayWeek3PerMille, stayWeek4PerMille, stayWeek5PerMille
    case stayWeek6PerMille, stayLongerPerMille, stayLongestDays
    case endingIndependentPerMille, endingReducedPerMille, endingLongTermPerMille, endingReadmittedPerMille
    case endingStoppedPerMille, endingDiedPerMille, endingCareHomePerMille
    case onwardMeanDays, suspensionPerMille, suspensionLongestDays, predictionErrorDays, extendedPerMille
    case uncoveredYesterdayPerMille

    // Packages
    case startFourCallsPerMille, startThreeCallsPerMille, startTwoCallsPerMille, startOneCallPerMille
    case callsWeek1Hundredths, callsWeek2Hundredths, callsWeek3Hundredths, callsWeek4Hundredths
    case callsWeek5Hundredths, callsWeek6Hundredths, stalledPerMille, morningCallPerMille
    case morningEarliestMinute, morningSpreadMinutes, morning30PerMille, morning45PerMille, morning60PerMille
    case lunchMinutes, teaMinutes, bed30PerMille, bed45PerMille, windowMinutes, timeCriticalWindowMinutes
    case twoPersonPerMille, timeCriticalPerMille, highConsequencePerMille
    case genderPreferencePerMille, languagePreferencePerMille, refusalPerMille

    // Appointments
    case therapyPerMille, followUpsLeast, followUpsMost, equipmentPerMille, jointTherapyPerMille
    case remoteReviewPerMille, lateReviewPerMille, clinicPerMille, bookedDays
    case firstVisitMinutes, assessmentMinutes, therapyMinutes, equipmentMinutes, carePlanMinutes, reviewMinutes
    case remoteReviewMinutes, lastReviewMinutes

    // Staff
    case vacancyPerMille, staffShortagePerMille
    case contract37PerMille, contract30PerMille, contract20PerMille, contractWeekendPerMille
    case earlyPerMille, latePerMille, rotatingPerMille, shortMorningPerMille, shortEveningPerMille, splitPerMille
    case leaveDaysPerYear, sicknessNonePerMille, sicknessLongPerMille, sicknessLongDays, sicknessSpellDays
    case shortNoticeAbsencePerMille
    case therapistPartTimePerMille, therapistWeekendPerMille
    case seniorPerMille, movingAndHandlingPerMille, medicinesPerMille, womenPerMille, secondLanguagePerMille
    case carPerMille, bicyclePerMille, straightHomePerMille, overtimePerMille, overtimeMinutes
    case livesInPatchPerMille, coreTeamSize, otherKnownWorkers

    // Places
    case adultsPerSquareKilometre, ruralPerMille, londonPerMille, adultsPerTown, adultsPerVillage
    case zipfPerMille, townAdultsPerSquareKilometre, scatteredPerMille, satellitePerMille
    case startsPerYearPerPatch, clinicsPerPatch, centreLatitudeMicrodegrees, centreLongitudeMicrodegrees

    /// As it stands in a settings file: `twoPersonPerMille`.
    package var name: String { String(describing: self) }

    package static func named(_ name: String) -> Key? { byName[name] }

    private static let byName: [String: Key] = Dictionary(
      allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
