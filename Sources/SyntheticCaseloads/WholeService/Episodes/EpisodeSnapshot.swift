import CareModel
import Quantities
import ReproducibleNumbers

/// Tells of a course what is known at a moment: nothing that lies after it, but what has been booked and agreed.
struct EpisodeSnapshot {
  let parameters: ServiceParameters
  let calendar: ServiceCalendar
  let plane: ServicePlane
  let acquaintance: Acquaintance
  /// What each person's calls are.
  let packages: PackagePlanner
  /// Therapy, plans and reviews.
  let bookings: BookingPlanner

  init(_ parameters: ServiceParameters, calendar: ServiceCalendar, plane: ServicePlane, acquaintance: Acquaintance) {
    self.parameters = parameters
    self.calendar = calendar
    self.plane = plane
    self.acquaintance = acquaintance
    packages = PackagePlanner(parameters)
    bookings = BookingPlanner(parameters: parameters)
  }

  /// The service day on which the service is seen.
  var today: CivilDate { parameters.date }
  /// The moment, in minutes of that day.
  var now: DatedMinute { DatedMinute(date: today, minute: parameters.asOf.secondsOfDay / 60) }

  /// The instant at which clocks show it.
  func instant(_ moment: DatedMinute) -> Instant {
    ServiceHours(calendar: calendar, date: moment.date).instant(moment.minute)
  }

  /// The person's records; nil where the referral is still to come, or the episode ended before anybody remembers.
  ///
  /// - Parameter since: what was over before it is forgotten: an episode, a call.
  func records(of course: Course, since: CivilDate) -> PersonRecords? {
    let arrival = course.arrival
    guard arrival.received < now else { return nil }
    let isRefused = course.refusal.map { $0.at < now } ?? false
    let hasStarted = course.refusal == nil && course.firstVisit < now
    let hasEnded = hasStarted && course.lastDate < today
    let isOver = isRefused || hasEnded
    let lastHeardOf = isRefused ? course.refusal?.at.date ?? arrival.received.date : course.lastDate
    guard !isOver || max(arrival.received.date, lastHeardOf) >= since else { return nil }
    let id = PersonID("p-" + arrival.label)
    let place = plane.home(
      PlaceID("home-" + id.text), purpose: .dwellings, index: arrival.index, subindex: arrival.subindex)
    let plan = packages.plan(for: course)
    let patch = plane.patchNumber(of: place)
    let booked = hasStarted ? bookings.bookings(of: course) : []
    let versions = packages.versions(plan, of: course, knownOn: min(today, course.lastDate), approver: approver(course))
    let circle =
      hasStarted && !hasEnded
      ? self.circle(course, patch: patch, versions: versions, booked: booked) : Acquaintance.Circle()
    return PersonRecords(
      person: person(id, place: place.id, course: course, circle: circle, isRunning: hasStarted && !hasEnded),
      place: place, referral: referral(course, person: id, plan: plan, isRefused: isRefused, hasStarted: hasStarted),
      episode: hasStarted
        ? episode(
          course, person: id, versions: versions, booked: booked, callers: callers(course, circle: circle),
          planOwner: acquaintance.planOwner(of: arrival, patch: patch),
          hasEnded: hasEnded) : nil,
      appointments: appointments(booked, since: since, course: course, person: id, plan: plan, patch: patch))
  }
}
