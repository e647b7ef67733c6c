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
    "format", "rota", "duty", "event", "events",
  ]

  @Test("every code that a reader gives is explained, and no other")
  func complete() throws {
    let folders = [
      "Sources/CareModel/Validation", "Sources/CareModel/WholeService/Validation", "Sources/Interchange/Day",
      "Sources/Interchange/Document", "Sources/Interchange/Service",
      "Sources/Interchange/Rota", "Sources/Interchange/Calendar", "Sources/reable/Input", "Sources/Interchange/Events",
      "Sources/RotaRepair",
    ]
    // The moment on the command line is read for days, services and tables by one file.
    var files = ["Sources/Interchange/Tables/LocalClock+CommandLine.swift"]
    for folder in folders {
      let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: folder).path)
      files += names.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }
    }
    var used: Set<String> = []
    for file in files {
      let source = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
      used.formUnion(source.split(separator: "\"").map(String.init).filter(Self.isCode))
    }
    let page = try String(contentsOf: Self.root.appending(path: "Documentation/input-errors.md"), encoding: .utf8)
    let explained = Set(page.split(separator: "`").map(String.init).filter(Self.isCode))
    #expect(used.count > 60)
    #expect(used.subtracting(explained).sorted() == [])
    #expect(explained.subtracting(used).sorted() == [])
  }

  private static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && families.contains(String(parts[0])) && !["", "csv", "json"].contains(parts[1])
      && parts[1].allSatisfy { $0.isASCII && $0.isLetter }
  }
}
