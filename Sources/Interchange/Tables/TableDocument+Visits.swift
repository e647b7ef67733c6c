import CareModel

extension TableDocument {
  static func visit(_ cells: inout CellReader) -> DocumentValue {
    cells.object([
      cells.member("id", "visit"), cells.member("person", "person"), cells.member("kind", "kind"),
      cells.member("episode", "episode"), cells.member("referral", "referral"), cells.member("mode", "how"),
      cells.member("place", "place"), cells.demands(), cells.windows(),
      cells.member("consequence", "consequence"), cells.member("timeCritical", "time_critical"),
      cells.preferences(), cells.member("refusedWorkers", "refused_workers"),
      cells.member("lastPermittedDay", "last_day"),
      cells.nested(
        "lock",
        [
          cells.member("workers", "lock_workers"), cells.member("start", "lock_start"),
          cells.member("setBy", "lock_by"), cells.member("reason", "lock_reason"),
        ]),
      cells.member("state", "state"),
      cells.nested(
        "published", [cells.member("workers", "published_workers"), cells.member("start", "published_start")]),
      cells.nested("actual", [cells.member("workers", "actual_workers"), cells.member("start", "actual_start")]),
    ])
  }
}

extension CellReader {
  /// One demand, or two for two people; the second is like the first but for what the row says of it.
  mutating func demands() -> DocumentValue.Member {
    let length = member("lengthMinutes", "length_minutes")
    let roles = member("roles", "roles")
    let skills = member("skills", "skills")
    var demands = [object([roles, skills, length])]
    let isTwo = value("two_person").map { $0.content == .truth(true) }
    let saysSecond = hasAny("second_roles", "second_skills", "second_length_minutes")
    if saysSecond, isTwo == false, truth("two_person") == false {
      report(
        InputProblem(
          code: "visit.secondOfOne", location: "\(position("two_person"))", found: text("two_person") ?? "",
          expected: "two_person: yes, where the row says what the second worker must be"))
      // Neither reading is safe to choose: a two-person call must never be sent single.
      return member("demands", .null)
    }
    if isTwo == true || saysSecond {
      demands.append(
        object([
          member("roles", "second_roles") ?? roles, member("skills", "second_skills") ?? skills,
          member("lengthMinutes", "second_length_minutes") ?? length,
        ]))
    }
    // Neither yes nor no: the value stands where a list of demands can't be read, so that the call is set aside.
    if hasAny("two_person"), truth("two_person") == nil { return member("demands", .null) }
    return member("demands", .array(demands))
  }

  /// The preferred window with what else the row says, and a second alternative where there is one.
  fileprivate mutating func windows() -> DocumentValue.Member {
    var windows = [
      object([
        interval("preferred", "preferred_from", "preferred_to", isPointAllowed: true),
        interval("agreed", "agreed_from", "agreed_to"), safeWindow(),
      ])
    ]
    if hasAny("or_from", "or_to") {
      windows.append(object([interval("preferred", "or_from", "or_to", isPointAllowed: true)]))
    }
    return member("windows", .array(windows))
  }

  /// - Parameter ends: the keys of the two ends in the document.
  mutating func interval(
    _ key: String, _ from: String, _ to: String, isPointAllowed: Bool = false,
    ends: (from: String, to: String) = ("start", "end")
  ) -> DocumentValue.Member? {
    let start = value(from)
    let end = value(to) ?? (isPointAllowed ? start : nil)
    return nested(
      key,
      [
        start.map { DocumentValue.Member(key: ends.from, keyPosition: $0.position, value: $0) },
        end.map { DocumentValue.Member(key: ends.to, keyPosition: $0.position, value: $0) },
      ])
  }

  /// Where only the end is given, the start is the agreed window's.
  mutating func safeWindow(ends: (from: String, to: String) = ("start", "end")) -> DocumentValue.Member? {
    guard hasAny("safe_to"), !hasAny("safe_from"), let start = agreedStart() else {
      return interval("safe", "safe_from", "safe_to", ends: ends)
    }
    return nested(
      "safe",
      [DocumentValue.Member(key: ends.from, keyPosition: start.position, value: start), member(ends.to, "safe_to")])
  }

  private func agreedStart() -> DocumentValue? {
    var probe = self
    return probe.value("agreed_from")
  }
}
