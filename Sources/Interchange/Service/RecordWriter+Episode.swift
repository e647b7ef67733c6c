import CareModel
import Quantities

/// Episodes, referrals and appointments of a whole service.
extension RecordWriter {
  func episodeRecord(_ record: EpisodeRecord) -> JSONText {
    .record(
      members(of: record.episode) + [
        list("packages", record.packages.map(package)), clocks(record.clocks), reviews(record.reviews),
        list("equipment", record.equipment.map(order)), list("callers", record.callers.map(caller)),
        JSONMember("state", .text(record.state.rawValue)), date("awaitingOnwardSince", record.awaitingOnwardSince),
        date("plannedEnd", record.plannedEnd), date("endedOn", record.endedOn),
        record.endReason.map { JSONMember("endReason", .text($0.rawValue)) },
      ])
  }

  private func package(_ version: PackageVersion) -> JSONText {
    .record([
      date("effectiveFrom", version.effectiveFrom),
      version.approval.map {
        JSONMember(
          "approval",
          .record([JSONMember("approvedBy", .text($0.approvedBy)), JSONMember("riskNote", .text($0.riskNote))]))
      }, JSONMember("lines", .array(version.lines.map(line))),
      list(
        "links",
        version.links.map { link in
          .record(
            [JSONMember("first", .text(link.first.text)), JSONMember("second", .text(link.second.text))]
              + relation(link.relation))
        }),
    ])
  }

  private func line(_ line: PackageLine) -> JSONText {
    .record(
      [
        JSONMember("id", .text(line.id.text)),
        line.weekdays == .every
          ? nil : JSONMember("weekdays", weekdays(line.weekdays)),
        line.freedom.map { JSONMember("timesAWeek", .integer($0.timesAWeek)) },
        line.freedom.map { JSONMember("daysBetween", .integer($0.daysBetween)) },
      ] + call(line.call))
  }

  func weekdays(_ weekdays: WeekdaySet) -> JSONText { .array(weekdays.days.map { .text($0.rawValue) }) }

  private func reviews(_ reviews: ReviewTerms) -> JSONMember? {
    guard reviews != ReviewTerms() else { return nil }
    return JSONMember(
      "reviews",
      .record([
        reviews.risk.map {
          JSONMember(
            "risk",
            .record([JSONMember("level", .text($0.level.rawValue)), JSONMember("setBy", .text($0.setBy))]))
        }, list("modes", reviews.suited.map { .text($0.rawValue) }),
      ]))
  }

  private func caller(_ caller: CallingRecord) -> JSONText {
    .record([
      JSONMember("worker", .text(caller.worker.text)), JSONMember("weeks", .array(caller.weeks.map { .integer($0) })),
    ])
  }

  private func order(_ order: EquipmentOrder) -> JSONText {
    .record([
      JSONMember("id", .text(order.id.text)), JSONMember("item", .text(order.item)),
      date("orderedOn", order.orderedOn), JSONMember("leadDays", .integer(order.leadDays)),
      date("deliveredOn", order.deliveredOn), truth("essential", order.isEssential),
      order.fit.map { JSONMember("fit", .record(call($0))) }, date("fittedOn", order.fittedOn),
    ])
  }

  private func call(_ call: CallNeed) -> [JSONMember?] {
    [
      JSONMember("kind", .text(call.kind.rawValue)),
      call.mode == .home ? nil : JSONMember("mode", .text(call.mode.rawValue)),
      call.place.map { JSONMember("place", .text($0.text)) }, JSONMember("demands", .array(call.demands.map(demand))),
      JSONMember("preferred", clockInterval(call.preferred)),
      call.agreed.map { JSONMember("agreed", clockInterval($0)) },
      call.safe.map { JSONMember("safe", clockInterval($0)) },
      JSONMember("consequence", .text(call.consequence.rawValue)), truth("timeCritical", call.isTimeCritical),
      list("preferences", call.preferences.map(preference)),
    ]
  }

  private func clocks(_ clocks: EpisodeClocks) -> JSONMember? {
    guard clocks != EpisodeClocks() else { return nil }
    let predicted = clocks.predictedEnds.map { JSONText.record([date("madeOn", $0.madeOn), date("end", $0.end)]) }
    return JSONMember(
      "clocks",
      .record([
        clocks.firstVisitAt.map { JSONMember("firstVisitAt", time($0)) },
        date("carePlanAgreedOn", clocks.carePlanAgreedOn),
        clocks.carePlanOwner.map { JSONMember("carePlanOwner", .text($0.text)) },
        list("reviewsHeld", clocks.reviewsHeld.map { .text($0.description) }), list("predictedEnds", predicted),
        clocks.onwardForecast.map {
          JSONMember(
            "onwardForecast",
            .record([date("madeOn", $0.madeOn), JSONMember("needsOnwardCare", .truth($0.needsOnwardCare))]))
        },
      ]))
  }

  func referralRecord(_ record: ReferralRecord) -> JSONText {
    .record(
      members(of: record.referral) + [
        record.contactAssessment.map { JSONMember("contactAssessment", assessment($0)) },
        record.needs.map { JSONMember("needs", needs($0)) },
      ])
  }

  private func assessment(_ assessment: ReferralRecord.ContactAssessment) -> JSONText {
    .record([
      JSONMember("heldAt", time(assessment.heldAt)), JSONMember("assessedBy", .text(assessment.assessedBy)),
      JSONMember("role", .text(assessment.role.rawValue)),
      JSONMember("needsPersonalCare", .truth(assessment.needsPersonalCare)),
      JSONMember("canEngage", .truth(assessment.canEngage)),
    ])
  }

  private func needs(_ needs: StartNeeds) -> JSONText {
    .record([
      needs.firstVisit.map { first in
        JSONMember(
          "firstVisit",
          .record([
            JSONMember("demands", .array(first.demands.map(demand))),
            first.preferred.map { JSONMember("preferred", clockInterval($0)) },
            JSONMember("consequence", .text(first.consequence.rawValue)),
          ]))
      },
      list("lines", needs.lines.map(line)), list("equipment", needs.equipment.map(order)),
    ])
  }

  func appointment(_ appointment: Appointment) -> JSONText {
    .record(
      [
        JSONMember("id", .text(appointment.id.text)), JSONMember("person", .text(appointment.person.text)),
        appointment.episode.map { JSONMember("episode", .text($0.text)) },
        appointment.referral.map { JSONMember("referral", .text($0.text)) }, date("date", appointment.date),
      ] + call(appointment.call) + [
        appointment.line.map { JSONMember("line", .text($0.text)) },
        date("lastPermittedDay", appointment.lastPermittedDay),
        appointment.published.map { JSONMember("published", placement($0)) },
      ])
  }

  func clockInterval(_ clock: ClockInterval) -> JSONText {
    .record([JSONMember("from", .text(clock.from.description)), JSONMember("until", .text(clock.until.description))])
  }

  func date(_ key: String, _ date: CivilDate?) -> JSONMember? {
    date.map { JSONMember(key, .text($0.description)) }
  }
}
