import CareModel
import Foundation
import Interchange
import Testing

@Suite("The published schema of the plan")
struct PlanSchemaTests {
  private static let file = "reable-plan.schema.json"

  @Test("it knows the keys that are written, and no others")
  func keys() throws {
    let schema = try PublishedSchema(PlanSchemaTests.file)
    let service = try #require(PlanSample.service)
    let json = PlanDocument(PlanSample.full, of: service).json
    let document = try JSONParser.parse(Array(json.utf8), file: "plan.json")
    #expect(schema.properties(of: nil).filter { $0 != "person" } == document.members.map(\.key))
    func written(_ list: DocumentValue?) -> Set<String> {
      guard case .array(let items) = list?.content else { return [] }
      return Set(items.flatMap { $0.members.map(\.key) })
    }
    for (definition, list) in [
      ("quarantined", "notInThisPlan"), ("start", "starts"), ("task", "tasks"), ("breach", "breaches"),
      ("wait", "longestWaits"), ("taperProposal", "taperProposals"), ("coreTeam", "coreTeams"), ("repeat", "repeats"),
      ("forecastError", "forecastErrors"), ("change", "changes"), ("callDue", "callsDue"),
      ("call", "calls"), ("beyondLimit", "beyondLimit"),
      ("carePlanOwner", "carePlanOwners"),
      ("level", "levels"),
    ] {
      #expect(Set(schema.properties(of: definition)) == written(document[list]), "\(definition)")
    }
    #expect(Set(schema.properties(of: "cell")) == written(document["capacityByRole"]?["nurse"]))
  }

  @Test("its words are the engine's words")
  func words() throws {
    let definitions = try PublishedSchema(PlanSchemaTests.file).definitions
    func words(_ definition: String, _ key: String? = nil) -> [String] {
      let found = key.flatMap { definitions[definition]?["properties"]?[$0] } ?? definitions[definition]
      guard case .array(let items) = found?["enum"]?.content else { return [] }
      return items.compactMap { if case .text(let word) = $0.content { word } else { nil } }
    }
    #expect(words("part") == PartOfDay.allCases.map(\.rawValue))
    #expect(words("role") == Role.allCases.map(\.rawValue))
    #expect(words("class") == ReferralClass.allCases.map(\.rawValue))
    #expect(
      words("rank") == ReferralClass.allCases.flatMap { kind in [false, true].map { Rank(kind, isFlagged: $0).name } })
    #expect(words("state") == Referral.State.allCases.map(\.rawValue))
    #expect(words("task", "task") == DueTask.Kind.allCases.map(\.rawValue))
    #expect(words("breach", "clock") == ClockBreach.Clock.allCases.map(\.rawValue))
    #expect(words("call", "kind") == Visit.Kind.allCases.map(\.rawValue))
    #expect(words("carePlanOwner", "flaw") == CarePlanOwnership.Flaw.allCases.map(\.rawValue))
    #expect(words("beyondLimit", "standing") == BeyondLimit.Standing.allCases.map(\.rawValue))
    #expect(words("call", "basis") == PlannedCall.Basis.allCases.map(\.rawValue))
  }

  @Test("a validator that we did not write accepts what we write, and refuses what is wrong")
  func independentValidator() throws {
    let service = try #require(PlanSample.service)
    let full = PlanDocument(PlanSample.full, of: service).json
    let bad = PlanSchemaTests.mistakes.map { (full.replacingOccurrences(of: $0.0, with: $0.1), $0) }
    for (text, mistake) in bad { #expect(text != full, "\(mistake)") }
    try expectVerdicts(
      of: PlanSchemaTests.file,
      accepting: [
        full, PlanDocument(PlanSample.empty, of: service).json,
        PlanDocument(PlanSample.full, of: service, person: PersonID("p-2")).json,
      ], refusing: bad)
  }

  private static let mistakes = [
    ("\"reable-plan\"", "\"reable-rota\""), ("\"version\": 1", "\"version\": 2"), ("\"starts\": [", "\"begins\": ["),
    ("\"rank\": \"newCommunityAtRisk\"", "\"rank\": \"new\""), ("\"outcome\": \"waits\"", "\"outcome\": \"starts\""),
    ("\"outcome\": \"starts\"", "\"outcome\": \"waits\""), ("\"lateMinutes\": 120", "\"lateMinutes\": 0"),
    ("\"missingMinutes\": 40", "\"missing\": 40"), ("{\"code\": \"needsUnknown\"}", "{\"code\": \"unknown\"}"),
    ("\"referral\": \"r-1\", \"dueOn\"", "\"dueOn\""), ("\"overdue\": true", "\"overdue\": false"),
    ("\"waiting\": 7", "\"waiting\": 0"), ("\"basis\": \"bridging\"", "\"basis\": \"bridge\""),
    ("\"nurse\": [", "\"doctor\": ["), ("\"takenMinutes\": 95", "\"takenMinutes\": -1"),
    ("\"outsideForecast\": true", "\"outsideForecast\": false"), ("\"capacityBySkill\": {", "\"bySkill\": {"),
    ("\"dueOn\": \"2026-11-24\"", "\"dueOn\": \"24/11/2026\""), ("T16:00:00+00:00", "T16:00:00"),
    ("\"daysBetween\": 6", "\"daysBetween\": -6"), ("\"episode\": \"e-1\", \"daysBetween\"", "\"daysBetween\""),
    ("\"appointment\": {\"call\": \"a-1\", ", "\"appointment\": {"),
    ("\"kind\": \"dischargeReview\"", "\"kind\": \"haircut\""), ("\"item\": \"grab rail\"", "\"item\": \"\""),
    ("\"from\": \"08:00\", ", ""),
    ("\"kind\": \"review\", \"lastPermittedDay\"", "\"kind\": \"therapy\", \"lastPermittedDay\""),
    ("\"hold\": {\"code\": \"held\", ", "\"hold\": {"), ("\"firstVisitAlone\": true", "\"firstVisitAlone\": false"),
    ("\"code\": \"over\", \"endedAt\"", "\"code\": \"over\", \"until\""),
    ("\"withoutPlace\"", "\"undone\""), ("\"mode\": \"telephone\"}", "\"mode\": \"letter\"}"),
    ("\"flaw\": \"left\"", "\"flaw\": \"gone\""),
    ("\"standing\": \"noAuthoriser\"", "\"standing\": \"late\""), ("\"day\": 45, ", ""),
    ("\"authorisedBy\": \"team manager\", ", ""), ("\"level\": \"waitDays\"", "\"level\": \"\""),
  ]
}
