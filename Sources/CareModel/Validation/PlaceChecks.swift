/// Whether the way to and from each place can be known by every mode that somebody travels by.
enum PlaceChecks {
  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    let used = Set(index.draft.workers.flatMap { $0.value.dutyPeriods.map(\.mode) })
    let modes = TravelMode.allCases.filter(used.contains)
    let isAnyUnplaced = index.draft.places.contains { $0.value.position == nil }
    return index.draft.places.flatMap { record in
      modes.compactMap { mode in
        problem(record, mode, index.draft.matrices.first { $0.mode == mode }, isAnyUnplaced: isAnyUnplaced)
      }.prefix(1) + (modes.isEmpty ? without(record) : [])
    }
  }

  private static func problem(
    _ record: DraftRecord<Place>, _ mode: TravelMode, _ matrix: TravelMatrix?, isAnyUnplaced: Bool
  ) -> RecordProblem? {
    let key = RecordKey(.place, record.index)
    let place = record.value
    guard let matrix else {
      guard place.position == nil else { return nil }
      return RecordProblem(
        key, "latitudeMicrodegrees", code: "place.noPosition", found: "",
        expected: "latitude and longitude are expected, because there is no travel matrix for \(mode.rawValue)")
    }
    if let row = place.matrixIndex {
      guard row >= matrix.size || row < 0 else { return nil }
      return RecordProblem(
        key, "matrixIndex", code: "place.matrixIndex", found: String(row),
        expected: "a row of the matrix for \(mode.rawValue) is expected, 0 to \(matrix.size - 1)")
    }
    // Where all places have a position, what the matrix lacks is estimated.
    guard isAnyUnplaced else { return nil }
    return RecordProblem(
      key, "matrixIndex", code: "place.matrixIndex", found: "",
      expected: "a row of the matrix for \(mode.rawValue) is expected, because another place has no position")
  }

  private static func without(_ record: DraftRecord<Place>) -> [RecordProblem] {
    guard record.value.position == nil, record.value.matrixIndex == nil else { return [] }
    return [
      RecordProblem(
        RecordKey(.place, record.index), "latitudeMicrodegrees", code: "place.noPosition", found: "",
        expected: "latitude and longitude, or the row of a travel matrix, are expected")
    ]
  }
}
