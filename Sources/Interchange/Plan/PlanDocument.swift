package import CareModel
import Quantities

/// A plan as a document that says everything about it, for programs and for keeping; ids only, no names.
///
/// `Documentation/reable-plan.schema.json` describes it.
package struct PlanDocument: Sendable {
  /// The value of the key `format`.
  package static let format = "reable-plan"
  /// The value of the key `version`.
  package static let version = 1

  private let plan: EpisodePlan
  private let service: Service
  private let person: PersonID?

  /// - Parameter person: writes what is about this person alone; nil writes all.
  package init(_ plan: EpisodePlan, of service: Service, person: PersonID? = nil) {
    self.plan = person.map(plan.part) ?? plan
    self.service = service
    self.person = person
  }

  /// The document's text, with a line end at its end.
  package var json: String { tree.lines(depth: 2) + "\n" }

  package var tree: JSONText {
    .record([
      JSONMember("format", .text(PlanDocument.format)), JSONMember("version", .integer(PlanDocument.version)),
      JSONMember("title", .text(service.title)), JSONMember("inventedPeople", .truth(service.isInvented)),
      JSONMember("asOf", time(plan.asOf)), date("firstDay", plan.firstDay), date("lastDay", plan.lastDay),
      person.map { JSONMember("person", .text($0.text)) },
      JSONMember(
        "notInThisPlan",
        .array(
          service.quarantine.filter { person == nil || $0.person == nil || $0.person == person }.map {
            .record([JSONMember("kind", .text($0.kind)), JSONMember("id", .text($0.id))])
          })),
      JSONMember("beyondLimit", .array(plan.beyondLimit.map(beyond))),
      JSONMember("starts", .array(plan.starts.map(start))), JSONMember("tasks", .array(plan.tasks.map(task))),
      JSONMember("callsDue", .array(plan.callsDue.map(callDue))),
      JSONMember("breaches", .array(plan.breaches.map(breach))),
      JSONMember("longestWaits", .array(plan.longestWaits.map(wait))),
      JSONMember("calls", .array(plan.calls.map(call))),
      JSONMember(
        "capacityByRole",
        .object(
          plan.capacityByRole.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            JSONMember($0.key.rawValue, cells($0.value))
          })),
      JSONMember(
        "capacityByPatch",
        .object(plan.capacityByPatch.sorted { $0.key < $1.key }.map { JSONMember($0.key, cells($0.value)) })),
      JSONMember(
        "capacityBySkill",
        .object(plan.capacityBySkill.sorted { $0.key < $1.key }.map { JSONMember($0.key.text, cells($0.value)) })),
      JSONMember("taperProposals", .array(plan.taperProposals.map(taper))),
      JSONMember("coreTeams", .array(plan.coreTeams.map(coreTeam))),
      JSONMember("carePlanOwners", .array(plan.carePlanOwners.map(owner))),
      JSONMember("repeats", .array(plan.repeats.map(repeated))),
      JSONMember("forecastErrors", .array(plan.forecastErrors.map(forecastError))),
      plan.reserve.map { JSONMember("reserve", reserve($0)) },
      plan.changes.map { JSONMember("changes", .array($0.map(change))) },
      JSONMember("levels", .array(plan.account.levels.map(level))),
      plan.account.fallback.map { JSONMember("fallback", .text($0)) },
      plan.agreement.map { JSONMember("agreement", agreement($0)) },
    ])
  }

  private func time(_ instant: Instant) -> JSONText { .text(service.calendar.iso(instant)) }

  private func date(_ key: String, _ date: CivilDate) -> JSONMember { JSONMember(key, .text(date.description)) }

  private func beyond(_ beyond: BeyondLimit) -> JSONText {
    .record([
      JSONMember("episode", .text(beyond.episode.text)), JSONMember("person", .text(beyond.person.text)),
      JSONMember("day", .integer(beyond.day)), date("lastPermittedDay", beyond.lastPermittedDay),
      JSONMember("standing", .text(beyond.standing.rawValue)),
      beyond.extension.map { more in
        JSONMember(
          "extension",
          .record([
            date("lastDay", more.lastDay), JSONMember("authorisedBy", .text(more.authorisedBy)),
            JSONMember("reason", .text(more.reason)),
          ]))
      },
    ])
  }

  private func start(_ start: PlannedStart) -> JSONText {
    let change = service.supportChange(of: start.referral)
    return .record(
      [
        JSONMember("referral", .text(start.referral.text)), JSONMember("person", .text(start.person.text)),
        JSONMember("rank", .text(start.rank.name)), start.patch.map { JSONMember("patch", .text($0)) },
        start.restartOf.map { JSONMember("restartOf", .text($0.text)) },
        JSONMember("state", .text(start.state.rawValue)), JSONMember("receivedAt", time(start.receivedAt)),
        start.readyFrom.map { JSONMember("readyFrom", time($0)) }, JSONMember("deadline", time(start.deadline)),
        JSONMember("literalDeadline", time(start.literalDeadline)),
        JSONMember("nationalDeadline", time(start.nationalDeadline)),
        start.mustRingWard ? JSONMember("ringWardFirst", .truth(true)) : nil,
        change.map { JSONMember("weeklyMinutesBefore", .integer($0.before.value)) },
        change.map { JSONMember("weeklyMinutesNow", .integer($0.now.value)) },
      ] + outcome(start))
  }

  private func outcome(_ start: PlannedStart) -> [JSONMember?] {
    switch start.outcome {
    case .waits(let obstacle):
      [
        JSONMember("outcome", .text("waits")), JSONMember("because", self.obstacle(obstacle)),
        start.hold.map { JSONMember("hold", hold($0)) }, lateMinutes(start),
      ]
    case .starts(let found):
      [
        JSONMember("outcome", .text("starts")), date("date", found.date),
        JSONMember("part", .text(found.part.rawValue)),
        JSONMember("earliest", time(found.earliest)), found.rosteredAt.map { JSONMember("rosteredAt", time($0)) },
        found.isPublished ? JSONMember("promised", .truth(true)) : nil,
        lateMinutes(start),
        found.callsLeftOut > 0 ? JSONMember("essentialCallsLeftOut", .integer(found.callsLeftOut)) : nil,
        found.delayedBy.map { JSONMember("because", obstacle($0)) },
        found.leftOutBecause.map { JSONMember("leftOutBecause", obstacle($0)) },
      ]
    }
  }

  private func lateMinutes(_ start: PlannedStart) -> JSONMember? {
    start.lateBy > .zero ? JSONMember("lateMinutes", .integer(start.lateBy.startedMinutes.value)) : nil
  }

  private func hold(_ hold: TentativeHold) -> JSONText {
    func code(_ code: String) -> JSONMember { JSONMember("code", .text(code)) }
    return switch hold {
    case .held(let held):
      .record([
        code("held"), date("date", held.date), JSONMember("part", .text(held.part.rawValue)),
        JSONMember("earliest", time(held.earliest)), held.until.map { JSONMember("until", time($0)) },
        held.isFirstVisitAlone ? JSONMember("firstVisitAlone", .truth(true)) : nil,
      ])
    case .over(let ended): .record([code("over"), JSONMember("endedAt", time(ended))])
    case .answeredNo: .record([code("answeredNo")])
    case .noRoom(let why): .record([code("noRoom"), JSONMember("because", obstacle(why))])
    }
  }

  private func obstacle(_ obstacle: StartObstacle) -> JSONText {
    switch obstacle {
    case .notAccepted(let state):
      .record([JSONMember("code", .text("notAccepted")), JSONMember("state", .text(state.rawValue))])
    case .needsUnknown: .record([JSONMember("code", .text("needsUnknown"))])
    case .notReady(let ready): .record([JSONMember("code", .text("notReady")), JSONMember("readyFrom", time(ready))])
    case .awaitsEquipment(let item, let date):
      .record([
        JSONMember("code", .text("awaitsEquipment")), JSONMember("item", .text(item)), self.date("date", date),
      ])
    case .nobodyOnDuty(let day): .record([JSONMember("code", .text("nobodyOnDuty")), date("date", day)])
    case .refusedByRota(let day): .record([JSONMember("code", .text("refusedByRota")), date("date", day)])
    case .reserved: .record([JSONMember("code", .text("reserved"))])
    case .tooLateToday(let now): .record([JSONMember("code", .text("tooLateToday")), JSONMember("asOf", time(now))])
    case .full(let short):
      .record([
        JSONMember("code", .text("full")), date("date", short.date), JSONMember("part", .text(short.part.rawValue)),
        short.patch.map { JSONMember("patch", .text($0)) },
        JSONMember("roles", .array(short.roles.map { .text($0.rawValue) })),
        JSONMember("skills", .array(short.skills.map { .text($0.text) })),
        JSONMember("missingMinutes", .integer(short.missing.value)),
        short.isNobodyOnDuty ? JSONMember("nobodyOnDuty", .truth(true)) : nil,
        short.others > 0 ? JSONMember("otherPartsShort", .integer(short.others)) : nil,
      ])
    }
  }

  private func task(_ task: DueTask) -> JSONText {
    .record([
      JSONMember("task", .text(task.kind.rawValue)), JSONMember("person", .text(task.person.text)),
      task.referral.map { JSONMember("referral", .text($0.text)) },
      task.episode.map { JSONMember("episode", .text($0.text)) }, date("dueOn", task.dueOn),
      task.deadline.map { JSONMember("deadline", time($0)) },
      task.booking.map { booking in
        JSONMember(
          "appointment",
          .record([
            JSONMember("call", .text(booking.id.text)), JSONMember("kind", .text(booking.kind.rawValue)),
            date("date", booking.date),
          ]))
      },
      task.item.map { JSONMember("item", .text($0)) },
      task.isOverdue(asOf: plan.asOf, today: service.today) ? JSONMember("overdue", .truth(true)) : nil,
    ])
  }

  private func callDue(_ due: CallDue) -> JSONText {
    .record([
      JSONMember("person", .text(due.person.text)), JSONMember("episode", .text(due.episode.text)),
      JSONMember("kind", .text(due.kind.rawValue)), date("lastPermittedDay", due.lastPermittedDay),
    ])
  }

  private func breach(_ breach: ClockBreach) -> JSONText {
    .record([
      JSONMember("clock", .text(breach.clock.rawValue)), JSONMember("person", .text(breach.person.text)),
      breach.referral.map { JSONMember("referral", .text($0.text)) },
      breach.episode.map { JSONMember("episode", .text($0.text)) }, JSONMember("deadline", time(breach.deadline)),
      breach.keptAt.map { JSONMember("keptAt", time($0)) }, JSONMember("happened", .truth(breach.hasHappened)),
    ])
  }

  private func wait(_ wait: EpisodePlan.LongestWait) -> JSONText {
    .record([
      JSONMember("class", .text(wait.referralClass.rawValue)), wait.patch.map { JSONMember("patch", .text($0)) },
      JSONMember("referral", .text(wait.referral.text)), JSONMember("receivedAt", time(wait.receivedAt)),
      JSONMember("waiting", .integer(wait.waiting)),
    ])
  }

  private func call(_ call: PlannedCall) -> JSONText {
    .record([
      JSONMember("id", .text(call.id.text)), JSONMember("person", .text(call.person.text)),
      call.episode.map { JSONMember("episode", .text($0.text)) },
      call.referral.map { JSONMember("referral", .text($0.text)) }, date("date", call.date),
      JSONMember("part", .text(call.part.rawValue)),
      JSONMember("from", .text("\(call.need.preferred.from)")),
      JSONMember("until", .text("\(call.need.preferred.until)")),
      JSONMember("kind", .text(call.need.kind.rawValue)),
      JSONMember("mode", .text(call.need.mode.rawValue)), call.line.map { JSONMember("line", .text($0.text)) },
      JSONMember("minutes", .integer(call.need.length.value)),
      JSONMember("workers", .integer(call.need.demands.count)), JSONMember("basis", .text(call.basis.rawValue)),
      call.lastPermittedDay.map { date("lastPermittedDay", $0) },
      call.hasNobodyOnDuty ? JSONMember("nobodyOnDuty", .truth(true)) : nil,
      call.isInForecast ? nil : JSONMember("outsideForecast", .truth(true)),
    ])
  }

  private func cells(_ cells: [CapacityCell]) -> JSONText {
    .array(
      cells.map { cell in
        .record([
          date("date", cell.date), JSONMember("part", .text(cell.part.rawValue)),
          JSONMember("contactMinutes", .integer(cell.capacity.value)),
          JSONMember("takenMinutes", .integer(cell.load.value)),
          JSONMember("forecastMinutes", .integer(cell.forecastLoad.value)),
          cell.isTight ? JSONMember("tight", .truth(true)) : nil,
          cell.isForecastTight ? JSONMember("forecastTight", .truth(true)) : nil,
        ])
      })
  }

  private func taper(_ proposal: TaperProposal) -> JSONText {
    .record([
      JSONMember("episode", .text(proposal.episode.text)), JSONMember("person", .text(proposal.person.text)),
      date("review", proposal.review), JSONMember("lines", .array(proposal.lines.map { .text($0.text) })),
      JSONMember("weeklyMinutesNow", .integer(proposal.weeklyNow.value)),
      JSONMember("weeklyMinutesThen", .integer(proposal.weeklyThen.value)),
    ])
  }

  private func change(_ change: PlanChange) -> JSONText {
    .record(
      [
        JSONMember("person", .text(change.person.text)),
        change.referral.map { JSONMember("referral", .text($0.text)) },
        change.episode.map { JSONMember("episode", .text($0.text)) },
        JSONMember("kind", .text(change.kind.rawValue)), change.line.map { JSONMember("line", .text($0.text)) },
        change.before.map { JSONMember("before", place($0)) }, change.after.map { JSONMember("after", place($0)) },
      ] + reason(change.reason))
  }

  private func place(_ place: PlanChange.Place) -> JSONText {
    .record([
      date("date", place.date), place.part.map { JSONMember("part", .text($0.rawValue)) },
      place.mode.map { JSONMember("mode", .text($0.rawValue)) },
    ])
  }

  private func reason(_ reason: PlanChange.Reason) -> [JSONMember?] {
    func code(_ code: String) -> JSONMember { JSONMember("reason", .text(code)) }
    return switch reason {
    case .new: [code("new")]
    case .dayFound: [code("dayFound")]
    case .dayIsOver: [code("dayIsOver")]
    case .notWanted: [code("notWanted")]
    case .booked: [code("booked")]
    case .notPossible(let found): [code("notPossible"), found.map { JSONMember("because", obstacle($0)) }]
    case .noRoom(let shortage): [code("noRoom"), JSONMember("because", obstacle(.full(shortage)))]
    case .better(let level): [code("better"), JSONMember("level", .text(level))]
    }
  }

  private func coreTeam(_ proposal: CoreTeamProposal) -> JSONText {
    .record([
      JSONMember("person", .text(proposal.person.text)),
      JSONMember("team", .array(proposal.team.map { .text($0.text) })),
      JSONMember("covered", .integer(proposal.covered)), JSONMember("calls", .integer(proposal.calls)),
      JSONMember("seenLately", .integer(proposal.seenLately)),
      proposal.seenByWeek.isEmpty
        ? nil : JSONMember("seenByWeek", .array(proposal.seenByWeek.map { .integer($0) })),
      proposal.seenByWeek.isEmpty ? nil : JSONMember("seenInAll", .integer(proposal.seenInAll)),
    ])
  }

  private func owner(_ ownership: CarePlanOwnership) -> JSONText {
    .record([
      JSONMember("episode", .text(ownership.episode.text)), JSONMember("person", .text(ownership.person.text)),
      date("agreedOn", ownership.agreedOn), ownership.owner.map { JSONMember("owner", .text($0.text)) },
      ownership.flaw.map { JSONMember("flaw", .text($0.rawValue)) },
    ])
  }

  private func forecastError(_ error: ForecastError) -> JSONText {
    .record([
      JSONMember("number", .integer(error.number)), JSONMember("episodes", .integer(error.episodes)),
      JSONMember("daysOff", .integer(error.daysOff)), JSONMember("daysLater", .integer(error.daysLater)),
    ])
  }

  private func repeated(_ repeated: RepeatEpisode) -> JSONText {
    let now: JSONMember =
      switch repeated.now {
      case .referral(let id): JSONMember("referral", .text(id.text))
      case .episode(let id): JSONMember("episode", .text(id.text))
      }
    return .record([
      JSONMember("person", .text(repeated.person.text)), JSONMember("earlierEpisode", .text(repeated.earlier.text)),
      date("earlierEnd", repeated.earlierEnd), now, JSONMember("daysBetween", .integer(repeated.daysBetween)),
    ])
  }

  private func reserve(_ reserve: ReserveEffect) -> JSONText {
    .record([
      JSONMember("sharePerMille", .integer(reserve.share.value)),
      JSONMember("kept", .array(reserve.kept.map { .integer($0) })),
      JSONMember(
        "changes",
        .array(
          reserve.changes.map { change in
            .record([
              JSONMember("referral", .text(change.referral.text)), JSONMember("person", .text(change.person.text)),
              JSONMember("rank", .text(change.rank.name)), change.without.map { date("without", $0) },
              change.with.map { date("with", $0) },
            ])
          })),
    ])
  }

  private func agreement(_ agreement: RotaAgreement) -> JSONText {
    .record([
      JSONMember(
        "days",
        .array(
          agreement.days.map { day in
            .record([
              date("date", day.date), JSONMember("calls", .integer(day.calls)),
              JSONMember("uncovered", .integer(day.uncovered)),
              JSONMember("uncoveredEssential", .integer(day.uncoveredEssential)),
              JSONMember("withoutPlace", .array(day.withoutPlace.map { .text($0.text) })),
            ])
          })),
      JSONMember("rounds", .integer(agreement.rounds)),
      JSONMember(
        "travelAndWaitingPerMille",
        .object(
          agreement.overhead.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            JSONMember($0.key.rawValue, .integer($0.value.value))
          })),
      agreement.overheadByPart.isEmpty
        ? nil
        : JSONMember(
          "travelAndWaitingByPartPerMille",
          .object(
            agreement.overheadByPart.sorted { $0.key.rawValue < $1.key.rawValue }.map { role, parts in
              JSONMember(
                role.rawValue,
                .object(
                  parts.sorted { $0.key < $1.key }.map { JSONMember($0.key.rawValue, .integer($0.value.value)) }))
            })),
      JSONMember("cuts", .array(agreement.cuts.map { .text($0.text) })),
      JSONMember("leftOut", .array(agreement.leftOut.map { .text($0.text) })),
    ])
  }

  private func level(_ level: EpisodePlan.LevelReached) -> JSONText {
    .record([
      JSONMember("level", .text(level.name)), JSONMember("value", .integer(level.value)),
      level.bound.map { JSONMember("bound", .integer($0)) },
    ])
  }
}
