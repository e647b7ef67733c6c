import CareModel
import Quantities
import ReproducibleNumbers

/// Lays out the therapy, plan and reviews of a course (R21, R24, `domain.md` 2.6).
struct BookingPlanner: Sendable {
  let parameters: ServiceParameters

  private static let therapists: [Role] = [.occupationalTherapist, .physiotherapist]
  private static let reviewers: [Role] = [.occupationalTherapist, .physiotherapist, .rehabilitationAssistant]

  /// All fixed calls of a course, in order of date.
  func bookings(of course: Course) -> [Booking] {
    var stream = RandomStream(
      seed: parameters.seed, purpose: .bookings, index: course.arrival.index, subindex: course.arrival.subindex << 8)
    var bookings = [plan(of: course, &stream)]
    bookings += reviews(of: course, &stream)
    bookings += therapy(of: course, &stream)
    if let last = lastReview(of: course) { bookings.append(last) }
    return bookings.filter { $0.date <= course.lastDate && $0.date >= course.startDate }
      .filter { !isAway($0.date, course) }
      .sorted { ($0.date, $0.name) < ($1.date, $1.name) }
  }

  private func isAway(_ date: CivilDate, _ course: Course) -> Bool {
    course.suspension.map { $0.from.date <= date && date <= $0.until.date } ?? false
  }

  private func demand(_ roles: [Role], _ length: ServiceSetting.Key, skills: [Skill] = []) -> Demand {
    Demand(roles: roles, skills: skills, length: Minutes(parameters[length]))
  }

  private func plan(of course: Course, _ stream: inout RandomStream) -> Booking {
    let day = 1 + (stream.chooseIndex(weights: [30, 40, 30]) ?? 1)
    return Booking(
      name: "plan", date: course.startDate.adding(days: day), kind: .carePlan, mode: .home,
      demands: [demand(BookingPlanner.reviewers, .carePlanMinutes, skills: [SyntheticSkill.plansAndReviews])],
      lastPermittedDay: course.startDate.adding(days: 3), number: 0)
  }

  /// One in each week, on its seventh day or the day before; each due seven days after the last that is held.
  private func reviews(of course: Course, _ stream: inout RandomStream) -> [Booking] {
    let early = stream.nextBool(perMille: 300) ? 1 : 0
    let weeks = course.lastDay / 7
    var due = course.startDate.adding(days: 7)
    return (0..<max(0, min(weeks, 20))).compactMap { week in
      let isLate = stream.nextBool(perMille: parameters[.lateReviewPerMille])
      let isRemote = stream.nextBool(perMille: parameters[.remoteReviewPerMille]) && week > 0
      let isVideo = stream.nextBool(perMille: 400)
      let day = 7 * (week + 1) - 1 - early + (isLate ? 1 + early : 0)
      let length: ServiceSetting.Key = isRemote ? .remoteReviewMinutes : .reviewMinutes
      let next = course.startDate.adding(days: 7 * (week + 2) - 1 - early)
      let usual = course.startDate.adding(days: day)
      // The last review takes the place of a weekly one close to the end.
      guard let date = reviewDate(usual, next: next, course), date.adding(days: 3) <= course.lastDate else {
        return nil
      }
      let permitted = due
      due = date.adding(days: 7)
      return Booking(
        name: "review-\(week + 1)", date: date, kind: .review, mode: isRemote ? (isVideo ? .video : .telephone) : .home,
        demands: [demand(BookingPlanner.reviewers, length, skills: [SyntheticSkill.plansAndReviews])],
        lastPermittedDay: permitted, number: 10 + week)
    }
  }

  /// The usual date; for somebody in hospital then, the day after they are home again, unless the next week's review is near.
  private func reviewDate(_ usual: CivilDate, next: CivilDate, _ course: Course) -> CivilDate? {
    guard isAway(usual, course), let home = course.suspension?.until.date else { return usual }
    return home.adding(days: 3) < next ? home.adding(days: 1) : nil
  }

  private func therapy(of course: Course, _ stream: inout RandomStream) -> [Booking] {
    let hasTherapy = stream.nextBool(perMille: parameters[.therapyPerMille])
    let most = max(parameters[.followUpsLeast], parameters[.followUpsMost])
    let followUps = stream.nextInt(in: parameters[.followUpsLeast]...most)
    let assessed = stream.nextInt(in: 1...4)
    let isFitted = stream.nextBool(perMille: parameters[.equipmentPerMille])
    let fitted = stream.nextInt(in: 2...9)
    var bookings: [Booking] = []
    if isFitted {
      bookings.append(
        Booking(
          name: "equipment", date: weekday(course.startDate.adding(days: fitted)), kind: .equipmentFit, mode: .home,
          demands: [demand([.occupationalTherapist, .rehabilitationAssistant], .equipmentMinutes)],
          lastPermittedDay: nil, number: 1))
    }
    guard hasTherapy else { return bookings }
    bookings.append(
      Booking(
        name: "assessment", date: weekday(course.startDate.adding(days: assessed)), kind: .assessment, mode: .home,
        demands: [demand([.occupationalTherapist], .assessmentMinutes)], lastPermittedDay: nil, number: 2))
    for visit in 0..<min(followUps, 20) {
      let isPhysiotherapy = stream.nextBool(perMille: 600)
      let isJoint = stream.nextBool(perMille: parameters[.jointTherapyPerMille])
      let isInClinic = stream.nextBool(perMille: parameters[.clinicPerMille])
      let day = assessed + 3 + visit * 6 + stream.nextInt(in: 0...3)
      let therapist = demand([isPhysiotherapy ? .physiotherapist : .occupationalTherapist], .therapyMinutes)
      let assistant = Demand(roles: [.rehabilitationAssistant], length: Minutes(min(30, therapist.length.value)))
      bookings.append(
        Booking(
          name: "therapy-\(visit + 1)", date: weekday(course.startDate.adding(days: day)), kind: .therapy,
          mode: isInClinic && !isJoint ? .clinic : .home, demands: isJoint ? [therapist, assistant] : [therapist],
          lastPermittedDay: nil, number: 30 + visit))
    }
    return bookings
  }

  /// Two days before the end, on a working day; somebody in hospital or dead has none.
  private func lastReview(of course: Course) -> Booking? {
    guard course.lastDay > 3, ![.readmitted, .died, .declined].contains(course.ending) else { return nil }
    var date = course.lastDate.adding(days: -2)
    while weekday(date) != date { date = date.adding(days: -1) }
    return Booking(
      name: "last-review", date: date, kind: .dischargeReview, mode: .home,
      demands: [demand(BookingPlanner.therapists, .lastReviewMinutes)], lastPermittedDay: course.lastDate, number: 3)
  }

  /// The date, or the Monday after it where it falls on a weekend.
  private func weekday(_ date: CivilDate) -> CivilDate {
    switch date.weekday {
    case .saturday: date.adding(days: 2)
    case .sunday: date.adding(days: 1)
    default: date
    }
  }

  /// When it is on its day: clear of the person's other calls where there is room, by quarter-hours from 09:00 to 15:30.
  func preferred(_ booking: Booking, of course: Course, beside lines: [PackageLine]) -> ClockInterval {
    var stream = RandomStream(
      seed: parameters.seed, purpose: .bookings, index: course.arrival.index,
      subindex: course.arrival.subindex << 8 + UInt64(max(0, booking.number)) + 1)
    let width = 90
    let length = booking.demands.map(\.length.value).max() ?? 0
    let taken = lines.map { line in
      (from: line.call.preferred.from.secondsOfDay / 60, until: line.call.preferred.until.secondsOfDay / 60)
    }
    let quarters = stride(from: 9 * 60, through: 15 * 60 + 30, by: 15).map { $0 }
    let free = quarters.filter { start in
      taken.allSatisfy { start >= $0.until + 45 || start + width + length <= $0.from }
    }
    let start = stream.choose(from: free.isEmpty ? quarters : free) ?? 10 * 60
    return ClockInterval(
      from: ClockTime(wrapping: start * 60), until: ClockTime(wrapping: (start + width) * 60))
  }
}
