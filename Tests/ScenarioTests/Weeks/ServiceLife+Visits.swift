import CareModel
import Quantities

/// What the plan has for today happens: first visits, care plans, reviews.
extension ServiceLife {
  /// Whoever is planned or promised for today begins, but for a door that stays shut.
  mutating func makeFirstVisits(_ plan: EpisodePlan) {
    for start in plan.starts where start.state == .accepted {
      guard case .starts(let found) = start.outcome, found.date == today, let record = referrals[start.referral],
        let needs = record.needs
      else { continue }
      if happens(.firstVisitFailed, start.referral.text, perMille: 60) {
        note(.firstVisitFailed)
        continue
      }
      note(.firstVisitMade)
      let agreed = episodes.values.first { $0.episode.referral == start.referral && $0.state == .preStart }
      let waiting =
        agreed
        ?? EpisodeRecord(
          episode: Episode(
            id: EpisodeID("e" + start.referral.text.dropFirst()), person: start.person, referral: start.referral,
            startDate: today),
          packages: [PackageVersion(effectiveFrom: today, lines: needs.lines)], state: .preStart)
      episodes[waiting.id] = try? waiting.taking(.firstVisit(at: found.earliest, on: today))
      for (id, booked) in appointments where booked.referral == start.referral && booked.date >= today {
        appointments[id] = nil
      }
    }
  }

  /// Somebody who may own a care plan; nil in a service that has nobody.
  private var professional: WorkerID? {
    staff.values.filter { Role.registeredProfessions.contains($0.role) }.map(\.id).min()
  }

  mutating func holdPlansAndReviews(_ plan: EpisodePlan) {
    for call in plan.calls where call.date == today && call.need.kind.hasClock && call.basis != .tentative {
      guard let id = call.episode, let record = episodes[id], record.state != .ended else { continue }
      if happens(.callFailed, call.id.text, perMille: 80) {
        note(.callFailed)
        continue
      }
      var clocks = record.clocks
      if call.need.kind == .carePlan {
        note(.planAgreed)
        clocks = clocks.with(
          carePlanAgreedOn: clocks.carePlanAgreedOn ?? today, carePlanOwner: clocks.carePlanOwner ?? professional)
      } else if !clocks.reviewsHeld.contains(today) {
        note(.reviewHeld)
        clocks = clocks.with(reviewsHeld: clocks.reviewsHeld + [today])
      }
      if happens(.endPredicted, id.text, perMille: 900) {
        note(.endPredicted)
        let made = EpisodeClocks.PredictedEnd(madeOn: today, end: predictedEnd(of: record))
        clocks = clocks.with(predictedEnds: clocks.predictedEnds.filter { $0.madeOn < today } + [made])
      }
      episodes[id] = record.with(packages: packages(of: record, plan), clocks: clocks)
      if call.need.kind == .review { bookNextReview(of: record, call.need) }
    }
  }

  /// Near to the day that is in the cards for the person, and sometimes not.
  private func predictedEnd(of record: EpisodeRecord) -> CivilDate {
    let meant = record.episode.startDate.adding(days: fate(record.id.text, in: 8...60))
    let day = meant.adding(days: draw(.endPredicted, record.id.text, in: -5...5))
    return max(day, today.adding(days: 2))
  }

  /// A version that a named person has approved, sometimes: what the plan has proposed, or one call less.
  private mutating func packages(of record: EpisodeRecord, _ plan: EpisodePlan) -> [PackageVersion] {
    let from = today.adding(days: 1)
    guard happens(.packageChanged, record.id.text, perMille: 350), let current = record.package(on: today),
      record.packages.allSatisfy({ $0.effectiveFrom < from })
    else { return record.packages }
    note(.packageChanged)
    let proposed = plan.taperProposals.first { $0.episode == record.id }?.lines ?? []
    var lines = current.lines.filter { !proposed.contains($0.id) }
    if proposed.isEmpty, lines.count > 1 { lines.removeLast() }
    return record.packages + [
      PackageVersion(
        effectiveFrom: from,
        approval: PackageVersion.Approval(approvedBy: "team leader", riskNote: "manages alone, knows whom to ring"),
        lines: lines)
    ]
  }

  private mutating func bookNextReview(of record: EpisodeRecord, _ need: CallNeed) {
    let date = today.adding(days: draw(.reviewBooked, record.id.text, in: 5...7))
    guard happens(.reviewBooked, record.id.text, perMille: 300), record.plannedEnd.map({ date <= $0 }) ?? true,
      date <= record.episode.lastPermittedDay(policy: policy)
    else { return }
    note(.reviewBooked)
    let id = VisitID("\(record.id)-booked-\(date)")
    appointments[id] = Appointment(
      id: id, person: record.episode.person, episode: record.id, date: date, call: need,
      lastPermittedDay: today.adding(days: policy.clocks.reviewGapDays))
  }
}
