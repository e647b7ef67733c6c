package import CareModel
import Quantities

/// Writes a day as the native document: read back, it gives an equal caseload.
///
/// Canonical: keys in the order of the format, records in order of id, one a line, so that two days can be compared
/// line by line. What was set aside when the day was read is not in it.
package enum DayWriter {
  /// The document's text, with a line end at its end.
  package static func text(_ caseload: Caseload) -> String {
    DocumentLayout.text(head(caseload) + records(caseload))
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
      ("calendar", DocumentLayout.calendar(calendar).lines(depth: 1, indent: "  ")),
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
    return DocumentLayout.matrices(caseload.matrices) + DocumentLayout.lists(lists)
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
      case .choices(_, let get, _): JSONMember(setting.key, .array(get(policy).map { .text($0) }))
      }
    }
    if policy.ladder != .standard(scope: policy.careHomeRiskScope) {
      members.append(JSONMember("ladder", .array(policy.ladder.levels.map { .text($0.name) })))
    }
    return .object(members)
  }
}
