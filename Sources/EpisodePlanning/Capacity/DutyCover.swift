import CareModel
import Quantities

/// Whether anybody who may do a call has a shift in the parts of the day in which it could be done, however much else there is to do.
struct DutyCover {
  private let service: Service
  private let first: CivilDate
  /// By day: who has a shift, and when.
  private let shifts: [[(member: StaffMember, hours: InstantInterval)]]
  /// Many calls ask the same of the same day.
  private var known: [Asked: Bool] = [:]

  private struct Asked: Hashable {
    let day: Int
    let demand: WorkClasses.DemandClass
  }

  init(_ service: Service, from first: CivilDate, days: Int) {
    self.service = service
    self.first = first
    shifts = (0..<days).map { day in
      let date = first.adding(days: day)
      return service.staff.flatMap { member in
        member.shifts(on: date).compactMap { shift in
          shift.hours(on: date, calendar: service.calendar).map { (member, $0) }
        }
      }
    }
  }

  /// The calls, those told apart that are essential, plans or reviews, still to be done, and have nobody for one of their workers.
  mutating func told(_ calls: [PlannedCall]) -> [PlannedCall] {
    calls.map { call in
      let isAsked =
        (call.need.consequence.isEssential || call.need.kind.hasClock) && call.basis != .leftOut
        && !call.isOver(asOf: service.asOf, calendar: service.calendar)
      return isAsked && call.asked.contains { !isCovered($0, on: call.date) } ? call.withNobodyOnDuty : call
    }
  }

  private mutating func isCovered(_ demand: WorkClasses.DemandClass, on date: CivilDate) -> Bool {
    let asked = Asked(day: date.days(from: first), demand: demand)
    guard shifts.indices.contains(asked.day) else { return true }
    if let known = known[asked] { return known }
    let from = demand.parts.lowerBound.interval(on: date, calendar: service.calendar).start
    let until = demand.parts.upperBound.interval(on: date, calendar: service.calendar).end
    let isCovered = shifts[asked.day].contains { member, hours in
      hours.start < until && from < hours.end && demand.isMet(by: member.role, member.skills)
    }
    known[asked] = isCovered
    return isCovered
  }
}
