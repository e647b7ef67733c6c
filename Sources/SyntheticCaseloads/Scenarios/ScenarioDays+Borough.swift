package import CareModel
import Quantities

/// Scenarios made of generated days.
extension ScenarioDays {
  /// The small borough with two things to see.
  ///
  /// - Two people come home from hospital at noon, must be seen before one, and need the only occupational therapist on
  ///   duty for an hour and a quarter each: whoever is not at risk of a care home is seen late.
  /// - One morning call of two workers needs the heavy hoist, which only two have learnt, within half an hour.
  package static var smallBoroughDay: Caseload {
    var draft = DayGenerator(DayPreset.smallBorough.parameters(seed: 3)).draft
    needTherapist(start: PersonPlan.id(1), deadline: 12 * 60 + 40, &draft)
    needTherapist(start: PersonPlan.id(2), deadline: 12 * 60 + 50, &draft)
    makeTight(&draft)
    return draft.caseload
  }

  /// Twenty calls, twelve of two workers, with three assistants early and two late.
  package static var doubleUps: Caseload {
    var parameters = DayParameters(seed: 7, title: "Double-ups")
    parameters.calls = 20
    parameters.workersOnShift = 5
    parameters.therapistShare = .zero
    parameters.firstVisits = 0
    parameters.neighbourhoods = 2
    parameters.morningShare = PerMille(500)
    parameters.twoPersonShare = PerMille(600)
    return DayGenerator(parameters).caseload
  }

  /// Half a small borough, with so few assistants that their work is 30 per cent more than their hours.
  package static var notEnoughStaff: Caseload {
    var parameters = DayParameters(seed: 3, title: "Not enough staff")
    parameters.calls = 46
    parameters.workersOnShift = 7
    parameters.neighbourhoods = 3
    parameters.demandOverCapacity = PerMille(300)
    return DayGenerator(parameters).caseload
  }

  /// Sends a start home at noon, to be seen by an occupational therapist before a clock minute.
  private static func needTherapist(start person: PersonID, deadline: Int, _ draft: inout DayDraft) {
    let hours = draft.hours
    let noon = 12 * 60
    draft.referrals = draft.referrals.map { referral in
      guard referral.person == person else { return referral }
      return Referral(
        id: referral.id, person: referral.person, referralClass: referral.referralClass,
        careHomeRisk: referral.careHomeRisk, receivedAt: hours.instant(deadline - 1440),
        readyFrom: hours.instant(noon), whereabouts: referral.whereabouts, homecoming: .confirmed,
        state: referral.state, responseDeadline: hours.instant(deadline))
    }
    draft.visits = draft.visits.map { visit in
      guard visit.person == person, visit.kind == .firstResponse, let window = visit.windows.first else { return visit }
      let agreed = hours.interval(noon, noon + 150)
      let safe = InstantInterval(start: agreed.start, end: max(agreed.end, window.safe.end)) ?? agreed
      let atNoon = WindowAlternative(preferred: hours.interval(noon, noon + 90), agreed: agreed, safe: safe)
      return visit.replacing(
        demands: visit.demands.map { Demand(roles: [.occupationalTherapist], skills: $0.skills, length: $0.length) },
        windows: [atNoon].compactMap { $0 })
    }
  }

  private static func makeTight(_ draft: inout DayDraft) {
    let unbound = draft.people.filter { person in
      person.refusedWorkers.isEmpty && person.preferences.allSatisfy { $0.strength != .required }
    }.map(\.id)
    let tight = draft.visits.firstIndex { visit in
      visit.demands.count == 2 && visit.kind == .personalCare && !visit.isTimeCritical && unbound.contains(visit.person)
        && visit.id.text.hasSuffix(DaySlot.morning.rawValue)
    }
    guard let tight, let window = draft.visits[tight].windows.first else { return }
    let visit = draft.visits[tight]
    let start = window.preferred.start
    guard let preferred = InstantInterval(start: start, end: start + Minutes(15)),
      let safe = InstantInterval(start: start, end: start + Minutes(30)),
      let narrow = WindowAlternative(preferred: preferred, agreed: safe, safe: safe)
    else { return }
    draft.visits[tight] = visit.replacing(
      demands: visit.demands.map {
        Demand(roles: $0.roles, skills: $0.skills + [SyntheticSkill.heavyHoist], length: $0.length)
      }, windows: [narrow])
    let early = draft.workers.filter { worker in
      worker.role == .rehabilitationAssistant && worker.skills.contains(SyntheticSkill.movingAndHandling)
        && worker.dutyPeriods.allSatisfy { $0.mode == .car && $0.hours.contains(safe) }
    }
    let learnt = Set(early.suffix(2).map(\.id))
    draft.workers = draft.workers.map { learnt.contains($0.id) ? $0.adding(SyntheticSkill.heavyHoist) : $0 }
  }
}
