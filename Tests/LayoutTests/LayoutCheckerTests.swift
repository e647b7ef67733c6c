import Testing

@Suite("The layout rules, on made-up sources")
struct LayoutCheckerTests {
  private func rules(_ text: String, path: String = "Sources/Model/Visit.swift") throws -> [LayoutChecker.Finding.Rule]
  {
    let table = try LayoutTable(
      markdown: LayoutTableTests.markdown("| `Model` | types | - | - |", "| `Pages` | shows | `Model` | `Foundation` |")
    )
    let others = ["Units", "Model", "Pages"].map {
      SourceFile(path: "Sources/\($0)/Other.swift", text: "import Units\n")
    }
    let files = others.dropFirst() + [SourceFile(path: "Sources/Units/Unit.swift", text: "")]
    return LayoutChecker(table: table).findings(in: files + [SourceFile(path: path, text: text)]).map(\.rule)
  }

  @Test("sources that keep to the table have no finding")
  func kept() throws {
    #expect(try rules("import Units\nstruct Visit {}\n") == [])
    #expect(try rules("import Foundation\nimport Model\n", path: "Sources/Pages/Page.swift") == [])
  }

  @Test(
    "an import that the table does not allow is refused",
    arguments: ["import Pages", "import Foundation", "package import FoundationEssentials", "import Glibc"])
  func forbiddenImport(source: String) throws {
    #expect(try rules(source) == [.importNotAllowed])
  }

  @Test("a finding names its file, its line and what is wrong")
  func description() throws {
    let table = try LayoutTable(markdown: LayoutTableTests.markdown())
    let file = SourceFile(path: "Sources/Units/Unit.swift", text: "\nimport Dispatch\n")
    #expect(
      LayoutChecker(table: table).findings(in: [file]).map(\.description) == [
        "Sources/Units/Unit.swift:2: Units imports Dispatch, which the table in Documentation/layout.md does not allow "
          + "(importNotAllowed)"
      ])
  }

  @Test("a target that the table lacks is refused")
  func unlistedTarget() throws {
    #expect(try rules("struct A {}", path: "Sources/Stray/A.swift") == [.targetNotInTable])
  }

  @Test("a row whose target has no sources is refused")
  func emptyRow() throws {
    let table = try LayoutTable(markdown: LayoutTableTests.markdown())
    #expect(LayoutChecker(table: table).findings(in: []).map(\.rule) == [.rowWithoutTarget])
  }

  @Test("a circle in the table is refused")
  func circle() throws {
    let table = try LayoutTable(
      markdown: LayoutTableTests.markdown("| `A` | x | `B` | - |", "| `B` | x | `A` | - |"))
    let files = ["Units", "A", "B"].map { SourceFile(path: "Sources/\($0)/F.swift", text: "") }
    #expect(LayoutChecker(table: table).findings(in: files).map(\.rule) == [.circle])
  }

  @Test(
    "GLPK's symbols are refused outside their place",
    arguments: ["let x = glp_simplex(p)", "@_silgen_name(glp_version) func f()"])
  func glpk(source: String) throws {
    #expect(try rules(source) == [.glpkOutsideItsPlace])
  }

  @Test("a C file may not include GLPK's header either")
  func glpkInC() throws {
    #expect(try rules("#include <glpk.h>", path: "Sources/Model/f.c") == [.glpkOutsideItsPlace])
  }

  @Test(
    "constructs that end the program are refused",
    arguments: ["fatalError(\"x\")", "let a = try! f()", "let b = c as! D", "print(\"\\(try! f())\")"])
  func forbiddenConstruct(source: String) throws {
    #expect(try rules(source) == [.forbiddenConstruct])
  }

  @Test(
    "their names in comments, strings and longer words are not",
    arguments: ["// try! it", "let a = \"fatalError(\"", "nonfatalError(1)", "let a = alias!"])
  func harmless(source: String) throws {
    #expect(try rules(source) == [])
  }

  @Test("a file of 400 lines is taken, one of 401 is not")
  func length() throws {
    #expect(try rules(String(repeating: "\n", count: 400)) == [])
    #expect(try rules(String(repeating: "\n", count: 401)) == [.fileTooLong])
  }

  @Test("a type may not have the name of its module")
  func moduleName() throws {
    #expect(try rules("package enum Model {}") == [.typeNamedLikeItsModule])
    #expect(try rules("package enum Models {}") == [])
  }

  @Test("a test that asks for @testable is refused")
  func testable() throws {
    let path = "Tests/ModelTests/VisitTests.swift"
    #expect(try rules("@testable import Model", path: path) == [.testableImport])
    #expect(try rules("import Model\nlet a = try! f()", path: path) == [])
  }
}
