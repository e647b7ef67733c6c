/// Appointments: what a call must be, and that it is the same person's as the episode or referral.
enum AppointmentChecks {
  static func problems(_ draft: ServiceDraft, _ known: Caseload) -> [RecordProblem] {
    let bookable = draft.episodes.reduce(into: [:]) { $0[$1.value.id] = $1.value.bookable }
    return draft.appointments.flatMap { record -> [RecordProblem] in
      let key = RecordKey(.visit, record.index)
      let appointment = record.value
      var problems = CallNeedChecks(
        key: key, field: FieldPath(), name: "", dayOrigin: draft.calendar.dayOrigin
      ).problems(appointment.call)
      if appointment.call.kind == .firstResponse, appointment.referral == nil {
        problems.append(
          RecordProblem(
            key, "referral", code: "visit.noReferral", found: "",
            expected: "the referral that this first visit answers is expected"))
      }
      if let published = appointment.published, published.workers.count > appointment.call.demands.count {
        problems.append(
          RecordProblem(
            key, FieldPath("published").key("workers"), code: "visit.workerCount",
            found: "\(published.workers.count) workers",
            expected: "at most one worker for each demand is expected: \(appointment.call.demands.count)"))
      }
      if let episode = appointment.episode.flatMap(known.episode), episode.person != appointment.person {
        problems.append(.otherPerson(key, "episode", of: episode.person, notOf: appointment.person))
      }
      if let line = appointment.line, !(appointment.episode.flatMap { bookable[$0] } ?? []).contains(line) {
        problems.append(
          RecordProblem(
            key, "line", code: "appointment.line", found: line.text,
            expected: "a line with freedom of day, or an order of equipment, of the appointment's episode is expected"))
      }
      if let referral = appointment.referral.flatMap(known.referral), referral.person != appointment.person {
        problems.append(.otherPerson(key, "referral", of: referral.person, notOf: appointment.person))
      }
      return problems
    }
  }
}

extension EpisodeRecord {
  /// What appointments may say they book.
  fileprivate var bookable: Set<LineID> {
    Set(packages.flatMap(\.lines).filter { $0.freedom != nil }.map(\.id) + equipment.map(\.id))
  }
}
