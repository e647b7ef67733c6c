import CareModel
import Quantities
import SyntheticCaseloads
import Testing

@Suite("The referrals of a generated service, against domain.md 2.6")
struct ServiceDemandTests {
  private let history = ServiceHistory.autumn

  @Test("they come by weekday as they should")
  func weekdays() {
    let days = history.referrals.map(\.received.date.weekday)
    let wanted: [(Weekday, Double)] = [
      (.monday, 0.17), (.tuesday, 0.17), (.wednesday, 0.17), (.thursday, 0.17), (.friday, 0.19), (.saturday, 0.07),
      (.sunday, 0.06),
    ]
    #expect(days.count > 5000)
    for (day, expected) in wanted {
      // Three standard deviations of six thousand with 1.35 times a Poisson's variance.
      #expect(abs(share(days.count { $0 == day }, of: days.count) - expected) < 0.018, "\(day)")
    }
  }

  @Test("the hours before noon and in the afternoon are the busiest")
  func hours() {
    let hours = history.referrals.map(\.received.time.hour)
    let counts = (0..<24).map { hour in hours.count { $0 == hour } }
    #expect(counts[..<8].allSatisfy { $0 == 0 } && counts[20...].allSatisfy { $0 == 0 })
    for peak in [10, 11, 14, 15, 16] {
      for other in [8, 9, 12, 13, 17, 18, 19] {
        #expect(counts[peak] > counts[other], "\(peak):00 against \(other):00")
      }
    }
  }

  @Test("their number spreads more than Poisson's, 1.2 to 1.5 times")
  func overdispersion() {
    let counts = history.counts { [.tuesday, .wednesday, .thursday].contains($0.weekday) }.map(Double.init)
    let mean = counts.reduce(0, +) / Double(counts.count)
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count - 1)
    // The ratio's own standard deviation over 234 days is 0.12: one either side.
    #expect((1.08...1.62).contains(variance / mean), "\(variance / mean)")
  }

  @Test("a year's starts come out")
  func rate() {
    let perDay = Double(history.referrals.count) / 182 / Double(history.services.count)
    // Six in a hundred never start; winter's share is taken from these months: 3 per cent fewer.
    let expected = 4000.0 / 365 / 0.94 * 0.97
    #expect(abs(perDay / expected - 1) < 0.05, "\(perDay) for \(expected)")
  }

  @Test("classes, flags and holds have their shares, and a flag has its setter")
  func classes() {
    let referrals = history.referrals.map(\.referral)
    // Three standard deviations of six thousand are at most 0.019.
    for (kind, expected) in zip(ReferralClass.allCases, [0.65, 0.25, 0.10]) {
      #expect(abs(share(referrals.count { $0.referralClass == kind }, of: referrals.count) - expected) < 0.019)
    }
    #expect(abs(share(referrals.count { $0.careHomeRisk != nil }, of: referrals.count) - 0.15) < 0.015)
    let refused = referrals.count { $0.state == .declined || $0.state == .withdrawn }
    #expect(abs(share(refused, of: referrals.count) - 0.06) < 0.01)
    #expect(referrals.contains { $0.state == .provisional })
    #expect(referrals.allSatisfy { $0.careHomeRisk?.setBy.isEmpty != true })
  }

  @Test("people come home from hospital from noon to six, after the referral, and nobody else comes home")
  func homecoming() {
    for (referral, received) in history.referrals {
      guard let ready = referral.readyFrom else {
        #expect(referral.referralClass != .hospitalDischarge && referral.whereabouts == .home)
        continue
      }
      #expect(referral.referralClass == .hospitalDischarge && ready > referral.receivedAt)
      let clock = history.services[0].calendar.local(ready)
      #expect((12 * 3600...18 * 3600).contains(clock.time.secondsOfDay) && clock.date >= received.date)
    }
  }

  @Test("winter brings more, a bank holiday fewer and the day after it a surge")
  func winter() {
    // The half year to Monday 1 March 2027: 90 days of winter.
    let date = CivilDate(daysSinceEpoch: 20_878)
    let history = ServiceHistory(seeds: 1...1, date: date, startsPerYear: 10_000)
    func mean(_ wanted: (CivilDate) -> Bool) -> Double {
      let counts = history.counts(where: wanted)
      return Double(counts.reduce(0, +)) / Double(max(1, counts.count))
    }
    func isQuiet(_ date: CivilDate) -> Bool {
      // Midweek, and not about Christmas.
      [.tuesday, .wednesday].contains(date.weekday) && !(date.components.month == 12 && date.components.day > 20)
        && date.components.day > 7
    }
    let winter = mean { isQuiet($0) && [12, 1, 2].contains($0.components.month) }
    let autumn = mean { isQuiet($0) && [9, 10, 11].contains($0.components.month) }
    // 10 to 15 per cent, and one standard deviation of some twenty days of thirty each: 4 per cent.
    #expect((1.04...1.21).contains(winter / autumn), "\(winter / autumn)")
    let boxingDay = CivilDate(daysSinceEpoch: 20_815)
    #expect(history.services[0].calendar.isBankHoliday(boxingDay))
    #expect(mean { $0 == boxingDay } < winter * 0.7)
    #expect(mean { $0 == boxingDay.adding(days: 1) } > winter)
  }
}
