/// What `Package.swift` lets each target import: the table `imports` in it.
struct PackageManifest {
  private(set) var imports: [String: [String]] = [:]

  /// Reads the entries `"Target": ["Other", …]` of the manifest's table.
  init(text: String) {
    guard let start = text.firstRange(of: "let imports:"),
      let end = text[start.upperBound...].firstRange(of: "\n]\n")
    else { return }
    let table = text[start.upperBound..<end.lowerBound]
    for entry in table.matches(of: #/"(\w+)":\s*\[([^\]]*)\]/#) {
      imports[String(entry.1)] = entry.2.matches(of: #/"(\w+)"/#).map { String($0.1) }
    }
  }
}
