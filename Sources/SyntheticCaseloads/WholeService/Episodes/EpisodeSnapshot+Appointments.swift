import CareModel
import Quantities
import ReproducibleNumbers

extension EpisodeSnapshot {
  /// What was held since a date, and what is booked from today on as far ahead as the service books.
  func appointments(
    _ booked: [Booking], since: CivilDate, course: Course, person: PersonID, plan: PackagePlanner.Plan, patch: Int?
  ) -> [Appointment] {
    let horizon = today.adding(days: parameters[.bookedDays])
    return booked.filter { $0.date >= since && $0.date < horizon }.map { booking in
      let week = (course.dayNumber(on: booking.date) - 1) / 7 + 1
      let clinic = patch.flatMap { plane.patches.indices.contains($0) ? plane.patches[$0].clinics.first?.id : nil }
      let isInClinic = booking.mode == .clinic && clinic != nil
      return Appointment(
        id: VisitID("e-" + course.arrival.label + "-" + booking.name), person: person,
        episode: EpisodeID("e-" + course.arrival.label), date: booking.date,
        call: CallNeed(
          kind: booking.kind, mode: booking.mode == .clinic && clinic == nil ? .home : booking.mode,
          place: isInClinic ? clinic : nil, demands: booking.demands,
          preferred: bookings.preferred(booking, of: course, beside: packages.lines(plan, week: week))),
        lastPermittedDay: booking.lastPermittedDay)
    }
  }
}
