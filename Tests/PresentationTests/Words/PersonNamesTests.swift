import CareModel
import Presentation
import Testing

@Suite struct PersonNamesTests {
  @Test(
    "initials of names and of ids",
    arguments: [
      ("Mrs Ada Brook", "AB"), ("Mrs Example", "Ex"), ("p-017", "017"), ("Zoë", "Zo"), ("", ""), ("Mrs", "Mr"),
      ("Ada de la Mare-Brook", "AB"),
    ])
  func initials(name: String, sign: String) { #expect(PersonNames.initials(of: name) == sign) }

  @Test("without names everybody goes by their id")
  func identifiers() {
    #expect(PersonNames.identifiers[PersonID("p-1")] == "p-1")
    #expect(PersonNames { "<\($0)>" }[WorkerID("w")] == "<w>")
  }
}
