import CareModel
import Quantities
import ReproducibleNumbers

/// Events of every kind as chance has them, for a day at some moment; not all of them can be taken.
struct InventedEvents {
  let day: Caseload
  let now: Instant
  var random: RandomStream
  var number = 0

  mutating func next() -> DayEvent? {
    number += 1
    guard let matter = matter(random.nextInt(below: DayEvent.Kind.allCases.count)) else { return nil }
    return DayEvent(id: EventID("e\(now.epochSeconds)-\(number)"), at: now, reportedBy: "desk", matter: matter)
  }

  private mutating func matter(_ kind: Int) -> DayEvent.Matter? {
    guard let worker = random.choose(from: day.workers)?.id, let visit = random.choose(from: day.visits),
      let person = random.choose(from: day.people)?.id
    else { return nil }
    let begun = random.choose(from: day.visits.filter(isUnderWay)) ?? visit
    let minutes = Minutes(random.nextInt(in: 5...50))
    switch kind {
    case 0: return .workerOff(worker, from: now + Minutes(random.nextInt(below: 2) * 60))
    case 1: return .runningLate(worker, by: minutes)
    case 2: return .cancelled(visit.id)
    case 3: return .refused(visit.id)
    case 4: return .noReply(begun.id)
    case 5: return .cutShort(begun.id, to: Minutes(max(1, begun.length.value / 2)))
    case 6: return .takesLonger(begun.id, to: begun.length + minutes)
    case 7: return window(after: Minutes(30)).map { .newWindows(visit.id, [$0]) }
    case 8:
      let until = random.nextBool(perMille: 500) ? now + Minutes(180) : nil
      return .toHospital(person, from: now + Minutes(random.nextInt(below: 3) * 30), until: until)
    case 9: return newCall(person).map { .newCall($0) }
    case 10: return newReferral(person).map { .newReferral($0) }
    case 11: return newCall(person).map { .providerOutage(provider: "another provider", $0) }
    case 12: return newWorker(like: worker).map { .workerAdded($0) }
    case 13:
      let time = InstantInterval(start: now + Minutes(60), end: now + Minutes(120))
      return .locked(visit.id, CallOrder(workers: nil, start: time, setBy: "duty manager", reason: "asked for"))
    default: return day.visits.first { $0.lock != nil }.map { .unlocked($0.id) }
    }
  }

  private func isUnderWay(_ visit: Visit) -> Bool {
    let placement = visit.actual ?? visit.published
    return placement.map { $0.start <= now && now < $0.start + visit.length } ?? false
  }

  private func window(after minutes: Minutes) -> WindowDraft? {
    let from = now + minutes
    let wide = InstantInterval(start: from, end: from + Minutes(120))
    return InstantInterval(start: from, end: from + Minutes(30)).map {
      WindowDraft(preferred: $0, agreed: wide, safe: wide)
    }
  }

  private mutating func newCall(_ person: PersonID) -> DayRecords? {
    guard let window = window(after: Minutes(random.nextInt(in: 10...90))) else { return nil }
    var records = DayRecords()
    let demands = (0..<random.nextInt(in: 1...2)).map { _ in Demand(length: Minutes(20)) }
    records.visits = [
      VisitDraft(
        Visit(
          id: VisitID("new-\(now.epochSeconds)-\(number)"), person: person, kind: .personalCare, demands: demands,
          windows: []), windows: [window])
    ]
    return records
  }

  private mutating func newReferral(_ person: PersonID) -> DayRecords? {
    guard var records = newCall(person), let call = records.visits.first else { return nil }
    let referral = ReferralID("ref-\(now.epochSeconds)-\(number)")
    records.referrals = [
      Referral(
        id: referral, person: person, referralClass: .newCommunity, receivedAt: now, whereabouts: .home,
        responseDeadline: now + Minutes(240))
    ]
    let first = Visit(
      id: VisitID("first-\(now.epochSeconds)-\(number)"), person: person, kind: .firstResponse, referral: referral,
      demands: [Demand(length: Minutes(30))], windows: [])
    records.visits = [VisitDraft(first, windows: call.windows)]
    return records
  }

  private func newWorker(like id: WorkerID) -> DayRecords? {
    guard let model = day.worker(id), let duty = model.dutyPeriods.last, now + Minutes(60) < duty.hours.end,
      let hours = InstantInterval(start: now, end: duty.hours.end)
    else { return nil }
    var records = DayRecords()
    records.workers = [
      Worker(
        id: WorkerID("more-\(now.epochSeconds)-\(number)"), role: model.role, skills: model.skills,
        dutyPeriods: [
          DutyPeriod(
            id: DutyID("duty-\(now.epochSeconds)-\(number)"), hours: hours, startPlace: duty.startPlace,
            endPlace: duty.endPlace, mode: duty.mode)
        ])
    ]
    return records
  }
}
