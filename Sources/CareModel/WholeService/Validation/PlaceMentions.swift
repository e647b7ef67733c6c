/// Places that packages, appointments and rosters can't do without.
struct PlaceMentions {
  private(set) var problems: [RecordProblem] = []
  private let known: Set<String>
  private let gone: Set<String>

  /// - Parameter setAside: problems of places, each of which sets its place aside.
  init(_ draft: ServiceDraft, setAside: [RecordProblem]) {
    let places = Set(setAside.map(\.record))
    known = Set(draft.places.map(\.value.id.text))
    gone = (draft.unreadable[.place] ?? []).union(
      draft.places.filter { places.contains(RecordKey(.place, $0.index)) }.map(\.value.id.text))
    for record in draft.staff {
      let key = RecordKey(.worker, record.index)
      check(record.value.home, key, "home")
      check(record.value.startsFrom, key, "startsFrom")
      record.value.endsAt.map { check($0, key, "endsAt") }
    }
    for record in draft.episodes {
      let key = RecordKey(.episode, record.index)
      clinics(record.value.packages.flatMap(\.lines).map(\.call), key, "packages")
      clinics(record.value.equipment.compactMap(\.fit), key, "equipment")
    }
    for record in draft.referrals {
      let needs = record.value.needs
      clinics(
        (needs?.lines ?? []).map(\.call) + (needs?.equipment ?? []).compactMap(\.fit),
        RecordKey(.referral, record.index), "needs")
    }
    for record in draft.appointments { clinics([record.value.call], RecordKey(.visit, record.index), "place") }
  }

  private mutating func clinics(_ calls: [CallNeed], _ key: RecordKey, _ field: FieldPath) {
    var seen: Set<PlaceID> = []
    for place in calls.compactMap(\.place) where seen.insert(place).inserted { check(place, key, field) }
  }

  private mutating func check(_ place: PlaceID, _ key: RecordKey, _ field: FieldPath) {
    if gone.contains(place.text) {
      problems.append(
        RecordProblem(
          key, field, code: "reference.leftOut", found: place.text,
          expected: "this place is itself left out; put it right first"))
    } else if !known.contains(place.text) {
      problems.append(
        RecordProblem(
          key, field, code: "reference.unknown", found: place.text,
          expected: "the id of a place in this document is expected"))
    }
  }
}
