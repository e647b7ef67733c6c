import CareModel
import Quantities

/// The rule for legs of one mode and one part of the day, with all numbers of the policy looked up.
struct LegRule {
  private let matrix: TravelMatrix?
  private let roadFactor: Int
  private let dayFactor: Int
  private let speed: TravelPolicy.BySurroundings
  private let access: TravelPolicy.BySurroundings

  init(policy: TravelPolicy, matrix: TravelMatrix?, mode: TravelMode, part: DayPart) {
    self.matrix = matrix
    roadFactor = LegRule.bounded(policy.roadFactor.value, to: 0...10_000)
    // Traffic slows what stands in it; somebody on foot or on a bicycle keeps their pace.
    let isInTraffic = mode == .car || mode == .publicTransport
    dayFactor = isInTraffic ? LegRule.bounded(policy.factor(part).value, to: 0...10_000) : 1000
    speed =
      switch mode {
      case .car: policy.carSpeed
      case .bicycle: policy.bicycleSpeed
      case .onFoot: policy.walkingSpeed
      case .publicTransport: policy.publicTransportSpeed
      }
    access = mode == .car ? policy.carAccess : policy.otherAccess
  }

  /// The way between two different places.
  func leg(from start: Site, to end: Site) -> TravelLeg {
    if let matrix, let row = start.matrixIndex, let column = end.matrixIndex,
      (0..<matrix.size).contains(row), (0..<matrix.size).contains(column)
    {
      return LegRule.given(matrix, row * matrix.size + column)
    }
    guard let from = start.point, let to = end.point else { return .unreachable }
    return estimate(straight: from.metres(to: to), from: start.area, to: end)
  }

  private func estimate(straight: Int, from: AreaKind, to end: Site) -> TravelLeg {
    let road = LegRule.dividedUp(straight * roadFactor, by: 1000)
    let speeds = LegRule.bounded(speed[from], to: 1...1_000_000) + LegRule.bounded(speed[end.area], to: 1...1_000_000)
    // Metres over the mean of two speeds in metres an hour, times thousandths.
    let moving = LegRule.dividedUp(road * 7200 * dayFactor, by: speeds * 1000)
    let arriving = end.ownAccess ?? LegRule.bounded(access[end.area], to: 0...1440) * 60
    return TravelLeg(seconds: min(Seconds(moving + arriving), TravelLeg.longest), distance: Metres(road))
  }

  private static func given(_ matrix: TravelMatrix, _ entry: Int) -> TravelLeg {
    let seconds = bounded(Int(matrix.seconds[entry]), to: 0...TravelLeg.longest.value)
    let metres = matrix.metres.isEmpty ? 0 : max(0, Int(matrix.metres[entry]))
    return TravelLeg(seconds: Seconds(seconds), distance: Metres(metres))
  }

  /// The quotient of two numbers that are not negative, a started unit counting whole.
  private static func dividedUp(_ dividend: Int, by divisor: Int) -> Int {
    (dividend + divisor - 1) / divisor
  }

  private static func bounded(_ value: Int, to range: ClosedRange<Int>) -> Int {
    min(max(value, range.lowerBound), range.upperBound)
  }
}
