package import CareModel
import Quantities

/// How long it takes to get from one place to another; the one rule for engine and checker.
///
/// A given matrix is taken as it stands: door to door, without factor or access. Everything else is estimated:
/// great circle x road factor, at the mean of the speeds at both ends, x the factor of the day-part (traffic only), plus
/// parking and getting in at the far end. `Documentation/travel.md` has the formula and its rounding.
///
/// ```swift
/// let travel = try TravelModel(caseload)
/// let leg = travel.leg(from: base, to: home, mode: .car, part: .morningPeak)
/// ```
package struct TravelModel: Sendable {
  let sites: [Site]
  private let siteIndex: [PlaceID: Int]
  private let matrices: [TravelMatrix]
  private let policy: TravelPolicy

  /// Takes the places, matrices and policy of a day.
  ///
  /// - Throws: ``UnknownDistanceError`` for the first mode of travel in use for which the places in use have neither
  ///   positions nor rows in a matrix. Validated documents have one of them.
  package init(_ caseload: Caseload) throws(UnknownDistanceError) {
    self.init(places: caseload.places, matrices: caseload.matrices, policy: caseload.policy.travel)
    let used = TravelModel.placesInUse(caseload)
    let modes = Set(caseload.workers.flatMap { $0.dutyPeriods.map(\.mode) })
    for mode in TravelMode.allCases where modes.contains(mode) {
      if let gap = gap(mode: mode, places: used) { throw gap }
    }
  }

  /// Takes places without asking whether their distances are known; unknown ones are ``TravelLeg/unreachable``.
  package init(places: [Place], matrices: [TravelMatrix] = [], policy: TravelPolicy) {
    sites = places.map(Site.init)
    siteIndex = Dictionary(places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.matrices = TravelMode.allCases.compactMap { mode in matrices.first { $0.mode == mode } }
    self.policy = policy
  }

  /// The way between two places by a mode, where it ends in a call of this part of the day.
  ///
  /// Total: a place to itself takes nothing, and unknown places are ``TravelLeg/unreachable``.
  ///
  /// - Complexity: constant.
  package func leg(from: PlaceID, to: PlaceID, mode: TravelMode, part: DayPart) -> TravelLeg {
    guard from != to else { return .none }
    guard let start = siteIndex[from], let end = siteIndex[to] else { return .unreachable }
    return rule(mode: mode, part: part).leg(from: sites[start], to: sites[end])
  }

  /// Position of a place among the sites; nil where it is unknown.
  func site(_ id: PlaceID) -> Site? { siteIndex[id].map { sites[$0] } }

  func rule(mode: TravelMode, part: DayPart) -> LegRule {
    LegRule(policy: policy, matrix: matrices.first { $0.mode == mode }, mode: mode, part: part)
  }

  /// The places without which some pair has no distance; nil where each pair has one.
  private func gap(mode: TravelMode, places: [PlaceID]) -> UnknownDistanceError? {
    let matrix = matrices.first { $0.mode == mode }
    let unplaced = places.filter { site($0)?.point == nil }
    let outside = places.filter { id in
      guard let matrix, let row = site(id)?.matrixIndex else { return true }
      return !(0..<matrix.size).contains(row)
    }
    guard !unplaced.isEmpty, !outside.isEmpty else { return nil }
    let neither = outside.filter(unplaced.contains)
    return UnknownDistanceError(mode: mode, hasMatrix: matrix != nil, places: neither.isEmpty ? outside : neither)
  }

  /// Where calls and duties of the day are, each once, in order of id.
  private static func placesInUse(_ caseload: Caseload) -> [PlaceID] {
    let ofCalls = caseload.visits.compactMap(caseload.place(of:))
    let duties = caseload.workers.flatMap(\.dutyPeriods)
    let all = ofCalls + duties.map(\.startPlace) + duties.compactMap(\.endPlace)
    return Set(all).sorted()
  }
}
