import CareModel
import Quantities

/// The sessions of clinics in the coming days, with the slots that are free in each (R28).
struct ClinicSlots {
  /// A session on a day.
  struct Slot: Hashable {
    let place: PlaceID
    let date: CivilDate
    /// Which of the place's sessions.
    let session: Int
  }

  /// A session that a person could go to.
  struct Offer {
    let slot: Slot
    let hours: ClockInterval
  }

  /// How many slots are free, in the order of ``index(_:)``.
  let free: [Int]
  private let places: [Slot: Int]
  private let offers: [CivilDate: [Offer]]
  private let positions: [PlaceID: GeographicPosition]

  init(_ service: Service, from first: CivilDate, days: Int) {
    var free: [Int] = []
    var places: [Slot: Int] = [:]
    var offers: [CivilDate: [Offer]] = [:]
    let booked = service.appointments.filter { $0.call.mode == .clinic }
    for place in service.places where !place.clinicSessions.isEmpty {
      for date in (0..<days).map(first.adding(days:)) {
        for (index, session) in place.clinicSessions.enumerated() where session.weekdays.contains(date.weekday) {
          let taken = booked.count {
            $0.call.place == place.id && $0.date == date
              && session.hours.contains(
                ClockInterval(from: $0.call.preferred.from, until: $0.call.preferred.from),
                fromOrigin: service.calendar.dayOrigin)
          }
          let slot = Slot(place: place.id, date: date, session: index)
          places[slot] = free.count
          free.append(max(0, session.slots - taken))
          offers[date, default: []].append(Offer(slot: slot, hours: session.hours))
        }
      }
    }
    (self.free, self.places, self.offers) = (free, places, offers)
    positions = service.places.reduce(into: [:]) { $0[$1.id] = $1.position }
  }

  func index(_ slot: Slot) -> Int? { places[slot] }

  /// The sessions of a day in the clinic that is nearest to a home; all of them where it isn't known where they lie.
  func offers(on date: CivilDate, near home: PlaceID) -> [Offer] {
    let all = offers[date] ?? []
    guard let here = positions[home] else { return all }
    func distance(_ offer: Offer) -> Int {
      positions[offer.slot.place].map { $0.squaredDistance(to: here) } ?? .max
    }
    let nearest = all.map(distance).min()
    return all.filter { distance($0) == nearest }
  }
}

extension GeographicPosition {
  /// In squared microdegrees, a degree of longitude counted as five eighths of one of latitude: to tell near from far in Britain.
  fileprivate func squaredDistance(to other: GeographicPosition) -> Int {
    let north = latitudeMicrodegrees - other.latitudeMicrodegrees
    let east = (longitudeMicrodegrees - other.longitudeMicrodegrees) * 5 / 8
    return north * north + east * east
  }
}
