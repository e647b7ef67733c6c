package import CareModel

extension ServiceParameters {
  /// A setting as it was written in a file.
  package struct Entry: Sendable {
    package let key: String
    /// As written; nil where something else than a number stands there.
    package let number: String?
    /// As written, for the message.
    package let shown: String
    /// Where it stands: `settings.json:3:5`.
    package let location: String

    package init(key: String, number: String?, shown: String, location: String) {
      self.key = key
      self.number = number
      self.shown = shown
      self.location = location
    }
  }

  /// Takes over what a file sets; everything that is wrong is returned, and nothing of it is taken over.
  package mutating func apply(_ entries: [Entry]) -> [InputProblem] {
    var problems: [InputProblem] = []
    var seen: Set<ServiceSetting.Key> = []
    for entry in entries {
      guard let key = ServiceSetting.Key.named(entry.key) else {
        problems.append(
          InputProblem(
            code: "setting.unknown", location: entry.location, found: String(entry.key.prefix(60)),
            expected: "the key of a setting (Documentation/generator-settings.md lists them)",
            suggestion: NearestWord.to(entry.key, among: ServiceSetting.Key.allCases.map(\.name))))
        continue
      }
      if !seen.insert(key).inserted {
        problems.append(
          InputProblem(
            code: "setting.repeated", location: entry.location, found: entry.key, expected: "each setting once"))
        continue
      }
      guard let value = entry.number.flatMap({ Int($0) }) else {
        problems.append(
          InputProblem(
            code: "setting.malformed", location: entry.location, found: entry.shown,
            expected: "\(entry.key): a whole number"))
        continue
      }
      let range = ServiceSetting.of(key).range
      guard range.contains(value) else {
        problems.append(
          InputProblem(
            code: "value.range", location: entry.location, found: entry.shown,
            expected: "\(entry.key): \(range.lowerBound) to \(range.upperBound)"))
        continue
      }
      self[key] = value
    }
    return problems
  }
}
