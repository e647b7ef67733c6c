import Foundation
import Testing

@Suite("What a scenario's expected.json says")
struct ExpectedResultTests {
  private func faults(_ json: String) throws -> [String] {
    let expected = try JSONDecoder().decode(ExpectedResult.self, from: Data(json.utf8))
    return expected.faults(of: try PlannedDay.shipped("overdue"))
  }

  @Test(
    "a statement that doesn't hold is a fault",
    arguments: [
      #""exitCode": 0"#,
      #""exitCode": 1, "zeroLevels": ["responseLateness.hospitalDischarge"]"#,
      #""exitCode": 1, "zeroLevels": ["noSuchLevel"]"#,
      #""exitCode": 1, "levels": {"responseLateness": {"most": 0}}"#,
      #""exitCode": 1, "levels": {"cost": {"least": 100000000}}"#,
      #""exitCode": 1, "covered": ["nobody"]"#,
      #""exitCode": 1, "uncovered": ["p-001-first"]"#,
      #""exitCode": 1, "lateFirstVisits": []"#,
      #""exitCode": 1, "starts": {"p-001-first": {"from": "2026-11-24T05:00Z", "until": "2026-11-24T07:00Z"}}"#,
      #""exitCode": 1, "starts": {"nobody": {"from": "2026-11-24T05:00Z", "until": "2026-11-25T05:00Z"}}"#,
    ])
  func faulty(statement: String) throws {
    #expect(try faults("{\"why\": [], \(statement)}").count == 1)
  }

  @Test("a file that promises what nobody looks at is refused")
  func unknownKey() {
    #expect(throws: ExpectedResult.UnknownKey.self) { try faults(#"{"why": [], "exitCode": 1, "travel": 7}"#) }
  }
}
