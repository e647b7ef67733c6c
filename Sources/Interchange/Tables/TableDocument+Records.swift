import CareModel
import Quantities

extension TableDocument {
  /// Every list of the document, from its files.
  mutating func document(
    _ settings: ServiceSettings, _ stubs: [String: [DocumentValue]], at head: SourcePosition
  ) -> [DocumentValue.Member] {
    func member(_ key: String, _ content: DocumentValue.Content) -> DocumentValue.Member {
      DocumentValue.Member(key: key, keyPosition: head, value: DocumentValue(content, at: head))
    }
    let shifts = shiftsByWorker()
    let homes = places(of: .people, Home.person)
    let starts = places(of: .workers, Home.worker)
    let lists: [(String, TableSchema, [DocumentValue])] = [
      ("places", .places, records(.places) { TableDocument.place(&$0) } + homes + starts),
      ("people", .people, records(.people) { TableDocument.person(&$0) }),
      ("episodes", .episodes, records(.episodes) { TableDocument.episode(&$0) }),
      ("referrals", .referrals, records(.referrals) { TableDocument.referral(&$0) }),
      ("workers", .workers, records(.workers) { TableDocument.worker(&$0, shifts) }),
      ("visits", .visits, records(.visits) { TableDocument.visit(&$0) }),
      ("links", .links, records(.links) { TableDocument.link(&$0) }),
    ]
    return [member("format", .text(DayReader.format)), member("version", .number(String(DayReader.version)))]
      + settings.members
      + lists.map { key, schema, objects in
        member(key, .array(objects + (stubs[schema.file] ?? [])))
      }
  }

  static func place(_ cells: inout CellReader) -> DocumentValue {
    cells.object([
      cells.member("id", "place"), cells.member("kind", "kind"), cells.member("latitudeMicrodegrees", "latitude"),
      cells.member("longitudeMicrodegrees", "longitude"), cells.member("area", "area"), cells.member("patch", "patch"),
      cells.member("accessMinutes", "access_minutes"),
    ])
  }

  /// - Parameter stays: more stretches of time in which the person is away.
  static func person(_ cells: inout CellReader, stays: [DocumentValue] = []) -> DocumentValue {
    let id = cells.member("id", "person")
    let place = cells.home("place", Home.person(cells.text("person") ?? ""))
    let away = (cells.hasAny("away_from", "away_until") ? [stay(&cells)] : []) + stays
    return cells.object([
      id, place, cells.member("coreTeam", "core_team"), cells.member("recentVisits", "recent_visits"),
      cells.member("refusedWorkers", "refused_workers"), cells.preferences(),
      away.isEmpty ? nil : cells.member("suspensions", .array(away)),
      cells.member("uncoveredEssentialCallYesterday", "uncovered_yesterday"),
    ])
  }

  static func stay(_ cells: inout CellReader) -> DocumentValue {
    cells.object([cells.member("start", "away_from"), cells.member("end", "away_until")])
  }

  static func episode(_ cells: inout CellReader) -> DocumentValue {
    cells.object([
      cells.member("id", "episode"), cells.member("person", "person"), cells.member("referral", "referral"),
      cells.member("kind", "kind"), cells.member("startDate", "start_date"),
      cells.nested(
        "extension",
        [
          cells.member("lastDay", "extended_to"), cells.member("authorisedBy", "extension_by"),
          cells.member("reason", "extension_reason"),
        ]),
      cells.member("handoverRecorded", "handover_recorded"),
      cells.nested("stopAtLimit", [cells.member("orderedBy", "stop_ordered_by")]),
    ])
  }

  static func referral(_ cells: inout CellReader) -> DocumentValue {
    cells.object([
      cells.member("id", "referral"), cells.member("person", "person"), cells.member("class", "class"),
      cells.nested("careHomeRisk", [cells.member("setBy", "care_home_risk_set_by")]),
      cells.member("receivedAt", "received"), cells.member("readyFrom", "ready_from"),
      cells.member("whereabouts", "whereabouts"), cells.member("homecoming", "homecoming"),
      cells.member("state", "state"), cells.member("responseDeadline", "response_deadline"),
      cells.member("baselineMinutesAWeek", "baseline_minutes_a_week"),
    ])
  }

  private static func worker(_ cells: inout CellReader, _ shifts: [String: [DocumentValue]]) -> DocumentValue {
    let id = cells.text("worker") ?? ""
    return cells.object([
      cells.member("id", "worker"), cells.member("role", "role"), cells.member("skills", "skills"),
      cells.member("gender", "gender"), cells.member("languages", "languages"),
      cells.member("refusedPeople", "refused_people"), cells.member("dutyPeriods", .array(shifts[id] ?? [])),
      cells.nested(
        "record",
        [
          cells.member("previousDutyEnd", "previous_shift_end"), cells.member("nextDutyStart", "next_shift_start"),
          cells.member("minutesWorkedThisWeek", "worked_this_week_minutes"),
          cells.member("weeklyMaximumMinutes", "weekly_maximum_minutes"),
        ]),
    ])
  }

  static func link(_ cells: inout CellReader) -> DocumentValue {
    cells.object([
      cells.member("first", "first"), cells.member("second", "second"), cells.member("relation", "relation"),
      cells.member("minimumMinutes", "minimum_minutes"), cells.member("maximumMinutes", "maximum_minutes"),
    ])
  }
}
