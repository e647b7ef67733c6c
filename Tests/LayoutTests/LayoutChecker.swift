/// The layout rules of `Documentation/layout.md`, applied to source files.
struct LayoutChecker {
  let table: LayoutTable

  /// Something that the layout does not allow.
  struct Finding: CustomStringConvertible, Equatable {
    enum Rule: String {
      case importNotAllowed, targetNotInTable, rowWithoutTarget, circle, glpkOutsideItsPlace
      case forbiddenConstruct, fileTooLong, typeNamedLikeItsModule, testableImport
    }

    var rule: Rule
    var path: String
    /// From 1; nothing where the finding is of a whole file or target.
    var line: Int?
    var message: String

    var description: String {
      let place = line.map { "\(path):\($0)" } ?? path
      return "\(place): \(message) (\(rule.rawValue))"
    }
  }

  static let longestFile = 400
  private static let forbiddenConstructs = ["fatalError(", "try!", "as!"]
  private static let targetsThatKnowGLPK = ["CGLPK", "CGLPKGuard", "LinearProgramming"]

  /// What the files break, in the order of the files.
  func findings(in files: [SourceFile]) -> [Finding] {
    findingsOnTargets(files) + files.flatMap { $0.path.hasPrefix("Tests/") ? testFindings($0) : sourceFindings($0) }
  }

  private func findingsOnTargets(_ files: [SourceFile]) -> [Finding] {
    let targets = Set(files.filter { $0.path.hasPrefix("Sources/") }.map(\.target)).sorted()
    var findings: [Finding] = []
    for target in targets where table.row(of: target) == nil {
      let message = "target \(target) is missing from the table in Documentation/layout.md"
      findings.append(Finding(rule: .targetNotInTable, path: "Sources/\(target)", message: message))
    }
    for row in table.rows where !targets.contains(row.target) {
      let message = "the table has a row for \(row.target), which has no sources"
      findings.append(Finding(rule: .rowWithoutTarget, path: "Documentation/layout.md", message: message))
    }
    let circle = table.circle()
    if !circle.isEmpty {
      let message = "a circle of imports: \(circle.joined(separator: " -> "))"
      findings.append(Finding(rule: .circle, path: "Documentation/layout.md", message: message))
    }
    return findings
  }

  private func testFindings(_ file: SourceFile) -> [Finding] {
    file.imports.filter(\.isTestable).map {
      Finding(
        rule: .testableImport, path: file.path, line: $0.line,
        message: "@testable import \($0.module). Maybe make what the test needs `package`.")
    }
  }

  private func sourceFindings(_ file: SourceFile) -> [Finding] {
    var findings: [Finding] = []
    let code = file.code
    if !Self.targetsThatKnowGLPK.contains(file.target) {
      for (index, line) in code.enumerated() where line.contains("glp_") || line.contains("glpk.h") {
        findings.append(
          Finding(
            rule: .glpkOutsideItsPlace, path: file.path, line: index + 1,
            message: "a symbol of GLPK outside LinearProgramming"))
      }
    }
    guard file.isSwift else { return findings }

    for found in file.imports where found.module != file.target && !table.allows(found.module, in: file.target) {
      let message = "\(file.target) imports \(found.module), which the table in Documentation/layout.md does not allow"
      findings.append(Finding(rule: .importNotAllowed, path: file.path, line: found.line, message: message))
    }
    for (index, line) in code.enumerated() {
      for construct in Self.forbiddenConstructs where Self.contains(construct, in: line) {
        findings.append(
          Finding(
            rule: .forbiddenConstruct, path: file.path, line: index + 1,
            message: "\(construct) in a source. Maybe throw an error, or state a precondition with its values."))
      }
      if Self.declaresType(named: file.target, in: line) {
        findings.append(
          Finding(
            rule: .typeNamedLikeItsModule, path: file.path, line: index + 1,
            message: "a type named \(file.target) hides its module"))
      }
    }
    let lines = code.last == "" ? code.count - 1 : code.count
    if lines > Self.longestFile {
      let message = "\(lines) lines, more than \(Self.longestFile). Maybe a capability can move to its own file."
      findings.append(Finding(rule: .fileTooLong, path: file.path, message: message))
    }
    return findings
  }

  /// Whether `construct` stands in `line`, not as the tail of a longer word.
  private static func contains(_ construct: String, in line: Substring) -> Bool {
    var rest = line
    while let range = rest.firstRange(of: construct) {
      let before = rest[..<range.lowerBound].last
      if !(before.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false) { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  private static func declaresType(named name: String, in line: Substring) -> Bool {
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    return zip(words, words.dropFirst()).contains { keyword, declared in
      declared == name && ["struct", "class", "enum", "actor", "protocol", "typealias"].contains(keyword)
    }
  }
}
