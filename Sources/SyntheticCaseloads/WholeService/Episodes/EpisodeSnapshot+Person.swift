import CareModel
import Quantities
import ReproducibleNumbers

extension EpisodeSnapshot {
  /// Wishes, stays in hospital, and who has been there.
  func person(
    _ id: PersonID, place: PlaceID, course: Course, circle: Acquaintance.Circle, isRunning: Bool
  ) -> Person {
    var stream = RandomStream(
      seed: parameters.seed, purpose: .personWishes, index: course.arrival.index, subindex: course.arrival.subindex)
    let wantsGender = stream.nextBool(perMille: parameters[.genderPreferencePerMille])
    let wantsWoman = stream.nextBool(perMille: 750)
    let strength = [Preference.Strength.weak, .strong, .required][stream.chooseIndex(weights: [45, 45, 10]) ?? 0]
    let wantsLanguage = stream.nextBool(perMille: parameters[.languagePreferencePerMille])
    let language = stream.choose(from: StaffPlanner.languages)
    let refuses = stream.nextBool(perMille: parameters[.refusalPerMille])
    let wasUncovered = stream.nextBool(perMille: parameters[.uncoveredYesterdayPerMille])
    var preferences: [Preference] = []
    // Only a woman is ever required: men are few, and a call would stay open (R38, R40).
    if wantsGender {
      preferences.append(
        Preference(.gender(wantsWoman ? .female : .male), wantsWoman || strength != .required ? strength : .strong))
    }
    if wantsLanguage, let language { preferences.append(Preference(.language(language), .weak)) }
    // Somebody they know, but not of the core team.
    let refused = refuses ? circle.known.dropFirst(circle.core.count).first : nil
    let suspension = course.suspension.flatMap { away -> InstantInterval? in
      guard away.from < now, course.refusal == nil else { return nil }
      return InstantInterval(start: instant(away.from), end: instant(away.until))
    }
    return Person(
      id: id, place: place, coreTeam: circle.core, recentVisits: circle.recent,
      refusedWorkers: [refused].compactMap { $0 }, preferences: preferences,
      suspensions: [suspension].compactMap { $0 }, hadUncoveredEssentialCallYesterday: isRunning && wasUncovered)
  }

  /// Who has called in which weeks: those of the last 28 days as often as they have, before that as in the weeks behind.
  func callers(_ course: Course, circle: Acquaintance.Circle) -> [CallingRecord] {
    let week = max(0, today.daysSinceEpoch - 1 - course.startDate.daysSinceEpoch) / 7 + 1
    let lately = min(4, week)
    return circle.recent.sorted { $0.key < $1.key }.enumerated().map { place, entry in
      let times = min(entry.value, lately)
      let recent = (0..<times).map { week - (place + $0) % lately }
      return CallingRecord(
        worker: entry.key,
        weeks: (1...week).filter { number in recent.contains { ($0 - number) % 4 == 0 && $0 >= number } })
    }
  }

  /// Core team and visits of the last 28 days.
  func circle(
    _ course: Course, patch: Int?, versions: [PackageVersion], booked: [Booking]
  ) -> Acquaintance.Circle {
    let since = max(course.startDate, today.adding(days: -28))
    var care = 0
    var day = since
    while day < today {
      let isAway = course.suspension.map { $0.from.date <= day && day < $0.until.date } ?? false
      if !isAway { care += versions.last { $0.effectiveFrom <= day }?.lines(on: day).count ?? 0 }
      day = day.adding(days: 1)
    }
    var therapy: [Role: Int] = [:]
    for booking in booked where booking.date >= since && booking.date < today && booking.isOfTherapists {
      if let role = booking.demands.first?.roles.first { therapy[role, default: 0] += 1 }
    }
    return acquaintance.circle(of: course.arrival, patch: patch, care: care, therapy: therapy)
  }
}
