package import CareModel
import Quantities

extension ScenarioDays {
  /// One hospital discharge, overdue since four in the morning and forty minutes away by car, and eight people of classes
  /// 2 and 3 near the base who are in time until the afternoon: more than two workers can visit in a morning.
  ///
  /// Going to the first costs visits to the others; no number of them outweighs it.
  package static var overdue: Caseload {
    let parameters = DayParameters(seed: 1, title: "Overdue")
    let map = NeighbourhoodMap(parameters: parameters)
    let calendar = LondonCalendar.calendar(around: parameters.serviceDate)
    let hours = ServiceHours(calendar: calendar, date: parameters.serviceDate)
    var draft = DayDraft(
      title: parameters.title, asOf: hours.instant(7 * 60), serviceDate: parameters.serviceDate, calendar: calendar)
    draft.places = [map.base]
    for number in 1...9 {
      let isOverdue = number == 1
      let home = map.place(
        PlaceID("home-" + PersonPlan.id(number).text), kind: .home, east: isOverdue ? 9000 : 300 * (number - 5),
        north: isOverdue ? 3000 : number % 2 == 0 ? 400 : -400)
      draft.places.append(home)
      draft.people.append(Person(id: PersonPlan.id(number), place: home.id))
      draft.add(firstVisit(number: number, isOverdue: isOverdue, hours))
    }
    draft.workers = (1...2).map { number in
      let id = WorkerID("w-" + PersonPlan.padded(number, to: 2))
      return Worker(
        id: id, role: .rehabilitationAssistant, skills: [SyntheticSkill.firstVisits], gender: .female,
        dutyPeriods: [
          DutyPeriod(
            id: DutyID(id.text), hours: hours.interval(8 * 60, 13 * 60), startPlace: map.base.id, endPlace: map.base.id,
            mode: .car)
        ])
    }
    return draft.caseload
  }

  private static func firstVisit(number: Int, isOverdue: Bool, _ hours: ServiceHours) -> PersonPlan {
    let referralClass: ReferralClass =
      isOverdue ? .hospitalDischarge : number <= 5 ? .newCommunity : .escalatingExisting
    // A quarter of an hour between one deadline and the next.
    let received = (isOverdue ? 4 * 60 : 14 * 60 + 15 * number) - 1440
    let referral = Referral(
      id: ReferralID("r-" + PersonPlan.padded(number, to: 3)), person: PersonPlan.id(number),
      referralClass: referralClass, receivedAt: hours.instant(received), whereabouts: .home)
    let call = CallPlan(
      name: "first", kind: .firstResponse, start: 9 * 60, width: 180,
      demands: [
        Demand(roles: [.rehabilitationAssistant], skills: [SyntheticSkill.firstVisits], length: Minutes(75))
      ], consequence: .medium, isOfStart: true)
    return PersonPlan(number: number, calls: [call], referral: referral)
  }
}
