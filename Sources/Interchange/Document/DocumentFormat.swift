import CareModel

/// What a document says it is: of one that says something else, every key would be wrong.
package struct DocumentFormat: Hashable, Sendable {
  /// The value of the key `format`.
  package let name: String
  /// The value of the key `version`.
  package let version: Int

  package init(name: String, version: Int) {
    self.name = name
    self.version = version
  }

  /// The text under the key `format`; nil where there is none.
  package static func name(of root: DocumentValue) -> String? {
    guard case .object(let members) = root.content,
      case .text(let name)? = members.first(where: { $0.key == "format" })?.value.content
    else { return nil }
    return name
  }

  /// Whether a document is of this format and version; notes why not.
  func isSaid(by root: DocumentValue, _ log: ProblemLog) -> Bool {
    guard case .object(let members) = root.content else {
      log.add(
        InputProblem(
          code: "value.kind", location: "the document (\(root.position))", found: root.shown,
          expected: "an object with \"format\": \"\(name)\" is expected"))
      return false
    }
    let found = members.first { $0.key == "format" }?.value
    guard found?.content == .text(name) else {
      log.add(
        InputProblem(
          code: "document.format", location: "format (\(found?.position ?? root.position))", found: found?.shown ?? "",
          expected: "\"format\": \"\(name)\" is expected"))
      return false
    }
    let version = members.first { $0.key == "version" }?.value
    guard version?.content == .number("\(self.version)") else {
      log.add(
        InputProblem(
          code: "document.version", location: "version (\(version?.position ?? root.position))",
          found: version?.shown ?? "", expected: "version \(self.version) is expected, the only one that there is"))
      return false
    }
    return true
  }
}
