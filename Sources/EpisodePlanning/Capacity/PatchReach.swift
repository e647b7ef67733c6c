import CareModel
import Quantities
import TravelTimes

/// Whose time counts for which patch: the patch's own team, whoever belongs to none, and whoever has no long way to it
/// (`domain.md` part 3, Capacity).
struct PatchReach {
  /// A patch with those who reach it, by place among the service's staff.
  struct Patch {
    let name: String
    let members: [Bool]
  }

  /// In order of name; without those that everybody reaches.
  let patches: [Patch]
  private let patchOfPlace: [PlaceID: String]
  private let placeOfPerson: [PersonID: PlaceID]

  /// So many homes tell how far away a patch is.
  private static let homesAsked = 25

  init(_ service: Service) {
    patchOfPlace = Dictionary(
      service.places.compactMap { place in place.patch.map { (place.id, $0) } }, uniquingKeysWith: { one, _ in one })
    placeOfPerson = Dictionary(service.people.map { ($0.id, $0.place) }, uniquingKeysWith: { one, _ in one })
    let patchOfPlace = patchOfPlace
    let homes = Dictionary(
      grouping: Set(service.people.map(\.place)).filter { patchOfPlace[$0] != nil }, by: { patchOfPlace[$0] ?? "" })
    let travel = TravelModel(places: service.places, matrices: service.matrices, policy: service.policy.travel)
    patches = homes.sorted { $0.key < $1.key }.compactMap { name, homes in
      let asked = PatchReach.spread(homes.sorted())
      let members = service.staff.map { member in
        member.patch == nil || member.patch == name
          || PatchReach.usualWay(of: member, to: asked, travel) <= service.policy.patchReach.seconds
      }
      return members.allSatisfy { $0 } ? nil : Patch(name: name, members: members)
    }
  }

  /// The patch in which a call is made; nil where it is in none, or made by telephone or video.
  func patch(of need: CallNeed, for person: PersonID) -> String? {
    switch need.mode {
    case .home: placeOfPerson[person].flatMap { patchOfPlace[$0] }
    case .clinic: need.place.flatMap { patchOfPlace[$0] }
    case .telephone, .video: nil
    }
  }

  /// At most ``homesAsked`` of them, evenly through the list.
  private static func spread(_ homes: [PlaceID]) -> [PlaceID] {
    let count = min(homes.count, homesAsked)
    return (0..<count).map { homes[$0 * homes.count / count] }
  }

  /// The median of the ways from where a member of staff begins.
  private static func usualWay(of member: StaffMember, to homes: [PlaceID], _ travel: TravelModel) -> Seconds {
    let ways = homes.map { travel.leg(from: member.startsFrom, to: $0, mode: member.mode, part: .offPeak).seconds }
    return ways.sorted()[ways.count / 2]
  }
}
