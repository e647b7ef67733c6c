import CareModel
import Quantities

/// People go into hospital and come home again; workers fall sick.
extension ServiceLife {
  mutating func goAwayAndComeHome() {
    for id in episodes.keys.sorted() {
      guard let record = episodes[id], record.state != .preStart, record.state != .ended,
        let person = people[record.episode.person]
      else { continue }
      let wasUncovered = happens(.leftUncovered, id.text, perMille: 25)
      if wasUncovered { note(.leftUncovered) }
      people[person.id] = person.with(wasUncovered: wasUncovered)
      if record.state == .suspended {
        returnHome(record)
      } else if let person = people[person.id], !person.suspensions.contains(where: { $0.end >= asOf }) {
        leave(record, person)
      }
    }
    for id in referrals.keys.sorted() {
      guard let record = referrals[id], record.referral.state == .accepted, record.referral.whereabouts == .home,
        !episodes.values.contains(where: { $0.episode.referral == id }), let person = people[record.referral.person],
        !person.suspensions.contains(where: { $0.end >= asOf }), happens(.toHospital, id.text, perMille: 20)
      else { continue }
      note(.toHospital)
      goAway(person, from: instant(draw(.toHospital, id.text, in: 9...21), on: today), days: 3)
    }
  }

  private mutating func goAway(_ person: Person, from start: Instant, days: Int) {
    let home = instant(draw(.home, person.id.text, in: 12...18), on: calendar.serviceDate(of: start).adding(days: days))
    guard let away = InstantInterval(start: start, end: home) else { return }
    people[person.id] = person.with(suspensions: person.suspensions + [away])
  }

  private mutating func leave(_ record: EpisodeRecord, _ person: Person) {
    if happens(.awayKnownAhead, record.id.text, perMille: 5) {
      note(.awayKnownAhead)
      goAway(person, from: instant(10, on: today.adding(days: 4)), days: 3)
    } else if happens(.toHospital, record.id.text, perMille: 12) {
      goAway(
        person, from: instant(draw(.toHospital, record.id.text, in: 9...21), on: today),
        days: draw(.staysLonger, record.id.text, in: 1...11))
      episodes[record.id] = taking(.suspend, record, .toHospital)
    }
  }

  private mutating func returnHome(_ record: EpisodeRecord) {
    guard let person = people[record.episode.person], let away = person.suspensions.last(where: { $0.contains(asOf) })
    else { return }
    guard away.end < nextMorning else { return }
    if happens(.staysLonger, record.id.text, perMille: 250) {
      note(.staysLonger)
      let longer = InstantInterval(start: away.start, end: instant(14, on: today.adding(days: 2)))
      people[person.id] = person.with(suspensions: person.suspensions.filter { $0 != away } + [longer ?? away])
      return
    }
    let heldUntil = calendar.serviceDate(of: away.start).adding(days: policy.clocks.suspensionHeldDays)
    do {
      episodes[record.id] = try record.taking(
        .restart(on: calendar.serviceDate(of: away.end), heldUntil: heldUntil))
      note(.home)
    } catch {
      note(.heldDaysOver)
      comeHomeLate(record, away)
    }
  }

  /// Behind the held days the person is referred anew, or nobody has thought of it yet.
  private mutating func comeHomeLate(_ record: EpisodeRecord, _ away: InstantInterval) {
    guard draw(.heldDaysOver, record.id.text, in: 0...2) > 0 else {
      episodes[record.id] = record.with(state: .active)
      return
    }
    episodes[record.id] = taking(
      .end(on: calendar.serviceDate(of: away.start), reason: .readmitted), record, .ended)
    for (visit, booked) in appointments where booked.episode == record.id && booked.date >= today {
      appointments[visit] = nil
    }
    let id = ReferralID("r" + record.id.text.dropFirst() + "-again")
    note(.received)
    needs[id] = StartNeeds(
      firstVisit: StartNeeds.FirstVisit(demands: [
        Demand(roles: [.rehabilitationAssistant, .occupationalTherapist], length: Minutes(60))
      ]), lines: record.package(on: today)?.lines ?? [])
    referrals[id] = ReferralRecord(
      referral: Referral(
        id: id, person: record.episode.person, referralClass: .hospitalDischarge, receivedAt: away.end - Minutes(120),
        readyFrom: away.end, whereabouts: .home, state: .received))
  }

  mutating func fallSick() {
    for id in staff.keys.sorted() {
      guard let member = staff[id], !member.sickness.contains(where: { $0.contains(today.adding(days: 1)) }),
        happens(.workerSick, id.text, perMille: 15),
        let span = DateSpan(
          first: today.adding(days: 1), last: today.adding(days: draw(.workerSick, id.text, in: 1...6)))
      else { continue }
      note(.workerSick)
      staff[id] = member.with(sickness: member.sickness + [span])
    }
  }
}
