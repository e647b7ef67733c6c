import CareModel
import Quantities

// Records as people write them anew, with some of their parts changed.

extension Referral {
  func with(
    readyFrom: Instant? = nil, whereabouts: Whereabouts? = nil, homecoming: Homecoming? = nil, state: State? = nil
  ) -> Referral {
    Referral(
      id: id, person: person, referralClass: referralClass, careHomeRisk: careHomeRisk, receivedAt: receivedAt,
      readyFrom: readyFrom ?? self.readyFrom, whereabouts: whereabouts ?? self.whereabouts,
      homecoming: homecoming ?? self.homecoming, state: state ?? self.state, responseDeadline: responseDeadline,
      baselineWeekly: baselineWeekly)
  }
}

extension ReferralRecord {
  func with(referral: Referral? = nil, needs: StartNeeds? = nil) -> ReferralRecord {
    ReferralRecord(
      referral: referral ?? self.referral, contactAssessment: contactAssessment, needs: needs ?? self.needs)
  }
}

extension Person {
  func with(suspensions: [InstantInterval]? = nil, wasUncovered: Bool? = nil) -> Person {
    Person(
      id: id, place: place, coreTeam: coreTeam, recentVisits: recentVisits, refusedWorkers: refusedWorkers,
      preferences: preferences, suspensions: suspensions ?? self.suspensions,
      hadUncoveredEssentialCallYesterday: wasUncovered ?? hadUncoveredEssentialCallYesterday)
  }
}

extension EpisodeRecord {
  func with(
    episode: Episode? = nil, packages: [PackageVersion]? = nil, clocks: EpisodeClocks? = nil, state: State? = nil,
    plannedEnd: CivilDate? = nil, endedOn: CivilDate? = nil
  ) -> EpisodeRecord {
    EpisodeRecord(
      episode: episode ?? self.episode, packages: packages ?? self.packages, clocks: clocks ?? self.clocks,
      state: state ?? self.state, awaitingOnwardSince: awaitingOnwardSince, plannedEnd: plannedEnd ?? self.plannedEnd,
      endedOn: endedOn ?? self.endedOn, endReason: endReason)
  }
}

extension Episode {
  func with(isHandoverRecorded: Bool? = nil, stopAtLimit: StopOrder? = nil) -> Episode {
    Episode(
      id: id, person: person, referral: referral, kind: kind, startDate: startDate, extension: self.extension,
      isHandoverRecorded: isHandoverRecorded ?? self.isHandoverRecorded, stopAtLimit: stopAtLimit ?? self.stopAtLimit)
  }
}

extension EpisodeClocks {
  func with(
    carePlanAgreedOn: CivilDate? = nil, carePlanOwner: WorkerID? = nil, reviewsHeld: [CivilDate]? = nil,
    predictedEnds: [PredictedEnd]? = nil,
    onwardForecast: OnwardForecast? = nil
  ) -> EpisodeClocks {
    EpisodeClocks(
      firstVisitAt: firstVisitAt, carePlanAgreedOn: carePlanAgreedOn ?? self.carePlanAgreedOn,
      carePlanOwner: carePlanOwner ?? self.carePlanOwner,
      reviewsHeld: reviewsHeld ?? self.reviewsHeld, predictedEnds: predictedEnds ?? self.predictedEnds,
      onwardForecast: onwardForecast ?? self.onwardForecast)
  }
}

extension StaffMember {
  func with(sickness: [DateSpan]) -> StaffMember {
    StaffMember(
      id: id, role: role, skills: skills, gender: gender, languages: languages, refusedPeople: refusedPeople,
      home: home, patch: patch, mode: mode, startsFrom: startsFrom, endsAt: endsAt, contract: contract, roster: roster,
      rosterChanges: rosterChanges, leave: leave, sickness: sickness, employed: employed,
      agreedOvertime: agreedOvertime)
  }
}

extension Service {
  /// The same service with other referrals.
  func with(referrals: [ReferralRecord]) -> Service {
    Service(
      title: title, isInvented: isInvented, asOf: asOf, calendar: calendar, policy: policy, places: places,
      matrices: matrices, people: people, referrals: referrals, episodes: episodes, staff: staff,
      appointments: appointments, quarantine: quarantine)
  }
}

extension EpisodePlan {
  func with(
    starts: [PlannedStart]? = nil, calls: [PlannedCall]? = nil, tasks: [DueTask]? = nil, breaches: [ClockBreach]? = nil
  ) -> EpisodePlan {
    EpisodePlan(
      asOf: asOf, firstDay: firstDay, lastDay: lastDay, beyondLimit: beyondLimit, starts: starts ?? self.starts,
      calls: calls ?? self.calls,
      tasks: tasks ?? self.tasks, breaches: breaches ?? self.breaches, capacityByRole: capacityByRole,
      capacityByPatch: capacityByPatch, capacityBySkill: capacityBySkill, longestWaits: longestWaits,
      taperProposals: taperProposals,
      account: account,
      agreement: agreement)
  }
}
