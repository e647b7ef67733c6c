import CareModel
import Interchange
import Testing

@Suite("Names, joined when printing")
struct NameBookTests {
  private func read(_ text: String) -> (book: NameBook, problems: [InputProblem]) {
    NameBook.read(Array(text.utf8), file: "names.csv")
  }

  @Test("an id without a name is printed as it is")
  func missing() {
    let (book, problems) = read("id,name\np-1,Mrs Example\n")
    #expect(problems.isEmpty)
    #expect(book.name(PersonID("p-1")) == "Mrs Example" && book.name(WorkerID("w-1")) == "w-1")
  }

  @Test("of two names for one id neither is taken")
  func repeated() {
    let (book, problems) = read("id,name\np-1,Mrs Example\np-1,Mr Sample\n")
    #expect(problems.map(\.code) == ["name.repeated"] && problems.map(\.location) == ["names.csv:3:1"])
    #expect(book.name(PersonID("p-1")) == "p-1")
  }

  @Test("files that are none are told")
  func wrongFiles() {
    #expect(read("").problems.map(\.code) == ["file.empty"])
    #expect(read("id,nmae\np-1,x\n").problems.map(\.code) == ["column.unknown", "column.missing"])
    #expect(read("id,name\np-1,\n").problems.map(\.location) == ["names.csv:2:5"])
  }
}
