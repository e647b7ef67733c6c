import Testing

@Suite("Telling code from comments and strings")
struct CodeScannerTests {
  private func words(_ source: String) -> [Substring] {
    CodeScanner.code(of: source).split { $0 == " " || $0 == "\n" }
  }

  @Test("line and block comments are blanked, nested ones too")
  func comments() {
    #expect(words("a // try! x\nb /* c /* d */ e */ f") == ["a", "b", "f"])
  }

  @Test("string literals are blanked, whatever their quotes")
  func strings() {
    #expect(words(#"let a = "try! \" // x" + b"#) == ["let", "a", "=", "+", "b"])
    #expect(words(##"let a = #"as! " x"# + b"##) == ["let", "a", "=", "+", "b"])
    #expect(words("let a = \"\"\"\n  import X \"quoted\"\n  \"\"\"\nb") == ["let", "a", "=", "b"])
  }

  @Test("code inside an interpolation remains, strings inside it do not")
  func interpolations() {
    #expect(words(#""a \(f("b", (1))) c" + d"#) == [#"f("#, ",", "(1)))", "+", "d"])
    #expect(words(##"#"a \(b) \#(c) d"# + e"##) == ["c)", "+", "e"])
  }

  @Test("a string that is never closed ends with its line")
  func unclosed() {
    #expect(words("let a = \"b\nimport C") == ["let", "a", "=", "import", "C"])
  }

  @Test("lines keep their numbers")
  func lines() {
    let source = "/*\n\n*/ import A\n\"\"\"\n\n\"\"\" b"
    let newlines = CodeScanner.code(of: source).filter { $0 == "\n" }.count
    #expect(newlines == source.filter { $0 == "\n" }.count)
    #expect(SourceFile(path: "Sources/T/F.swift", text: source).imports == [.init(module: "A", line: 3)])
  }
}
