import Foundation
import Interchange
import Testing

@Suite("The list of input errors")
struct InputErrorCodesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let families = [
    "json", "document", "key", "value", "text", "number", "word", "list", "id", "date", "clock", "time", "interval",
    "calendar", "policy", "matrix", "asOf", "preference", "link", "reference", "place", "episode", "referral", "worker",
    "visit", "window", "lock", "package", "line",
  ]

  @Test("every code that a reader gives is explained, and no other")
  func complete() throws {
    let folders = [
      "Sources/CareModel/Validation", "Sources/CareModel/WholeService/Validation", "Sources/Interchange/Day",
      "Sources/Interchange/Document", "Sources/Interchange/Service",
    ]
    var used: Set<String> = []
    for folder in folders {
      let url = Self.root.appending(path: folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where name.hasSuffix(".swift") {
        let source = try String(contentsOf: url.appending(path: name), encoding: .utf8)
        used.formUnion(source.split(separator: "\"").map(String.init).filter(Self.isCode))
      }
    }
    let page = try String(contentsOf: Self.root.appending(path: "Documentation/input-errors.md"), encoding: .utf8)
    let explained = Set(page.split(separator: "`").map(String.init).filter(Self.isCode))
    #expect(used.count > 60)
    #expect(used.subtracting(explained).sorted() == [])
    #expect(explained.subtracting(used).sorted() == [])
  }

  private static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && families.contains(String(parts[0])) && !parts[1].isEmpty
      && parts[1].allSatisfy { $0.isASCII && $0.isLetter }
  }
}
