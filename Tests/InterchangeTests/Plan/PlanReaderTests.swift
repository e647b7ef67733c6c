import CareModel
import Interchange
import Quantities
import Testing

@Suite("A plan read back, to begin the next one from")
struct PlanReaderTests {
  private func read(_ text: String) throws -> PlanReading {
    PlanReader.read(json: Array(text.utf8), file: "plan.json", for: try #require(PlanSample.service))
  }

  private func json() throws -> String { PlanDocument(PlanSample.full, of: try #require(PlanSample.service)).json }

  @Test("what was planned and neither promised nor booked comes back: starts with day and part, calls by episode")
  func sample() throws {
    let reading = try read(json())
    #expect(reading.problems.map(\.description) == [])
    let plan = try #require(reading.plan)
    let starting = PlanSample.full.starts.filter { start in
      if case .starts(let found) = start.outcome { !found.isPublished } else { false }
    }
    #expect(Set(plan.starts.keys) == Set(starting.map(\.referral)))
    #expect(plan.asOf == PlanSample.full.asOf)
  }

  @Test("it reads the keys of the published schema, and no others")
  func schema() throws {
    let schema = try PublishedSchema("reable-plan.schema.json")
    for (object, keys) in PlanReader.keys {
      #expect(Set(schema.properties(of: object)) == Set(keys), "\(object ?? "the document")")
    }
  }

  @Test(
    "what is wrong refuses it, with its code and place",
    arguments: [
      ("\"reable-plan\"", "\"reable-rota\"", "document.format"),
      ("\"version\": 1", "\"version\": 9", "document.version"),
      ("\"outcome\": \"starts\", \"date\": \"20", "\"outcome\": \"starts\", \"date\": \"2o", "date.unreadable"),
      ("\"basis\": \"planned\"", "\"basis\": \"plannd\"", "word.unknown"),
      ("\"starts\": [", "\"strats\": [", "key.unknown"),
      ("{", "", "json.syntax"),
    ])
  func refused(old: String, new: String, code: String) throws {
    let text = try json()
    let range = try #require(text.firstRange(of: old))
    let reading = try read(text[..<range.lowerBound] + new + text[range.upperBound...])
    #expect(reading.plan == nil && reading.problems.map(\.code).contains(code))
    #expect(reading.problems.allSatisfy { $0.location.contains("plan.json") })
  }

  @Test("a plan of another service is refused by its title")
  func otherService() throws {
    let title = try #require(PlanSample.service).title
    let reading = try read(json().replacing("\"title\": \"\(title)\"", with: "\"title\": \"Elsewhere\""))
    #expect(reading.plan == nil && reading.problems.map(\.code) == ["plan.otherService"])
  }

  @Test("one person's part is no plan to begin from: everybody else would seem to have been moved")
  func onePerson() throws {
    let service = try #require(PlanSample.service)
    let reading = try read(PlanDocument(PlanSample.full, of: service, person: PersonID("p-1")).json)
    #expect(reading.plan == nil && reading.problems.map(\.code) == ["plan.onePerson"])
  }

  @Test("a plan made later than the one that is asked for is refused")
  func later() throws {
    let reading = try read(json().replacing("\"asOf\": \"2026-11-24", with: "\"asOf\": \"2026-11-29"))
    #expect(reading.plan == nil && reading.problems.map(\.code) == ["plan.later"])
  }
}
