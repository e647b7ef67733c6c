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
      found += freedom(of: line, checks)
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
    let fixed = Set(lines.filter { $0.freedom == nil }.map(\.id))
    return found + links.flatMap { self.link($0, known: fixed, name) }
  }

  private func freedom(of line: PackageLine, _ checks: CallNeedChecks) -> [RecordProblem] {
    guard let freedom = line.freedom else { return [] }
    var found: [RecordProblem] = []
    if !freedom.isPossible || freedom.timesAWeek > line.weekdays.days.count {
      found.append(
        checks.problem(
          "line.freedom",
          "\(freedom.timesAWeek) times a week, \(freedom.daysBetween) days between, on \(line.weekdays.days.count) days of the week",
          "no more times than days of the week, and together with the days between no more than a week, are expected"))
    }
    if line.call.consequence.isEssential || line.call.kind.hasClock {
      found.append(
        checks.problem(
          "line.freedom", "\(line.call.kind.rawValue), \(line.call.consequence.rawValue)",
          "a call of low consequence without a clock is expected: others have their days of the week"))
    }
    return found
  }

  /// Orders of equipment beside the lines of all versions.
  func problems(_ orders: [EquipmentOrder], beside lines: [PackageLine], today: CivilDate) -> [RecordProblem] {
    var seen = Set(lines.map(\.id))
    return orders.flatMap { order -> [RecordProblem] in
      let checks = CallNeedChecks(key: key, field: field, name: "equipment \(order.id)", dayOrigin: dayOrigin)
      var found: [RecordProblem] = []
      if !seen.insert(order.id).inserted || PackageLine.reservedNames.contains(order.id.text) {
        found.append(
          checks.problem("equipment.id", order.id.text, "an id that no line and no other order has is expected"))
      }
      let dates = [("orderedOn", order.orderedOn), ("deliveredOn", order.deliveredOn), ("fittedOn", order.fittedOn)]
        .compactMap { name, date in date.map { (name, $0) } }
      for (name, date) in dates where date > today {
        found.append(
          checks.problem("equipment.date", "\(name) \(date)", "a day not after today, \(today), is expected"))
      }
      for ((early, first), (late, second)) in zip(dates, dates.dropFirst()) where first > second {
        found.append(
          checks.problem("equipment.date", "\(late) \(second)", "a day not before \(early), \(first), is expected"))
      }
      return found + (order.fit.map(checks.problems) ?? [])
    }
  }

  private func link(_ link: PackageVersion.LineLink, known: Set<LineID>, _ name: String) -> [RecordProblem] {
    let checks = CallNeedChecks(key: key, field: field, name: "link in the \(name)", dayOrigin: dayOrigin)
    var found = [link.first, link.second].filter { !known.contains($0) }.map {
      checks.problem(
        "line.unknown", $0.text, "the id of a line of the same package with its days of the week is expected")
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
