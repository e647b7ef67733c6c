import Foundation
import PublicInstances
import Testing

/// The files of the shipped public sets.
enum PublicSetFiles {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: root.appending(path: path))) }

  /// Bytes of a file of a set, below its folder.
  static func bytes(_ set: PublicSet, _ path: String) throws -> [UInt8] {
    try bytes("Benchmarks/PublicSets/\(set.folder)/\(path)")
  }

  /// The names of a set's shipped instances, without what they end with.
  static func names(_ set: PublicSet) throws -> [String] {
    let folder = root.appending(path: "Benchmarks/PublicSets/\(set.folder)/instances")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    return files.filter { $0.hasSuffix(".\(set.fileExtension)") }
      .map { String($0.dropLast(set.fileExtension.count + 1)) }.sorted()
  }

  static func instance(_ set: PublicSet, _ name: String) throws -> InstanceReading<PublicInstance> {
    let file = "\(name).\(set.fileExtension)"
    return PublicInstance.read(try bytes(set, "instances/\(file)"), file: file, of: set)
  }

  static func uhhc(_ name: String) throws -> UHHCInstance {
    guard case .uhhc(let instance)? = try instance(.uhhc, name).instance else { throw Missing(name: name) }
    return instance
  }

  static func mankowska(_ name: String) throws -> MankowskaInstance {
    guard case .mankowska(let instance)? = try instance(.mankowska, name).instance else { throw Missing(name: name) }
    return instance
  }

  static func solomon(_ name: String) throws -> SolomonInstance {
    guard case .solomon(let instance)? = try instance(.solomon, name).instance else { throw Missing(name: name) }
    return instance
  }

  static func days(_ name: String) throws -> DaysInstance {
    guard case .days(let instance)? = try instance(.days, name).instance else { throw Missing(name: name) }
    return instance
  }

  static func vroom(_ name: String) throws -> VROOMInstance {
    guard case .vroom(let instance)? = try instance(.vroom, name).instance else { throw Missing(name: name) }
    return instance
  }

  static func bestKnown(_ set: PublicSet) throws -> BestKnownTable {
    let (table, problems) = BestKnownReader.read(try bytes(set, "best_known.csv"), file: "best_known.csv")
    return try #require(table, "\(problems)")
  }

  struct Missing: Error { let name: String }
}

/// Damages a text in many places; a reader must say what is wrong or read what is right, and never trap.
enum Damage {
  private static let marks = [
    "", "\"", "{", "]", "-1", "null", "1e400", ",", "[]", "99999999999999999999", "\u{0}", "é",
  ]

  static func texts(of text: String, every step: Int = 3) -> [[UInt8]] {
    let letters = Array(text)
    return stride(from: 0, to: letters.count, by: step).map { place in
      let mark = marks[place / step % marks.count]
      return Array((String(letters[..<place]) + mark + String(letters[min(place + 2, letters.count)...])).utf8)
    } + [
      [], [0xFF, 0xFE, 0x00], [0xC3], Array("[1]".utf8), Array("{}".utf8), Array(text.utf8.prefix(text.utf8.count / 2)),
    ]
  }
}
