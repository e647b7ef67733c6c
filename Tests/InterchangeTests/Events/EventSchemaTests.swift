import CareModel
import Foundation
import Interchange
import Testing

@Suite("The published schema of events")
struct EventSchemaTests {
  private static let file = "reable-events.schema.json"

  @Test("it knows the keys that the reader knows, kind by kind, and no others")
  func keys() throws {
    let schema = try PublishedSchema(Self.file)
    #expect(schema.properties(of: nil).sorted() == EventFormat.topLevel.sorted())
    for (kind, keys) in EventFormat.kinds {
      #expect(schema.properties(of: kind.rawValue).sorted() == keys.sorted(), "\(kind)")
    }
    #expect(schema.properties(of: "order").sorted() == EventFormat.order.sorted())
  }

  @Test("records that events bring are those of a day")
  func records() throws {
    let (events, day) = (try PublishedSchema(Self.file), try PublishedSchema("reable-day.schema.json"))
    let own = Set(DayEvent.Kind.allCases.map(\.rawValue) + ["order"])
    let shared = events.definitions.filter { !own.contains($0.key) }
    #expect(shared.count > 15)
    for (name, definition) in shared { #expect(definition.json == day.definitions[name]?.json, "\(name)") }
  }

  @Test("a validator that we did not write accepts an event of every kind, and refuses what is wrong")
  func independentValidator() throws {
    let bad = Self.mistakes.map { (SampleEvents.text(replacing: $0.0, with: $0.1), $0) }
    #expect(bad.allSatisfy { $0.0 != SampleEvents.text })
    try expectVerdicts(of: Self.file, accepting: [SampleEvents.text, SampleEvents.document([])], refusing: bad)
  }

  @Test("what it refuses the reader refuses, too", arguments: mistakes)
  func agreement(old: String, new: String) throws {
    #expect(try #require(SampleEvents.reading(SampleEvents.text(replacing: old, with: new))).problems != [])
  }

  static let mistakes = [
    ("\"version\": 1", "\"version\": 2"), ("\"kind\": \"workerOff\"", "\"kind\": \"workerIll\""),
    ("\"minutes\": 25", "\"minutes\": 0"), ("\"minutes\": 20", "\"minutes\": \"20\""),
    ("\"kind\": \"cancelled\", ", "\"kind\": \"cancelled\", \"worker\": \"w-1\", "), ("\"worker\": \"w-1\", ", ""),
    ("2026-11-24T09:40+00:00", "2026-11-24 09:40"), ("\"setBy\": \"A. Shah\", ", ""),
    ("\"provider\": \"Northside Care\"", "\"provider\": \"\""), ("\"lengthMinutes\": 30", "\"lengthMinutes\": 0"),
    ("\"person\": \"p-1\", \"until\"", "\"until\""), ("\"events\": [", "\"event\": ["),
  ]
}
