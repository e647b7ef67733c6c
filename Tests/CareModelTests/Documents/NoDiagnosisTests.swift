import CareModel
import Foundation
import Quantities
import Testing

/// A service open to all regardless of diagnosis has nowhere to write one down, so that none can rank or refuse anybody.
@Suite("Nothing about a diagnosis is known of anybody (R8)")
struct NoDiagnosisTests {
  private static let words = [
    "diagnos", "prognos", "dementia", "disease", "illness", "disorder", "condition", "morbid", "frail", "palliat",
    "snomed", "icd10", "potential", "terminal",
  ]

  /// The names of everything in a value, through all that it holds.
  private func names(in value: Any) -> [String] {
    Mirror(reflecting: value).children.flatMap { child in
      [child.label].compactMap { $0 } + names(in: child.value)
    }
  }

  /// The keys and the permitted words of a schema: whatever a document may call something.
  private func names(ofSchema value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap(names(ofSchema:)) }
    guard let object = value as? [String: Any] else { return [] }
    let words = object["enum"] as? [String] ?? []
    return words + object.flatMap { [$0.key] + names(ofSchema: $0.value) }
  }

  private func expectNone(of names: [String], at location: SourceLocation = #_sourceLocation) {
    for name in names {
      #expect(!Self.words.contains { name.lowercased().contains($0) }, "\(name)", sourceLocation: location)
    }
  }

  private func fields(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }

  private static let referral = Referral(
    id: LondonDay.referral, person: LondonDay.person, referralClass: .hospitalDischarge,
    careHomeRisk: Referral.CareHomeRisk(setBy: "care manager"), receivedAt: LondonDay.at(hours: 0),
    readyFrom: LondonDay.at(hours: 1), whereabouts: .inHospital, responseDeadline: LondonDay.at(hours: 2))

  private static let record = ReferralRecord(
    referral: referral,
    contactAssessment: ReferralRecord.ContactAssessment(
      heldAt: LondonDay.at(hours: 0), assessedBy: "assessor", role: .nurse, needsPersonalCare: true, canEngage: true),
    needs: StartNeeds(
      firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(60))]),
      lines: [
        PackageLine(
          id: LineID("bed"),
          call: CallNeed(
            kind: .personalCare, demands: [Demand(length: Minutes(30))],
            preferred: ClockInterval(from: LondonDay.clock(21), until: LondonDay.clock(22)),
            preferences: [Preference(.language("Tamil"), .strong)]))
      ]))

  private static let person = Person(
    id: LondonDay.person, place: PlaceID("home"), coreTeam: [WorkerID("w-1")], recentVisits: [WorkerID("w-1"): 1],
    refusedWorkers: [WorkerID("w-2")], preferences: [Preference(.gender(.female), .required)],
    suspensions: [LondonDay.interval(LondonDay.at(hours: 0), LondonDay.at(hours: 1))])

  @Test("no field of a referral, its record or a person holds one, however deep")
  func model() {
    for value in [Self.referral, Self.record, Self.person] as [Any] { expectNone(of: names(in: value)) }
  }

  @Test("these are all the fields there are: a new one is a decision against R8, too")
  func wholeModel() {
    #expect(
      fields(Self.referral) == [
        "id", "person", "referralClass", "careHomeRisk", "receivedAt", "readyFrom", "whereabouts", "homecoming",
        "state", "responseDeadline", "baselineWeekly",
      ])
    #expect(fields(Self.record) == ["referral", "contactAssessment", "needs"])
    #expect(
      fields(Self.person) == [
        "id", "place", "coreTeam", "recentVisits", "refusedWorkers", "preferences", "suspensions",
        "hadUncoveredEssentialCallYesterday",
      ])
    #expect(fields(Rank(.hospitalDischarge, isFlagged: true)) == ["referralClass", "isFlagged"])
  }

  @Test("no key and no word of a service's document names one")
  func schema() throws {
    let document = try ProjectDocument("Documentation/reable-service.schema.json")
    let names = names(ofSchema: try JSONSerialization.jsonObject(with: Data(document.text.utf8)))
    #expect(names.contains("careHomeRisk") && names.contains("hospitalDischarge"))
    expectNone(of: names)
  }
}
