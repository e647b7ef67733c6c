import ReproducibleNumbers

/// Lays out towns of Zipf-like sizes, villages round them and in the open country (sizes of English towns by rank follow
/// Zipf's law roughly; the power is a setting).
struct SettlementMap: Sendable {
  let outline: PlaneOutline
  /// Towns by size, then villages.
  let settlements: [Settlement]

  /// People to a square kilometre of a village.
  private static let villageDensity = 1200.0
  /// The power of the sizes of villages by rank: flatter than that of towns.
  private static let villagePower = 0.5

  init(_ parameters: ServiceParameters) {
    var stream = RandomStream(seed: parameters.seed, purpose: .plane, subindex: parameters.planeNumber)
    outline = PlaneOutline(squareMetres: parameters.areaInSquareMetres, stream: &stream)
    let rural = parameters.share(.ruralPerMille)
    let inVillages = Double(parameters.adults) * rural * (1 - parameters.share(.scatteredPerMille))
    let towns = SettlementMap.sizes(
      parameters.towns, total: Double(parameters.adults) * (1 - rural), power: parameters.share(.zipfPerMille))
    let villages = SettlementMap.sizes(parameters.villages, total: inVillages, power: SettlementMap.villagePower)
    let density = Double(max(1, parameters[.townAdultsPerSquareKilometre]))
    var names = PlaceNames(seed: parameters.seed, plane: parameters.planeNumber)
    var placed: [Settlement] = []
    let inner = parameters[.londonPerMille] * towns.count / 1000
    for (rank, adults) in (towns + villages).enumerated() {
      let isRural = rank >= towns.count
      let radius = SettlementMap.radius(adults, density: isRural ? SettlementMap.villageDensity : density)
      var own = RandomStream(
        seed: parameters.seed, purpose: .plane, index: UInt64(rank) + 1, subindex: parameters.planeNumber)
      let isSatellite = own.nextBool(perMille: parameters[.satellitePerMille])
      let centre = SettlementMap.site(
        radius: radius, isFirst: rank == 0, isSatellite: isSatellite, among: placed, outline: outline, stream: &own)
      placed.append(
        Settlement(
          name: names.next(), isRural: isRural, isInnerCity: !isRural && rank < inner, centre: centre, adults: adults,
          radius: radius))
    }
    settlements = placed
  }

  /// Sizes that fall with the power of the rank and add up to the total.
  private static func sizes(_ count: Int, total: Double, power: Double) -> [Double] {
    let weights = (0..<max(0, count)).map { rank in
      ElementaryFunctions.exp(-power * ElementaryFunctions.log(Double(rank) + 1))
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / max(sum, 1e-9) * max(0, total) }
  }

  /// Metres.
  private static func radius(_ adults: Double, density: Double) -> Double {
    max(150, ElementaryFunctions.squareRoot(adults / density / Double.pi) * 1000)
  }

  /// The best of some sites: the one that leaves most room to its neighbours.
  private static func site(
    radius: Double, isFirst: Bool, isSatellite: Bool, among placed: [Settlement], outline: PlaneOutline,
    stream: inout RandomStream
  ) -> PlanePoint {
    if isFirst {
      return PlanePoint(east: 0, north: 0).moved(by: outline.radius * 0.2 * stream.nextUnit(), turn: stream.nextUnit())
    }
    let weights = placed.map { max(1, Int(nearest: $0.adults)) }
    var best: (point: PlanePoint, room: Double)?
    for _ in 0..<12 {
      var point = outline.point(&stream)
      if isSatellite, let parent = stream.chooseIndex(weights: weights) {
        let reach = placed[parent].radius + radius
        point = placed[parent].centre.moved(by: reach * (1.3 + 1.6 * stream.nextUnit()), turn: stream.nextUnit())
      }
      point = outline.kept(point, inset: radius)
      let room = placed.map { $0.centre.distance(to: point) / ($0.radius + radius) }.min() ?? 1
      if room >= 1.25, isSatellite { return point }
      if best.map({ room > $0.room }) ?? true { best = (point, room) }
    }
    return best?.point ?? PlanePoint(east: 0, north: 0)
  }
}
