import Quantities

/// Workers: the shifts of a day lie one after another and have room for their breaks.
///
/// Shifts are compared by the clock's face: what the change of the clocks does to them is seen when the day is cut.
enum StaffChecks {
  static func problems(_ draft: ServiceDraft) -> [RecordProblem] {
    let (origin, usual) = (draft.calendar.dayOrigin, draft.policy.breakLength)
    return draft.staff.flatMap { record -> [RecordProblem] in
      let key = RecordKey(.worker, record.index)
      let member = record.value
      var problems: [RecordProblem] = []
      for (week, shifts) in member.roster.weeks.enumerated() {
        for day in Weekday.allCases {
          let ofDay = shifts.filter { $0.weekday == day }.map(\.shift)
          problems += dayProblems(ofDay, "\(day.rawValue) of week \(week + 1)", key, "roster", origin, usual)
        }
      }
      for change in member.rosterChanges {
        problems += dayProblems(change.shifts, change.date.description, key, "rosterChanges", origin, usual)
      }
      for (earlier, later) in zip(member.rosterChanges, member.rosterChanges.dropFirst())
      where earlier.date == later.date {
        problems.append(
          RecordProblem(
            key, "rosterChanges", code: "worker.rosterChange", found: "two for \(later.date)",
            expected: "one change for each day is expected, with all its shifts"))
      }
      return problems
    }
  }

  private static func dayProblems(
    _ shifts: [Shift], _ name: String, _ key: RecordKey, _ field: FieldPath, _ origin: ClockTime, _ usual: Minutes
  ) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    func add(_ code: String, _ found: String, _ expected: String) {
      problems.append(RecordProblem(key, field, code: code, found: "\(name): \(found)", expected: expected))
    }
    let ordered = shifts.sorted { $0.from.seconds(after: origin) < $1.from.seconds(after: origin) }
    for (earlier, later) in zip(ordered, ordered.dropFirst())
    where earlier.from.seconds(after: origin) + earlier.faceLength > later.from.seconds(after: origin) {
      add("worker.dutiesOverlap", said(later), "a start not before the end of \(said(earlier)) is expected")
    }
    for shift in ordered {
      if shift.from == shift.until { add("worker.dutyLength", said(shift), "an end after the start is expected") }
      if shift.breaks.count > CaseloadLimits.breaks.upperBound {
        add("list.length", "\(shift.breaks.count) breaks", "at most \(CaseloadLimits.breaks.upperBound) are expected")
      }
      for rest in shift.breaks {
        let length = (rest.length ?? usual).seconds.value
        guard let window = rest.window else {
          if length > shift.faceLength / 2 {
            add("worker.breakWindow", said(shift), "a break of at most half the shift is expected, or its window")
          }
          continue
        }
        let offset = window.from.seconds(after: shift.from)
        let width = window.until.seconds(after: window.from)
        let found = "break from \(window.from) to \(window.until) in \(said(shift))"
        if offset + width > shift.faceLength {
          add("worker.breakOutsideDuty", found, "a window within the shift is expected")
        }
        if width < length {
          add("worker.breakWindow", found, "a window of at least the break's \(length / 60) minutes is expected")
        }
      }
    }
    return problems
  }

  private static func said(_ shift: Shift) -> String { "\(shift.from) to \(shift.until)" }
}

extension Shift {
  /// Seconds from start to end on a day on which the clocks do not change.
  fileprivate var faceLength: Int { until.seconds(after: from) }
}
