import CareModel
import Quantities

/// A UHHC instance as a day of ours.
///
/// | theirs | ours |
/// | --- | --- |
/// | patient | a call of personal care; `optional` makes its consequence low, otherwise medium |
/// | services of a `simultaneous` patient | the demands of one call; from the third on further calls linked by the same start |
/// | other services of a patient | calls of their own, never by the same worker, each requiring the one before it |
/// | `sequential` distance | a gap from start to start |
/// | ability | skill |
/// | preferred, incompatible caregivers | weak preference, refusal |
/// | working shift, terminal points | duty period from place to place, with overtime where theirs only costs |
/// | lunch break | a break of every run, within shift and lunch window |
/// | distances | a travel matrix by car, minutes as seconds; nothing for parking, mileage or peaks |
///
/// A patient whose services do not start together becomes one person a service, at the same place: the set lets such
/// services overlap, and we let nobody have two calls at a time. `ATTRIBUTION.md` beside the scenario says what differs.
struct UHHCDay {
  private let instance: UHHCInstance

  /// The set knows no date; this one has no clock change near it.
  private static let serviceDate = CivilDate(daysSinceEpoch: 20_637)
  private static let minutesOfDay = 1440

  init(_ instance: UHHCInstance) { self.instance = instance }

  private var calendar: ServiceCalendar {
    ServiceCalendar(zone: "UTC", initialOffset: .zero, changes: [], dayOrigin: ClockTime(wrapping: 0))
  }

  private var origin: Instant { calendar.start(of: UHHCDay.serviceDate) }

  /// The day, each record right in itself, for the model's validation.
  var draft: CaseloadDraft {
    var draft = CaseloadDraft(
      title: "UHHC \(instance.name.split(separator: "/").last.map(String.init) ?? instance.name)".shortened(to: 120),
      isInvented: true, asOf: origin, serviceDate: UHHCDay.serviceDate, calendar: calendar, policy: policy,
      matrices: matrix.map { [$0] } ?? [])
    let calls = instance.patients.map(calls)
    draft.places = places.enumerated().map { DraftRecord(index: $0, value: $1) }
    draft.people = calls.flatMap(\.people).enumerated().map { DraftRecord(index: $0, value: $1) }
    draft.workers = instance.caregivers.map(worker).enumerated().map { DraftRecord(index: $0, value: $1) }
    draft.visits = calls.flatMap(\.visits).enumerated().map { DraftRecord(index: $0, value: $1) }
    draft.links = calls.flatMap(\.links).enumerated().map { DraftRecord(index: $0, value: $1) }
    return draft
  }

  private var policy: Policy {
    var policy = Policy()
    policy.timeGrain = Seconds(60)
    policy.missedAfterClock = ClockTime(wrapping: 86_399)
    // A caregiver of the set with a lunch break has it however short the day is.
    policy.breakRequiredAfter = .zero
    policy.dailyRest = .zero
    return policy
  }

  private var matrix: TravelMatrix? {
    let seconds = instance.distances.flatMap { row in row.map { Int32(clamping: $0 * 60) } }
    return TravelMatrix(mode: .car, size: instance.distances.count, seconds: seconds)
  }

  private var places: [Place] {
    instance.terminals.map { place(UHHCDay.terminal($0.id), .base, $0.row, $0.location) }
      + instance.patients.map { place(UHHCDay.home($0.id), .home, $0.row, $0.location) }
  }

  private func place(
    _ id: PlaceID, _ kind: Place.Kind, _ row: Int, _ location: UHHCInstance.Location?
  ) -> Place {
    // The older sets give points of a plane, which are nowhere on earth.
    let isReal = instance.origin == "generated"
    let position = location.flatMap {
      GeographicPosition(
        latitudeMicrodegrees: $0.latitudeMicrodegrees, longitudeMicrodegrees: $0.longitudeMicrodegrees)
    }
    return Place(id: id, kind: kind, position: isReal ? position : nil, access: .zero, matrixIndex: row)
  }

  private static func terminal(_ id: String) -> PlaceID { PlaceID("terminal-\(id)") }
  private static func home(_ id: String) -> PlaceID { PlaceID("home-\(id)") }

  private func worker(_ caregiver: UHHCInstance.Caregiver) -> Worker {
    let shift = caregiver.shift ?? UHHCInstance.Window(start: 0, end: instance.horizon)
    let hours = InstantInterval(start: origin + Minutes(shift.start), end: origin + Minutes(shift.end))
    let duty = DutyPeriod(
      id: DutyID("\(caregiver.id)-shift"), hours: hours ?? InstantInterval(at: origin),
      startPlace: UHHCDay.terminal(caregiver.departingPoint), endPlace: UHHCDay.terminal(caregiver.arrivalPoint),
      mode: .car, breaks: caregiver.hasLunch ? breaks(in: shift) : [], agreedOvertime: overtime(after: shift))
    return Worker(
      id: WorkerID(caregiver.id), role: .rehabilitationAssistant, skills: caregiver.abilities.map { Skill($0) },
      dutyPeriods: [duty])
  }

  /// None where the shift leaves no room for it: the set then counts it as missed, we do not ask for it.
  private func breaks(in shift: UHHCInstance.Window) -> [Break] {
    guard let lunch = instance.lunch else { return [] }
    let start = max(lunch.window.start, shift.start)
    let end = min(lunch.window.end, shift.end)
    guard end - start >= lunch.length,
      let window = InstantInterval(start: origin + Minutes(start), end: origin + Minutes(end))
    else { return [] }
    return [Break(length: Minutes(lunch.length), window: window)]
  }

  /// Where extra time only costs, the set does not limit it; ours ends with the day, or after twelve hours.
  private func overtime(after shift: UHHCInstance.Window) -> Minutes {
    guard instance.costs["total_extra_time"] != .hard else { return .zero }
    return Minutes(min(max(0, UHHCDay.minutesOfDay - shift.end), CaseloadLimits.overtimeMinutes.upperBound))
  }

  private func calls(_ patient: UHHCInstance.Patient) -> UHHCCalls {
    let isHard = ["total_tardiness", "highest_tardiness"].contains { instance.costs[$0] == .hard }
    let windows = UHHCWindows(
      isHard: isHard, isOnTimeByEnd: instance.isOnTimeByEnd, horizon: instance.horizon, origin: origin)
    return UHHCCalls(patient, place: UHHCDay.home(patient.id), windows: windows)
  }
}

extension String {
  /// The first characters, as a title can bear them.
  fileprivate func shortened(to count: Int) -> String { String(prefix(count)) }
}
