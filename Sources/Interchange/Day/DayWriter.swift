package import CareModel
import Quantities

/// Writes a day as the native document: read back, it gives an equal caseload.
///
/// Canonical: keys in the order of the format, records in order of id, one a line, so that two days can be compared
/// line by line. What was set aside when the day was read is not in it.
package enum DayWriter {
  /// The document's text, with a line end at its end.
  package static func text(_ caseload: Caseload) -> String {
    let members = head(caseload) + records(caseload)
    let lines = members.map { "  \(JSONText.quoted($0.0)): \($0.1)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private static func head(_ caseload: Caseload) -> [(String, String)] {
    let calendar = caseload.calendar
    var members: [(String, String)] = [
      ("format", JSONText.text(DayReader.format).line),
      ("version", JSONText.integer(DayReader.version).line),
    ]
    if !caseload.title.isEmpty { members.append(("title", JSONText.text(caseload.title).line)) }
    members += [
      ("inventedPeople", JSONText.truth(caseload.isInvented).line),
      ("asOf", JSONText.text(calendar.iso(caseload.asOf)).line),
      ("serviceDate", JSONText.text(caseload.serviceDate.description).line),
      ("calendar", self.calendar(calendar).lines(depth: 1, indent: "  ")),
      ("policy", PolicyWriter.json(caseload.policy).lines(depth: 1, indent: "  ")),
    ]
    return members
  }

  private static func records(_ caseload: Caseload) -> [(String, String)] {
    let writer = RecordWriter(calendar: caseload.calendar)
    let lists: [(String, [JSONText])] = [
      (RecordKind.place.listKey, caseload.places.map(writer.place)),
      (RecordKind.person.listKey, caseload.people.map(writer.person)),
      (RecordKind.episode.listKey, caseload.episodes.map(writer.episode)),
      (RecordKind.referral.listKey, caseload.referrals.map(writer.referral)),
      (RecordKind.worker.listKey, caseload.workers.map(writer.worker)),
      (RecordKind.visit.listKey, caseload.visits.map(writer.visit)),
      (RecordKind.link.listKey, caseload.links.map(writer.link)),
    ]
    let written = lists.map { ($0.0, JSONText.array($0.1).lines(depth: 1, indent: "  ")) }
    guard !caseload.matrices.isEmpty else { return written }
    let matrices = caseload.matrices.map { "    \(matrix($0))" }
    return [("travelMatrices", "[\n" + matrices.joined(separator: ",\n") + "\n  ]")] + written
  }

  private static func calendar(_ calendar: ServiceCalendar) -> JSONText {
    let changes = calendar.changes.map { change in
      JSONText.record([
        JSONMember("from", .text(calendar.iso(change.from))),
        JSONMember("offsetSeconds", .integer(change.offset.value)),
      ])
    }
    return .record([
      JSONMember("zone", .text(calendar.zone)), JSONMember("dayOriginClock", .text(calendar.dayOrigin.description)),
      JSONMember("bankHolidays", .array(calendar.bankHolidays.map { .text($0.description) })),
      JSONMember(
        "utcOffsets",
        .record([
          JSONMember("initialOffsetSeconds", .integer(calendar.initialOffset.value)),
          JSONMember("changes", .array(changes)),
        ])),
    ])
  }

  /// A row of the matrix a line.
  private static func matrix(_ matrix: TravelMatrix) -> String {
    func table(_ numbers: [Int32]) -> String {
      guard matrix.size > 0, !numbers.isEmpty else { return "[]" }
      let rows = stride(from: 0, to: numbers.count, by: matrix.size).map { start in
        "        " + numbers[start..<min(start + matrix.size, numbers.count)].map(String.init).joined(separator: ", ")
      }
      return "[\n" + rows.joined(separator: ",\n") + "\n      ]"
    }
    let metres = matrix.metres.isEmpty ? "" : ",\n      \"metres\": \(table(matrix.metres))"
    return "{\n      \"mode\": \(JSONText.quoted(matrix.mode.rawValue)),\n      \"size\": \(matrix.size),"
      + "\n      \"seconds\": \(table(matrix.seconds))\(metres)\n    }"
  }
}

/// Writes `policy`: every setting, so that a day keeps its meaning when a default changes.
enum PolicyWriter {
  static func json(_ policy: Policy) -> JSONText {
    var members = PolicySetting.all.map { setting in
      switch setting.field {
      case .integer(_, let get, _): JSONMember(setting.key, .integer(get(policy)))
      case .clock(let get, _): JSONMember(setting.key, .text(get(policy).description))
      case .choice(_, let get, _): JSONMember(setting.key, .text(get(policy)))
      }
    }
    if policy.ladder != .standard(scope: policy.careHomeRiskScope) {
      members.append(JSONMember("ladder", .array(policy.ladder.levels.map { .text($0.name) })))
    }
    return .object(members)
  }
}
