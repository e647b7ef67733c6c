import CareModel
import Quantities
import ReproducibleNumbers

extension TinyDayBuilder {
  /// The number of people follows that of calls, so that some have several.
  private var personCount: Int { max(1, callCount * 2 / 3) }

  var personIDs: [PersonID] { (1...personCount).map { PersonID("p\($0)") } }

  mutating func addPeople() {
    for number in 1...personCount {
      let id = PersonID("p\(number)")
      let refused = draft.workers.map(\.id).filter { _ in chance(150, of: .refusals) }
      let core = draft.workers.map(\.id).filter { _ in chance(400, of: .preferences) }
      var recent: [WorkerID: Int] = [:]
      for worker in draft.workers where chance(400, of: .preferences) {
        recent[worker.id] = stream.nextInt(in: 1...9)
      }
      draft.people.append(
        Person(
          id: id, place: PlaceID("home\(number)"), coreTeam: core, recentVisits: recent, refusedWorkers: refused,
          preferences: preferences(), suspensions: suspensions(),
          hadUncoveredEssentialCallYesterday: stream.nextBool(perMille: 100)))
      addHistory(of: id, number: number)
    }
  }

  mutating func preferences() -> [Preference] {
    let wish: Preference.Wish
    switch stream.nextInt(below: 3) {
    case 0: wish = .gender(stream.nextBool(perMille: 700) ? .female : .male)
    case 1: wish = .language("Polish")
    default: wish = .workers([WorkerID("w1")])
    }
    let strength = stream.choose(from: Preference.Strength.allCases) ?? .weak
    return chance(400, of: .preferences) ? [Preference(wish, strength)] : []
  }

  /// Away for a while in the morning, or the whole day.
  private mutating func suspensions() -> [InstantInterval] {
    let start = 8 * 60 + minutes(0...30)
    let length = minutes(2...18)
    let isWhole = stream.nextBool(perMille: 200)
    guard chance(300, of: .suspensions) else { return [] }
    return [isWhole ? draft.calendar.day(draft.serviceDate) : draft.hours.interval(start, start + length)]
  }

  /// Either a referral whose first visit is still to come, or an episode with the referral that it began with.
  private mutating func addHistory(of id: PersonID, number: Int) {
    let isStart = chance(450, of: .starts)
    let referral = referral(of: id, number: number, isStart: isStart)
    draft.referrals.append(referral)
    guard !isStart else { return }
    let isPastLimit = chance(400, of: .limits)
    let day = isPastLimit ? stream.nextInt(in: 42...50) : stream.nextInt(in: 2...41)
    let choice = stream.nextInt(below: 5)
    let date = draft.serviceDate
    draft.episodes.append(
      Episode(
        id: EpisodeID("e\(number)"), person: id, referral: referral.id,
        kind: isPastLimit && choice == 0 ? .bridging : .reablement, startDate: date.adding(days: 1 - day),
        extension: choice == 1 && day + 2 > draft.policy.reablementDays
          ? Episode.Extension(lastDay: date.adding(days: 2), authorisedBy: "manager", reason: "plateau not reached")
          : nil,
        isHandoverRecorded: choice == 2,
        stopAtLimit: choice == 3 ? Episode.StopOrder(orderedBy: "manager") : nil))
  }

  private mutating func referral(of id: PersonID, number: Int, isStart: Bool) -> Referral {
    let referralClass = stream.choose(from: ReferralClass.allCases) ?? .newCommunity
    let isFlagged = stream.nextBool(perMille: 300)
    let isInHospital = stream.nextBool(perMille: 500) && isStart
    let ready = 8 * 60 + minutes(0...18)
    // A deadline during the day, before it, or after the noon of the next.
    let deadline = [8 * 60 + minutes(-12...36), 6 * 60, 39 * 60][stream.chooseIndex(weights: [70, 15, 15]) ?? 0]
    let isClosed = chance(100, of: .limits)
    let isExplicit = stream.nextBool(perMille: 200)
    let received = isStart ? deadline - 1440 : -3 * 1440
    return Referral(
      id: ReferralID("r\(number)"), person: id, referralClass: referralClass,
      careHomeRisk: isFlagged ? Referral.CareHomeRisk(setBy: "nurse") : nil,
      receivedAt: draft.hours.instant(min(received, 5 * 60)),
      readyFrom: isInHospital ? draft.hours.instant(ready) : nil, whereabouts: isInHospital ? .inHospital : .home,
      homecoming: isInHospital ? .expected : .confirmed, state: isClosed ? .withdrawn : .accepted,
      responseDeadline: isStart && (isExplicit || received > 5 * 60) ? draft.hours.instant(deadline) : nil)
  }
}
