import CareModel
import Interchange
import Quantities
import ReproducibleNumbers
import Testing

@Suite("The same day gives the same rota")
struct DeterminismTests {
  /// Work units: enough for every stage to run.
  private let budget = 150_000

  @Test("twice the same document, seed and budget: the same bytes", arguments: ScenarioFolder.all)
  func twice(folder: ScenarioFolder) throws {
    let first = try PlannedDay(folder, budget: budget).document
    #expect(try PlannedDay(folder, budget: budget).document == first)
  }

  @Test(
    "records and keys in another order: the same rota, but for the document's digest",
    arguments: ScenarioFolder.all.filter { $0.has("day.json") })
  func shuffled(folder: ScenarioFolder) throws {
    let bytes = try folder.bytes("day.json")
    let shuffled = [UInt8](try Self.shuffled(bytes).utf8)
    let (before, after) = (SHA256.hexadecimal(of: bytes), SHA256.hexadecimal(of: shuffled))
    #expect(before != after)
    let reading = DayReader.read(json: shuffled, file: "shuffled.json")
    let caseload = try #require(reading.caseload)
    let document = try PlannedDay(caseload, budget: budget, digest: reading.inputDigest ?? "").document
    #expect(document.contains(after))
    let expected = try PlannedDay(folder, budget: budget).document
    #expect(document.replacing(after, with: before) == expected)
  }

  /// The same document with its keys and records in another order.
  private static func shuffled(_ bytes: [UInt8]) throws -> String {
    var stream = RandomStream(seed: 7, purpose: StreamPurpose("test.shuffle"), index: 0)
    guard case .object(let members) = try JSONParser.parse(bytes, file: "day.json").content else { return "" }
    let changed = members.map { member in
      guard case .array(let records) = member.value.content else { return JSONMember(member.key, json(member.value)) }
      return JSONMember(member.key, .array(stream.shuffled(records).map(json)))
    }
    return JSONText.object(stream.shuffled(changed)).line
  }

  private static func json(_ value: DocumentValue) -> JSONText {
    switch value.content {
    case .object(let members): .object(members.map { JSONMember($0.key, json($0.value)) })
    case .array(let items): .array(items.map(json))
    case .text(let text): .text(text)
    case .number(let digits): .integer(Int(digits) ?? 0)
    case .truth(let truth): .truth(truth)
    case .null: .null
    }
  }
}
