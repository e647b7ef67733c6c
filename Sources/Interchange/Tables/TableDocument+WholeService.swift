import CareModel
import Quantities

extension TableDocument {
  /// Every list of a whole service's document, from its files.
  mutating func serviceDocument(_ settings: ServiceSettings, at head: SourcePosition) -> [DocumentValue.Member] {
    func member(_ key: String, _ content: DocumentValue.Content) -> DocumentValue.Member {
      DocumentValue.Member(key: key, keyPosition: head, value: DocumentValue(content, at: head))
    }
    let records: [TableSchema] = [.staff, .servicePeople, .serviceEpisodes, .serviceReferrals, .appointments, .places]
    let stubs = stubs(records)
    let homes = places(of: .servicePeople, Home.person)
    let starts = places(of: .staff, Home.worker)
    let stays = children(.stays, of: "person", in: .servicePeople, broken: { $0 }) { TableDocument.stay(&$0) }
    let packages = packages()
    let needed = children(.packages, of: "referral", in: .serviceReferrals, unless: "episode", broken: { $0 }) {
      $0.referralLine()
    }
    let rosters = rosters()
    let lists: [(String, TableSchema, [DocumentValue])] = [
      ("places", .places, self.records(.places) { TableDocument.place(&$0) } + homes + starts),
      (
        "people", .servicePeople,
        self.records(.servicePeople) { cells in
          TableDocument.person(&cells, stays: stays[cells.text("person") ?? ""] ?? [])
        }
      ),
      (
        "episodes", .serviceEpisodes,
        self.records(.serviceEpisodes) { cells in
          cells.episodeRecord(packages: packages[cells.text("episode") ?? ""] ?? [])
        }
      ),
      (
        "referrals", .serviceReferrals,
        self.records(.serviceReferrals) { cells in
          cells.referralRecord(lines: needed[cells.text("referral") ?? ""] ?? [])
        }
      ),
      (
        "workers", .staff,
        self.records(.staff) { cells in cells.staffMember(rosters[cells.text("worker") ?? ""] ?? Roster()) }
      ), (ServiceReader.appointmentsKey, .appointments, self.records(.appointments) { $0.appointment() }),
    ]
    return [
      member("format", .text(ServiceReader.format.name)),
      member("version", .number(String(ServiceReader.format.version))),
    ] + settings.members
      + lists.map { key, schema, objects in member(key, .array(objects + (stubs[schema.file] ?? []))) }
  }
}

extension CellReader {
  fileprivate mutating func episodeRecord(packages: [DocumentValue]) -> DocumentValue {
    TableDocument.episode(&self).with([
      member("packages", packages),
      nested(
        "clocks",
        [
          member("firstVisitAt", "first_visit_at"), member("carePlanAgreedOn", "care_plan_agreed"),
          member("reviewsHeld", "reviews_held"), member("predictedEnds", "predicted_ends"),
          nested(
            "onwardForecast", [member("madeOn", "onward_asked_on"), member("needsOnwardCare", "needs_onward_care")]),
        ]), member("state", "state"), member("awaitingOnwardSince", "awaiting_onward_since"),
      member("plannedEnd", "planned_end"), member("endedOn", "ended_on"), member("endReason", "end_reason"),
    ])
  }

  /// - Parameter lines: of `packages.csv`.
  fileprivate mutating func referralRecord(lines: [DocumentValue]) -> DocumentValue {
    let referral = TableDocument.referral(&self).with([
      nested(
        "contactAssessment",
        [
          member("heldAt", "assessed_at"), member("assessedBy", "assessed_by"), member("role", "assessor_role"),
          member("needsPersonalCare", "needs_personal_care"), member("canEngage", "can_engage"),
        ])
    ])
    let saysFirstVisit = TableSchema.firstVisitColumns.contains { cell($0) != nil }
    guard saysFirstVisit || !lines.isEmpty else { return referral }
    require("length_minutes")
    let first = object([
      demands(), clockInterval("preferred", "preferred_from", "preferred_to"), member("consequence", "consequence"),
    ])
    return referral.with([
      member("needs", .object([member("firstVisit", first.content), member("lines", lines)]))
    ])
  }

  fileprivate mutating func appointment() -> DocumentValue {
    // The time that was told is one of that day.
    if case .text(let date) = value("date")?.content, let date = LocalClock.date(date) {
      readTimes(onServiceDay: date)
    }
    return object([
      member("id", "appointment"), member("person", "person"), member("episode", "episode"),
      member("referral", "referral"), member("date", "date"),
    ]).with(call()).with([
      member("lastPermittedDay", "last_day"),
      nested("published", [member("workers", "published_workers"), member("start", "published_start")]),
    ])
  }

  /// What a call of a package or an appointment must be.
  mutating func call() -> [DocumentValue.Member?] {
    [
      member("kind", "kind"), member("mode", "how"), member("place", "place"), demands(),
      clockInterval("preferred", "preferred_from", "preferred_to"),
      clockInterval("agreed", "agreed_from", "agreed_to"), safeWindow(ends: CellReader.clockEnds),
      member("consequence", "consequence"), member("timeCritical", "time_critical"), preferences(),
    ]
  }

  private static let clockEnds = (from: "from", to: "until")

  private mutating func clockInterval(_ key: String, _ from: String, _ to: String) -> DocumentValue.Member? {
    interval(key, from, to, isPointAllowed: key == "preferred", ends: CellReader.clockEnds)
  }
}
