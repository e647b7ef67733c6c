import CareModel
import Quantities
import ReproducibleNumbers

/// The invented ground of a service: towns, villages and open country, its patches with their bases and clinics.
struct ServicePlane: Sendable {
  /// A part of the area with its team.
  struct Patch: Sendable {
    let name: String
    let base: Place
    let clinics: [Place]
    /// The settlement in its middle.
    let settlement: Int?
  }

  let parameters: ServiceParameters
  let map: SettlementMap
  private(set) var patches: [Patch] = []
  private let tree: PatchTree
  private let townSampler: DiscreteSampler<Int>?
  private let villageSampler: DiscreteSampler<Int>?
  private let microdegreesPerMetreEast: Double

  /// Homes by which the patches are cut, to a patch.
  private static let samplePerPatch = 250

  init(_ parameters: ServiceParameters) {
    self.parameters = parameters
    let map = SettlementMap(parameters)
    self.map = map
    func sampler(rural: Bool) -> DiscreteSampler<Int>? {
      let places = map.settlements.indices.filter { map.settlements[$0].isRural == rural }
      return DiscreteSampler(
        values: places, weights: places.map { max(1, Int(nearest: map.settlements[$0].adults)) })
    }
    townSampler = sampler(rural: false)
    villageSampler = sampler(rural: true)
    let latitude = Double(parameters[.centreLatitudeMicrodegrees]) / 1_000_000
    microdegreesPerMetreEast = 8.993_216 / ElementaryFunctions.cos(latitude * Double.pi / 180)
    let home = HomeSampler(parameters: parameters, map: map, towns: townSampler, villages: villageSampler)
    let sample = (0..<ServicePlane.samplePerPatch * parameters.patches).map { index in
      var stream = RandomStream(seed: parameters.seed, purpose: .planeSample, index: UInt64(index))
      return home.draw(&stream).point
    }
    tree = PatchTree(sample: sample, patches: parameters.patches)
    var names: Set<String> = []
    patches = tree.members.enumerated().map { patch(number: $0, members: $1, names: &names) }
  }

  /// Somebody's home.
  func home(_ id: PlaceID, purpose: StreamPurpose, index: UInt64, subindex: UInt64 = 0, inPatch wanted: Int? = nil)
    -> Place
  {
    var stream = RandomStream(seed: parameters.seed, purpose: purpose, index: index, subindex: subindex)
    let sampler = HomeSampler(parameters: parameters, map: map, towns: townSampler, villages: villageSampler)
    var drawn = sampler.draw(&stream)
    // A patch holds at least a fraction of the homes, so few draws are enough; the last stands whatever it is.
    for _ in 0..<400 {
      guard let wanted, tree.patch(at: drawn.point) != wanted else { break }
      drawn = sampler.draw(&stream)
    }
    return place(id, kind: .home, at: drawn.point, settlement: drawn.settlement)
  }

  /// The patch in which a place lies, by number.
  func patchNumber(of place: Place) -> Int? { patches.firstIndex { $0.name == place.patch } }

  private func patch(number: Int, members: [PlanePoint], names: inout Set<String>) -> Patch {
    let count = Double(max(1, members.count))
    let middle = PlanePoint(
      east: members.reduce(0) { $0 + $1.east } / count, north: members.reduce(0) { $0 + $1.north } / count)
    let own = map.settlements.indices.filter { tree.patch(at: map.settlements[$0].centre) == number }
    let settlement = own.max {
      (map.settlements[$0].adults, $1) < (map.settlements[$1].adults, $0)
    }
    // A patch without a centre of its own, inside a large town, bears that town's name with a direction.
    let nearest = map.settlements.indices.min {
      map.settlements[$0].centre.squaredDistance(to: middle) < map.settlements[$1].centre.squaredDistance(to: middle)
    }
    var name = settlement.map { map.settlements[$0].name } ?? ""
    if name.isEmpty, let nearest {
      name = map.settlements[nearest].name + " " + direction(from: map.settlements[nearest].centre, to: middle)
    }
    if !names.insert(name).inserted {
      name += " \(number + 1)"
      names.insert(name)
    }
    let centre = settlement.map { map.settlements[$0].centre } ?? middle
    let base = place(
      PlaceID("base-" + PersonPlan.padded(number + 1, to: 2)), kind: .base, at: centre,
      settlement: settlement ?? nearest, patch: name)
    let clinics = (0..<parameters[.clinicsPerPatch]).map { clinic in
      var stream = RandomStream(
        seed: parameters.seed, purpose: .planeSample, index: UInt64(number), subindex: UInt64(clinic) + 1)
      let point = stream.choose(from: members) ?? middle
      return place(
        PlaceID("clinic-" + PersonPlan.padded(number + 1, to: 2) + (clinic > 0 ? "-\(clinic + 1)" : "")),
        kind: .clinic, at: point, settlement: settlement ?? nearest, patch: name)
    }
    return Patch(name: name, base: base, clinics: clinics, settlement: settlement)
  }

  private func direction(from: PlanePoint, to: PlanePoint) -> String {
    let (across, up) = (to.east - from.east, to.north - from.north)
    if across * across > up * up { return across > 0 ? "East" : "West" }
    return up > 0 ? "North" : "South"
  }

  private func place(
    _ id: PlaceID, kind: Place.Kind, at point: PlanePoint, settlement: Int?, patch: String? = nil
  ) -> Place {
    let town = settlement.map { map.settlements[$0] }
    let area: AreaKind = town.map { $0.isRural ? .rural : $0.isInnerCity ? .innerLondon : .town } ?? .rural
    let position = GeographicPosition(
      latitudeMicrodegrees: parameters[.centreLatitudeMicrodegrees] + Int(nearest: point.north * 8.993_216),
      longitudeMicrodegrees: parameters[.centreLongitudeMicrodegrees]
        + Int(nearest: point.east * microdegreesPerMetreEast))
    let number = tree.patch(at: point)
    let name = patch ?? (patches.indices.contains(number) ? patches[number].name : nil)
    return Place(id: id, kind: kind, position: position, area: area, patch: name)
  }
}

/// Draws where somebody lives: in a town, in a village, or outside any.
private struct HomeSampler {
  let parameters: ServiceParameters
  let map: SettlementMap
  let towns: DiscreteSampler<Int>?
  let villages: DiscreteSampler<Int>?

  /// The point, and the settlement it belongs to; nil for open country.
  func draw(_ stream: inout RandomStream) -> (point: PlanePoint, settlement: Int?) {
    let isRural = stream.nextBool(perMille: parameters[.ruralPerMille])
    let isScattered = isRural && stream.nextBool(perMille: parameters[.scatteredPerMille])
    if isScattered { return (map.outline.point(&stream), nil) }
    let sampler = isRural ? villages ?? towns : towns ?? villages
    guard let settlement = sampler?.draw(from: &stream) else { return (map.outline.point(&stream), nil) }
    var point = map.settlements[settlement].point(&stream)
    // Drawn again rather than put on the rim, where they would stand in a row.
    for _ in 0..<8 where !map.outline.contains(point) { point = map.settlements[settlement].point(&stream) }
    return (map.outline.kept(point, inset: 0), settlement)
  }
}
