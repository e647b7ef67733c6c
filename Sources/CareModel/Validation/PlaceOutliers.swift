import Quantities

/// Places that lie far from all others: most likely a sign or a digit of a position is wrong.
///
/// Warned of and no more, since a service may well have one farm beyond the hills.
enum PlaceOutliers {
  /// So many times farther from the middle than three quarters of the places are.
  private static let times = 8
  /// About 20 km: nearer than this nothing is far.
  private static let least = 180_000
  /// Of fewer places nobody can say which lies apart.
  private static let fewest = 5

  static func warnings(_ index: DraftIndex) -> [RecordProblem] {
    let placed = index.draft.places.compactMap { record in record.value.position.map { (record, $0) } }
    guard placed.count >= fewest else { return [] }
    let latitude = median(placed.map(\.1.latitudeMicrodegrees))
    let longitude = median(placed.map(\.1.longitudeMicrodegrees))
    // In microdegrees of latitude, roughly: a degree of longitude in England is 0.6 of one of latitude.
    let distances = placed.map { _, position in
      abs(position.latitudeMicrodegrees - latitude) + abs(position.longitudeMicrodegrees - longitude) * 3 / 5
    }
    let usual = distances.sorted()[distances.count * 3 / 4]
    return zip(placed, distances).filter { $0.1 > max(least, usual * times) }.map { place, _ in
      RecordProblem(
        RecordKey(.place, place.0.index), "longitudeMicrodegrees", code: "place.farAway",
        found: "\(place.1.latitudeMicrodegrees), \(place.1.longitudeMicrodegrees) microdegrees",
        expected: "a place near the others, which lie about \(latitude), \(longitude), is expected",
        suggestion: "a sign or a digit is wrong")
    }
  }

  private static func median(_ numbers: [Int]) -> Int { numbers.sorted()[numbers.count / 2] }
}
