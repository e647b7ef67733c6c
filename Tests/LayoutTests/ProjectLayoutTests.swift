import Testing

@Suite("The project's layout")
struct ProjectLayoutTests {
  @Test("every source keeps to Documentation/layout.md")
  func sourcesKeepToTheLayout() throws {
    let table = try LayoutTable(markdown: try ProjectFiles.text(of: "Documentation/layout.md"))
    let findings = LayoutChecker(table: table).findings(in: try ProjectFiles.sources())
    for finding in findings { Issue.record("\(finding)") }
  }

  @Test("Package.swift lets each target import what the table does, and no more")
  func manifestAgreesWithTheTable() throws {
    let table = try LayoutTable(markdown: try ProjectFiles.text(of: "Documentation/layout.md"))
    let manifest = PackageManifest(text: try ProjectFiles.text(of: "Package.swift"))
    let inC = ["CGLPK", "CGLPKGuard"]
    #expect(manifest.imports.keys.sorted() == table.rows.map(\.target).filter { !inC.contains($0) }.sorted())
    for row in table.rows where !inC.contains(row.target) {
      #expect(manifest.imports[row.target].map(Set.init) == Set(row.imports), "\(row.target)")
    }
  }
}
