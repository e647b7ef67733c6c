import Foundation
import Interchange
import PublicInstances

/// A folder of `Scenarios/`, found from the place of this file.
struct ScenarioFolder: Sendable, CustomStringConvertible {
  /// A file that is not there.
  struct Unreadable: Error, CustomStringConvertible {
    let path: String
    var description: String { "cannot read \(path)" }
  }

  /// The folder with all scenarios.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Scenarios")

  /// Every scenario that is shipped, in order of name.
  static let all: [ScenarioFolder] = {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return entries.sorted().map(ScenarioFolder.init(name:)).filter {
      $0.has("README.md") || $0.has("day.json") || $0.has("instance.json")
    }
  }()

  let name: String

  var description: String { name }

  func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: url(file).path) }

  func bytes(_ file: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: url(file).path) else {
      throw Unreadable(path: "Scenarios/\(name)/\(file)")
    }
    return [UInt8](data)
  }

  func text(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }

  /// The day as read, with everything that is wrong with it.
  func reading() throws -> CaseloadReading {
    has("instance.json")
      ? UHHCReader.read(json: try bytes("instance.json"), file: "instance.json")
      : DayReader.read(json: try bytes("day.json"), file: "day.json")
  }

  private func url(_ file: String) -> URL {
    Self.root.appendingPathComponent(name).appendingPathComponent(file)
  }
}
