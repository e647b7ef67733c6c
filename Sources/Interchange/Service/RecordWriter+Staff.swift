import CareModel
import Quantities

/// Workers of a whole service.
extension RecordWriter {
  func staffMember(_ member: StaffMember) -> JSONText {
    .record([
      JSONMember("id", .text(member.id.text)), JSONMember("role", .text(member.role.rawValue)),
      ids("skills", member.skills), member.gender.map { JSONMember("gender", .text($0.rawValue)) },
      list("languages", member.languages.map { .text($0) }), ids("refusedPeople", member.refusedPeople),
      JSONMember("home", .text(member.home.text)), member.patch.map { JSONMember("patch", .text($0)) },
      JSONMember("mode", .text(member.mode.rawValue)), JSONMember("startsFrom", .text(member.startsFrom.text)),
      member.endsAt.map { JSONMember("endsAt", .text($0.text)) }, JSONMember("contract", contract(member.contract)),
      JSONMember("roster", roster(member.roster)), list("rosterChanges", member.rosterChanges.map(change)),
      list("leave", member.leave.map(span)), list("sickness", member.sickness.map(span)),
      member.employed.map { JSONMember("employed", span($0)) },
      number("agreedOvertimeMinutes", member.agreedOvertime.value),
    ])
  }

  private func contract(_ contract: Contract) -> JSONText {
    .record([
      JSONMember("weeklyMinutes", .integer(contract.weekly.value)),
      JSONMember("weekends", .text(contract.weekends.rawValue)),
      contract.weeklyMaximum.map { JSONMember("weeklyMaximumMinutes", .integer($0.value)) },
    ])
  }

  private func roster(_ roster: RosterPattern) -> JSONText {
    let weeks = roster.weeks.map { shifts in
      JSONText.record([
        list("shifts", shifts.map { .record([JSONMember("weekday", .text($0.weekday.rawValue))] + hours($0.shift)) })
      ])
    }
    return .record([date("anchor", roster.anchor), list("weeks", weeks)])
  }

  private func change(_ change: RosterChange) -> JSONText {
    .record([date("date", change.date), list("shifts", change.shifts.map { .record(hours($0)) })])
  }

  private func hours(_ shift: Shift) -> [JSONMember?] {
    let breaks = shift.breaks.map { rest in
      JSONText.record([
        rest.length.map { JSONMember("lengthMinutes", .integer($0.value)) },
        rest.window.map { JSONMember("window", clockInterval($0)) },
      ])
    }
    return [
      JSONMember("from", .text(shift.from.description)), JSONMember("until", .text(shift.until.description)),
      list("breaks", breaks),
    ]
  }

  private func span(_ span: DateSpan) -> JSONText { .record([date("first", span.first), date("last", span.last)]) }
}
