/// A source file as the layout rules see it.
struct SourceFile {
  /// From the package's root: `Sources/CareModel/Work/Visit.swift`.
  var path: String
  var text: String

  /// The name of the directory under `Sources` or `Tests`.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// Whether it is Swift; the others are C or data.
  var isSwift: Bool { path.hasSuffix(".swift") }

  /// The lines without comments and strings.
  var code: [Substring] {
    (isSwift ? CodeScanner.code(of: text) : text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A module's name where it is imported.
  struct Import: Equatable {
    var module: String
    /// From 1.
    var line: Int
    /// With `@testable`.
    var isTestable = false
  }

  /// Every import, with access levels, attributes, kinds (`import struct A.B`) and submodules seen through.
  var imports: [Import] {
    var found: [Import] = []
    for (index, line) in code.enumerated() {
      for statement in line.split(separator: ";") {
        let words = statement.split { $0 == " " || $0 == "\t" || $0 == "\r" }
        guard let word = words.firstIndex(of: "import"), words[..<word].allSatisfy(Self.mayPrecedeImport) else {
          continue
        }
        var names = words[(word + 1)...]
        if let kind = names.first, names.count > 1, Self.kinds.contains(kind) { names = names.dropFirst() }
        guard let module = names.first?.split(separator: ".").first else { continue }
        let isTestable = words[..<word].contains("@testable")
        found.append(Import(module: String(module), line: index + 1, isTestable: isTestable))
      }
    }
    return found
  }

  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
  ]

  private static func mayPrecedeImport(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }
}
