import CareModel
import Interchange
import RotaChecking
import SyntheticCaseloads
import Testing

@Suite("The shipped scenarios")
struct ShippedScenariosTests {
  @Test("every scenario that can be generated is shipped, and every one shipped says what it shows")
  func complete() {
    let names = ScenarioFolder.all.map(\.name)
    #expect(names.count > ScenarioDays.all.count)
    for scenario in ScenarioDays.all { #expect(names.contains(scenario.name)) }
    for folder in ScenarioFolder.all {
      #expect(folder.has("README.md") && folder.has("expected.json"), "\(folder)")
      #expect(folder.has("day.json") || folder.has("ATTRIBUTION.md"), "\(folder)")
    }
  }

  @Test("days and names are what the generator gives, to the byte", arguments: ScenarioDays.all.map(\.name))
  func bytes(name: String) throws {
    let scenario = try #require(ScenarioDays.named(name))
    let folder = ScenarioFolder(name: name)
    #expect(
      try folder.text("day.json") == DayWriter.text(scenario.day),
      "reable generate --scenario \(name) --out Scenarios/\(name)/day.json makes it anew")
    #expect(try folder.text("names.csv") == InventedNames.csv(scenario.names))
    #expect(try folder.reading().caseload == scenario.day)
  }

  @Test("each is read without a problem or a warning", arguments: ScenarioFolder.all)
  func valid(folder: ScenarioFolder) throws {
    let reading = try folder.reading()
    #expect(reading.problems == [] && reading.warnings == [])
    let caseload = try #require(reading.caseload)
    #expect(caseload.quarantine.isEmpty && !caseload.visits.isEmpty)
    guard folder.has("names.csv") else { return }
    let (book, problems) = NameBook.read(try folder.bytes("names.csv"), file: "names.csv")
    #expect(problems == [])
    #expect(caseload.isInvented && caseload.people.allSatisfy { book.name($0.id) != $0.id.text })
    #expect(caseload.workers.allSatisfy { book.name($0.id) != $0.id.text })
  }

  @Test("each rota is publishable and is what the scenario expects", arguments: ScenarioFolder.all)
  func expected(folder: ScenarioFolder) throws {
    let day = try PlannedDay.shipped(folder.name)
    #expect(day.checked.isPublishable)
    #expect(day.rota.provenance?.stages.contains { if case .failed = $0.outcome { true } else { false } } == false)
    let expected = try ExpectedResult(folder)
    #expect(!expected.why.isEmpty)
    #expect(expected.faults(of: day) == [])
  }
}
