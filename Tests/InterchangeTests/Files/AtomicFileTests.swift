import Foundation
import Interchange
import Testing

@Suite("Writing files whole or not at all")
struct AtomicFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("atomic-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  @Test("a file is replaced as a whole, and nothing else is left in its folder")
  func replaced() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try AtomicFile(path: path("a")).write("one")
    try AtomicFile(path: path("a")).write("two")
    #expect(try text("a") == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test("a link stays a link, and what it points to is written")
  func link() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try AtomicFile(path: path("target")).write("old")
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("target"))
    try AtomicFile(path: path("link")).write("new")
    #expect(try text("target") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == path("target"))
  }

  @Test("a pipe is written to and stays a pipe")
  func pipe() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try #require(mkfifo(path("pipe"), 0o600) == 0)
    // Open for both, so that neither end waits for the other.
    let end = open(path("pipe"), O_RDWR | O_NONBLOCK)
    defer { close(end) }
    try AtomicFile(path: path("pipe")).write("through")
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(end, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "through")
    var status = stat()
    #expect(stat(path("pipe"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test("a folder is refused")
  func folderRefused() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: FileError.self) { try AtomicFile(path: folder.path).write("x") }
  }
}
