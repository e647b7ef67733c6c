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
    reportNobodys(.equipment)
    let orders = children(.equipment, of: "episode", in: .serviceEpisodes, broken: { $0 }) { $0.episodeOrder() }
    let awaited = children(.equipment, of: "referral", in: .serviceReferrals, unless: "episode", broken: { $0 }) {
      $0.order()
    }
    let sessions = children(.clinics, of: "place", in: .places, broken: { $0 }) { $0.clinicSession() }
    let rosters = rosters()
    let lists: [(String, TableSchema, [DocumentValue])] = [
      (
        "places", .places,
        self.records(.places) { cells in
          TableDocument.place(&cells).with([
            cells.member("clinicSessions", sessions[cells.text("place") ?? ""] ?? [])
          ])
        } + homes + starts
      ),
      (
        "people", .servicePeople,
        self.records(.servicePeople) { cells in
          TableDocument.person(&cells, stays: stays[cells.text("person") ?? ""] ?? [])
        }
      ),
      (
        "episodes", .serviceEpisodes,
        self.records(.serviceEpisodes) { cells in
          let id = cells.text("episode") ?? ""
          return cells.episodeRecord(packages: packages[id] ?? [], orders: orders[id] ?? [])
        }
      ),
      (
        "referrals", .serviceReferrals,
        self.records(.serviceReferrals) { cells in
          let id = cells.text("referral") ?? ""
          return cells.referralRecord(lines: needed[id] ?? [], orders: awaited[id] ?? [])
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
  /// - Parameters:
  ///   - packages: of `packages.csv`.
  ///   - orders: of `equipment.csv`.
  fileprivate mutating func episodeRecord(packages: [DocumentValue], orders: [DocumentValue]) -> DocumentValue {
    TableDocument.episode(&self).with([
      member("packages", packages), member("equipment", orders),
      nested(
        "reviews",
        [
          nested("risk", [member("level", "review_risk"), member("setBy", "review_risk_set_by")]),
          member("modes", "review_modes"),
        ]),
      nested(
        "clocks",
        [
          member("firstVisitAt", "first_visit_at"), member("carePlanAgreedOn", "care_plan_agreed"),
          member("carePlanOwner", "care_plan_owner"), member("reviewsHeld", "reviews_held"),
          member("predictedEnds", "predicted_ends"),
          nested(
            "onwardForecast", [member("madeOn", "onward_asked_on"), member("needsOnwardCare", "needs_onward_care")]),
        ]), member("callers", "callers"), member("state", "state"),
      member("awaitingOnwardSince", "awaiting_onward_since"),
      member("plannedEnd", "planned_end"), member("endedOn", "ended_on"), member("endReason", "end_reason"),
    ])
  }

  /// - Parameters:
  ///   - lines: of `packages.csv`.
  ///   - orders: of `equipment.csv`.
  fileprivate mutating func referralRecord(lines: [DocumentValue], orders: [DocumentValue]) -> DocumentValue {
    let referral = TableDocument.referral(&self).with([
      nested(
        "contactAssessment",
        [
          member("heldAt", "assessed_at"), member("assessedBy", "assessed_by"), member("role", "assessor_role"),
          member("needsPersonalCare", "needs_personal_care"), member("canEngage", "can_engage"),
        ])
    ])
    let saysFirstVisit = TableSchema.firstVisitColumns.contains { cell($0) != nil }
    guard saysFirstVisit || !lines.isEmpty || !orders.isEmpty else { return referral }
    var needs = [member("lines", lines), member("equipment", orders)]
    if saysFirstVisit {
      require("length_minutes")
      let first = object([
        demands(), clockInterval("preferred", "preferred_from", "preferred_to"), member("consequence", "consequence"),
      ])
      needs.insert(member("firstVisit", first.content), at: 0)
    }
    return referral.with([member("needs", .object(needs))])
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
      member("line", "line"), member("lastPermittedDay", "last_day"),
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

  fileprivate mutating func clinicSession() -> DocumentValue {
    object([
      member("weekdays", "weekdays"), interval("hours", "from", "until", ends: CellReader.clockEnds),
      member("slots", "slots"),
    ])
  }

  private static let clockEnds = (from: "from", to: "until")

  private mutating func clockInterval(_ key: String, _ from: String, _ to: String) -> DocumentValue.Member? {
    interval(key, from, to, isPointAllowed: key == "preferred", ends: CellReader.clockEnds)
  }
}
