import CareModel
import Quantities
import ReproducibleNumbers

extension TinyDayBuilder {
  mutating func addCalls() {
    var answered: [PersonID] = []
    for number in 1...callCount {
      let person = personIDs[number <= personIDs.count ? number - 1 : stream.nextInt(below: personIDs.count)]
      let episode = draft.episodes.first { $0.person == person }
      let isFirst = episode == nil && !answered.contains(person)
      if isFirst { answered.append(person) }
      draft.visits.append(call(number: number, person: person, episode: episode?.id, isFirst: isFirst))
    }
  }

  private mutating func call(number: Int, person: PersonID, episode: EpisodeID?, isFirst: Bool) -> Visit {
    let kind = isFirst ? .firstResponse : kind()
    let days = stream.nextInt(in: -1...2)
    let consequence = stream.choose(from: Consequence.allCases)
    let isStated = stream.nextBool(perMille: 600)
    let isTimeCritical = chance(350, of: .timeCritical)
    let mode = mode(isFirst: isFirst)
    let demands = demands(kind)
    let windows = windows()
    let wishes = stream.nextBool(perMille: 200) ? preferences() : []
    let refused = draft.workers.map(\.id).filter { _ in chance(80, of: .refusals) }
    let referral = episode == nil ? draft.referrals.first { $0.person == person }?.id : nil
    let published = published(demands: demands, windows: windows)
    return Visit(
      id: VisitID("v\(number)"), person: person, kind: kind, episode: episode, referral: referral, mode: mode,
      place: mode == .clinic ? PlaceID("clinic") : nil, demands: demands, windows: windows,
      consequence: isStated ? consequence : nil, isTimeCritical: isTimeCritical, preferences: wishes,
      refusedWorkers: refused, lastPermittedDay: kind.hasClock ? draft.serviceDate.adding(days: days) : nil,
      state: published == nil ? .planned : .published, published: published)
  }

  private mutating func kind() -> Visit.Kind {
    let drawn = stream.nextInt(below: 100)
    let clock = [Visit.Kind.carePlan, .review, .dischargeReview][stream.nextInt(below: 3)]
    if drawn < 25, features.contains(.clocks) { return clock }
    return drawn < 75 ? .personalCare : drawn < 90 ? .therapy : .other
  }

  private mutating func mode(isFirst: Bool) -> Visit.Mode {
    let isRemote = chance(250, of: .remoteCalls) && !isFirst
    let isVideo = stream.nextBool(perMille: 400)
    let isClinic = stream.nextBool(perMille: 80) && !isFirst
    return isRemote ? (isVideo ? .video : .telephone) : isClinic ? .clinic : .home
  }

  private mutating func demands(_ kind: Visit.Kind) -> [Demand] {
    let isPair = chance(400, of: .twoPersonCalls)
    return (0..<(isPair ? 2 : 1)).map { _ in demand() }
  }

  private mutating func demand() -> Demand {
    let roles: [Role] = [[], [.rehabilitationAssistant], [.occupationalTherapist], Role.allCases][
      stream.chooseIndex(weights: [50, 25, 10, 15]) ?? 0]
    let skills = TinyDayBuilder.skills.filter { _ in stream.nextBool(perMille: 150) }
    return Demand(roles: roles, skills: skills, length: Minutes(minutes(2...9)))
  }

  private mutating func windows() -> [WindowAlternative] {
    let first = 7 * 60 + 45 + minutes(0...36)
    let odd = features.contains(.oddMinutes) ? stream.nextInt(in: 0...4) : 0
    let one = alternative(opening: first + odd)
    let gap = minutes(1...12)
    guard chance(300, of: .alternatives) else { return [one.window].compactMap { $0 } }
    return [one.window, alternative(opening: one.closing + gap).window].compactMap { $0 }
  }

  /// Nested windows from the safe one's first minute on.
  private mutating func alternative(opening: Int) -> (window: WindowAlternative?, closing: Int) {
    let agreed = opening + minutes(0...4)
    let preferred = agreed + minutes(0...4)
    let preferredEnd = preferred + minutes(0...6)
    let agreedEnd = preferredEnd + minutes(0...4)
    let closing = agreedEnd + minutes(0...12)
    let hours = draft.hours
    return (
      WindowAlternative(
        preferred: hours.interval(preferred, preferredEnd), agreed: hours.interval(agreed, agreedEnd),
        safe: hours.interval(opening, closing)), closing
    )
  }

  /// Workers drawn at random, fit or not, at a time on the grain near the first window.
  private mutating func published(demands: [Demand], windows: [WindowAlternative]) -> Visit.Placement? {
    let workers = stream.choose(demands.count, from: draft.workers.map(\.id))
    let shift = minutes(-4...8)
    let isPublished = chance(500, of: .published)
    guard isPublished, workers.count == demands.count, let window = windows.first else { return nil }
    return Visit.Placement(workers: workers, start: onGrain(window.preferred.start) + Minutes(shift))
  }

  /// The first moment on the grain that is not earlier.
  func onGrain(_ instant: Instant) -> Instant {
    let grain = max(draft.policy.timeGrain.value, 1)
    let elapsed = (instant - draft.calendar.start(of: draft.serviceDate)).value
    return instant + Seconds((grain - elapsed % grain) % grain)
  }
}
