import Testing

@Suite("Reading the layout table")
struct LayoutTableTests {
  static func markdown(_ rows: String...) -> String {
    """
    Open to all: `Units`

    | target | its one job | may import | from outside |
    | --- | --- | --- | --- |
    | `Units` | units | - | - |
    \(rows.joined(separator: "\n"))

    | another table | type |
    | --- | --- |
    | `not` | a row |
    """
  }

  @Test("a row's imports and outside modules are read; another table is not")
  func reads() throws {
    let table = try LayoutTable(
      markdown: Self.markdown("| `Model` | types | - | - |", "| `Pages` | shows | `Model` | `Foundation`, `Dispatch` |")
    )
    #expect(table.rows.map(\.target) == ["Units", "Model", "Pages"])
    #expect(table.row(of: "Pages")?.imports == ["Model"])
    #expect(table.row(of: "Pages")?.outside == ["Foundation", "Dispatch"])
    #expect(table.circle() == [])
  }

  @Test("what a target may import follows its row")
  func allows() throws {
    let table = try LayoutTable(
      markdown: Self.markdown("| `Model` | types | - | - |", "| `Pages` | shows | `Model` | `Foundation` |"))
    #expect(table.allows("Units", in: "Model"))
    #expect(table.allows("Model", in: "Pages"))
    #expect(table.allows("FoundationEssentials", in: "Pages"))
    #expect(!table.allows("Foundation", in: "Model"))
    #expect(!table.allows("FoundationEssentials", in: "Model"))
    #expect(!table.allows("Pages", in: "Model"))
    #expect(!table.allows("Model", in: "Units"))
    #expect(!table.allows("Units", in: "Unlisted"))
  }

  @Test("a circle is found, and named from its start to its start")
  func circle() throws {
    let table = try LayoutTable(
      markdown: Self.markdown(
        "| `A` | x | `B` | - |", "| `B` | x | `C` | - |", "| `C` | x | `B` | - |"))
    #expect(table.circle() == ["B", "C", "B"])
  }

  @Test("a table that cannot be meant is refused")
  func flaws() {
    #expect(throws: LayoutTable.Flaw.noLineOfTargetsOpenToAll) { try LayoutTable(markdown: "") }
    #expect(throws: LayoutTable.Flaw.noTable) { try LayoutTable(markdown: "Open to all: `Units`") }
    #expect(throws: LayoutTable.Flaw.twoRows(target: "A")) {
      try LayoutTable(markdown: Self.markdown("| `A` | x | - | - |", "| `A` | x | - | - |"))
    }
    #expect(throws: LayoutTable.Flaw.unknownTarget("B", inRow: "A")) {
      try LayoutTable(markdown: Self.markdown("| `A` | x | `B` | - |"))
    }
  }
}
