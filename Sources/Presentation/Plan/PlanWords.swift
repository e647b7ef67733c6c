package import CareModel
import Quantities

/// Says the parts of a plan as coordinators say them.
package struct PlanWords: Sendable {
  let service: Service
  let names: PersonNames
  let clock: DayClock

  package init(_ service: Service, names: PersonNames) {
    self.service = service
    self.names = names
    clock = DayClock(calendar: service.calendar, serviceDate: service.today)
  }

  /// `Thu 26 Nov`.
  func day(_ date: CivilDate) -> String { String(DayClock.words(date).dropLast(5)) }

  /// The two weeks from the plan's first day on, after "in" or "of".
  func fortnight(_ plan: EpisodePlan) -> String {
    plan.firstDay > service.today ? "the two weeks from \(day(plan.firstDay))" : "the coming two weeks"
  }

  /// `5 h 20 left`, `overdue 3 h 20`; from a day on, in days.
  func countdown(to deadline: Instant) -> String {
    let left = deadline - service.asOf
    return left >= .zero ? "\(length(left)) left" : "overdue \(length(Seconds(-left.value)))"
  }

  /// `3 h 20`, `2 days 4 h`.
  func length(_ time: Seconds) -> String {
    let (days, rest) = time.startedMinutes.value.quotientAndRemainder(dividingBy: 1440)
    guard days > 0 else { return time.spoken }
    return Count.of(days, "day") + (rest >= 60 ? " \(rest / 60) h" : "")
  }

  /// `3 days left`, `today`, `overdue 1 day`, for clocks that run in days.
  func days(to date: CivilDate) -> String {
    let left = date.daysSinceEpoch - service.today.daysSinceEpoch
    if left == 0 { return "today" }
    return left > 0 ? "\(Count.of(left, "day")) left" : "overdue \(Count.of(-left, "day"))"
  }

  /// The first visit's clock to the minute, the others by their day, for they run in days.
  func end(_ instant: Instant, of clock: ClockBreach.Clock) -> String {
    switch clock {
    case .response: self.clock.timeAndDay(instant)
    case .carePlan, .review, .limit: day(service.calendar.serviceDate(of: instant))
    }
  }

  /// When somebody starts, or what keeps them waiting.
  func outcome(_ start: PlannedStart) -> String {
    switch start.outcome {
    case .starts(let found):
      let when = found.rosteredAt.map(moment) ?? "\(day(found.date)) \(found.part.printedName)"
      return found.isPublished ? "\(when), promised" : when
    case .waits: return "waits"
    }
  }

  /// `today 09:10`, `Wed 09:10`.
  private func moment(_ instant: Instant) -> String {
    let isToday = service.calendar.local(instant).date == service.today
    return (isToday ? "today " : "") + clock.timeAndDay(instant)
  }

  /// All three clocks of somebody who waits: the service's own, the same from receipt, and the national one (N4).
  func clocks(of start: PlannedStart) -> String {
    "own clock \(countdown(to: start.deadline)), from receipt \(countdown(to: start.literalDeadline)), "
      + "national clock \(countdown(to: start.nationalDeadline))"
  }

  /// `received Mon 16:00`; of somebody whom nobody has referred anew, `back from hospital Thu 10:00`.
  func asked(_ start: PlannedStart) -> String {
    (start.restartOf == nil ? "received " : "back from hospital ") + clock.timeAndDay(start.receivedAt)
  }

  private var limit: String { service.policy.responseTime.spoken }

  /// What is to be said beside it: lateness with its reason, what is left out, the support there was before, the ward.
  func remark(_ start: PlannedStart) -> String {
    var remarks: [String] = []
    switch start.outcome {
    case .waits(let obstacle):
      remarks += [untilWhen(obstacle) + why(obstacle)] + (start.hold.map { hold($0, of: start) } ?? [])
    case .starts(let found):
      let isLateInRota = found.rosteredAt != nil && found.earliest <= start.deadline && start.lateBy > .zero
      let why = isLateInRota ? "the day's rota has no earlier place" : found.delayedBy.map { self.why($0) }
      if start.lateBy > .zero, start.deadline >= service.asOf {
        remarks.append("will miss \(limit) by \(length(start.lateBy))" + (why.map { " because \($0)" } ?? ""))
      } else if let why {
        remarks.append("not earlier: \(why)")
      }
      if found.callsLeftOut > 0 {
        remarks.append(
          "no room for \(Count.of(found.callsLeftOut, "essential call")) of the first two days"
            + (found.leftOutBecause.map { ": \(self.why($0))" } ?? ""))
      }
    }
    if let change = service.supportChange(of: start.referral) {
      remarks.append("\(change.before.spoken) a week before, \(change.now.spoken) now")
    }
    if start.mustRingWard { remarks.append("ring the ward first") }
    return remarks.joined(separator: "; ")
  }

  /// `no day before Tue 8 Dec: ` where every day that is looked at is full.
  private func untilWhen(_ obstacle: StartObstacle) -> String {
    guard case .full = obstacle else { return "" }
    return "no day before \(day(service.today.adding(days: PlannedStart.daysLookedAt))): "
  }

  func why(_ obstacle: StartObstacle) -> String {
    switch obstacle {
    case .notAccepted(let state):
      return switch state {
      case .provisional: "provisional: to be confirmed or released"
      case .screened: "screened: to be accepted or declined"
      default: "\(state.printedName): to be assessed and accepted"
      }
    case .needsUnknown: return "it is not known what the person needs"
    case .notReady(let ready): return "not before \(clock.timeAndDay(ready))"
    case .awaitsEquipment(let item, let date):
      return "\(PrintableText.of(item)) must be there first, \(day(date)) at the earliest"
    case .reserved: return "the starts of that week that are left are kept for the classes behind"
    case .nobodyOnDuty(let date): return "nobody is on duty \(day(date))"
    case .refusedByRota(let date): return "the rota of \(day(date)) has no place for it"
    case .tooLateToday: return "today has no time left"
    case .full(let short):
      let who = short.roles.isEmpty ? "nobody" : "no " + short.roles.map(\.printedName).joined(separator: " or ")
      let skills =
        short.skills.isEmpty ? "" : " (\(short.skills.map { PrintableText.of($0.text) }.joined(separator: ", ")))"
      let elsewhere = short.others > 0 ? ", and that is not all that is short" : " would free it"
      let reaching = short.patch.map { " in reach of \(PrintableText.of($0))" } ?? ""
      return
        "\(who)\(skills)\(reaching) \(short.isNobodyOnDuty ? "is on duty" : "has time") \(day(short.date)) \(short.part.printedName): "
        + "\(short.missing.spoken)\(elsewhere)"
    }
  }

  /// Whose plan it is, of which moment and for which days: the first line of every text.
  func title(_ plan: EpisodePlan) -> String {
    let invented = service.isInvented ? " (invented people)" : ""
    let name = service.title.isEmpty ? "" : "\(PrintableText.of(service.title)), "
    let from = plan.firstDay > service.today ? "from \(DayClock.words(plan.firstDay)) " : ""
    return WrappedText.of(
      "\(name)\(DayClock.words(service.today)), as of \(clock.timeAndDay(service.asOf))\(invented): \(from)"
        + "to \(DayClock.words(plan.lastDay))") + "\n"
  }

  func task(_ task: DueTask) -> String {
    let due =
      task.deadline.map { countdown(to: $0) }
      ?? (task.dueOn < service.today ? "since \(day(task.dueOn))" : day(task.dueOn))
    let last = task.episode.flatMap(service.episode).map { record in
      "day \(record.episode.dayNumber(on: task.dueOn)), the last is "
        + day(record.episode.lastPermittedDay(policy: service.policy))
    }
    if task.kind == .limitAlert, let last { return "\(task.kind.printedName): \(names[task.person]) (\(due): \(last))" }
    return "\(order(task)): \(names[task.person]) (\(due))"
  }

  /// What heads every text: records left out, and people past their last permitted day without an authoriser.
  ///
  /// - Parameter person: only what may concern this person; nil takes everybody.
  func headlines(_ plan: EpisodePlan, of person: PersonID? = nil) -> String {
    let leftOut = service.quarantine.filter { person == nil || $0.person == nil || $0.person == person }
    let lines = LeftOutRecords(leftOut).named.map { "NOT IN THIS PLAN  \($0)" } + unauthorised(plan, of: person)
    return lines.map { WrappedText.of($0) + "\n" }.joined()
  }

  /// `day 44, no authoriser: …` for everybody whose calls go on past the last permitted day without anybody's word (R23).
  func unauthorised(_ plan: EpisodePlan, of person: PersonID? = nil) -> [String] {
    plan.beyondLimit.filter { $0.standing == .noAuthoriser && (person == nil || $0.person == person) }
      .map { "day \($0.day), no authoriser: \(names[$0.person])" }
  }

  /// A reduction to talk about: `Mrs A at the review of Thu 26 Nov: bed, tea; 14 h a week to 9 h 20`.
  func taper(_ proposal: TaperProposal) -> String {
    "\(names[proposal.person]) at the review of \(day(proposal.review)): "
      + proposal.lines.map { PrintableText.of($0.text) }.joined(separator: ", ")
      + "; \(proposal.weeklyNow.spoken) a week to \(proposal.weeklyThen.spoken)"
  }

  /// `care plan agreed Thu 12 Nov, owner w-03`, with what is wrong with that.
  func owner(_ ownership: CarePlanOwnership) -> String {
    let flaw =
      switch ownership.flaw {
      case nil, .noOwner: ""
      case .notRegistered: ", no registered professional"
      case .left: ", not on the staff list any more"
      }
    return
      "care plan agreed \(day(ownership.agreedOn)), owner \(ownership.owner.map { names[$0] } ?? "not named")\(flaw)"
  }

  /// `back 12 days after e-0 ended on Thu 12 Nov`.
  func repeated(_ repeated: RepeatEpisode) -> String {
    "back \(Count.of(repeated.daysBetween, "day")) after \(PrintableText.of(repeated.earlier.text)) ended on "
      + day(repeated.earlierEnd)
  }
}

extension PartOfDay {
  package var printedName: String { rawValue }
}

extension Referral.State {
  package var printedName: String { rawValue }
}

extension DueTask.Kind {
  /// What is to be done, as an order to oneself.
  package var printedName: String {
    switch self {
    case .authoriser: "find an authoriser"
    case .contactAssessment: "hold the contact assessment"
    case .decision: "accept or decline"
    case .baseline: "record the weekly hours before"
    case .increase: "agree more in the running package, or end it first"
    case .repeatedReferral: "withdraw one of two referrals"
    case .firstVisit: "book the first visit"
    case .firstVisitRecord: "record the first visit or rebook it"
    case .homecoming: "ring the ward"
    case .hold: "confirm or release the referral"
    case .delivery: "ask after equipment"
    case .rebooking: "make another appointment"
    case .beforeFirstVisit: "move or cancel an appointment before the first visit"
    case .cancellation: "cancel an appointment behind the end, or extend"
    case .carePlan: "agree the care plan"
    case .carePlanOwner: "name a registered owner of the care plan"
    case .predictedEnd: "predict the end"
    case .review: "book the review"
    case .suspension: "decide about the held package"
    case .onwardPlan: "ask who goes on caring"
    case .handover: "record the handover"
    case .limitAlert: "the last permitted day comes nearer"
    }
  }
}

extension ClockBreach.Clock {
  package var printedName: String {
    switch self {
    case .response: "first visit"
    case .carePlan: "care plan"
    case .review: "weekly review"
    case .limit: "last permitted day"
    }
  }
}
