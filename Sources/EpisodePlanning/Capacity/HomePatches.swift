import CareModel

/// In which patch people live, and places lie.
struct HomePatches {
  private let patchOfPlace: [PlaceID: String]
  private let placeOfPerson: [PersonID: PlaceID]

  init(_ service: Service) {
    patchOfPlace = Dictionary(
      service.places.compactMap { place in place.patch.map { (place.id, $0) } }, uniquingKeysWith: { one, _ in one })
    placeOfPerson = Dictionary(service.people.map { ($0.id, $0.place) }, uniquingKeysWith: { one, _ in one })
  }

  /// Nil where the place belongs to none.
  func patch(of place: PlaceID) -> String? { patchOfPlace[place] }

  /// Nil where the person's home belongs to none.
  func patch(of person: PersonID) -> String? { placeOfPerson[person].flatMap(patch) }
}
