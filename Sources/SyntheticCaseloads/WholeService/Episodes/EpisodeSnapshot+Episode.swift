import CareModel
import Quantities
import ReproducibleNumbers

extension EpisodeSnapshot {
  /// The episode with its packages and what its clocks say so far.
  func episode(
    _ course: Course, person: PersonID, versions: [PackageVersion], booked: [Booking], callers: [CallingRecord],
    planOwner: WorkerID?, hasEnded: Bool
  ) -> EpisodeRecord {
    var stream = RandomStream(
      seed: parameters.seed, purpose: .predictions, index: course.arrival.index, subindex: course.arrival.subindex << 8)
    let isExtended = stream.nextBool(perMille: parameters[.extendedPerMille])
    let isAsked = stream.nextBool(perMille: 950)
    let askedOn = course.startDate.adding(days: Policy().clocks.onwardTriggerDay - 1 + stream.nextInt(in: -1...1))
    let isPast = course.dayNumber(on: today) > Policy().reablementDays
    let waitsFrom = course.waitsFromDay.map { course.startDate.adding(days: $0 - 1) }
    let isWaiting = waitsFrom.map { $0 <= today } ?? false
    let isAway = course.suspension.map { $0.from < now && now <= $0.until } ?? false
    let held = booked.filter { $0.date < today }
    let reviews = held.filter { $0.kind == .review || $0.kind == .dischargeReview }.map(\.date)
    let plan = held.first { $0.kind == .carePlan }
    let isNearEnd = course.lastDate <= today.adding(days: 4)
    return EpisodeRecord(
      episode: Episode(
        id: EpisodeID("e-" + course.arrival.label), person: person, referral: ReferralID("r-" + course.arrival.label),
        startDate: course.startDate,
        extension: isPast && isExtended
          ? Episode.Extension(
            lastDay: max(course.startDate.adding(days: 41 + 14), today.adding(days: 3)), authorisedBy: approver(course),
            reason: course.needsOnwardCare ? "waiting for a long-term provider" : "goals within reach")
          : nil,
        isHandoverRecorded: isWaiting && isNearEnd && !hasEnded),
      packages: versions,
      clocks: EpisodeClocks(
        firstVisitAt: instant(course.firstVisit), carePlanAgreedOn: plan?.date,
        carePlanOwner: plan == nil ? nil : planOwner, reviewsHeld: reviews,
        predictedEnds: predictions(of: course, made: held.filter { $0.kind == .carePlan || $0.kind == .review }),
        onwardForecast: isAsked && askedOn < today
          ? EpisodeClocks.OnwardForecast(madeOn: askedOn, needsOnwardCare: course.needsOnwardCare) : nil),
      callers: callers, state: hasEnded ? .ended : isAway ? .suspended : isWaiting ? .awaitingOnward : .active,
      awaitingOnwardSince: isWaiting ? waitsFrom : nil,
      plannedEnd: isNearEnd && !hasEnded ? course.lastDate : nil, endedOn: hasEnded ? course.lastDate : nil,
      endReason: hasEnded ? course.ending : nil)
  }

  /// A predicted end at the plan and at each review, nearer to the truth each time (R22).
  private func predictions(of course: Course, made: [Booking]) -> [EpisodeClocks.PredictedEnd] {
    var spread = Double(parameters[.predictionErrorDays])
    let limit = course.startDate.adding(days: Policy().reablementDays - 1)
    let truth = course.startDate.adding(days: course.days - 1)
    return made.map { booking in
      var stream = RandomStream(
        seed: parameters.seed, purpose: .predictions, index: course.arrival.index,
        subindex: course.arrival.subindex << 8 + UInt64(max(0, booking.number)) + 1)
      let error = NormalSampler(mean: 0, standardDeviation: spread)?.draw(from: &stream) ?? 0
      spread *= 0.75
      let end = max(truth.adding(days: Int(nearest: error)), booking.date.adding(days: 2))
      return EpisodeClocks.PredictedEnd(madeOn: booking.date, end: min(end, max(limit, booking.date.adding(days: 2))))
    }
  }

  /// The named person who agrees to changes of this episode's package.
  func approver(_ course: Course) -> String {
    var stream = RandomStream(
      seed: parameters.seed, purpose: .predictions, index: course.arrival.index >> 3,
      subindex: course.arrival.subindex % 3)
    return InventedNames.colleague(&stream) + ", "
      + ["team leader", "senior occupational therapist"][
        stream.nextInt(below: 2)]
  }
}
