import Foundation

/// A small invented day as a document that a test may spoil.
struct TinyDocument {
  private(set) var root: [String: Any]

  /// Made by `reable generate`, and left in the folder as `day.json`.
  init(in folder: WorkFolder) throws {
    let made = try folder.run("generate", "--preset", "tiny", "--seed", "3", "--out", "day.json")
    guard made.code == 0, let root = TinyDocument.object(try folder.text("day.json")) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    self.root = root
  }

  static func object(_ text: String) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
  }

  func records(_ list: String) -> [[String: Any]] { root[list] as? [[String: Any]] ?? [] }

  mutating func set(_ key: String, _ value: Any) { root[key] = value }

  mutating func add(_ record: [String: Any], to list: String) { root[list] = records(list) + [record] }

  mutating func change(_ list: String, _ index: Int, _ edit: (inout [String: Any]) -> Void) {
    var all = records(list)
    edit(&all[index])
    root[list] = all
  }

  /// Writes it as it is now.
  func write(to name: String, in folder: WorkFolder) throws {
    try JSONSerialization.data(withJSONObject: root, options: [.sortedKeys])
      .write(to: folder.url.appendingPathComponent(name))
  }
}
