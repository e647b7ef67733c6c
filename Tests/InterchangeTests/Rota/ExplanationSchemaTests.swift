import CareModel
import Explanations
import Foundation
import Interchange
import Quantities
import RotaChecking
import Testing

@Suite("The published schema of an explanation")
struct ExplanationSchemaTests {
  private static let file = "reable-explanation.schema.json"

  /// Each kind of change once, and of everything else one.
  private static func full(_ caseload: Caseload) throws -> String {
    let opening = Explanation.Opening(start: RotaSample.at("09:30", caseload), workers: [WorkerID("w-02")])
    let hours = try #require(InstantInterval(start: opening.start, end: opening.start + Minutes(60)))
    let changes: [Release.Change] = [
      .otherMoved(
        VisitID("v-001"), to: Visit.Placement(workers: [WorkerID("w-01")], start: opening.start), by: Seconds(600)),
      .longerDuty(WorkerID("w-02"), DutyID("w-02-pm"), by: Minutes(15)), .earlierStart(by: Minutes(5)),
      .laterStart(by: Minutes(20)), .lockLifted(VisitID("v-001"), setBy: "J. Doe"),
      .moreWorkers(
        count: 2, demand: Demand(roles: [.nurse], skills: [Skill("gait")], length: Minutes(30)), during: hours),
    ]
    let shortfall = RotaExplanation.Shortfall(
      explanation: RotaSample.explanations(caseload)[0],
      releases: changes.map { Release(change: $0, opening: opening) })
    let placement = PlacementAccount(
      visit: VisitID("v-002"),
      placement: Visit.Placement(workers: [WorkerID("w-01"), WorkerID("w-02")], start: opening.start), costs: [],
      addedCost: Pence(-3),
      alternatives: [
        PlacementAccount.Alternative(opening: opening, difference: [.init(level: Level(.cost), by: -2)])
      ])
    let cost = CostAccount.Entry(
      term: .continuity, pence: Pence(5), worker: WorkerID("w-01"), visit: VisitID("v-001"), person: PersonID("p-001"))
    let explanation = RotaExplanation(shortfalls: [shortfall], placements: [placement], costs: [cost])
    return ExplanationDocument(explanation, of: try RotaSample.checked(caseload), on: caseload).json
  }

  @Test("a validator that we did not write accepts what we write, and refuses what is wrong")
  func independentValidator() throws {
    let caseload = try #require(
      RotaSample.sheets.adding("v-009,p-001,therapy,no time,no,,,09:00,,,,,", to: "visits.csv").reading.caseload)
    let full = try ExplanationSchemaTests.full(caseload)
    let empty = ExplanationDocument(
      RotaExplanation(shortfalls: [], placements: [], costs: []), of: try RotaSample.checked(caseload), on: caseload
    ).json
    let bad = ExplanationSchemaTests.mistakes.map { (full.replacingOccurrences(of: $0.0, with: $0.1), $0) }
    for (text, mistake) in bad { #expect(text != full, "\(mistake)") }
    try expectVerdicts(of: ExplanationSchemaTests.file, accepting: [full, empty], refusing: bad)
  }

  private static let mistakes = [
    ("\"reable-explanation\"", "\"reable-rota\""), ("\"version\": 1", "\"version\": 2"),
    ("\"change\": \"longerDuty\"", "\"change\": \"overtime\""), ("\"minutes\": 15", "\"minutes\": 0"),
    ("\"count\": 2, ", ""), ("\"setBy\": \"J. Doe\", ", ""), ("\"seconds\": 600", "\"seconds\": -600"),
    ("\"matter\": \"uncovered\"", "\"matter\": \"gone\""), ("\"term\": \"continuity\"", "\"term\": \"faces\""),
    ("\"pence\": 5", "\"pence\": 0"), ("\"addedPence\": -3, ", ""), ("\"notInThisRota\"", "\"leftOut\""),
  ]

  @Test("its words are the engine's words")
  func words() throws {
    let definitions = try PublishedSchema(ExplanationSchemaTests.file).definitions
    guard case .array(let items) = definitions["cost"]?["properties"]?["term"]?["enum"]?.content else {
      Issue.record("no terms")
      return
    }
    let terms = items.compactMap { if case .text(let word) = $0.content { word } else { nil } }
    #expect(terms == CostAccount.Term.allCases.map(\.rawValue))
  }
}
