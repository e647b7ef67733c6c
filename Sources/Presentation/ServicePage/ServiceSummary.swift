package import CareModel
import Quantities

/// A whole service in numbers: what its page shows.
package struct ServiceSummary: Sendable {
  let service: Service
  /// Today and the days after it, as they are cut from the service.
  let days: [Caseload]
  /// How many whole weeks of referrals are counted: eight, or all that the service remembers.
  let weeksCounted: Int

  /// - Parameters:
  ///   - days: consecutive service days from today on; the first gives the numbers of today.
  ///   - weeksKept: for how many weeks every referral is in the service, those that have come to their end too.
  package init(_ service: Service, days: [Caseload], weeksKept: Int = 8) {
    self.service = service
    self.days = days
    weeksCounted = min(8, max(1, weeksKept))
  }

  /// Something counted, by name.
  struct Count: Hashable, Sendable {
    let name: String
    let value: Int
  }

  var running: [EpisodeRecord] { service.episodes.filter { $0.state != .ended && $0.state != .preStart } }

  /// Accepted, or still being looked at, and not begun.
  var open: [ReferralRecord] {
    let begun = Set(service.episodes.filter { $0.state != .preStart }.compactMap(\.episode.referral))
    return service.referrals.filter { record in
      [.received, .screened, .accepted].contains(record.referral.state) && !begun.contains(record.id)
    }
  }

  private var received: [CivilDateTime] {
    let first = service.today.adding(days: -7 * weeksCounted)
    return service.referrals.map { service.calendar.local($0.referral.receivedAt) }
      .filter { $0.date >= first && $0.date < service.today }
  }

  /// Referrals of the weeks counted, by weekday.
  var arrivalsByWeekday: [Count] {
    let days = received.map(\.date.weekday)
    return Weekday.allCases.map { day in Count(name: day.shortName, value: days.count { $0 == day }) }
  }

  /// Referrals of the weeks counted, by the hour.
  var arrivalsByHour: [Count] {
    let hours = received.map(\.time.hour)
    return (7...20).map { hour in Count(name: "\(hour)", value: hours.count { $0 == hour }) }
  }

  /// People in the service, by calls a day at their start.
  var startPackages: [Count] {
    let sizes = service.episodes.compactMap { $0.packages.first?.lines.count }
    return (1...4).map { size in
      Count(name: size == 4 ? "4 or more" : "\(size)", value: sizes.count { size == 4 ? $0 >= 4 : $0 == size })
    }
  }

  /// Running episodes by their week today.
  var weeks: [Count] {
    let weeks = running.map { ($0.episode.dayNumber(on: service.today) + 6) / 7 }
    return (1...7).map { week in
      Count(name: week == 7 ? "7+" : "\(week)", value: weeks.count { week == 7 ? $0 >= 7 : $0 == week })
    }
  }

  /// Ended episodes by the week in which they ended.
  var stays: [Count] {
    let weeks = service.episodes.compactMap { record in
      record.endedOn.map { (record.episode.dayNumber(on: $0) + 6) / 7 }
    }
    return (1...8).map { week in
      Count(name: week == 8 ? "8+" : "\(week)", value: weeks.count { week == 8 ? $0 >= 8 : $0 == week })
    }
  }

  /// Calls a day in each week of the episode, in tenths, of those who are in that week today; nil where nobody is.
  var callsByWeek: [Count] {
    (1...7).map { week in
      let records = running.filter { record in
        let own = (record.episode.dayNumber(on: service.today) + 6) / 7
        return week == 7 ? own >= 7 : own == week
      }
      let calls = records.reduce(0) { sum, record in
        sum + (record.package(on: service.today)?.lines.reduce(0) { $0 + $1.callsAWeek } ?? 0)
      }
      let count = max(1, records.count * 7)
      return Count(name: week == 7 ? "7+" : "\(week)", value: (calls * 10 + count / 2) / count)
    }
  }

  /// Open referrals by rank, first served first.
  var openByRank: [Count] {
    let scope = service.policy.careHomeRiskScope
    let ranks = open.map { scope.rank(of: $0.referral) }
    return scope.ranks.map { rank in Count(name: rank.printedName, value: ranks.count { $0 == rank }) }
  }

  /// Open referrals by whole days since they came.
  var openByWait: [Count] {
    let days = open.map { max(0, (service.asOf - $0.referral.receivedAt).value) / 86_400 }
    return (0...6).map { day in
      Count(name: day == 6 ? "6+" : "\(day)", value: days.count { day == 6 ? $0 >= 6 : $0 == day })
    }
  }
}
