package import Quantities

/// The service's rules as numbers: every setting named, with its default; `PolicySetting.all` gives their sources.
package struct Policy: Hashable, Sendable {
  // Promises
  package var responseTime = Minutes(1440)
  package var responseDueClock = ClockTime(wrapping: 12 * 3600)
  package var reablementDays = 42
  package var careHomeRiskScope = CareHomeRiskScope.withinClass
  package var afterLimit = AfterLimit.bridge
  package var ladder = Ladder.standard(scope: .withinClass)
  package var clocks = ClockPolicy()

  // Windows
  package var timeGrain = Seconds(300)
  package var agreedTolerance = Minutes(60)
  package var agreedToleranceTimeCritical = Minutes(30)
  package var missedAfterClock = ClockTime(wrapping: 23 * 3600)

  // Hours of work
  package var dailyRest = Minutes(660)
  package var weeklyMaximum = Minutes(2880)
  package var breakRequiredAfter = Minutes(360)
  package var breakLength = Minutes(20)

  // Money
  package var paidTravelPerMinute = Pence(40)
  package var mileagePerMile = Pence(45)
  package var overtimePerMinute = Pence(60)
  package var latePerMinute = Pence(25)
  package var latePerMinuteTimeCritical = Pence(100)
  package var beforePreferred = Pence(300)
  package var outsideAgreedPerMinute = Pence(60)
  package var outsideCoreTeam = Pence(300)
  package var neverSeenBefore = Pence(500)
  package var weakPreferenceUnmet = Pence(200)
  package var strongPreferenceUnmet = Pence(600)
  package var publishedTimeMovedPerMinute = Pence(10)
  package var publishedTimeFree = Minutes(10)
  package var publishedWorkerChanged = Pence(400)
  package var shortNotice = Minutes(120)
  package var unfairnessPerMinute = Pence(5)

  // Published rota
  package var changeBudget = 0
  package var changeFromMinutes = Minutes(15)

  // Travel
  package var travel = TravelPolicy()
  /// How long a member of staff may be on the way to a patch whose capacity they are counted for.
  package var patchReach = Minutes(60)

  package init() {}

  /// What happens to essential calls after the last permitted day when no handover is recorded.
  package enum AfterLimit: String, CaseIterable, Hashable, Sendable {
    /// They go on as bridging calls.
    case bridge
    /// They stop, where a named person has said so for the episode.
    case stop
  }
}

/// How travel is estimated (`domain.md` 2.5).
package struct TravelPolicy: Hashable, Sendable {
  package var roadFactor = PerMille(1350)
  /// Metres an hour by mode, in areas of each kind.
  package var carSpeed = BySurroundings(innerLondon: 21_000, town: 29_000, rural: 45_000)
  package var bicycleSpeed = BySurroundings(innerLondon: 14_000, town: 15_000, rural: 16_000)
  package var walkingSpeed = BySurroundings(innerLondon: 4_800, town: 4_800, rural: 4_800)
  package var publicTransportSpeed = BySurroundings(innerLondon: 12_000, town: 12_000, rural: 18_000)
  /// Parking and getting in, by car.
  package var carAccess = BySurroundings(innerLondon: 3, town: 3, rural: 2)
  /// Getting in, by any other mode.
  package var otherAccess = BySurroundings(innerLondon: 1, town: 1, rural: 1)
  package var morningPeakFactor = PerMille(1200)
  package var eveningPeakFactor = PerMille(1200)
  package var morningPeakFrom = ClockTime(wrapping: 7 * 3600 + 1800)
  package var morningPeakUntil = ClockTime(wrapping: 9 * 3600 + 900)
  package var eveningPeakFrom = ClockTime(wrapping: 16 * 3600)
  package var eveningPeakUntil = ClockTime(wrapping: 18 * 3600 + 1800)

  package init() {}

  /// A number for each kind of area.
  package struct BySurroundings: Hashable, Sendable {
    package var innerLondon: Int
    package var town: Int
    package var rural: Int
    package init(innerLondon: Int, town: Int, rural: Int) {
      self.innerLondon = innerLondon
      self.town = town
      self.rural = rural
    }
    package subscript(area: AreaKind) -> Int {
      switch area {
      case .innerLondon: innerLondon
      case .town: town
      case .rural: rural
      }
    }
  }

  /// The part of the day in which a clock time falls; peaks include their first minute and not their last.
  package func dayPart(at time: ClockTime) -> DayPart {
    if morningPeakFrom <= time, time < morningPeakUntil { return .morningPeak }
    if eveningPeakFrom <= time, time < eveningPeakUntil { return .eveningPeak }
    return .offPeak
  }

  package func factor(_ part: DayPart) -> PerMille {
    switch part {
    case .morningPeak: morningPeakFactor
    case .eveningPeak: eveningPeakFactor
    case .offPeak: PerMille(1000)
    }
  }
}
