import CareModel
import Quantities
import SyntheticCaseloads
import Testing

@Suite("The ground of a generated service")
struct ServicePlaceTests {
  private func homes(_ preset: ServicePreset, _ change: (inout ServiceParameters) -> Void = { _ in }) -> [Place] {
    var parameters = preset.parameters(seed: 3)
    change(&parameters)
    let service = ServiceGenerator(parameters).service
    let lived = Set(service.people.map(\.place))
    return service.places.filter { lived.contains($0.id) }
  }

  @Test("patches hold about as many people each, and each has a base and a clinic")
  func patches() {
    let preset = ServicePreset.largestCounty
    let service = ServiceGenerator(preset.parameters(seed: 3)).service
    let lived = Set(service.people.map(\.place))
    let homes = service.places.filter { lived.contains($0.id) }
    let names = Set(homes.compactMap(\.patch))
    #expect(names.count == preset.parameters(seed: 3).patches && homes.allSatisfy { $0.patch != nil })
    for name in names {
      // Three standard deviations of eighty are a third.
      let found = share(homes.count { $0.patch == name }, of: homes.count) * Double(names.count)
      #expect((0.6...1.4).contains(found), "\(name) \(found)")
      for kind in [Place.Kind.base, .clinic] {
        #expect(service.places.count { $0.kind == kind && $0.patch == name } == 1)
      }
    }
  }

  @Test("the rural share is a knob, and London's boroughs have none")
  func rural() {
    let county = homes(.countyLeicestershireLike)
    // Three deviations of 560.
    #expect(abs(share(county.count { $0.area == .rural }, of: county.count) - 0.3) < 0.06)
    #expect(county.allSatisfy { $0.area != .innerLondon })
    #expect(homes(.innerLondon).allSatisfy { $0.area == .innerLondon })
    let wild = homes(.countyLeicestershireLike) { $0[.ruralPerMille] = 900 }
    #expect(share(wild.count { $0.area == .rural }, of: wild.count) > 0.85)
  }

  @Test("homes are clustered: neighbours are much nearer than in an even spread")
  func clustered() {
    let homes = homes(.countyLeicestershireLike).compactMap(\.position)
    func metres(_ left: GeographicPosition, _ right: GeographicPosition) -> Double {
      let north = Double(left.latitudeMicrodegrees - right.latitudeMicrodegrees) * 0.1112
      let east = Double(left.longitudeMicrodegrees - right.longitudeMicrodegrees) * 0.0675
      return (north * north + east * east).squareRoot()
    }
    let nearest = homes.indices.map { place in
      homes.indices.filter { $0 != place }.map { metres(homes[place], homes[$0]) }.min() ?? 0
    }
    let mean = nearest.reduce(0, +) / Double(nearest.count)
    // Evenly spread over 2,090 square kilometres, 560 homes would be half the root of an even share apart: 960 m.
    #expect(mean < 960 * 0.7, "\(mean)")
    // And the county is as large as it should be: some fifty kilometres across.
    let span = metres(
      homes.min { $0.latitudeMicrodegrees < $1.latitudeMicrodegrees } ?? homes[0],
      homes.max { $0.latitudeMicrodegrees < $1.latitudeMicrodegrees } ?? homes[0])
    #expect((35_000...85_000).contains(span), "\(span)")
  }

  @Test("two counties of one seed and size have towns of their own, wherever either lies")
  func townsOfTheirOwn() {
    let preset = ServicePreset.countyLeicestershireLike
    let here = homes(preset)
    let farther: [(ServiceSetting.Key, Int)] = [
      (.centreLongitudeMicrodegrees, 400_000), (.centreLatitudeMicrodegrees, 53_000_000),
    ]
    for (key, value) in farther {
      let parameters = preset.parameters(seed: 3)
      let there = homes(preset) { $0[key] = value }
      #expect(Set(there.compactMap(\.patch)) != Set(here.compactMap(\.patch)), "\(key)")
      // Moved by as much as the middle is, homes would lie on the same spots.
      let spots = Set(here.compactMap(\.position?.latitudeMicrodegrees))
      let moved = key == .centreLatitudeMicrodegrees ? value - parameters[key] : 0
      let same = there.compactMap(\.position).count { spots.contains($0.latitudeMicrodegrees - moved) }
      #expect(same < there.count / 20, "\(key): \(same) of \(there.count)")
    }
  }
}
