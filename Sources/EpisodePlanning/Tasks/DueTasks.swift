package import CareModel
package import Quantities

/// What has to be done by hand for the clocks of a service to be kept, from its `asOf` on.
package struct DueTasks {
  private let service: Service
  private let today: CivilDate
  /// So long before the last permitted day somebody is sought who may extend it.
  private static let daysBeforeLimit = 2
  private let due: CallsDue
  private let bookings: ClockBookings
  /// Appointments that are still to be kept, by referral.
  private let promised: [ReferralID: [Appointment]]
  /// First visits that are promised or have been, by referral; not those in a stay in hospital.
  private let firstVisits: [ReferralID: [Appointment]]
  private let unvisited: DaysBeforeReturn

  package init(_ service: Service) { self.init(service, .none) }

  /// - Parameter unvisited: as the plan has the first visits of people who are back from hospital.
  init(_ service: Service, _ unvisited: DaysBeforeReturn) {
    self.service = service
    self.unvisited = unvisited
    today = service.today
    due = CallsDue(service)
    bookings = ClockBookings(service, unvisited)
    let asked = service.appointments.filter { $0.referral != nil && !service.isAway(during: $0) }
    promised = Dictionary(
      grouping: asked.filter { $0.date >= service.today }, by: { $0.referral ?? ReferralID("") })
    firstVisits = Dictionary(
      grouping: asked.filter { $0.call.kind == .firstResponse }, by: { $0.referral ?? ReferralID("") })
  }

  /// Everything due on or before a day, overdue tasks first, in order of day, kind and person.
  ///
  /// - Complexity: n log n in the number of the service's records.
  package func through(_ last: CivilDate) -> [DueTask] {
    let open = OpenReferrals(service)
    let waiting =
      open.records.flatMap(tasks) + open.increases.map { task(.increase, of: $0) }
      + open.repeated.map { task(.repeatedReferral, of: $0) }
    let running = service.episodes.filter { $0.isRunning(on: today) }.flatMap(tasks)
    return (waiting + running + unasked + behindEnds + whileAway + beforeReturn).filter { $0.dueOn <= last }
      .sorted { ($0.dueOn, $0.kind, $0.person) < ($1.dueOn, $1.kind, $1.person) }
  }

  /// Episodes that are to begin though no open referral asks for it: nobody else would plan their first visit.
  private var unasked: [DueTask] {
    service.episodes.filter { record in
      record.state == .preStart && !(record.episode.referral.flatMap(service.referral)?.referral.isOpen ?? false)
    }.map { DueTask(.firstVisit, person: $0.episode.person, episode: $0.id, dueOn: $0.episode.startDate) }
  }

  /// Appointments that nobody keeps, because the episode is over before them: the person, or the family, may wait for somebody.
  private var behindEnds: [DueTask] {
    service.appointments.filter { $0.date >= today && service.isBehindEnd($0) }.map {
      DueTask(
        .cancellation, person: $0.person, episode: $0.episode, dueOn: $0.date, booking: DueTask.Booking($0))
    }
  }

  /// Appointments that nobody can keep because the person is in hospital: they fall from plan and rota, and somebody has to make others.
  private var whileAway: [DueTask] {
    service.appointments.filter { $0.date >= today && !service.isBehindEnd($0) && service.isAway(during: $0) }.map {
      DueTask(
        .rebooking, person: $0.person, referral: $0.episode == nil ? $0.referral : nil, episode: $0.episode,
        dueOn: $0.date, booking: DueTask.Booking($0))
    }
  }

  /// Appointments before the first visit of somebody who is back from hospital: nobody has seen yet what the person needs now.
  private var beforeReturn: [DueTask] {
    service.appointments.filter {
      $0.date >= today && unvisited.contains($0.date, of: $0.episode) && !service.isBehindEnd($0)
        && !service.isAway(during: $0)
    }.map {
      DueTask(
        .beforeFirstVisit, person: $0.person, episode: $0.episode, dueOn: $0.date, booking: DueTask.Booking($0))
    }
  }

  // MARK: - Referrals

  /// - Parameter deadline: nil takes the response's.
  private func task(_ kind: DueTask.Kind, of record: ReferralRecord, by deadline: Instant? = nil) -> DueTask {
    let deadline = deadline ?? ResponseClock(record, firstVisitAt: nil, policy: service.policy).deadline
    return DueTask(
      kind, person: record.referral.person, referral: record.id, dueOn: service.calendar.serviceDate(of: deadline),
      deadline: deadline)
  }

  private func tasks(of record: ReferralRecord) -> [DueTask] {
    let response = ResponseClock(record, firstVisitAt: nil, policy: service.policy)
    func task(_ kind: DueTask.Kind, by deadline: Instant) -> DueTask { self.task(kind, of: record, by: deadline) }
    var tasks = (record.needs?.equipment ?? []).filter { $0.deliveredOn == nil }.map {
      DueTask(
        .delivery, person: record.referral.person, referral: record.id, dueOn: $0.expectedOn, item: $0.item)
    }
    if record.referral.referralClass == .escalatingExisting, record.referral.baselineWeekly == nil {
      let held = HoldClock(record.referral, policy: service.policy)?.deadline
      tasks.append(task(.baseline, by: held ?? response.deadline))
    }
    switch record.referral.state {
    case .received, .screened:
      let assessment = ContactAssessmentClock(record, policy: service.policy)
      tasks.append(task(assessment.metAt == nil ? .contactAssessment : .decision, by: assessment.deadline))
    case .accepted:
      // Planned all the same, for a person has accepted it; what is missing is not passed over.
      switch record.gate {
      case .open: break
      case .notHeld, .heldBy: tasks.append(task(.contactAssessment, by: response.deadline))
      case .answeredNo: tasks.append(task(.decision, by: response.deadline))
      }
      if !hasFirstVisit(record.id) { tasks.append(task(.firstVisit, by: response.deadline)) }
      if let coming = homecoming(of: record) { tasks.append(coming) }
    case .provisional:
      if let hold = HoldClock(record.referral, policy: service.policy) {
        let assessment = ContactAssessmentClock(record, policy: service.policy)
        if assessment.metAt == nil {
          // Before anybody is sent; inside the response time where the person is home before that could be.
          let sooner = min(response.literalDeadline, response.deadline)
          tasks.append(task(.contactAssessment, by: max(hold.expectedAt, sooner)))
        }
        tasks.append(task(.hold, by: hold.deadline))
      }
    case .declined, .withdrawn: break
    }
    return tasks + [unrecorded(record)].compactMap { $0 }
  }

  /// The last first visit that was promised, where its time is over: nobody has recorded that it was made.
  private func unrecorded(_ record: ReferralRecord) -> DueTask? {
    guard let last = firstVisits[record.id]?.max(by: { ($0.date, $0.id) < ($1.date, $1.id) }),
      let preferred = service.calendar.interval(of: last.call.preferred, onServiceDay: last.date)
    else { return nil }
    let over = (last.published?.start ?? preferred.end) + last.call.length
    guard over <= service.asOf else { return nil }
    return DueTask(
      .firstVisitRecord, person: record.referral.person, referral: record.id, dueOn: last.date, deadline: over)
  }

  private func hasFirstVisit(_ referral: ReferralID) -> Bool {
    promised[referral]?.contains { $0.call.kind == .firstResponse } ?? false
  }

  /// Somebody has to ring the ward before a run is sent to a home to which nobody may have come.
  private func homecoming(of record: ReferralRecord) -> DueTask? {
    let referral = record.referral
    guard referral.homecoming == .expected, let ready = referral.readyFrom else { return nil }
    return DueTask(
      .homecoming, person: referral.person, referral: record.id, dueOn: service.calendar.serviceDate(of: ready),
      deadline: ready)
  }

  // MARK: - Episodes

  private func tasks(of record: EpisodeRecord) -> [DueTask] {
    guard let person = service.person(record.episode.person) else { return [] }
    func task(_ kind: DueTask.Kind, on date: CivilDate) -> DueTask {
      DueTask(kind, person: person.id, episode: record.id, dueOn: date)
    }
    var tasks = limitTasks(of: record, task)
    tasks += record.equipment.filter { $0.deliveredOn == nil && $0.fittedOn == nil }.map {
      DueTask(.delivery, person: person.id, episode: record.id, dueOn: $0.expectedOn, item: $0.item)
    }
    if let away = SuspensionClock(person, asOf: service.asOf, calendar: service.calendar, policy: service.policy) {
      if away.metAt.map({ service.calendar.serviceDate(of: $0) > away.heldUntil }) ?? true {
        tasks.append(task(.suspension, on: away.heldUntil))
      }
      return tasks
    }
    guard record.episode.kind != .bridging,
      LimitClock(record.episode, policy: service.policy).permitsReablement(on: today)
    else { return tasks }
    tasks += due.of(record).filter { !bookings.isKept($0) }.map { due in
      DueTask(
        due.kind == .carePlan ? .carePlan : .review, person: person.id, episode: record.id,
        dueOn: due.lastPermittedDay,
        booking: bookings.late(due).map { DueTask.Booking($0) })
    }
    let owners = CarePlanOwners(service: service)
    if let since = owners.ownership(of: record).flatMap(owners.openSince) {
      tasks.append(task(.carePlanOwner, on: since))
    }
    if let since = unpredicted(record) { tasks.append(task(.predictedEnd, on: since)) }
    return tasks
  }

  private func limitTasks(
    of record: EpisodeRecord, _ task: (DueTask.Kind, CivilDate) -> DueTask
  ) -> [DueTask] {
    let limit = LimitClock(record.episode, policy: service.policy)
    guard record.episode.kind.hasLimit, let lastDay = limit.lastPermittedDay else { return [] }
    // An alert stands until the next one comes, for nobody writes down that it has been seen.
    let next = limit.alerts.first { $0 >= today }
    let passed = next == today || today > lastDay ? nil : limit.alerts.last { $0 < today }
    var tasks = [passed, next].compactMap { $0 }.map { task(.limitAlert, $0) }
    let isAtEnd = lastDay >= today && lastDay <= today.adding(days: DueTasks.daysBeforeLimit)
    if limit.phase(on: today) == .bridging || (isAtEnd && goesOnAfter(lastDay, record)) {
      tasks.append(task(.authoriser, lastDay))
    }
    let onward = OnwardClock(record, policy: service.policy)
    if onward.askedOn == nil, record.awaitingOnwardSince == nil { tasks.append(task(.onwardPlan, onward.askOn)) }
    if onward.isNeeded, !onward.isRecorded { tasks.append(task(.handover, onward.recordBy)) }
    return tasks
  }

  /// Nobody has taken over, and no end is agreed that comes in time.
  private func goesOnAfter(_ lastDay: CivilDate, _ record: EpisodeRecord) -> Bool {
    !record.episode.isHandoverRecorded && !record.episode.isStopOrdered(policy: service.policy)
      && record.plannedEnd.map { $0 > lastDay } ?? true
  }

  /// The day of the care plan or of the last review, where no end has been predicted since (R22), nor agreed.
  private func unpredicted(_ record: EpisodeRecord) -> CivilDate? {
    let asked = (record.clocks.reviewsHeld + [record.clocks.carePlanAgreedOn].compactMap { $0 }).max()
    guard let asked, record.plannedEnd == nil, record.clocks.predictedEnds.last.map({ $0.madeOn < asked }) ?? true
    else { return nil }
    return asked
  }
}
