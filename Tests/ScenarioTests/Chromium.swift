import Foundation
import Testing

/// A browser without a window, for looking at a page as people will.
struct Chromium {
  /// It was not done within the time given to it.
  struct TookTooLong: Error {}

  /// Where the browser is; nil where none is installed.
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let names = folders.flatMap { folder in ["chromium", "chromium-browser", "google-chrome"].map { "\(folder)/\($0)" }
    }
    return names.first(where: FileManager.default.isExecutableFile)
  }()

  /// Where pages, profiles and logs go.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("reable-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Nil, with a note, where there is no browser; in continuous integration there must be one.
  static func required() throws -> Chromium? {
    if path != nil { return try Chromium() }
    if ProcessInfo.processInfo.environment["CI"] != nil { Issue.record("no chromium in continuous integration") }
    print("Note: no chromium here, so the page was not looked at in a browser.")
    return nil
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Opens a page with no way to any network and returns what the browser writes to standard output.
  func open(_ page: String, _ action: String) throws -> String {
    let file = folder.appendingPathComponent("page.html")
    try Data(page.utf8).write(to: file)
    let output = folder.appendingPathComponent("output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path ?? "/nonexistent")
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--log-net-log=\(netLog.path)",
      "--no-pdf-header-footer", action, file.absoluteString,
    ]
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = FileHandle.nullDevice
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    try process.run()
    guard done.wait(timeout: .now() + 120) == .success else {
      process.terminate()
      throw TookTooLong()
    }
    try handle.close()
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }

  /// The page as a PDF.
  func pdf(of page: String) throws -> Data {
    let file = folder.appendingPathComponent("page.pdf")
    _ = try open(page, "--print-to-pdf=\(file.path)")
    return try Data(contentsOf: file)
  }

  /// The pages of a PDF that the browser has written, by their size in points.
  static func pages(of pdf: Data) -> [(width: Int, height: Int)] {
    // Of the page objects, not of the tree that holds them.
    let objects = String(decoding: pdf, as: UTF8.self).components(separatedBy: "/Type /Page").dropFirst()
      .filter { !$0.hasPrefix("s") }
    return objects.map { object in
      let box = object.components(separatedBy: "/MediaBox [").dropFirst().first?.prefix { $0 != "]" } ?? ""
      let sides = box.split(separator: " ").compactMap { Double($0) }.map { Int($0.rounded()) }
      return sides.count == 4 ? (sides[2], sides[3]) : (0, 0)
    }
  }

  /// Every address that was asked for over the network while the last page was open, but the browser's own to its maker.
  func requests() throws -> [String] {
    let log = String(decoding: try Data(contentsOf: netLog), as: UTF8.self)
    let ofBrowser = ["google.com", "googleapis.com", "gvt1.com", "gstatic.com"]
    let found = log.components(separatedBy: "\"url\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    return found.filter { address in
      guard let host = URL(string: address)?.host, address.hasPrefix("http") else { return false }
      return !ofBrowser.contains { host == $0 || host.hasSuffix("." + $0) }
    }
  }

  private var netLog: URL { folder.appendingPathComponent("network.json") }
}
