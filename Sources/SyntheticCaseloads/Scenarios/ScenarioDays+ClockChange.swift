package import CareModel
import Quantities

extension ScenarioDays {
  /// The service day of Saturday 24 October 2026, planned at 18:00: it has 25 hours, and clocks go back from 02:00 to 01:00.
  ///
  /// - Two waking-night workers from 21:30 to 05:00, by the clock seven and a half hours, in truth eight and a half.
  /// - A time-critical call at 01:30: clocks show it twice, and the first is meant. Another person's is meant for the
  ///   second, and says so by its zone.
  /// - Somebody who is turned by two workers three times, never more than four hours apart: 23:00 to 02:00 is four.
  package static var clockChangeDay: Caseload {
    var parameters = DayParameters(seed: 25, title: "The night the clocks go back")
    parameters.serviceDate = CivilDate(daysSinceEpoch: 20_750)
    let map = NeighbourhoodMap(parameters: parameters)
    let calendar = LondonCalendar.calendar(around: parameters.serviceDate)
    let hours = ServiceHours(calendar: calendar, date: parameters.serviceDate)
    var draft = DayDraft(
      title: parameters.title, asOf: hours.instant(18 * 60), serviceDate: parameters.serviceDate, calendar: calendar)
    draft.places = [map.base]
    addPeople(to: &draft, map)
    draft.workers = [
      worker("n-01", hours.interval(21 * 60 + 30, 29 * 60), hours, map, isNight: true),
      worker("n-02", hours.interval(21 * 60 + 30, 29 * 60), hours, map, isNight: true),
      worker("w-01", hours.interval(18 * 60, 22 * 60 + 30), hours, map, isNight: false),
    ]
    addCalls(to: &draft, hours)
    return draft.caseload
  }

  private static func addPeople(to draft: inout DayDraft, _ map: NeighbourhoodMap) {
    for number in 1...5 {
      let id = PersonPlan.id(number)
      let home = map.place(
        PlaceID("home-" + id.text), kind: .home, east: 500 * (number - 3), north: number % 2 == 0 ? 600 : -300)
      draft.places.append(home)
      draft.people.append(Person(id: id, place: home.id, coreTeam: [WorkerID("n-01"), WorkerID("w-01")]))
      draft.episodes.append(
        Episode(
          id: EpisodeID("e-" + PersonPlan.padded(number, to: 3)), person: id,
          startDate: draft.serviceDate.adding(days: -7 * number)))
    }
  }

  private static func worker(
    _ id: String, _ duty: InstantInterval, _ hours: ServiceHours, _ map: NeighbourhoodMap, isNight: Bool
  ) -> Worker {
    // From the first 01:00 to 03:00 are three hours.
    let rest = Break(length: Minutes(30), window: hours.interval(24 * 60 + 30, 27 * 60))
    return Worker(
      id: WorkerID(id), role: .rehabilitationAssistant,
      skills: [SyntheticSkill.medicines, SyntheticSkill.movingAndHandling], gender: .female,
      dutyPeriods: [
        DutyPeriod(
          id: DutyID(id), hours: duty, startPlace: map.base.id, endPlace: map.base.id, mode: .car,
          breaks: isNight ? [rest] : [])
      ],
      record: WorkingRecord(
        previousDutyEnd: duty.start - Minutes(960), nextDutyStart: duty.end + Minutes(960),
        minutesWorkedThisWeek: Minutes(900)))
  }

  private static func addCalls(to draft: inout DayDraft, _ hours: ServiceHours) {
    let one = Demand(roles: [.rehabilitationAssistant], length: Minutes(30))
    let medicine = Demand(
      roles: [.rehabilitationAssistant], skills: [SyntheticSkill.medicines], length: Minutes(15))
    let hoist = Demand(
      roles: [.rehabilitationAssistant], skills: [SyntheticSkill.movingAndHandling], length: Minutes(20))
    func add(_ number: Int, _ name: String, _ start: Instant, _ demands: [Demand], isTimeCritical: Bool = false) {
      let preferred = InstantInterval(start: start, end: start + Minutes(30))
      let tolerance = Minutes(isTimeCritical ? 30 : 45)
      let agreed = InstantInterval(start: start - tolerance, end: start + Minutes(30) + tolerance)
      guard let preferred, let agreed,
        let window = WindowAlternative(preferred: preferred, agreed: agreed, safe: agreed)
      else { return }
      draft.visits.append(
        Visit(
          id: VisitID("\(PersonPlan.id(number))-\(name)"), person: PersonPlan.id(number), kind: .personalCare,
          episode: EpisodeID("e-" + PersonPlan.padded(number, to: 3)), demands: demands, windows: [window],
          consequence: .high, isTimeCritical: isTimeCritical))
    }
    add(1, "bed", hours.instant(19 * 60 + 30), [one])
    add(2, "bed", hours.instant(20 * 60 + 30), [one])
    add(5, "bed", hours.instant(21 * 60), [one])
    add(3, "turn-1", hours.instant(22 * 60 + 45), [hoist, hoist])
    // By the clock three hours and a quarter later; in truth one more.
    add(3, "turn-2", hours.instant(26 * 60), [hoist, hoist])
    add(3, "turn-3", hours.instant(27 * 60 + 45), [hoist, hoist])
    let first = hours.instant(25 * 60 + 30)
    add(4, "medicine", first, [medicine], isTimeCritical: true)
    add(1, "medicine", first + Minutes(60), [medicine], isTimeCritical: true)
    for (earlier, later) in [("turn-1", "turn-2"), ("turn-2", "turn-3")] {
      draft.links.append(
        VisitLink(
          first: VisitID("p-003-\(earlier)"), second: VisitID("p-003-\(later)"),
          relation: .gap(minimum: Minutes(90), maximum: Minutes(240))))
    }
  }
}
