/// The public benchmark sets that can be read, judged and solved here under their own rules.
package enum PublicSet: String, CaseIterable, Hashable, Sendable {
  /// Unified home healthcare routing and scheduling: Ceschia et al. 2026, doi 10.1111/itor.70140.
  case uhhc
  /// Home health care with interdependent services: Mankowska, Meisel, Bierwirth 2014, doi 10.1007/s10729-013-9243-1.
  case mankowska
  /// Vehicle routing with hard time windows: Solomon 1987, doi 10.1287/opre.35.2.254.
  case solomon
  /// Tight synthetic days of this project.
  case days
  /// Problems in the input format of VROOM, an open solver for vehicle routing, under its objective.
  case vroom

  /// Folder of the set below `Benchmarks/PublicSets`; its instances are in `instances`.
  package var folder: String { rawValue }

  /// As people read it.
  package var printedName: String {
    switch self {
    case .uhhc: "UHHC"
    case .mankowska: "Mankowska"
    case .solomon: "Solomon"
    case .days: "tight days"
    case .vroom: "VROOM"
    }
  }

  /// How the files of its instances end, without the dot.
  package var fileExtension: String { self == .solomon ? "txt" : "json" }

  /// The conventions under which its values are published; the first is the usual one.
  package var conventions: [BestKnown.Convention] {
    self == .solomon ? [.dimacs, .hierarchical] : [.own]
  }
}

/// An instance of any of the sets.
package enum PublicInstance: Hashable, Sendable {
  case uhhc(UHHCInstance)
  case mankowska(MankowskaInstance)
  case solomon(SolomonInstance)
  case days(DaysInstance)
  case vroom(VROOMInstance)

  /// Reads the bytes of an instance of a set.
  ///
  /// - Parameter file: the name that stands in messages.
  package static func read(_ bytes: [UInt8], file: String, of set: PublicSet) -> InstanceReading<PublicInstance> {
    switch set {
    case .uhhc: UHHCInstanceReader.read(bytes, file: file).map { .uhhc($0) }
    case .mankowska: MankowskaReader.read(bytes, file: file).map { .mankowska($0) }
    case .solomon: SolomonReader.read(bytes, file: file).map { .solomon($0) }
    case .days: DaysReader.read(bytes, file: file).map { .days($0) }
    case .vroom: VROOMReader.read(bytes, file: file).map { .vroom($0) }
    }
  }

  package var set: PublicSet {
    switch self {
    case .uhhc: .uhhc
    case .mankowska: .mankowska
    case .solomon: .solomon
    case .days: .days
    case .vroom: .vroom
    }
  }
}
