import CareModel
import Foundation
import Interchange
import Testing

@Suite("The published schema of the service's document")
struct ServiceSchemaTests {
  private static let file = "reable-service.schema.json"

  @Test("it knows the keys that the reader knows, and no others")
  func keys() throws {
    let schema = try PublishedSchema(ServiceSchemaTests.file)
    #expect(schema.properties(of: nil).sorted() == ServiceFormat.topLevel.sorted())
    for (object, keys) in ServiceFormat.keys {
      #expect(schema.properties(of: object).sorted() == keys.sorted(), "\(object)")
    }
  }

  @Test("what a day has, too, is described as in the day's schema")
  func shared() throws {
    let service = try PublishedSchema(ServiceSchemaTests.file).definitions
    let day = try PublishedSchema("reable-day.schema.json").definitions
    for name in ["calendar", "policy", "place", "person", "preference", "demand", "placement", "travelMatrix"] {
      #expect(service[name]?.json == day[name]?.json, "\(name)")
    }
  }

  @Test("a validator that we did not write accepts what we write, and refuses what is wrong")
  func independentValidator() throws {
    let service = try #require(SampleService.reading().service)
    let good = [SampleService.text, ServiceWriter.text(service)]
    let bad = ServiceSchemaTests.mistakes.map { (SampleService.text(replacing: $0.0, with: $0.1), $0) }
    try expectVerdicts(of: ServiceSchemaTests.file, accepting: good, refusing: bad)
  }

  @Test("what it refuses the reader refuses, too", arguments: mistakes)
  func agreement(old: String, new: String) {
    #expect(SampleService.text.contains(old))
    #expect(!SampleService.reading(replacing: old, with: new).problems.isEmpty)
  }

  static let mistakes = [
    ("\"version\": 1", "\"version\": 2"), ("\"appointments\"", "\"appointment\""),
    ("[\"monday\", \"thursday\"]", "[]"), ("[\"monday\", \"thursday\"]", "[\"monday\", \"monday\"]"),
    ("\"from\": \"08:00\"", "\"from\": \"8:00\""), ("\"until\": \"00:15\"", "\"until\": \"24:15\""),
    ("\"state\": \"suspended\"", "\"state\": \"away\""), ("\"riskNote\": \"manages at night\"", "\"riskNote\": \"\""),
    ("\"endReason\": \"longTermCare\"", "\"endReason\": \"other\""),
    ("\"weeklyMinutes\": 2220", "\"weeklyMinutes\": 37.5"),
    ("\"weekends\": \"alternate\"", "\"weekends\": \"some\""), ("\"canEngage\": true", "\"canEngage\": null"),
    ("\"home\": \"h-2\", ", ""), ("\"madeOn\": \"2026-11-12\", ", ""), ("{\"first\": \"2027-01-04\"}", "{}"),
  ]
}
