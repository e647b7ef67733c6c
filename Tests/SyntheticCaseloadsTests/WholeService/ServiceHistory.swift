import CareModel
import Quantities
import SyntheticCaseloads

/// Half a year of a busy service, of several seeds: enough referrals and ended episodes to count shares by.
struct ServiceHistory {
  let services: [Service]
  /// Referrals of the 26 whole weeks before the date, with the moment on the clock at which each came.
  let referrals: [(referral: Referral, received: CivilDateTime)]
  /// Episodes that began so long ago that all of them have ended, and are all still in the document.
  let cohort: [EpisodeRecord]

  /// Few workers: nobody counts them here.
  init(
    seeds: ClosedRange<UInt64>, date: CivilDate? = nil, startsPerYear: Int = 4000,
    change: (inout ServiceParameters) -> Void = { _ in }
  ) {
    services = seeds.map { seed in
      var parameters = ServicePreset.largestCounty.parameters(seed: seed)
      parameters[.startsPerYear] = startsPerYear
      parameters[.historyWeeks] = 26
      parameters[.staffShortagePerMille] = 900
      if let date { parameters.date = date }
      change(&parameters)
      return ServiceGenerator(parameters).service
    }
    referrals = services.flatMap { service in
      service.referrals.map { ($0.referral, service.calendar.local($0.referral.receivedAt)) }
        .filter { service.today.daysSinceEpoch - $0.1.date.daysSinceEpoch <= 182 && $0.1.date < service.today }
    }
    cohort = services.flatMap { service -> [EpisodeRecord] in
      let today = service.today.daysSinceEpoch
      return service.episodes.filter { (105...155).contains(today - $0.episode.startDate.daysSinceEpoch) }
    }
  }

  /// Tuesday 24 November 2026: no winter and one bank holiday, that of August, in the half year before.
  static let autumn = ServiceHistory(seeds: 1...3)

  /// Referrals on each day of the half year.
  func counts(where wanted: (CivilDate) -> Bool) -> [Int] {
    services.flatMap { service -> [Int] in
      var counts: [CivilDate: Int] = [:]
      for record in service.referrals {
        counts[service.calendar.local(record.referral.receivedAt).date, default: 0] += 1
      }
      return (1...182).map { service.today.adding(days: -$0) }.filter(wanted).map { counts[$0] ?? 0 }
    }
  }
}

extension EpisodeRecord {
  /// Days with calls, the first visit's included; nil while it is running.
  var days: Int? { endedOn.map { $0.daysSinceEpoch - episode.startDate.daysSinceEpoch + 1 } }

  /// Calls a day in a week of the episode, from 1; nil where the episode ended before its middle.
  func callsPerDay(week: Int) -> Double? {
    let middle = episode.startDate.adding(days: 7 * week - 4)
    guard days ?? 0 >= 7 * week - 3, let lines = package(on: middle)?.lines else { return nil }
    return Double(lines.reduce(0) { $0 + $1.weekdays.days.count }) / 7
  }
}
