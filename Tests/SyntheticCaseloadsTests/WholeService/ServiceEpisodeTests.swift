import CareModel
import Quantities
import SyntheticCaseloads
import Testing

@Suite("The episodes of a generated service, against domain.md 2.6")
struct ServiceEpisodeTests {
  private let cohort = ServiceHistory.autumn.cohort

  @Test("all episodes of the first weeks have ended, each with its reason")
  func ended() {
    #expect(cohort.count > 1400)
    #expect(cohort.allSatisfy { $0.state == .ended && $0.endReason != nil && $0.days ?? 0 >= 2 })
  }

  @Test("stays have their shares by week, and their mean with the wait for onward care")
  func stays() {
    let own = cohort.filter { $0.endReason != .longTermCare && $0.endReason != .reducedCare }.compactMap(\.days)
    let weeks = own.filter { $0 <= 42 }.map { ($0 + 6) / 7 }
    for (week, weight) in [100, 140, 150, 170, 160, 200].enumerated() {
      // Three standard deviations of fourteen hundred are at most 0.033.
      let found = share(weeks.count { $0 == week + 1 }, of: weeks.count)
      #expect(abs(found - Double(weight) / 920) < 0.033, "week \(week + 1): \(found)")
    }
    let days = cohort.compactMap(\.days)
    let mean = Double(days.reduce(0, +)) / Double(days.count)
    // 26 days and 2 to 4 more; the mean's own standard deviation is 0.35.
    #expect((27.0...30.5).contains(mean), "\(mean)")
    // 8 per cent, and those whose wait for onward care takes them past the sixth week.
    #expect((0.06...0.14).contains(share(days.count { $0 > 42 }, of: days.count)))
  }

  @Test("endings have their shares")
  func endings() {
    let wanted: [(EpisodeRecord.EndReason, Double)] = [
      (.independent, 0.58), (.reducedCare, 0.12), (.longTermCare, 0.13), (.readmitted, 0.11), (.declined, 0.03),
      (.died, 0.02), (.careHome, 0.01),
    ]
    for (reason, expected) in wanted {
      let found = share(cohort.count { $0.endReason == reason }, of: cohort.count)
      // Three standard deviations of eighteen hundred are at most 0.035.
      #expect(abs(found - expected) < 0.035, "\(reason): \(found)")
    }
  }

  @Test("start packages have one to four calls a day in their shares")
  func startPackages() {
    let sizes = cohort.compactMap { $0.packages.first?.lines.count }
    // 15, 30, 30 and 25 per cent, whose mean is 2.65 calls; so that it is 2.6, some have one less.
    for (size, expected) in zip(1...4, [0.161, 0.306, 0.302, 0.231]) {
      // As above; and whoever has no call in the morning has at most three.
      #expect(abs(share(sizes.count { $0 == size }, of: sizes.count) - expected) < 0.04, "\(size)")
    }
  }

  @Test("packages get smaller week by week, as much as they should over everybody")
  func taper() {
    for (week, expected) in zip(1...6, [2.6, 2.3, 1.9, 1.5, 1.2, 0.9]) {
      let calls = cohort.compactMap { $0.callsPerDay(week: week) }
      let mean = calls.reduce(0, +) / Double(calls.count)
      // The mean's own deviation is 3 per cent; whoever waits for onward care keeps a call a day, which lifts the
      // sixth week by a tenth.
      #expect((0.94...1.2).contains(mean / expected), "week \(week): \(mean)")
    }
  }

  @Test("each week's calls follow their setting, the first week's too, and are never more than the week before's")
  func taperSettings() {
    let fewer = ServiceHistory(seeds: 1...2) { $0[.callsWeek1Hundredths] = 210 }.cohort
    // The second week's 2.3 would be more than the first's. A deviation of the mean is 0.03; nobody has less than one call.
    for week in 1...2 {
      let calls = fewer.compactMap { $0.callsPerDay(week: week) }
      let mean = calls.reduce(0, +) / Double(calls.count)
      #expect((2.0...2.25).contains(mean), "week \(week): \(mean)")
    }
    #expect(fewer.allSatisfy { $0.packages.first?.lines.allSatisfy { $0.weekdays.days.count == 7 } ?? false })
    let risen = ServiceHistory(seeds: 1...1) { $0[.callsWeek5Hundredths] = 400 }.cohort
    for record in fewer + risen {
      for (before, after) in zip(record.packages, record.packages.dropFirst()) {
        let (many, few) = (Set(before.lines.map(\.id)), Set(after.lines.map(\.id)))
        #expect(few.isSubset(of: many), "\(record.id)")
      }
    }
  }

  @Test("no package grows, the morning's call goes last, and each smaller one has a named approver and a note")
  func approvals() {
    for record in cohort {
      #expect(
        record.packages.first?.approval == nil && record.packages.first?.effectiveFrom == record.episode.startDate)
      for (before, after) in zip(record.packages, record.packages.dropFirst()) {
        #expect(after.approval?.approvedBy.isEmpty == false && after.approval?.riskNote.isEmpty == false)
        let (many, few) = (Set(before.lines.map(\.id)), Set(after.lines.map(\.id)))
        #expect(few.isSubset(of: many) && !few.isEmpty)
        if many.contains(LineID("morning")) { #expect(few.contains(LineID("morning"))) }
      }
    }
    #expect(cohort.contains { $0.packages.count >= 4 } && cohort.contains { $0.packages.count == 1 })
  }

  @Test("an episode has 35 to 39 hours of contact, therapy and reviews with them")
  func contactHours() {
    let minutes = cohort.map { record -> Int in
      (0..<(record.days ?? 0)).reduce(0) { total, day in
        let date = record.episode.startDate.adding(days: day)
        return total + (record.package(on: date)?.lines(on: date).reduce(0) { $0 + $1.call.length.value } ?? 0)
      }
    }
    let hours = Double(minutes.reduce(0, +)) / Double(cohort.count) / 60
    // Care alone: the first visit, plan, reviews, therapy and equipment are some five hours more.
    #expect((29.0...36.0).contains(hours), "\(hours)")
  }

  @Test("each review is due seven days after the last that was held, after a stay in hospital too")
  func reviewsDue() {
    var overdue = 0
    for service in (1...4).map({ ServiceGenerator(ServicePreset.countyLeicestershireLike.parameters(seed: $0)).service }
    ) {
      for record in service.episodes where record.state != .ended {
        var last = (record.clocks.reviewsHeld.filter { $0 < service.today }).last ?? record.episode.startDate
        let coming = service.appointments.filter {
          $0.episode == record.id && $0.call.kind == .review && $0.date >= service.today
        }
        for review in coming.sorted(by: { $0.date < $1.date }) {
          #expect(review.lastPermittedDay == last.adding(days: 7), "\(review.id)")
          if review.date > last.adding(days: 8) { overdue += 1 }
          last = review.date
        }
      }
    }
    #expect(overdue > 0)
  }

  @Test("clocks are kept: a first visit, a plan within three days, a review a week, predicted ends that come nearer")
  func clocks() {
    var (reviews, late) = (0, 0)
    var errors: [[Int]] = [[], [], []]
    for record in cohort {
      let start = record.episode.startDate
      #expect(record.clocks.firstVisitAt != nil)
      if let plan = record.clocks.carePlanAgreedOn { #expect(plan > start && plan <= start.adding(days: 3)) }
      let held = [start] + record.clocks.reviewsHeld
      for (before, after) in zip(held, held.dropFirst()) {
        reviews += 1
        if after.daysSinceEpoch - before.daysSinceEpoch > 7 { late += 1 }
      }
      let truth = min(record.days ?? 0, 42)
      for (place, predicted) in record.clocks.predictedEnds.prefix(3).enumerated()
      where record.clocks.predictedEnds.count >= 3 && record.endReason == .independent {
        errors[place].append(abs(predicted.end.daysSinceEpoch - start.daysSinceEpoch + 1 - truth))
      }
    }
    // 4 per cent are held late; a stay in hospital makes gaps too.
    #expect((0.01...0.10).contains(share(late, of: reviews)), "\(late) of \(reviews)")
    let means = errors.map { Double($0.reduce(0, +)) / Double(max(1, $0.count)) }
    #expect(means[0] > means[1] && means[1] > means[2])
  }
}
