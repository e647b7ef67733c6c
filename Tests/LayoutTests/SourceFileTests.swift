import Testing

@Suite("Finding the imports of a source file")
struct SourceFileTests {
  @Test(
    "every way of writing an import is seen",
    arguments: [
      "import Model", "package import Model", "public import struct Model.Visit", "@preconcurrency import Model",
      "@testable import Model", "  internal import Model", "import Model.Sub", "import func Model.f",
      "import Other;import Model", "#if os(Linux)\nimport Model\n#endif", "@_exported\nimport Model", "import Model\r",
    ])
  func imports(source: String) {
    let file = SourceFile(path: "Sources/Pages/F.swift", text: source)
    #expect(file.imports.last?.module == "Model")
  }

  @Test(
    "what is no import is not seen as one",
    arguments: [
      "// import Model", "\"import Model\"", "let import_ = Model", "important(Model)", "#if canImport(Model)",
    ])
  func others(source: String) {
    #expect(SourceFile(path: "Sources/Pages/F.swift", text: source).imports == [])
  }

  @Test("the target is the directory under Sources or Tests")
  func target() {
    #expect(SourceFile(path: "Sources/Pages/Deep/F.swift", text: "").target == "Pages")
    #expect(SourceFile(path: "Sources/F.swift", text: "").target == "")
  }
}
