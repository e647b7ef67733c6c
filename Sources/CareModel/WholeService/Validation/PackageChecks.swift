import Quantities

/// The lines of a package and what they owe one another. Versions and lines are kept in an order of their own, so messages
/// call them by date and id.
struct PackageChecks {
  let key: RecordKey
  let field: FieldPath
  let dayOrigin: ClockTime
  /// The id that stands before a line's in the ids of its calls.
  let owner: String

  /// Characters that a call's id has besides the owner's and the line's.
  private static let around = 10

  /// - Parameter name: `package of 2026-11-10`.
  func problems(_ lines: [PackageLine], _ links: [PackageVersion.LineLink] = [], name: String) -> [RecordProblem] {
    var seen: Set<LineID> = []
    var found: [RecordProblem] = []
    for line in lines {
      let checks = CallNeedChecks(key: key, field: field, name: "line \(line.id) of the \(name)", dayOrigin: dayOrigin)
      if !seen.insert(line.id).inserted {
        found.append(checks.problem("line.repeated", "", "each line of a package needs an id of its own"))
      }
      if line.weekdays.isEmpty {
        found.append(checks.problem("line.weekdays", "no day of the week", "one day of the week or more is expected"))
      }
      if line.call.kind == .firstResponse {
        found.append(
          checks.problem(
            "line.kind", line.call.kind.rawValue, "a first visit is no line of a package; it comes of a referral"))
      }
      if PackageLine.reservedNames.contains(line.id.text) {
        found.append(
          checks.problem("line.id", line.id.text, "another id is expected: this one is in the id of the first visit"))
      }
      if owner.unicodeScalars.count + line.id.text.unicodeScalars.count + PackageChecks.around
        > CaseloadLimits.idCharacters.upperBound
      {
        let most = CaseloadLimits.idCharacters.upperBound - PackageChecks.around
        found.append(
          checks.problem(
            "line.id", owner, "ids of at most \(most) characters together are expected, because a call has both"))
      }
      found += checks.problems(line.call)
    }
    return found + links.flatMap { self.link($0, known: seen, name) }
  }

  private func link(_ link: PackageVersion.LineLink, known: Set<LineID>, _ name: String) -> [RecordProblem] {
    let checks = CallNeedChecks(key: key, field: field, name: "link in the \(name)", dayOrigin: dayOrigin)
    var found = [link.first, link.second].filter { !known.contains($0) }.map {
      checks.problem("line.unknown", $0.text, "the id of a line of the same package is expected")
    }
    if link.first == link.second {
      found.append(checks.problem("link.self", link.second.text, "another line than the first is expected"))
    }
    if case .gap(let minimum, let maximum?) = link.relation, minimum > maximum {
      found.append(
        checks.problem(
          "link.gap", "minimum \(minimum.value), maximum \(maximum.value)",
          "a minimum not above the maximum is expected"))
    }
    return found
  }
}
