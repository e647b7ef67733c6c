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
  private let homes: HomePatches

  /// So many homes tell how far away a patch is.
  private static let homesAsked = 25

  init(_ service: Service) {
    let homes = HomePatches(service)
    self.homes = homes
    let places = Set(service.people.map(\.place)).reduce(into: [String: [PlaceID]]()) { places, home in
      if let patch = homes.patch(of: home) { places[patch, default: []].append(home) }
    }
    let travel = TravelModel(places: service.places, matrices: service.matrices, policy: service.policy.travel)
    patches = places.sorted { $0.key < $1.key }.compactMap { name, homes in
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
    case .home: homes.patch(of: person)
    case .clinic: need.place.flatMap(homes.patch)
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
