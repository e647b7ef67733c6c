package import Quantities

/// Somewhere that workers travel to or from.
package struct Place: Hashable, Sendable, Identifiable {
  package let id: PlaceID
  package let kind: Kind
  /// Where it lies; may be nil only when a travel matrix is given.
  package let position: GeographicPosition?
  package let area: AreaKind
  /// The team's area (patch) it belongs to, for people to read.
  package let patch: String?
  /// Parking and getting in, added to each leg that ends here; nil takes the policy's figure for the area.
  package let access: Minutes?
  /// The row and column of this place in a given travel matrix.
  package let matrixIndex: Int?
  /// When people are seen here; empty for anything but a clinic.
  package let clinicSessions: [ClinicSession]

  package init(
    id: PlaceID, kind: Kind = .home, position: GeographicPosition?, area: AreaKind = .town, patch: String? = nil,
    access: Minutes? = nil, matrixIndex: Int? = nil, clinicSessions: [ClinicSession] = []
  ) {
    self.id = id
    self.kind = kind
    self.position = position
    self.area = area
    self.patch = patch
    self.access = access
    self.matrixIndex = matrixIndex
    self.clinicSessions = clinicSessions
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case home, clinic, base
  }
}

/// The kind of surroundings, which sets the speed of travel (`domain.md` 2.5).
package enum AreaKind: String, CaseIterable, Hashable, Sendable {
  case innerLondon, town, rural
}

/// How a worker gets about.
package enum TravelMode: String, CaseIterable, Hashable, Sendable {
  case car, bicycle, onFoot, publicTransport
}

/// The parts of the day with their own travel factor.
package enum DayPart: String, CaseIterable, Hashable, Sendable {
  case morningPeak, eveningPeak, offPeak
}

/// Travel as given by the document: one matrix per mode, by `Place.matrixIndex`.
package struct TravelMatrix: Hashable, Sendable {
  package let mode: TravelMode
  /// Number of rows and of columns.
  package let size: Int
  /// Row-major, from row to column.
  package let seconds: [Int32]
  /// Row-major; empty where distances are not known (mileage then costs nothing).
  package let metres: [Int32]

  /// Nil unless each table given has `size` x `size` entries.
  package init?(mode: TravelMode, size: Int, seconds: [Int32], metres: [Int32] = []) {
    guard size >= 0, size <= 20_000, seconds.count == size * size, metres.isEmpty || metres.count == size * size
    else { return nil }
    self.mode = mode
    self.size = size
    self.seconds = seconds
    self.metres = metres
  }
}
