import CareModel
import Interchange
import Quantities

/// A whole service written as a folder of sheets, as far as sheets can hold it, for tests that read it back.
struct ServiceSheets {
  let service: Service

  private typealias Row = [String: String]

  var folder: TableFolder {
    var files: [String: [UInt8]] = [:]
    for schema in TableFolder.Kind.wholeService.schemas {
      var text = CSVText()
      text.add(schema.columns.map(\.name))
      for row in rows(schema.file) { text.add(schema.columns.map { row[$0.name] ?? "" }) }
      files[schema.file] = Array(text.text.utf8)
    }
    return TableFolder(name: "sheets", files: files)
  }

  private func rows(_ file: String) -> [Row] {
    switch file {
    case "service.csv": settings
    case "places.csv": service.places.map(place)
    case "clinics.csv": service.places.flatMap(sessions)
    case "people.csv": service.people.map(person)
    case "stays.csv": service.people.flatMap { person in person.suspensions.map { stay($0, of: person) } }
    case "episodes.csv": service.episodes.map(episode)
    case "packages.csv": service.episodes.flatMap(packages) + service.referrals.flatMap(needs)
    case "equipment.csv": service.episodes.flatMap(orders) + service.referrals.flatMap(awaited)
    case "links.csv": service.episodes.flatMap(links)
    case "referrals.csv": service.referrals.map(referral)
    case "appointments.csv": service.appointments.map(appointment)
    case "workers.csv": service.staff.map(worker)
    case "roster.csv": service.staff.flatMap(roster)
    case "roster_changes.csv": service.staff.flatMap(changes)
    case "absences.csv": service.staff.flatMap(absences)
    default: []
    }
  }

  // MARK: - Cells

  private func moment(_ instant: Instant?) -> String? { instant.map { "\(service.calendar.local($0))" } }

  private func list(_ texts: [String]) -> String { texts.joined(separator: "; ") }

  private func truth(_ truth: Bool) -> String { truth ? "yes" : "no" }

  private func degrees(_ micro: Int) -> String {
    let digits = String(abs(micro) % 1_000_000)
    return
      "\(micro < 0 ? "-" : "")\(abs(micro) / 1_000_000).\(String(repeating: "0", count: 6 - digits.count))\(digits)"
  }

  private func row(_ cells: [String: String?], _ more: Row...) -> Row {
    more.reduce(cells.compactMapValues { $0 }) { $0.merging($1) { first, _ in first } }
  }

  // MARK: - Rows

  private var settings: [Row] {
    var settings = [
      ("title", service.title), ("invented_people", truth(service.isInvented)), ("as_of", moment(service.asOf) ?? ""),
      ("zone", service.calendar.zone), ("day_starts_at", "\(service.calendar.dayOrigin)"),
      ("bank_holidays", list(service.calendar.bankHolidays.map(\.description))),
    ]
    for setting in PolicySetting.all {
      let value =
        switch setting.field {
        case .integer(_, let get, _): String(get(service.policy))
        case .clock(let get, _): "\(get(service.policy))"
        case .choice(_, let get, _): get(service.policy)
        case .choices(_, let get, _): list(get(service.policy))
        }
      settings.append((setting.key, value))
    }
    return settings.map { ["setting": $0.0, "value": $0.1] }
  }

  private func place(_ place: Place) -> Row {
    row([
      "place": place.id.text, "kind": place.kind.rawValue,
      "latitude": place.position.map { degrees($0.latitudeMicrodegrees) },
      "longitude": place.position.map { degrees($0.longitudeMicrodegrees) }, "area": place.area.rawValue,
      "patch": place.patch, "access_minutes": place.access.map { String($0.value) },
    ])
  }

  private func sessions(of place: Place) -> [Row] {
    place.clinicSessions.map { session in
      row([
        "place": place.id.text, "weekdays": list(session.weekdays.days.map(\.rawValue)),
        "from": "\(session.hours.from)", "until": "\(session.hours.until)", "slots": String(session.slots),
      ])
    }
  }

  private func person(_ person: Person) -> Row {
    let counts = person.recentVisits.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return row(
      [
        "person": person.id.text, "place": person.place.text, "core_team": list(person.coreTeam.map(\.text)),
        "recent_visits": list(counts), "refused_workers": list(person.refusedWorkers.map(\.text)),
        "uncovered_yesterday": truth(person.hadUncoveredEssentialCallYesterday),
      ], wishes(person.preferences))
  }

  private func stay(_ stay: InstantInterval, of person: Person) -> Row {
    row(["person": person.id.text, "away_from": moment(stay.start), "away_until": moment(stay.end)])
  }

  private func wishes(_ preferences: [Preference]) -> Row {
    var cells: Row = [:]
    for preference in preferences {
      cells["preference_strength"] = preference.strength.rawValue
      switch preference.wish {
      case .gender(let gender): cells["preferred_gender"] = gender.rawValue
      case .language(let language): cells["preferred_language"] = language
      case .workers(let workers): cells["preferred_workers"] = list(workers.map(\.text))
      }
    }
    return cells
  }

  private func episode(_ record: EpisodeRecord) -> Row {
    let (episode, clocks) = (record.episode, record.clocks)
    return row([
      "episode": episode.id.text, "person": episode.person.text, "referral": episode.referral?.text,
      "kind": episode.kind.rawValue, "start_date": "\(episode.startDate)",
      "extended_to": episode.extension.map { "\($0.lastDay)" }, "extension_by": episode.extension?.authorisedBy,
      "extension_reason": episode.extension?.reason, "handover_recorded": truth(episode.isHandoverRecorded),
      "stop_ordered_by": episode.stopAtLimit?.orderedBy, "state": record.state.rawValue,
      "first_visit_at": moment(clocks.firstVisitAt), "care_plan_agreed": clocks.carePlanAgreedOn?.description,
      "care_plan_owner": clocks.carePlanOwner?.text,
      "reviews_held": list(clocks.reviewsHeld.map(\.description)),
      "review_risk": record.reviews.risk?.level.rawValue, "review_risk_set_by": record.reviews.risk?.setBy,
      "review_modes": list(record.reviews.suited.map(\.rawValue)),
      "predicted_ends": list(clocks.predictedEnds.map { "\($0.madeOn): \($0.end)" }),
      "callers": list(
        record.callers.map { "\($0.worker.text): \($0.weeks.map(String.init).joined(separator: ", "))" }),
      "onward_asked_on": clocks.onwardForecast?.madeOn.description,
      "needs_onward_care": clocks.onwardForecast.map { truth($0.needsOnwardCare) },
      "awaiting_onward_since": record.awaitingOnwardSince?.description, "planned_end": record.plannedEnd?.description,
      "ended_on": record.endedOn?.description, "end_reason": record.endReason?.rawValue,
    ])
  }

  private func packages(of record: EpisodeRecord) -> [Row] {
    record.packages.flatMap { version -> [Row] in
      let head = row([
        "episode": record.id.text, "effective_from": "\(version.effectiveFrom)",
        "approved_by": version.approval?.approvedBy, "risk_note": version.approval?.riskNote,
      ])
      return version.lines.isEmpty ? [head] : version.lines.map { row([:], head, line($0)) }
    }
  }

  private func needs(of record: ReferralRecord) -> [Row] {
    (record.needs?.lines ?? []).map { row(["referral": record.id.text], line($0)) }
  }

  private func line(_ line: PackageLine) -> Row {
    row(
      [
        "line": line.id.text, "weekdays": list(line.weekdays.days.map(\.rawValue)),
        "times_a_week": line.freedom.map { String($0.timesAWeek) },
        "days_between": line.freedom.map { String($0.daysBetween) },
      ], call(line.call))
  }

  private func orders(of record: EpisodeRecord) -> [Row] {
    record.equipment.map { row(["episode": record.id.text], order($0)) }
  }

  private func awaited(of record: ReferralRecord) -> [Row] {
    (record.needs?.equipment ?? []).map { row(["referral": record.id.text], order($0)) }
  }

  private func order(_ order: EquipmentOrder) -> Row {
    row(
      [
        "order": order.id.text, "item": order.item, "ordered_on": "\(order.orderedOn)",
        "lead_days": String(order.leadDays), "delivered_on": order.deliveredOn?.description,
        "essential": truth(order.isEssential), "fitted_on": order.fittedOn?.description,
      ], order.fit.map(call) ?? [:])
  }

  private func links(of record: EpisodeRecord) -> [Row] {
    record.packages.flatMap { version in
      version.links.map { link in
        let relation: [String: String?] =
          switch link.relation {
          case .sameStart: ["relation": "sameStart"]
          case .order: ["relation": "order"]
          case .sameWorker: ["relation": "sameWorker"]
          case .differentWorker: ["relation": "differentWorker"]
          case .requires: ["relation": "requires"]
          case .gap(let minimum, let maximum):
            [
              "relation": "gap", "minimum_minutes": String(minimum.value),
              "maximum_minutes": maximum.map { String($0.value) },
            ]
          }
        return row(
          [
            "episode": record.id.text, "effective_from": "\(version.effectiveFrom)", "first": link.first.text,
            "second": link.second.text,
          ], row(relation))
      }
    }
  }

  private func demands(_ demands: [Demand]) -> Row {
    guard let first = demands.first else { return [:] }
    var cells = [
      "length_minutes": String(first.length.value), "roles": list(first.roles.map(\.rawValue)),
      "skills": list(first.skills.map(\.text)), "two_person": truth(demands.count == 2),
    ]
    if demands.count == 2 {
      cells["second_length_minutes"] = String(demands[1].length.value)
      cells["second_roles"] = list(demands[1].roles.map(\.rawValue))
      cells["second_skills"] = list(demands[1].skills.map(\.text))
    }
    return cells
  }

  private func call(_ call: CallNeed) -> Row {
    row(
      [
        "kind": call.kind.rawValue, "how": call.mode.rawValue, "place": call.place?.text,
        "preferred_from": "\(call.preferred.from)", "preferred_to": "\(call.preferred.until)",
        "agreed_from": call.agreed.map { "\($0.from)" }, "agreed_to": call.agreed.map { "\($0.until)" },
        "safe_from": call.safe.map { "\($0.from)" }, "safe_to": call.safe.map { "\($0.until)" },
        "consequence": call.consequence.rawValue, "time_critical": truth(call.isTimeCritical),
      ], demands(call.demands), wishes(call.preferences))
  }

  private func referral(_ record: ReferralRecord) -> Row {
    let (referral, assessment, first) = (record.referral, record.contactAssessment, record.needs?.firstVisit)
    return row(
      [
        "referral": referral.id.text, "person": referral.person.text, "class": referral.referralClass.rawValue,
        "received": moment(referral.receivedAt), "ready_from": moment(referral.readyFrom),
        "whereabouts": referral.whereabouts.rawValue, "homecoming": referral.homecoming.rawValue,
        "state": referral.state.rawValue, "care_home_risk_set_by": referral.careHomeRisk?.setBy,
        "response_deadline": moment(referral.responseDeadline),
        "baseline_minutes_a_week": referral.baselineWeekly.map { String($0.value) },
        "assessed_at": moment(assessment?.heldAt),
        "assessed_by": assessment?.assessedBy, "assessor_role": assessment?.role.rawValue,
        "needs_personal_care": assessment.map { truth($0.needsPersonalCare) },
        "can_engage": assessment.map { truth($0.canEngage) },
        "preferred_from": first?.preferred.map { "\($0.from)" }, "preferred_to": first?.preferred.map { "\($0.until)" },
        "consequence": first?.consequence.rawValue,
      ], demands(first?.demands ?? []))
  }

  private func appointment(_ appointment: Appointment) -> Row {
    row(
      [
        "appointment": appointment.id.text, "person": appointment.person.text, "episode": appointment.episode?.text,
        "referral": appointment.referral?.text, "date": "\(appointment.date)",
        "line": appointment.line?.text, "last_day": appointment.lastPermittedDay?.description,
        "published_workers": list((appointment.published?.workers ?? []).map(\.text)),
        "published_start": moment(appointment.published?.start),
      ], call(appointment.call))
  }

  private func worker(_ member: StaffMember) -> Row {
    row([
      "worker": member.id.text, "role": member.role.rawValue, "skills": list(member.skills.map(\.text)),
      "gender": member.gender?.rawValue, "languages": list(member.languages),
      "refused_people": list(member.refusedPeople.map(\.text)), "place": member.home.text, "patch": member.patch,
      "start_place": member.startsFrom == member.home ? "home" : member.startsFrom.text,
      "end_place": member.endsAt.map { $0 == member.home ? "home" : $0.text }, "travel_by": member.mode.rawValue,
      "contract_minutes_a_week": String(member.contract.weekly.value), "weekends": member.contract.weekends.rawValue,
      "weekly_maximum_minutes": member.contract.weeklyMaximum.map { String($0.value) },
      "roster_starts": "\(member.roster.anchor)", "roster_weeks": String(member.roster.weeks.count),
      "employed_from": member.employed?.first.description, "employed_until": member.employed?.last?.description,
      "overtime_minutes": String(member.agreedOvertime.value),
    ])
  }

  private func roster(of member: StaffMember) -> [Row] {
    member.roster.weeks.enumerated().flatMap { week, shifts in
      shifts.map { rostered in
        row(
          ["worker": member.id.text, "week": String(week + 1), "weekdays": rostered.weekday.rawValue],
          hours(rostered.shift))
      }
    }
  }

  private func hours(_ shift: Shift) -> Row {
    let pause = shift.breaks.first
    return row([
      "from": "\(shift.from)", "until": "\(shift.until)", "break_minutes": pause?.length.map { String($0.value) },
      "break_from": pause?.window.map { "\($0.from)" }, "break_until": pause?.window.map { "\($0.until)" },
    ])
  }

  private func changes(of member: StaffMember) -> [Row] {
    member.rosterChanges.flatMap { change -> [Row] in
      let head = ["worker": member.id.text, "date": "\(change.date)"]
      return change.shifts.isEmpty ? [head] : change.shifts.map { row([:], head, hours($0)) }
    }
  }

  private func absences(of member: StaffMember) -> [Row] {
    [("leave", member.leave), ("sickness", member.sickness)].flatMap { kind, spans in
      spans.map { span in
        row([
          "worker": member.id.text, "kind": kind, "first_day": "\(span.first)", "last_day": span.last?.description,
        ])
      }
    }
  }
}
