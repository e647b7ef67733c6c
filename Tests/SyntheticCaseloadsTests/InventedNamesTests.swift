import CareModel
import SyntheticCaseloads
import Testing

@Suite("Invented names")
struct InventedNamesTests {
  private let day = DayGenerator(DayPreset.smallBorough8.parameters(seed: 4)).caseload

  @Test("everybody has a name, and nobody's occurs twice")
  func unique() {
    let names = InventedNames.list(for: day, seed: 1)
    #expect(names.map(\.id) == day.people.map(\.id.text) + day.workers.map(\.id.text))
    #expect(Set(names.map(\.name)).count == names.count)
    #expect(names.allSatisfy { !$0.name.contains(",") && !$0.name.contains("\"") && $0.name.count > 5 })
  }

  @Test("the same seed gives the same names, and the list has its heading")
  func determinism() {
    let names = InventedNames.list(for: day, seed: 1)
    #expect(names == InventedNames.list(for: day, seed: 1))
    #expect(names != InventedNames.list(for: day, seed: 2))
    let lines = InventedNames.csv(names).split(separator: "\n")
    #expect(lines.first == "id,name" && lines.count == names.count + 1)
  }
}
