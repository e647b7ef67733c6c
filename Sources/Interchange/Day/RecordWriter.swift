import CareModel
import Quantities

/// Writes the records of a day; what has its usual value or is not there is left out.
struct RecordWriter {
  let calendar: ServiceCalendar

  func place(_ place: Place) -> JSONText {
    .record([
      JSONMember("id", .text(place.id.text)), JSONMember("kind", .text(place.kind.rawValue)),
      place.position.map { JSONMember("latitudeMicrodegrees", .integer($0.latitudeMicrodegrees)) },
      place.position.map { JSONMember("longitudeMicrodegrees", .integer($0.longitudeMicrodegrees)) },
      JSONMember("area", .text(place.area.rawValue)), place.patch.map { JSONMember("patch", .text($0)) },
      place.access.map { JSONMember("accessMinutes", .integer($0.value)) },
      place.matrixIndex.map { JSONMember("matrixIndex", .integer($0)) },
      list("clinicSessions", place.clinicSessions.map(clinicSession)),
    ])
  }

  private func clinicSession(_ session: ClinicSession) -> JSONText {
    .record([
      session.weekdays == .every ? nil : JSONMember("weekdays", weekdays(session.weekdays)),
      JSONMember("hours", clockInterval(session.hours)), JSONMember("slots", .integer(session.slots)),
    ])
  }

  func person(_ person: Person) -> JSONText {
    let recent = person.recentVisits.sorted { $0.key < $1.key }.map { worker, visits in
      JSONText.record([JSONMember("worker", .text(worker.text)), JSONMember("visits", .integer(visits))])
    }
    return .record([
      JSONMember("id", .text(person.id.text)), JSONMember("place", .text(person.place.text)),
      ids("coreTeam", person.coreTeam), list("recentVisits", recent), ids("refusedWorkers", person.refusedWorkers),
      list("preferences", person.preferences.map(preference)),
      list("suspensions", person.suspensions.map(interval)),
      truth("uncoveredEssentialCallYesterday", person.hadUncoveredEssentialCallYesterday),
    ])
  }

  func episode(_ episode: Episode) -> JSONText { .record(members(of: episode)) }

  func members(of episode: Episode) -> [JSONMember?] {
    [
      JSONMember("id", .text(episode.id.text)), JSONMember("person", .text(episode.person.text)),
      episode.referral.map { JSONMember("referral", .text($0.text)) },
      JSONMember("kind", .text(episode.kind.rawValue)), JSONMember("startDate", .text(episode.startDate.description)),
      episode.extension.map {
        JSONMember(
          "extension",
          .record([
            JSONMember("lastDay", .text($0.lastDay.description)), JSONMember("authorisedBy", .text($0.authorisedBy)),
            JSONMember("reason", .text($0.reason)),
          ]))
      },
      truth("handoverRecorded", episode.isHandoverRecorded),
      episode.stopAtLimit.map { JSONMember("stopAtLimit", .record([JSONMember("orderedBy", .text($0.orderedBy))])) },
    ]
  }

  func referral(_ referral: Referral) -> JSONText { .record(members(of: referral)) }

  func members(of referral: Referral) -> [JSONMember?] {
    [
      JSONMember("id", .text(referral.id.text)), JSONMember("person", .text(referral.person.text)),
      JSONMember("class", .text(referral.referralClass.rawValue)),
      referral.careHomeRisk.map { JSONMember("careHomeRisk", .record([JSONMember("setBy", .text($0.setBy))])) },
      JSONMember("receivedAt", time(referral.receivedAt)),
      referral.readyFrom.map { JSONMember("readyFrom", time($0)) },
      JSONMember("whereabouts", .text(referral.whereabouts.rawValue)),
      JSONMember("homecoming", .text(referral.homecoming.rawValue)),
      JSONMember("state", .text(referral.state.rawValue)),
      referral.responseDeadline.map { JSONMember("responseDeadline", time($0)) },
      referral.baselineWeekly.map { JSONMember("baselineMinutesAWeek", .integer($0.value)) },
    ]
  }

  func worker(_ worker: Worker) -> JSONText {
    let record = worker.record
    let hours: [JSONMember?] = [
      record.previousDutyEnd.map { JSONMember("previousDutyEnd", time($0)) },
      record.nextDutyStart.map { JSONMember("nextDutyStart", time($0)) },
      number("minutesWorkedThisWeek", record.minutesWorkedThisWeek.value),
      record.weeklyMaximum.map { JSONMember("weeklyMaximumMinutes", .integer($0.value)) },
    ]
    return .record([
      JSONMember("id", .text(worker.id.text)), JSONMember("role", .text(worker.role.rawValue)),
      ids("skills", worker.skills), worker.gender.map { JSONMember("gender", .text($0.rawValue)) },
      list("languages", worker.languages.map { .text($0) }), ids("refusedPeople", worker.refusedPeople),
      list("dutyPeriods", worker.dutyPeriods.map(duty)),
      hours.contains { $0 != nil } ? JSONMember("record", .record(hours)) : nil,
    ])
  }

  private func duty(_ duty: DutyPeriod) -> JSONText {
    let breaks = duty.breaks.map { rest in
      JSONText.record([
        JSONMember("lengthMinutes", .integer(rest.length.value)), JSONMember("windowStart", time(rest.window.start)),
        JSONMember("windowEnd", time(rest.window.end)), truth("taken", rest.isTaken),
      ])
    }
    return .record([
      JSONMember("id", .text(duty.id.text)), JSONMember("start", time(duty.hours.start)),
      JSONMember("end", time(duty.hours.end)), JSONMember("startPlace", .text(duty.startPlace.text)),
      duty.endPlace.map { JSONMember("endPlace", .text($0.text)) }, JSONMember("mode", .text(duty.mode.rawValue)),
      list("breaks", breaks), number("agreedOvertimeMinutes", duty.agreedOvertime.value),
    ])
  }

  func link(_ link: VisitLink) -> JSONText {
    .record(
      [JSONMember("first", .text(link.first.text)), JSONMember("second", .text(link.second.text))]
        + relation(link.relation))
  }

  func relation(_ relation: VisitLink.Relation) -> [JSONMember?] {
    let (word, minimum, maximum): (LinkReader.RelationWord, Minutes?, Minutes?) =
      switch relation {
      case .sameStart: (.sameStart, nil, nil)
      case .gap(let minimum, let maximum): (.gap, minimum, maximum)
      case .order: (.order, nil, nil)
      case .sameWorker: (.sameWorker, nil, nil)
      case .differentWorker: (.differentWorker, nil, nil)
      case .requires: (.requires, nil, nil)
      }
    return [
      JSONMember("relation", .text(word.rawValue)), minimum.map { JSONMember("minimumMinutes", .integer($0.value)) },
      maximum.map { JSONMember("maximumMinutes", .integer($0.value)) },
    ]
  }

  func preference(_ preference: Preference) -> JSONText {
    let wish =
      switch preference.wish {
      case .gender(let gender): JSONMember("gender", .text(gender.rawValue))
      case .language(let language): JSONMember("language", .text(language))
      case .workers(let workers): JSONMember("workers", .array(workers.map { .text($0.text) }))
      }
    return .record([wish, JSONMember("strength", .text(preference.strength.rawValue))])
  }

  func interval(_ interval: InstantInterval) -> JSONText {
    .record([JSONMember("start", time(interval.start)), JSONMember("end", time(interval.end))])
  }

  func time(_ instant: Instant) -> JSONText { .text(calendar.iso(instant)) }

  func ids<Entity>(_ key: String, _ ids: [Identifier<Entity>]) -> JSONMember? {
    list(key, ids.map { .text($0.text) })
  }

  func list(_ key: String, _ items: [JSONText]) -> JSONMember? {
    items.isEmpty ? nil : JSONMember(key, .array(items))
  }

  func truth(_ key: String, _ truth: Bool) -> JSONMember? { truth ? JSONMember(key, .truth(true)) : nil }

  func number(_ key: String, _ number: Int) -> JSONMember? {
    number == 0 ? nil : JSONMember(key, .integer(number))
  }
}
