import CareModel
import Quantities
import Testing
import TravelTimes

@Suite("Travel between two places")
struct TravelModelTests {
  static let london = TestPlaces.place("london", 51_507_400, -127_800)
  static let leeds = TestPlaces.place("leeds", 53_800_800, -1_549_100)
  static let kingston = TestPlaces.place("kingston", 51_412_300, -300_700)
  static let surbiton = TestPlaces.place("surbiton", 51_392_500, -303_600)
  static let edinburgh = TestPlaces.place("edinburgh", 55_953_300, -3_188_300)

  private func metres(_ from: Place, _ to: Place) -> Int {
    TravelModel(places: [from, to], policy: TestPlaces.metreASecond)
      .leg(from: from.id, to: to.id, mode: .car, part: .offPeak).distance.value
  }

  @Test("great circles agree with the haversine formula worked out elsewhere, a started metre counting whole")
  func greatCircles() {
    #expect(metres(Self.london, Self.leeds) == 272_427)
    #expect(metres(Self.london, Self.edinburgh) == 533_653)
    #expect(metres(Self.kingston, Self.surbiton) == 2211)
  }

  @Test("a quarter and a half of the earth's circumference are as long as they must be")
  func quartersOfTheEarth() {
    let equator = TestPlaces.place("equator", 0, 0)
    #expect(metres(equator, TestPlaces.place("pole", 90_000_000, 0)) == 10_007_558)
    #expect(metres(equator, TestPlaces.place("antipode", 0, 180_000_000)) == 20_015_115)
  }

  @Test("points a tenth of a metre apart are a metre apart, and at the same point none")
  func nextDoor() {
    #expect(metres(Self.kingston, TestPlaces.place("step", 51_412_301, -300_700)) == 1)
    #expect(metres(Self.kingston, TestPlaces.place("flat above", 51_412_300, -300_700)) == 0)
  }

  @Test("distances are the same in both directions")
  func symmetry() {
    let model = TravelModel(places: TestPlaces.scattered, policy: TravelPolicy())
    for from in TestPlaces.scattered {
      for to in TestPlaces.scattered {
        let there = model.leg(from: from.id, to: to.id, mode: .car, part: .offPeak)
        let back = model.leg(from: to.id, to: from.id, mode: .car, part: .offPeak)
        #expect(there.distance == back.distance)
      }
    }
  }

  @Test("the default estimate: road factor, mean speed of both ends, peak factor, access at the far end")
  func pinnedNumbers() {
    let farm = TestPlaces.place("farm", 51_430_000, -420_000, area: .rural)
    let model = TravelModel(places: [Self.kingston, Self.surbiton, farm], policy: TravelPolicy())
    func leg(_ from: Place, _ to: Place, _ mode: TravelMode, _ part: DayPart) -> [Int] {
      let leg = model.leg(from: from.id, to: to.id, mode: mode, part: part)
      return [leg.seconds.value, leg.distance.value]
    }
    // 2211 m x 1.35 = 2985 m; at 29 km/h 371 s, in the peak 445 s; and three minutes to park and get in.
    #expect(leg(Self.kingston, Self.surbiton, .car, .offPeak) == [371 + 180, 2985])
    #expect(leg(Self.kingston, Self.surbiton, .car, .morningPeak) == [445 + 180, 2985])
    #expect(leg(Self.kingston, Self.surbiton, .car, .eveningPeak) == [445 + 180, 2985])
    #expect(leg(Self.kingston, Self.surbiton, .bicycle, .offPeak) == [717 + 60, 2985])
    #expect(leg(Self.kingston, Self.surbiton, .onFoot, .offPeak) == [2239 + 60, 2985])
    #expect(leg(Self.kingston, Self.surbiton, .publicTransport, .offPeak) == [896 + 60, 2985])
    // 8504 m x 1.35 = 11,481 m at 37 km/h, the mean of 29 and 45; two minutes at the farm, three in town.
    #expect(leg(Self.kingston, farm, .car, .offPeak) == [1118 + 120, 11_481])
    #expect(leg(farm, Self.kingston, .car, .offPeak) == [1118 + 180, 11_481])
  }

  @Test("the peak slows cars and buses, not people on foot or on bicycles")
  func peakAndMode() {
    let model = TravelModel(places: [Self.kingston, Self.surbiton], policy: TravelPolicy())
    for mode in TravelMode.allCases {
      let calm = model.leg(from: Self.kingston.id, to: Self.surbiton.id, mode: mode, part: .offPeak)
      let peak = model.leg(from: Self.kingston.id, to: Self.surbiton.id, mode: mode, part: .morningPeak)
      #expect((peak.seconds > calm.seconds) == (mode == .car || mode == .publicTransport))
      #expect(peak.distance == calm.distance)
    }
  }

  @Test("a place's own access replaces the policy's, at the far end only")
  func ownAccess() {
    let tower = TestPlaces.place("tower", 51_412_300, -300_700, access: Minutes(9))
    let model = TravelModel(places: [tower, Self.surbiton], policy: TravelPolicy())
    #expect(model.leg(from: Self.surbiton.id, to: tower.id, mode: .car, part: .offPeak).seconds.value == 371 + 540)
    #expect(model.leg(from: tower.id, to: Self.surbiton.id, mode: .car, part: .offPeak).seconds.value == 371 + 180)
  }

  @Test("to the same place it takes nothing, whatever access costs")
  func samePlace() {
    let model = TravelModel(places: [Self.kingston], policy: TravelPolicy())
    #expect(model.leg(from: Self.kingston.id, to: Self.kingston.id, mode: .car, part: .morningPeak) == .none)
  }

  @Test("with factor 1 and one kind of area no detour is shorter, to the second")
  func triangles() {
    let places = TestPlaces.scattered.prefix(20).map {
      Place(id: $0.id, position: $0.position, area: .town)
    }
    let model = TravelModel(places: places, policy: TravelPolicy())
    func leg(_ from: Place, _ to: Place) -> TravelLeg {
      model.leg(from: from.id, to: to.id, mode: .car, part: .offPeak)
    }
    for from in places {
      for over in places {
        for to in places {
          #expect(leg(from, to).seconds <= leg(from, over).seconds + leg(over, to).seconds)
          #expect(leg(from, to).distance <= leg(from, over).distance + leg(over, to).distance)
        }
      }
    }
  }

  @Test("further away is never quicker")
  func monotone() {
    let places = (0...40).map { TestPlaces.place("p\($0)", 51_400_000 + 1_234 * $0, -300_000) }
    let model = TravelModel(places: places, policy: TravelPolicy())
    let legs = places.dropFirst().map { model.leg(from: places[0].id, to: $0.id, mode: .car, part: .morningPeak) }
    for (near, far) in zip(legs, legs.dropFirst()) {
      #expect(near.seconds <= far.seconds)
      #expect(near.distance < far.distance)
    }
  }

  @Test("unknown places and absurd settings give a leg that no duty can hold, and no trap")
  func totality() {
    var policy = TravelPolicy()
    policy.walkingSpeed = .init(innerLondon: -5, town: 0, rural: .min)
    policy.roadFactor = PerMille(.max)
    policy.otherAccess = .init(innerLondon: .max, town: .max, rural: .max)
    let model = TravelModel(places: [Self.london, Self.leeds, TestPlaces.unplaced("nowhere")], policy: policy)
    let walk = model.leg(from: Self.london.id, to: Self.leeds.id, mode: .onFoot, part: .morningPeak)
    #expect(walk.seconds == TravelLeg.longest)
    #expect(model.leg(from: Self.london.id, to: PlaceID("nowhere"), mode: .car, part: .offPeak) == .unreachable)
    #expect(model.leg(from: PlaceID("unheard of"), to: Self.leeds.id, mode: .car, part: .offPeak) == .unreachable)
  }
}
